"""Where a section of a list is after the person has renamed, moved, merged or split it. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from recall.domain.library.resource import Section


class SectionChange(NamedTuple):
    """The section in which a reading stood before an edit of its list, and where it stands now."""

    before: Section
    now: Section


def most_of(section: Section, readings: Iterable[SectionChange]) -> Section | None:
    """Return where most of a section, with what is below it, stands now; None if nothing is left.

    Of several equals the first counts.
    """
    votes = votes_of(section, readings).most_common(1)
    return votes[0][0] if votes else None


def votes_of(section: Section, readings: Iterable[SectionChange]) -> Counter[Section]:
    """Return how many readings of a section, and of those below it, say that it is now which."""
    depth = len(section)
    votes: Counter[Section] = Counter()
    for before, now in readings:
        below = len(before) - depth
        if before[:depth] == section and len(now) > below:
            votes[now[: len(now) - below]] += 1
    return votes


def at_its_place(
    section: Section, before: Sequence[Section], now: Sequence[Section]
) -> Section | None:
    """Return the new heading at the place where a heading was; None if it was not replaced.

    before and now are all headings in their order. Headings next to each other may be renamed
    together, if there are as many as before.
    """
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for kind, start, end, other, other_end in matcher.get_opcodes():
        if kind == "replace" and end - start == other_end - other:
            for old, new in zip(before[start:end], now[other:other_end], strict=True):
                if old == section and new not in before:
                    return new
    return None


def with_above(sections: Iterable[Section]) -> set[Section]:
    """Return sections, and all that they are below of."""
    return {section[:length] for section in set(sections) for length in range(1, len(section) + 1)}
