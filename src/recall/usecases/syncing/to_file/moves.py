"""What was moved to another section in recall: its line moves too, if it can by itself."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, Mark
from recall.domain.library.resource import Section
from recall.domain.lists.details import storable
from recall.domain.lists.merge import Known
from recall.domain.lists.renamed_sections import SectionChange, SectionVotes
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.boxes import BoxChanges
from recall.domain.lists.syncing.standing import moved_to, sections_before
from recall.formats.markdown.editing.changes import Change
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.places import ON_TOP, in_list
from recall.formats.markdown.editing.proof import Added, as_marked, as_ticked
from recall.formats.markdown.editing.writing import ListEditor
from recall.storage.actions import Action
from recall.storage.tables.lists import numbers as ids
from recall.storage.tables.syncing import moved_places


class Move(NamedTuple):
    """A reading of the file, by its index, and the section into which its line goes.

    below is the reading, by index, below which it goes, as in Added.
    """

    at: int
    section: Section
    below: int | None = None


def let_file_count(action: Action, list_id: int, base: Sequence[BaseEntry]) -> bool:
    """Let the file decide where a resource stands that was moved to the section it has there.

    The person may have named only the end of its path; return whether it has another name then.
    base is what the file said last.
    """
    moved = moved_places.sections_of(action, list_id)
    if not moved:
        return False
    sections = sorted({_stored(entry.section) for entry in base})
    before = sections_before(base)
    had = {number: before[key] for key, number in ids(action, before).items()}
    stays = {
        number: had[number]
        for number, section in moved.items()
        if number in had and (in_list(section, sections) or section) == had[number]
    }
    moved_places.stand(action, list_id, stays)
    return any(section != moved[number] for number, section in stays.items())


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
        section = moved_to(known[key], _stored(item.section), before.get(key))
        if section is not None:
            found.append(Move(index, section))
    return found


def to_old_places(
    moving: Sequence[Move],
    items: Sequence[Item],
    keys: Sequence[str | None],
    states: Iterable[Sequence[BaseEntry]],
) -> list[Move]:
    """Return moves with the line below which each stood when it was last in its section.

    states are what the file said earlier, newest first.
    """
    left = {(keys[move.at] or "", move.section): move for move in moving}
    away = {move.at for move in moving}
    stays = {
        (key, _stored(item.section)): index
        for index, (item, key) in enumerate(zip(items, keys, strict=True))
        if index not in away
    }
    called = (_as_called_now(entries, dict(stays.keys())) for entries in states)
    found = []
    for entries in reversed(_back_to_all(left, called)):
        above: dict[Section, int] = {}
        for entry in entries:
            stood = entry.key, _stored(entry.section)
            if (line := left.pop(stood, None)) is not None:
                found.append(line._replace(below=above.get(line.section, ON_TOP)))
            above[stood[1]] = stays.get(stood, above.get(stood[1], ON_TOP))
    return [*found, *left.values()]


def _back_to_all(
    moving: Iterable[tuple[str, Section]], states: Iterable[Sequence[BaseEntry]]
) -> list[Sequence[BaseEntry]]:
    """Return the states back to that in which the last line to be found was in its section."""
    found, passed, missing = [], [], set(moving)
    for entries in states:
        if not missing:
            break
        passed.append(entries)
        if here := missing & {(entry.key, _stored(entry.section)) for entry in entries}:
            missing -= here
            found = list(passed)
    return found


def _as_called_now(
    entries: Sequence[BaseEntry], now: Mapping[str | None, Section]
) -> list[BaseEntry]:
    """Return entries of an earlier state in the sections as the file has renamed them since."""
    readings = [
        SectionChange(_stored(entry.section), now[entry.key])
        for entry in entries
        if entry.key in now
    ]
    here, votes = set(now.values()), SectionVotes(readings)
    names = {
        section: section if section in here else votes.most_of(section) or section
        for section in {_stored(entry.section) for entry in entries}
    }
    return [entry._replace(section=names[_stored(entry.section)]) for entry in entries]


def _stored(section: Section) -> Section:
    return tuple(map(storable, section))


def changes(
    moving: Sequence[Move],
    items: Sequence[Item],
    boxes: BoxChanges,
    marks: Mapping[int, Mark],
    editor: ListEditor,
) -> list[Change]:
    """Return the change of each move; a box that is to say something else does so on the way."""
    found = []
    for index, section, below in moving:
        item = items[index]
        ticked = True if index in boxes.tick else False if index in boxes.clear else None
        line = editor.line(item.line)
        if ticked is not None and item.box in (None, item.line):
            earlier = "" if ticked else editor.own.unticked(item.line)
            line = earlier or editor.with_box(item, ticked=ticked) or line
        mark = None if ticked is not None else marks.get(index)
        if mark is not None:
            line = editor.marked(item, mark) or line
        now = as_marked(as_ticked(item, ticked), mark)
        reading = NewReading(item.title, item.url, now.checked)
        added = Added(reading, section, line, item=now, below=below)
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
            resource = known[keys[index] or ""]
            moved[resource.id] = now.get(change.added.reading.url, change.added.section)
    moved_places.stand(action, list_id, moved)
