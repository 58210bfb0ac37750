"""A list that is edited on both sides, and the file as the person alone would have made it.

Each edit of the person is made twice: in the file that recall writes too, and in one that recall
never sees. Once everything is undone, the first must be the second again.
"""

import os
from collections.abc import Callable, Collection, Sequence
from itertools import count
from typing import NamedTuple

from recall.domain.library.resource import Resource, Section
from recall.storage.tables import log
from recall.storage.tables.syncing import files
from recall.storage.tables.syncing.additions import sections
from testing.lists.synced import Synced

_CLOCK = count(10**18, 10**9)
"""Times of files, so that no two edits look the same."""


class Step(NamedTuple):
    """One thing that is done, to the things that two numbers choose."""

    kind: str
    number: int
    other: int


class Life:
    """A list on both sides.

    touched are the links of recall's lines that the person has edited, moved those of lines that
    recall may have moved, joined those of resources that were two. told is what `undo` said stays.
    """

    def __init__(self, made: Synced, end: str, encoding: str) -> None:
        """Begin with a list in step."""
        self.made = made
        self._end = end
        self._encoding = encoding
        self.alone: Sequence[str] = self.lines
        self.touched: set[str] = set()
        self.moved: set[str] = set()
        self.joined: set[str] = set()
        self.told: list[str] = []
        self._first = files.newest_action(made.context.store)

    @property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.made.path.read_bytes().decode(self._encoding).split(self._end)

    def undo_everything(self, after_each: Callable[[], object]) -> None:
        """Undo step by step, until only what was there at the beginning is left."""
        while (last := log.last_action(self.made.context.store)) and last.id > self._first:
            self.told += [line.text for line in self.made.undo().left]
            after_each()

    def edit(self, change: Callable[[Sequence[str]], Sequence[str]]) -> None:
        """Let the person edit the file, and do the same in the file that recall never sees."""
        self.write(change(self.lines))
        self.alone = change(self.alone)

    def write(self, lines: Sequence[str]) -> None:
        """Let the person save the file."""
        self.made.path.write_bytes(self._end.join(lines).encode(self._encoding))
        at = next(_CLOCK)
        os.utime(self.made.path, ns=(at, at))

    def own_line(self, number: int, *, is_in_place: bool = False) -> str | None:
        """Return a line of the person's that is the same in both files, and not the last.

        is_in_place: it stands in the same place in both, as recall has not moved it.
        """
        now, alone = self.lines, self.alone
        same = [
            one for one in alone[:-1] if "](" in one and now.count(one) == alone.count(one) == 1
        ]
        if is_in_place:
            same = [one for one in same if not is_of(one, self.moved)]
        return same[number % len(same)] if same else None

    def resource(self, number: int) -> Resource:
        """Return a resource of the library."""
        known = [resource for resource in self.made.all() if not resource.gone]
        return known[number % len(known)]

    def section(self, number: int) -> Section:
        """Return a section of the library."""
        of_lists = sections(self.made.context.store).values()
        every = sorted({one for each in of_lists for one in each})
        return every[number % len(every)]


def is_of(line: str, links: Collection[str]) -> bool:
    """Return whether a line has one of these links."""
    return any(f"]({link})" in line for link in links)
