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


class SectionVotes:
    """Where the sections of an edited list are now, judged by where their readings went.

    A reading speaks for the section that it stood in and for all above that, if it still stands
    as deep below a section.
    """

    def __init__(self, readings: Iterable[SectionChange]) -> None:
        """Count the moves once, for any number of sections."""
        self._votes: dict[Section, Counter[Section]] = {}
        for before, now in readings:
            for below in range(min(len(before), len(now) - 1) + 1):
                votes = self._votes.setdefault(before[: len(before) - below], Counter())
                votes[now[: len(now) - below]] += 1

    def of(self, section: Section) -> Counter[Section]:
        """Count, by new section, the readings that moved there from a section or from below it."""
        return self._votes.get(section, Counter())

    def most_of(self, section: Section) -> Section | None:
        """Return where most of a section stands now; None if nothing is left.

        Of several equals the first counts.
        """
        votes = self.of(section).most_common(1)
        return votes[0][0] if votes else None


def replaced(before: Sequence[Section], now: Sequence[Section]) -> dict[Section, Section]:
    """Return the new heading at the place of each heading that was replaced, by the old one.

    before and now are all headings in their order. Headings next to each other may be renamed
    together, if there are as many as before.
    """
    found: dict[Section, Section] = {}
    known = set(before)
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for kind, start, end, other, other_end in matcher.get_opcodes():
        if kind == "replace" and end - start == other_end - other:
            for old, new in zip(before[start:end], now[other:other_end], strict=True):
                if new not in known:
                    found.setdefault(old, new)
    return found


def with_above(sections: Iterable[Section]) -> set[Section]:
    """Return sections, and all that they are below of."""
    return {section[:length] for section in set(sections) for length in range(1, len(section) + 1)}
