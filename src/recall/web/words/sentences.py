"""Sentences of the domain, which are English, in the language of the page."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache

from recall.web.words.marking import N_
from recall.web.words.tables.day_sentences import DAY_SENTENCES
from recall.web.words.tables.error_sentences import ERROR_SENTENCES
from recall.web.words.tables.file_sentences import FILE_SENTENCES
from recall.web.words.tables.library_sentences import LIBRARY_SENTENCES
from recall.web.words.tables.list_sentences import LIST_SENTENCES
from recall.web.words.tables.page_sentences import PAGE_SENTENCES
from recall.web.words.tables.setting_sentences import SETTING_SENTENCES
from recall.web.words.words import PageWords

KNOWN_SENTENCES = (
    # Why a visit is in the plan.
    N_("first revisit"),
    N_("due today"),
    N_("1 day overdue"),
    N_("%(num)s days overdue"),
    N_("first revisit, %(also)s"),
    N_("%(also)s; longer than the day"),
    N_("not due yet"),
    N_("begun"),
    N_("to be read"),
    N_("deadline was %(day)s"),
    N_("deadline %(day)s"),
    N_("%(num)s of %(all)s min read"),
    N_("%(num)s min read, %(all)s expected"),
    N_("its section comes first"),
    N_("high priority"),
    N_("next on the list"),
    N_("next of its series"),
    # Why it is wanted no more.
    N_("put off"),
    N_("for today"),
    N_("gone"),
    N_("from its list"),
    N_("read once"),
    N_("no revisits"),
    N_("later"),
    N_("due %(day)s"),
    N_("unread"),
    N_("reading"),
    N_("read"),
    N_("suspended"),
    N_("archived"),
    # How far a reading has come.
    N_("%(num)s of %(all)s min, %(share)s %%, about 1 sitting left"),
    N_("%(num)s of %(all)s min, %(share)s %%, about %(left)s sittings left"),
    # What an action did.
    N_("again"),
    N_("hard"),
    N_("good"),
    N_("easy"),
    N_("%(also)s, next %(day)s"),
    N_("read once, no revisits"),
    N_("%(num)s min, to %(share)s %%"),
    N_("%(num)s min, stopped at %(place)s"),
    N_("%(num)s min today"),
    N_("%(num)s min today, 1 thing added"),
    N_("%(num)s min today, %(added)s things added"),
    N_("%(num)s min"),
    N_("until %(day)s"),
    N_("was %(also)s"),
    # How a person's memory differs from that of most.
    N_(
        "%(also)s Where the same grades would bring most people a revisit after %(num)s days, "
        "you get yours after %(all)s."
    ),
    N_(
        "Where the same grades would bring most people a revisit after %(num)s days, "
        "you get yours after %(all)s."
    ),
    N_("It looks as if you remember longer than most people, but that may be chance."),
    N_("It looks as if you forget sooner than most people, but that may be chance."),
    N_(
        "You remember longer than most people: what they know for %(num)s days, "
        "you know for about %(all)s."
    ),
    N_(
        "You probably remember longer than most people: what they know for %(num)s days, "
        "you know for about %(all)s."
    ),
    N_(
        "You forget sooner than most people: what they know for %(num)s days, "
        "you know for about %(all)s."
    ),
    N_(
        "You probably forget sooner than most people: what they know for %(num)s days, "
        "you know for about %(all)s."
    ),
    # What cannot be done.
    N_("there is nothing to undo"),
    N_("nothing else waits today"),
    N_("'%(text)s' cannot be used; give a whole number from %(low)s to %(high)s"),
    N_("%(num)s is due on %(day)s as it is; give a later day"),
    N_("%(num)s is %(also)s; only a revisit can be postponed"),
    *LIBRARY_SENTENCES,
    *DAY_SENTENCES,
    *LIST_SENTENCES,
    *SETTING_SENTENCES,
    *ERROR_SENTENCES,
    *FILE_SENTENCES,
)
"""The sentences, each with its values as %(name)s; `also` is a sentence, and `day` a date."""

_SENTENCES = frozenset({"also", "when", "how"})
_DATES = frozenset({"day", "since", "end"})
_NUMBERS = ("num", "all", "share", "left", "added", "again", "low", "high")


def said(words: PageWords, sentence: str) -> str:
    """Return a sentence in the language of the page; as it is, if it is not in the table."""
    for message, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return words._(message) % _values(words, found.groupdict())
    return sentence


def _values(words: PageWords, found: Mapping[str, str]) -> dict[str, str]:
    shown = dict(found)
    for name in _SENTENCES.intersection(found):
        shown[name] = said(words, found[name])
    for name in _DATES.intersection(found):
        with suppress(ValueError):  # digits that are no date stay as they are
            shown[name] = words.dated(date.fromisoformat(found[name]))
    if "nth" in found:
        shown["nth"] = words.ordinal(found["nth"])
    if "about" in found:
        shown["about"] = words.about(found["about"])
    return shown


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    on_page = [(shown, re.compile(_pattern(sentence))) for sentence, shown in PAGE_SENTENCES]
    return on_page + [(sentence, re.compile(_pattern(sentence))) for sentence in KNOWN_SENTENCES]


def _pattern(message: str) -> str:
    parts = re.split(r"%\((\w+)\)s", message)
    named = [
        _group(part) if at % 2 else re.escape(part.replace("%%", "%"))
        for at, part in enumerate(parts)
    ]
    return "".join(named)


def _group(name: str) -> str:
    """Return what a value may be: a date, words, or, where a person wrote it, any text."""
    kinds = {**dict.fromkeys(_DATES, r"\d{4}-\d\d-\d\d"), **dict.fromkeys(_NUMBERS, r"\d+")}
    kinds |= {"nth": r"\d+[a-z]{2}", "about": r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4,})?"}
    return f"(?P<{name}>{kinds.get(name, '.+')})"
