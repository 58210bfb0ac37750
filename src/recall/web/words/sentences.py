"""Sentences of the domain, which are English, in the language of the page."""

import re
from functools import cache

from recall.web.words.words import PageWords


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find messages
    """Mark a message that is translated where it is shown."""
    return message


KNOWN_SENTENCES = (
    N_("first revisit"),
    N_("due today"),
)
"""The sentences, each with its values as %(name)s."""


def said(words: PageWords, sentence: str) -> str:
    """Return a sentence in the language of the page; in English if it is not in the table."""
    if words.language == "en":
        return sentence
    for message, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return words._(message) % found.groupdict()
    return sentence


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(one, re.compile(_pattern(one))) for one in KNOWN_SENTENCES]


def _pattern(message: str) -> str:
    parts = re.split(r"%\((\w+)\)s", message)
    named = (f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return "".join(named)
