"""Proves that a changed list says what it is meant to say, and nothing else."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, Mark, ParsedList, ReadOptions
from recall.domain.library.resource import Section, fold
from recall.errors import BadFile
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.text import Edits, Text
from recall.formats.markdown.reader import parse

_SIGNS = re.compile(r"[\s*_`~\\]")

_Work = tuple[str | None, str]


class Added(NamedTuple):
    """A reading that a new line is to bring, and the section it should stand in.

    line is the whole line if it is written already, as in another copy of the list. item is what
    it says, but for the section, if it is moved within the list. below is the index of the reading
    in that section that it follows: ON_TOP puts it first in the section, None puts it last. key is
    the identity of the reading.
    """

    reading: NewReading
    section: Section
    line: str = ""
    item: Item | None = None
    below: int | None = None
    key: str = ""


class Meant(NamedTuple):
    """What a change of a list is meant to do: boxes by index, new readings, readings removed."""

    ticked: Mapping[int, bool]
    added: Sequence[Added] = ()
    removed: frozenset[int] = frozenset()
    marked: Mapping[int, Mark] = {}


def proved(
    items: Sequence[Item], after: Text, meant: Meant, options: ReadOptions
) -> ParsedList | None:
    """Return what a changed list says if that is what was meant; None if it is not."""
    try:
        found = parse(after.shown, options=options)
    except BadFile:
        return None
    left = [
        as_marked(as_ticked(one, meant.ticked.get(index)), meant.marked.get(index))
        for index, one in enumerate(items)
        if index not in meant.removed
    ]
    new, at = _by_work(meant.added), 0
    for item in found.items:
        if at < len(left) and _same(left[at], item):
            at += 1
            continue
        same = new.get(_work(item), [])
        told = next((number for number, reading in enumerate(same) if _is(reading, item)), None)
        if told is None:
            return None
        del same[told]
    return None if any(new.values()) or at < len(left) else found


def _by_work(added: Iterable[Added]) -> dict[_Work, list[Added]]:
    """Return new readings by what tells them from most others, so that few are compared."""
    found: dict[_Work, list[Added]] = {}
    for reading in added:
        found.setdefault(_work(reading.item or reading.reading), []).append(reading)
    return found


def _work(told: Item | NewReading) -> _Work:
    """Return the address of a reading, or its title if it has none: two that are one have it."""
    return told.url, "" if told.url is not None else told.title


def untouched(before: Text, after: Text, edits: Edits) -> bool:
    """Return whether every line that was not to be changed has the same bytes as before."""
    kept = [
        line
        for number, line in enumerate(before.lines, 1)
        if number not in edits.changed and number not in edits.removed
    ]
    lines, at = list(after.lines), 0
    for line in lines:
        if at < len(kept) and _alike(line, kept[at], at + 1 == len(kept)):
            at += 1
    grown = sum(map(len, edits.after.values())) - len(edits.removed)
    return at == len(kept) and len(lines) == len(before.lines) + grown


def _alike(line: str, other: str, is_last: bool) -> bool:  # noqa: FBT001 - of two lines
    """Return whether two lines are the same; the last of a file may have got or lost its end."""
    return line == other or (is_last and line.rstrip("\r\n") == other.rstrip("\r\n"))


def as_ticked(item: Item, ticked: bool | None) -> Item:  # noqa: FBT001 - a box may be neither
    """Return a reading with its box set; None leaves it as it is."""
    if ticked is None:
        return item
    return item._replace(checked=ticked, begun=False, dropped=False)


def as_marked(item: Item, mark: Mark | None) -> Item:
    """Return a reading whose box says begun, dropped or nothing; None leaves it as it is."""
    if mark is None:
        return item
    return item._replace(begun=mark == "begun", dropped=mark == "dropped")


def _same(item: Item, other: Item) -> bool:
    """Return whether two readings say the same, wherever they stand in the file.

    The date of reading counts only in a box that is ticked, and a cleared box may say that the
    reading has begun, as it did before it was ticked.
    """
    bare = other._replace(line=item.line, box=item.box)
    if not (item.checked or other.checked or item.begun or item.dropped):
        bare = bare._replace(begun=False, dropped=False)
    return item == (bare if item.read_on == bare.read_on else bare._replace(read_on=item.read_on))


def _is(new: Added, item: Item) -> bool:
    """Return whether an item is a new reading, under the heading that it was meant for.

    Signs of markup in a title may not come back, as not in the cells of a table. What is read
    already has no tick where its neighbors have no box.
    """
    reading = new.reading
    stands = [*map(fold, item.section[-1:])] == [*map(fold, new.section[-1:])]
    if new.item is not None:
        moved = new.item._replace(section=item.section)
        return stands and _same(moved, item)
    bare = (_SIGNS.sub("", title) for title in (item.title, reading.title))
    same = item.title == reading.title or (item.url is not None and len({*bare}) == 1)
    ticked = reading.ticked and item.box is not None
    return same and stands and (item.url, item.checked) == (reading.url, ticked)
