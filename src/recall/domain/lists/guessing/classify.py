"""Guesses the kind and the minutes of an entry; its language is guessed by languages.py."""

import re
from collections.abc import Callable
from functools import lru_cache

from recall.domain.library.resource import KIND_MINUTES, ResourceKind, Section
from recall.domain.lists.guessing.hosts import host_and_rest, is_one_of, names_of
from recall.domain.lists.guessing.kind_rules import KIND_RULES, SECTION_RULES, TITLE_RULES, KindRule

_Search = Callable[[str], object]

_LONGEST_TITLE = 500
"""Characters of a title that are searched for a kind."""


def kind_of(url: str | None, title: str, section: Section = ()) -> ResourceKind:
    """Guess one of resource.KINDS: by the link, then the title, then the headings, else a page.

    Pass the canonical URL if there is one: a redirector's host says nothing about the target.
    """
    if rule := _rule(url):
        return rule.kind
    text = title[:_LONGEST_TITLE].strip().casefold()
    told = next((kind for kind, search in _title_rules() if search(text)), None)
    return told or _kind_below(section)


@lru_cache(maxsize=1)
def _title_rules() -> tuple[tuple[ResourceKind, _Search], ...]:
    return tuple((kind, re.compile(hint).search) for kind, hint in TITLE_RULES)


def minutes_of(kind: ResourceKind, url: str | None) -> int:
    """Return the minutes of a first reading: those of links like this, or else of the kind."""
    rule = _rule(url)
    return (rule.minutes if rule and rule.kind == kind else None) or KIND_MINUTES[kind]


@lru_cache(maxsize=1)
def _rule(url: str | None) -> KindRule | None:
    host, rest = host_and_rest(url)
    return next((rule for rule, path in _rules_for(host) if path is None or path(rest)), None)


@lru_cache(maxsize=1024)
def _rules_for(host: str) -> tuple[tuple[KindRule, _Search | None], ...]:
    """Find the rules that name a host, with the search for their paths.

    Cached: a list has few hosts and many links.
    """
    names = names_of(host)
    named = (rule for rule in KIND_RULES if is_one_of(names, rule.hosts))
    return tuple((rule, re.compile(rule.path).search if rule.path else None) for rule in named)


@lru_cache(maxsize=256)
def _kind_below(section: Section) -> ResourceKind:
    """Return the kind that the innermost heading with a kind names; several kinds are none."""
    for heading in reversed(section):
        text = heading[:_LONGEST_TITLE].casefold()
        told = [kind for kind, hint in SECTION_RULES if re.search(hint, text)]
        if told:
            return told[0] if len(told) == 1 else "page"
    return "page"
