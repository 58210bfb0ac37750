"""What was moved to another section in recall: its line moves too, if it can by itself."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, Mark
from recall.domain.library.resource import Section
from recall.domain.lists.details import storable
from recall.domain.lists.merge import Known
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.boxes import BoxChanges
from recall.domain.lists.syncing.standing import moved_to, sections_before
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.proof import Added, as_marked, as_ticked
from recall.formats.markdown.editing.writing import Change, ListEditor
from recall.storage.actions import Action
from recall.storage.tables.syncing import moved_places


class Move(NamedTuple):
    """A reading of the file, by its index, and the section into which its line goes."""

    at: int
    section: Section


def moves(
    items: Sequence[Item],
    keys: Sequence[str | None],
    base: Iterable[BaseEntry],
    known: Mapping[str, Known],
) -> list[Move]:
    """Return the readings whose lines move."""
    before, counts, found = sections_before(base), Counter(keys), []
    for index, (item, key) in enumerate(zip(items, keys, strict=True)):
        if key is None or key not in known or counts[key] != 1 or item.url is None:
            continue
        section = moved_to(known[key], tuple(map(storable, item.section)), before.get(key))
        if section is not None:
            found.append(Move(index, section))
    return found


def changes(
    moving: Sequence[Move],
    items: Sequence[Item],
    boxes: BoxChanges,
    marks: Mapping[int, Mark],
    editor: ListEditor,
) -> list[Change]:
    """Return the change of each move; a box that is to say something else does so on the way."""
    found = []
    for index, section in moving:
        item = items[index]
        ticked = True if index in boxes.tick else False if index in boxes.clear else None
        line = editor.line(item.line)
        if ticked is not None and item.box in (None, item.line):
            line = editor.with_box(item, ticked=ticked) or line
        mark = None if ticked is not None else marks.get(index)
        if mark is not None:
            line = editor.marked(item, mark) or line
        now = as_marked(as_ticked(item, ticked), mark)
        reading = NewReading(item.title, item.url, now.checked)
        added = Added(reading, section, line, item=now)
        found.append(Change(frozenset({index}), ticked, added, mark=mark))
    return found


def settle(
    action: Action,
    list_id: int,
    done: Iterable[Change],
    known: Mapping[str, Known],
    now: (Mapping[str | None, Section]),
    keys: Sequence[str | None],
) -> None:
    """Write that what was moved in the file stands there: from then on the file counts.

    now has the sections that the file says after the moves, by URL.
    """
    moved = {}
    for change in done:
        if change.moves and change.added is not None:
            (index,) = change.indexes
            one = known[keys[index] or ""]
            moved[one.id] = now.get(change.added.reading.url, change.added.section)
    moved_places.stand(action, list_id, moved)
