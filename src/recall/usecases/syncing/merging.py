"""Merges a list and the library by resource and field, against the state in which they agreed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Mark
from recall.domain.lists.marks import is_read
from recall.domain.lists.merge import Known, identity
from recall.domain.lists.syncing.base import BaseEntry, marks, renamed, ticks
from recall.domain.lists.syncing.boxes import BoxChanges, Listed, box_changes
from recall.domain.lists.syncing.own_lines import Own
from recall.formats.markdown.editing.changes import Change, KnownOfList, Rewritten
from recall.formats.markdown.editing.own_ticks import own_ticks
from recall.formats.markdown.editing.writing import ListEditor
from recall.storage.actions import Action
from recall.storage.tables import lists, log
from recall.storage.tables.syncing import additions as added_rows
from recall.storage.tables.syncing import agreements, files, unreading
from recall.storage.tables.syncing.additions import ByHand
from recall.storage.tables.syncing.agreements import Agreement
from recall.storage.tables.syncing.files import ListFile
from recall.usecases.lists.importing import Compared
from recall.usecases.lists.report import Named
from recall.usecases.syncing.copies import Copies
from recall.usecases.syncing.file_side import FileSide
from recall.usecases.syncing.report import InFile
from recall.usecases.syncing.to_file import marking, moves
from recall.usecases.syncing.to_file.additions import Additions, additions_for


class Sides(NamedTuple):
    """What a sync compares: the file with the identities of its readings, the base, the library.

    own are the lines of the file that recall wrote, own_ticks the readings, by index, whose boxes
    are ticked because of that.
    """

    side: FileSide
    keys: tuple[str | None, ...]
    base: tuple[BaseEntry, ...] | None
    known: Mapping[str, Known]
    own: Own = Own()
    own_ticks: frozenset[int] = frozenset()


class Merged(NamedTuple):
    """The changes for a file, and those of them that it can take.

    marks are what the boxes of this list said before, for the import of what is written then.
    """

    changed: Rewritten
    report: InFile
    adopted: Additions
    marks: Mapping[str, Mark]

    @property
    def adopted_rows(self) -> list[ByHand]:
        """What was added by hand and stands in the file now."""
        written = {change.added for change in self.changed.done}
        return [row for row, reading in self.adopted.here if reading in written]


def sides_of(
    side: FileSide,
    keys: tuple[str | None, ...],
    agreed: Agreement | None,
    found: Compared,
    own: Own,
) -> Sides:
    """Return the sides, the base under the identities that its resources have now."""
    now = {pair.old: pair.new for pair in found.followed.sure}
    base = None if agreed is None else renamed(agreed.entries, now)
    ticked = own_ticks(own, side.parsed.items, side.bodies)
    return Sides(side, keys, base, found.followed.known, own=own, own_ticks=ticked)


def said_before(
    action: Action, agreed: Agreement | None, list_id: int, machine: str
) -> Mapping[str, Mark | None] | None:
    """Return what the boxes of a list said when it was last in step here.

    None if that was never, and then the last import counts; unless that was of the file of another
    machine, which says nothing of this one.
    """
    if agreed is not None:
        return marks(agreed.entries)
    return {} if files.elsewhere(action, list_id, machine) else None


def take_unticks(
    action: Action, sides: Sides, list_id: int, *, reviewed: bool
) -> dict[str, tuple[Known, Mark]]:
    """Make unread what the person cleared in the file since the last agreement.

    What has a review or a sitting stays read unless reviewed, as does what another list ticks.
    """
    if sides.base is None and not reviewed:
        return {}
    now = {identity(entry): entry.mark for entry in sides.side.catalog.entries}
    found = {
        key: (known, now[key])
        for key, known in sides.known.items()
        if known.mark == "read" and now.get(key, "read") != "read"
        if is_read(known.status, known.status_before)
    }
    if found:
        numbers = [known.id for known, _ in found.values()]
        visited = log.last_visits(action, numbers)
        elsewhere = lists.ticked_elsewhere(action, list_id, numbers)
        found = {
            key: found_box
            for key, found_box in found.items()
            if found_box[0].id not in elsewhere and (reviewed or found_box[0].id not in visited)
        }
        unreading.make_unread(action, {known.id: (known, mark) for known, mark in found.values()})
    return found


def ticked_by_person(sides: Sides) -> list[str]:
    """Return what the library has as unread, though the person has ticked it in the file.

    Its reading was undone in recall; the tick was never recall's, and stays.
    """
    was = ticks(sides.base or ())
    return [key for key in _ticked_and_unread(sides, own=False) if any(was.get(key, ()))]


def ticked_by_recall(sides: Sides) -> list[str]:
    """Return what the library has as unread, and recall alone has ticked in the file."""
    theirs = {*_ticked_and_unread(sides, own=False)}
    return [key for key in _ticked_and_unread(sides, own=True) if key not in theirs]


def _ticked_and_unread(sides: Sides, *, own: bool) -> list[str]:
    return [
        key
        for index, (item, key) in enumerate(zip(sides.side.parsed.items, sides.keys, strict=True))
        if key is not None and key in sides.known
        if item.checked and (index in sides.own_ticks) is own
        if not is_read(sides.known[key].status, sides.known[key].status_before)
    ]


def merged(action: Action, sides: Sides, file: ListFile, copies: Copies) -> Merged:
    """Return the new text of the file: boxes as in the library, and what was added in recall."""
    editor = _editor(action, sides)
    boxes = _boxes(sides, editor, copies.ticked)
    added = additions_for(action, file.list_id, sides.side.parsed.sections)
    present = set(sides.keys)
    added = added._replace(
        here=tuple(addition for addition in added.here if addition[0].key not in present)
    )
    changes = _changes(action, sides, file, boxes, gone=copies.removed, editor=editor)
    changes += [
        Change(added=reading)
        for reading in (*(reading for _, reading in added.here), *copies.added)
    ]
    changed = editor.changed(changes)
    return Merged(changed, _report(sides, boxes, added, changed), added, _marks(sides, changed))


def without_undone(action: Action, sides: Sides, file: ListFile) -> Rewritten:
    """Return the file without what recall wrote there for what has been undone since."""
    editor = _editor(action, sides)
    boxes = _boxes(sides, editor, frozenset())
    changes = _changes(action, sides, file, boxes, gone=(), editor=editor)
    return editor.changed([change for change in changes if editor.takes_back(change)])


def _editor(action: Action, sides: Sides) -> ListEditor:
    before = KnownOfList(sides.own, sides.keys, action.id)
    return ListEditor(sides.side.text, sides.side.parsed, sides.side.options, before)


def _changes(
    action: Action,
    sides: Sides,
    file: ListFile,
    boxes: BoxChanges,
    gone: Sequence[int],
    editor: ListEditor,
) -> list[Change]:
    """Return the changes of the lines that are there; gone are to be taken out, by index."""
    removed = sorted({*_withdrawn(action, sides, editor), *gone})
    items = sides.side.parsed.items
    moving = moves.moves(items, sides.keys, sides.base or (), sides.known)
    states = (
        agreement.entries for agreement in agreements.states(action, file.list_id, file.machine)
    )
    moving = moves.to_old_places(moving, items, sides.keys, states)
    away = {move.at for move in moving}
    changes = [
        *(Change(frozenset({index}), ticked=True) for index in boxes.tick - away),
        *(Change(frozenset({index}), ticked=False) for index in boxes.clear - away),
    ]
    changes = _joined(changes, sides)
    busy = {index for change in changes for index in change.indexes} | away | {*removed}
    marks = marking.marks(items, sides.keys, sides.base, sides.known, editor=editor)
    changes = [
        change if change.ticked else _with_earlier(change, sides, editor) for change in changes
    ]
    changes += [
        Change(frozenset({at}), mark=mark, earlier=editor.own.unmarked(items[at], mark))
        for at, mark in marks.items()
        if at not in busy
    ]
    changes += moves.changes(moving, items, boxes, marks, editor=editor)
    return changes + [Change(frozenset({index})) for index in removed]


def _boxes(sides: Sides, editor: ListEditor, ticked: frozenset[str]) -> BoxChanges:
    listed = [
        Listed(key or "", item.box, item.checked, item.box is None and editor.has_room(item))
        for item, key in zip(sides.side.parsed.items, sides.keys, strict=True)
    ]
    read = {
        key: key in ticked or is_read(resource.status, resource.status_before)
        for key, resource in sides.known.items()
    } | dict.fromkeys(ticked, True)
    return box_changes(listed, ticks_before(sides), read)


def ticks_before(sides: Sides) -> Mapping[str, tuple[bool, ...]]:
    """Return the ticks of the base; without one, those that the last import left."""
    own = ticked_by_recall(sides)
    return {**_ticks_before(sides), **{key: (True,) * sides.keys.count(key) for key in own}}


def _ticks_before(sides: Sides) -> Mapping[str, tuple[bool, ...]]:
    if sides.base is not None:
        return ticks(sides.base)
    counts: dict[str, int] = {}
    for key in sides.keys:
        counts[key or ""] = counts.get(key or "", 0) + 1
    known = {key: resource.mark for key, resource in sides.known.items() if key in counts}
    return {key: (mark == "read",) * counts[key] for key, mark in known.items() if mark is not None}


def _joined(changes: Sequence[Change], sides: Sides) -> list[Change]:
    """Make one change of those of a box that several readings share."""
    items = sides.side.parsed.items
    by_box: dict[tuple[int, bool | None], set[int]] = {}
    for change in changes:
        (index,) = change.indexes
        box = items[index].box
        by_box.setdefault((-index - 1 if box is None else box, change.ticked), set()).add(index)
    for (box, _), indexes in by_box.items():
        indexes |= {at for at, item in enumerate(items) if item.box == box}
    return [
        Change(frozenset(indexes), ticked=ticked)
        for (_, ticked), indexes in sorted(by_box.items(), key=lambda one: min(one[1]))
    ]


def _withdrawn(action: Action, sides: Sides, editor: ListEditor) -> list[int]:
    """Return the lines that recall added, and whose resources undo has taken out since."""
    items = enumerate(zip(sides.side.parsed.items, sides.keys, strict=True))
    added = {index: key for index, (item, key) in items if key and editor.own.is_added(item)}
    lost = added_rows.removed(action, list(added.values()))
    return [index for index, key in added.items() if key in lost]


def _with_earlier(change: Change, sides: Sides, editor: ListEditor) -> Change:
    """Let a box that recall ticked be again as it was before, if its line is still recall's."""
    item = sides.side.parsed.items[min(change.indexes)]
    return change._replace(earlier=editor.own.unticked(item.box or item.line))


def _marks(sides: Sides, changed: Rewritten) -> Mapping[str, Mark]:
    """Return what recall's own changes make of boxes: no untick of the person's."""
    found: dict[str, Mark] = {}
    for change in changed.done:
        for index in change.indexes:
            key = sides.keys[index]
            if key is not None and change.mark is not None:
                found[key] = change.mark
            elif key is not None and change.ticked is not None:
                found[key] = "read" if change.ticked else ""
    return found


def _report(sides: Sides, boxes: BoxChanges, added: Additions, changed: Rewritten) -> InFile:
    done, failed = changed.done, changed.failed
    unmoved = [one for one in failed if not one.moves]
    titles = [item.title for item in sides.side.parsed.items]

    def name(index: int) -> Named:
        known = sides.known.get(sides.keys[index] or "")
        return Named(None, titles[index]) if known is None else Named(known.id, known.title)

    def names(indexes: Sequence[int]) -> tuple[Named, ...]:
        return tuple(dict.fromkeys(map(name, indexes)))

    def of(changes: Sequence[Change], *, ticked: bool | None) -> tuple[Named, ...]:
        found = [one for one in changes if one.ticked is ticked and one.added is None]
        found = [one for one in found if one.mark is None]
        found += [one for one in changes if one.moves and one.ticked is ticked is not None]
        return names([index for one in found for index in sorted(one.indexes)])

    def moved(changes: Sequence[Change]) -> tuple[Named, ...]:
        return names([index for one in changes if one.moves for index in one.indexes])

    by_hand = {id(reading): row for row, reading in added.here}

    def brought(change: Change) -> Named:
        assert change.added is not None  # noqa: S101 - chosen so
        row = by_hand.get(id(change.added))
        return Named(row.id if row else None, change.added.reading.title)

    return InFile(
        ticked=of(done, ticked=True),
        cleared=of(done, ticked=False),
        added=tuple(brought(one) for one in done if one.added is not None and not one.moves),
        moved=moved(done),
        marked=names([index for one in done if one.mark is not None for index in one.indexes]),
        removed=of(done, ticked=None),
        waiting=names(boxes.waiting),
        boxless=names(boxes.boxless),
        failed=(
            *(resource._replace(why=("box",)) for resource in of(unmoved, ticked=True)),
            *(resource._replace(why=("box",)) for resource in of(unmoved, ticked=False)),
            *(resource._replace(why=("line",)) for resource in of(failed, ticked=None)),
            *(
                brought(one)._replace(why=(_why_not(one, sides.side),))
                for one in failed
                if one.added is not None and not one.moves
            ),
            *(resource._replace(why=("section",)) for resource in moved(failed)),
        ),
    )


def _why_not(change: Change, side: FileSide) -> str:
    """Return why a line was not added: the encoding has not its characters, or it is not proved."""
    assert change.added is not None  # noqa: S101 - chosen so
    try:
        change.added.reading.title.encode(side.text.encoding.codec)
    except UnicodeEncodeError:
        return "encoding"
    return "line"
