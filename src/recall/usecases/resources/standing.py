"""Where a resource stands: the section that a person means, and the way into it."""

from typing import NamedTuple

from recall.domain.library.resource import Resource, Section
from recall.domain.lists.section_names import BETWEEN, named, parts, shown
from recall.errors import BadInput, UnknownSection
from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables import lists, section_rules
from recall.storage.tables.changes import places


class ChosenSection(NamedTuple):
    """A section, and whether no resource has stood in it so far; () is none."""

    section: Section
    is_new: bool


class ReadingSpot(NamedTuple):
    """The order that new resources get, and the places that they get in the list by hand.

    They come behind the last resource of their section: step is 0 if they share its ordinal.
    """

    list_id: int
    ordinal: int
    step: int
    by_hand: int
    next_place: int


def meant(reads: Reads, text: str) -> ChosenSection:
    """Return the section that any unique part of its path means; a new one if there is none.

    '/', ' > ' or ' › ' separates the levels of a new one; its parent may be given in part. A blank
    text is no section. AmbiguousSection if several are meant.
    """
    if not text.strip():
        return ChosenSection((), is_new=False)
    sections = _sections(reads)
    levels = parts(text)
    for typed in dict.fromkeys((text, BETWEEN.join(levels))):
        try:
            return ChosenSection(named(sections, typed), is_new=False)
        except UnknownSection:
            continue
    above = meant(reads, BETWEEN.join(levels[:-1])).section if levels[1:] else ()
    return exactly(reads, (*above, *levels[-1:]))


def exactly(reads: Reads, section: Section) -> ChosenSection:
    """Return the section of just this path; BadInput if it has no name."""
    if not section:
        raise BadInput("a section needs a name")
    return ChosenSection(section, is_new=section not in _sections(reads))


def headings(reads: Reads) -> list[str]:
    """Return the headings of all sections, each once."""
    return list(dict.fromkeys(section[-1] for section in _sections(reads)))


def spot(reads: Reads, section: Section, by_hand: int) -> ReadingSpot:
    """Return where something new goes that stands in a section."""
    place = lists.next_ordinal(reads, by_hand)
    end = lists.end_of(reads, section, by_hand) if section else None
    if end is None:
        return ReadingSpot(by_hand, place, step=1, by_hand=by_hand, next_place=place)
    return ReadingSpot(*end, step=0, by_hand=by_hand, next_place=place)


def move(action: Action, resource: Resource, standing: ChosenSection) -> list[str]:
    """Let a resource stand in this section alone; return what was done, in words, if anything."""
    section = standing.section
    if {place.section for place in resource.places} == {section}:
        return []
    own, _ = resource.order
    end = (lists.end_of(action, section) if section else None) or lists.end_of_list(action, own)
    places.move(action, resource, section, end)
    return [said(section)]


def said(section: Section) -> str:
    """Return where something stands, in words."""
    return f"in {shown(section)}" if section else "in no section"


def _sections(reads: Reads) -> list[Section]:
    """Return every section that has a resource or a rule, and those above them."""
    every = [*section_rules.sections(reads), *section_rules.rules(reads)]
    paths = (section[:depth] for section in every for depth in range(1, len(section) + 1))
    return sorted(dict.fromkeys(paths))
