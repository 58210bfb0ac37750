"""What was added in recall and goes into a file: to the list that has its section."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.lists.marks import is_read
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.places import in_list
from recall.formats.markdown.editing.proof import Added
from recall.storage.reads import Reads
from recall.storage.tables import lists
from recall.storage.tables.syncing import additions
from recall.storage.tables.syncing.additions import ByHand
from recall.usecases.lists.which_list import list_by_hand

UNSORTED: Section = ("Added by hand",)
"""The section in a file of what was added without one."""


class Additions(NamedTuple):
    """What goes into a list, each with what its line says; and what goes into none."""

    here: tuple[tuple[ByHand, Added], ...]
    homeless: tuple[ByHand, ...]


def additions_for(reads: Reads, list_id: int, sections: Sequence[Section]) -> Additions:
    """Return what was added by hand to sections of a list; sections are those of its file.

    A section that is in no list is a new one of the only list there is; with several it is not
    known whose it is. What has no section goes to the oldest list.
    """
    own = list_by_hand(reads)
    waiting = [] if own is None else additions.by_hand(reads, own)
    if not waiting:
        return Additions((), ())
    having = additions.sections(reads) | {list_id: list(sections)}
    others = [reading_list for reading_list in lists.all_lists(reads) if reading_list.id != own]
    with_file = [
        reading_list.id
        for reading_list in others
        if reading_list.path is not None or reading_list.id == list_id
    ]
    here, homeless = [], []
    for resource in waiting:
        section = resource.section or UNSORTED
        homes = [other.id for other in others if in_list(section, having.get(other.id, []))]
        if not homes and (len(with_file) == 1 or section == UNSORTED):
            homes = with_file[:1]
        if homes[:1] == [list_id]:
            here.append((resource, Added(_reading(resource), section, key=resource.key)))
        elif not homes:
            homeless.append(resource)
    return Additions(tuple(here), tuple(homeless))


def _reading(resource: ByHand) -> NewReading:
    return NewReading(
        resource.title, resource.url, is_read(resource.status, resource.status_before)
    )
