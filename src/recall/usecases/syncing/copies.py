"""Conflicted copies beside a list: a third side, whose ticks and new lines are taken in."""

from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from recall.domain.lists.merge import identity
from recall.errors import BadFile
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.proof import Added
from recall.formats.markdown.editing.text import body
from recall.storage.tables.syncing.agreements import digest
from recall.usecases.syncing import list_file
from recall.usecases.syncing.file_side import FileSide, side_of
from recall.usecases.syncing.pairs import ListPair


class Copies(NamedTuple):
    """What other copies of a list bring: their names and digests, ticks and new lines.

    removed are the readings of the file, by index, that another computer has taken out.
    """

    names: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    ticked: frozenset[str] = frozenset()
    added: tuple[Added, ...] = ()
    removed: tuple[int, ...] = ()


def copies_beside(pair: ListPair, present: Iterable[str | None], before: Container[str]) -> Copies:
    """Return what the copies beside a list bring that were not taken in before.

    present are the identities in the file, before those that it had when list and library last
    agreed: what has gone from the file since does not come back.
    """
    sides: list[FileSide] = []
    names, digests = [], []
    for copy in list_file.copies(pair.path):
        if digest(copy.data) not in pair.file.copies:
            with suppress(BadFile):
                sides.append(side_of(copy.data, str(copy.path), pair.list.name, pair.list.choice))
                names.append(copy.path.name)
                digests.append(digest(copy.data))
    ticked = frozenset(
        identity(entry)
        for side in sides
        for entry in side.by_item
        if entry is not None and entry.read
    )
    new = _new(sides, {key for key in present if key}, before)
    return Copies(tuple(names), tuple(digests), ticked, new)


def _new(sides: Sequence[FileSide], present: set[str], before: Container[str]) -> tuple[Added, ...]:
    found = []
    for side in sides:
        for item, entry in zip(side.parsed.items, side.by_item, strict=True):
            if entry is None or identity(entry) in present or identity(entry) in before:
                continue
            present.add(identity(entry))
            line = body(side.text.lines[item.line - 1])
            whole = line if item.box in (None, item.line) else ""
            reading = NewReading(item.title, item.url, item.checked)
            found.append(Added(reading, item.section, whole, key=identity(entry)))
    return tuple(found)
