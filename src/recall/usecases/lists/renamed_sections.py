"""Lets what was put into a section in recall follow when a list renames that section."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.lists.renamed_sections import (
    SectionChange,
    SectionVotes,
    replaced,
    with_above,
)
from recall.formats.markdown.editing.places import in_list
from recall.storage.actions import Action
from recall.storage.tables import section_rules
from recall.storage.tables.changes import places
from recall.usecases.lists.which_list import list_by_hand


class EditedSections(NamedTuple):
    """The sections of a list as an edit of it left them.

    readings are where each stood and stands, stands the sections of its resources now, by ID. now
    are all its headings in their order; before returns those that it had, () if that is not known.
    """

    readings: Sequence[SectionChange]
    stands: Mapping[int, Container[Section]]
    now: Sequence[Section]
    before: Callable[[], Sequence[Section]] = tuple


def follow_sections(action: Action, list_id: int, edited: EditedSections) -> bool:
    """Write the new sections of what was put by hand into sections that no list has any more.

    They follow to where most of what stood there is now, or to the new heading at that place.
    Return whether there were any.
    """
    lists = {list_id, list_by_hand(action) or list_id}
    standing = places.by_section(action, lists)
    rules = section_rules.rules(action)
    there, sections_now = with_above(edited.now), SectionsNow(edited)
    lost = _lost((*standing, *rules), there, sections_now.stood)
    if lost:
        there |= with_above(places.listed_elsewhere(action, lists))
        lost = _lost(lost, there, sections_now.stood)
    moves = _moves(lost, sections_now)
    changed = {
        place: moves[section]
        for section in standing
        if section in moves
        for place, resource in standing[section]
        if moves[section] not in edited.stands.get(resource, ())
    }
    places.put(action, changed)
    followed = [
        (rule, moves[section])
        for section, rule in rules.items()
        if section in moves and moves[section] not in rules
        if not sections_now.votes.of(section)  # otherwise an import lets the rule follow
    ]
    for rule, section in followed:
        section_rules.rename(action, rule, section)
    return bool(changed or followed)


def _lost(
    sections: Iterable[Section], there: set[Section], stood: set[Section]
) -> dict[Section, Section]:
    """Return the sections that no list has any more, each with its whole path in this list.

    stood has the sections that the list had.
    """
    paths = tuple(stood)
    ends = {one[start:] for one in there for start in range(len(one))}
    found: dict[Section, Section] = {}
    for section in dict.fromkeys(sections):
        if section and section not in (there if section in stood else ends):
            found[section] = section if section in stood else in_list(section, paths) or section
    return found


def _moves(lost: Mapping[Section, Section], sections_now: "SectionsNow") -> dict[Section, Section]:
    """Return where lost sections are now; those of which nothing tells are left out."""
    found = {section: sections_now.where(path) for section, path in lost.items()}
    return {section: now for section, now in found.items() if now is not None}


class SectionsNow:
    """Where sections went that are gone from an edited list. The moves are counted once."""

    def __init__(self, edited: EditedSections) -> None:
        """Count where the readings went."""
        self._edited = edited
        self.votes = SectionVotes(edited.readings)
        self.stood = with_above(change.before for change in edited.readings)

    def where(self, section: Section) -> Section | None:
        """Return where a section went that the list no longer has; None if that is unclear.

        One that is new in the list counts before one that was there already.
        """
        now = self.votes.most_of(section)
        if now is None or now in self.stood:
            return self._replaced.get(section) or now
        return now

    @cached_property
    def _replaced(self) -> Mapping[Section, Section]:
        return replaced(self._edited.before(), self._edited.now)
