"""The lines of a list before an edit and after it, and where in it a line stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.lists.matching.likeness import title_key

MOST_ALIKE = 8
"""Sections that have a title in common; more of them say nothing of each other."""

START, END = "⟨start⟩", "⟨end⟩"


class Line(NamedTuple):
    """A resource in a list: its identity, and its title, canonical URL and first section there."""

    key: str
    title: str
    url: str | None
    section: Section


class Gap(NamedTuple):
    """Where a line stands: its section, and the nearest lines of it that are known, by identity.

    All of it is said in terms of the list after the edit.
    """

    section: Section | None
    before: str
    after: str


def gaps(
    lines: Sequence[Line], same: Mapping[str, str], sections: Mapping[Section, Section]
) -> dict[str, Gap]:
    """Return the gap of each line that is not in `same`, which maps lines to those after the edit.

    sections maps the sections in the same way; a line in another has no section.
    """
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for found, order, edge in ((before, lines, START), (after, lines[::-1], END)):
        nearest, section = edge, None
        for line in order:
            if line.section != section:
                nearest, section = edge, line.section
            if line.key in same:
                nearest = same[line.key]
            else:
                found[line.key] = nearest
    return {
        line.key: Gap(sections.get(line.section), before[line.key], after[line.key])
        for line in lines
        if line.key in before
    }


def renamed_sections(
    before: Sequence[Line], now: Sequence[Line], same: Mapping[str, str]
) -> dict[Section, Section]:
    """Map each section of the list before the edit to what it is called now, where that is told.

    A section that is still there is itself. Another one is the new section that has most of its
    lines, or, if it has no line that is known, the one with half of its titles, or else the only
    new one in its place.
    """
    stood, stands = _sections(before), _sections(now)
    told = {section: section for section in stood if section in stands}
    gone = {section: lines for section, lines in stood.items() if section not in told}
    new = {section: lines for section, lines in stands.items() if section not in told}
    where = {line.key: line.section for line in now}
    for section, lines in gone.items():
        votes = Counter(where[same[line.key]] for line in lines if line.key in same)
        if votes and (best := votes.most_common(1)[0])[1] * 2 > votes.total():
            told[section] = best[0]
    told |= _by_titles({one: gone[one] for one in gone if one not in told}, new)
    return told | _by_order(list(stood), list(stands), told)


def _by_order(
    stood: Sequence[Section], stands: Sequence[Section], told: Mapping[Section, Section]
) -> dict[Section, Section]:
    """Map what is left between the same two sections, where there is one before and one now."""
    known = {now: now for now in told.values()}
    before, now = _between(stood, told), _between(stands, known)
    return {
        sections[0]: now[place][0]
        for place, sections in before.items()
        if len(sections) == len(now.get(place, ())) == 1
    }


def _between(
    sections: Sequence[Section], told: Mapping[Section, Section]
) -> dict[tuple[Section | None, Section | None], list[Section]]:
    """Return the sections that are not told of, by the ones before and after them that are."""
    found: dict[tuple[Section | None, Section | None], list[Section]] = {}
    last: Section | None = None
    waiting: list[Section] = []
    for section in (*sections, None):
        if section is not None and section not in told:
            waiting.append(section)
            continue
        here = None if section is None else told[section]
        found[last, here] = waiting
        last, waiting = here, []
    return found


def _by_titles(
    gone: Mapping[Section, Sequence[Line]], new: Mapping[Section, Sequence[Line]]
) -> dict[Section, Section]:
    """Map sections that have half of their titles in common, each the other's best."""
    having: dict[str, list[Section]] = {}
    for section, lines in new.items():
        for key in {title_key(line.title) for line in lines} - {""}:
            having.setdefault(key, []).append(section)
    best: dict[Section, Section] = {}
    for section, lines in gone.items():
        titles = {title_key(line.title) for line in lines} - {""}
        votes = Counter(
            other
            for key in titles
            if len(having.get(key, ())) <= MOST_ALIKE
            for other in having.get(key, ())
        )
        ranked = votes.most_common(2)
        is_alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        if is_alone and ranked[0][1] * 2 >= max(len(titles), len(new[ranked[0][0]])):
            best[section] = ranked[0][0]
    taken = Counter(best.values())
    return {section: other for section, other in best.items() if taken[other] == 1}


def _sections(lines: Iterable[Line]) -> dict[Section, list[Line]]:
    found: dict[Section, list[Line]] = {}
    for line in lines:
        found.setdefault(line.section, []).append(line)
    return found
