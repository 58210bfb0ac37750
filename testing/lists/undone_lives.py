"""Random lives of a list that is edited on both sides and then undone, for tests.

Each edit of the person is made twice: in the file that recall writes too, and in a file that recall
never sees. Once everything is undone, the first must be the second again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource, Section
from recall.errors import RecallError
from recall.storage.tables import log
from recall.storage.tables.syncing import files
from recall.storage.tables.syncing.additions import sections
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.joining import join
from recall.usecases.resources.shelving import archive
from recall.usecases.syncing.watching import keep_in_step
from testing.lists.synced import Synced

CLOCK = count(10**18, 10**9)
"""Times of files, so that no two edits look the same."""


class Step(NamedTuple):
    """One thing that is done: of a kind, to the things that two numbers choose."""

    kind: str
    first: int
    second: int


class Life:
    """A list on both sides, and the file as the person alone would have made it."""

    def __init__(self, made: Synced, end: str, encoding: str, *, by_itself: bool) -> None:
        """Begin with a list in step; by_itself: the background program looks after each step."""
        self.made = made
        self.end = end
        self.encoding = encoding
        self.by_itself = by_itself
        self.alone = self.lines
        self.touched: set[str] = set()
        self.told: set[str] = set()
        self.moved: set[str] = set()
        self.joined: set[str] = set()
        self.added = 0
        self.first = files.newest_action(made.context.store)
        self._touch()

    @property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.made.path.read_bytes().decode(self.encoding).split(self.end)

    def do(self, step: Step) -> None:
        """Do one step; what cannot be done is not."""
        with suppress(RecallError):
            getattr(self, f"_{step.kind}")(step.first, step.second)
        if self.by_itself:
            self.minute()

    def minute(self) -> None:
        """Let the background program look once."""
        for done in keep_in_step(self.made.context, self.made.machine):
            if isinstance(done, RecallError):
                raise done
        self._touch()

    def sync(self) -> None:
        """Let the person order a sync."""
        self.made.sync()
        self._touch()

    def undo_everything(self) -> None:
        """Undo step by step, until only what was there at the beginning is left."""
        while (last := log.last_action(self.made.context.store)) and last.id > self.first:
            undone = self.made.undo()
            self.told |= {one.text for one in undone.left}
            self._touch()
            if self.by_itself:
                self.minute()

    # What the person does in the editor: on a line of their own that is the same in both files.

    def _edit(self, change: Callable[[list[str]], list[str] | None]) -> None:
        both = change(self.lines), change(self.alone)
        if None in both or both[0] == self.lines:
            return
        now, alone = both
        assert now is not None
        assert alone is not None
        self.made.path.write_bytes(self.end.join(now).encode(self.encoding))
        self.alone = alone
        self._touch()

    def _touch(self) -> None:
        at = next(CLOCK)
        os.utime(self.made.path, ns=(at, at))

    def _own(self, number: int) -> str | None:
        """Return a line of the person's that stands once in both files; None if there is none."""
        now, alone = self.lines, self.alone
        same = [one for one in alone if "](" in one and now.count(one) == alone.count(one) == 1]
        return same[number % len(same)] if same else None

    def _replace(self, number: int, old: str, new: str) -> None:
        line = self._own(number)
        if line is not None and old in line:
            self._edit(
                lambda lines: [line.replace(old, new) if one == line else one for one in lines]
            )

    def _tick(self, first: int, second: int) -> None:
        self._replace(first, "[ ]", "[x]")

    def _clear(self, first: int, second: int) -> None:
        self._replace(first, "[x]", "[ ]")

    def _title(self, first: int, second: int) -> None:
        self._replace(first, "](", f"+{second}](")

    def _space(self, first: int, second: int) -> None:
        self._replace(first, ")", ") ")

    def _link(self, first: int, second: int) -> None:
        self._replace(first, "example.org/", f"example.net/{second}/")

    def _remove(self, first: int, second: int) -> None:
        line = self._own(first)
        if line not in (None, self.alone[-1]) and sum("](" in one for one in self.alone) > 2:
            self._edit(lambda lines: [one for one in lines if one != line])

    def _new(self, first: int, second: int) -> None:
        line = self._own(first)
        if line is not None:
            new = line.replace("](", f" too](").replace("example.", f"of{second}.example.")
            self._edit(
                lambda lines: [
                    two for one in lines for two in ([one, new] if one == line else [one])
                ]
            )

    def _reorder(self, first: int, second: int) -> None:
        line, above = self._own(first), self._own(second)
        if line is not None and above is not None and line != above:

            def moved(lines: list[str]) -> list[str]:
                rest = [one for one in lines if one != line]
                at = rest.index(above) + 1
                return [*rest[:at], line, *rest[at:]]

            self._edit(moved)

    def _heading(self, first: int, second: int) -> None:
        heads = [one for one in self.alone if "Part" in one and self.lines.count(one) == 1]
        if heads:
            head = heads[first % len(heads)]
            name = head.replace("Part", "Part of", 1)
            self._edit(lambda lines: [name if one == head else one for one in lines])

    def _remark(self, first: int, second: int) -> None:
        line = self._own(first)
        if line is not None:
            self._edit(
                lambda lines: [
                    two
                    for one in lines
                    for two in ([one, f"  a remark {second}"] if one == line else [one])
                ]
            )

    def _at_end(self, first: int, second: int) -> None:
        new = f"- [ ] [At the end {second}](https://end.example.org/{second})"

        def longer(lines: list[str]) -> list[str]:
            rest = lines[:-1] if not lines[-1] else lines
            return [*rest, new, *lines[len(rest) :]]

        if new not in self.lines and new not in self.alone:
            self._edit(longer)

    def _touch_own(self, first: int, second: int) -> None:
        """Let the person edit a line that recall has added or changed."""
        lines = self.lines
        own = [one for one in lines if "](" in one and one not in self.alone]
        if own:
            line = own[first % len(own)]
            url = line.partition("](")[2].partition(")")[0]
            self.touched.add(url)
            new = line.replace("](", "!](")
            self.made.path.write_bytes(
                self.end.join(new if one == line else one for one in lines).encode(self.encoding)
            )
            self.alone = [
                one.replace("](", "!](") if f"]({url})" in one else one for one in self.alone
            ]
            self._touch()

    # What the person does in recall.

    def _pick(self, number: int) -> Resource | None:
        known = [one for one in self.made.all() if not one.gone]
        return known[number % len(known)] if known else None

    def _sections(self) -> list[Section]:
        return sorted({one for each in sections(self.made.context.store).values() for one in each})

    def _read(self, first: int, second: int) -> None:
        one = self._pick(first)
        if one is not None and one.status == "unread":
            self.made.read(one.title)

    def _grade(self, first: int, second: int) -> None:
        one = self._pick(first)
        if one is not None and one.status == "read":
            grade(self.made.context, one, Grade(Rating.GOOD, self.made.context.today))

    def _archive(self, first: int, second: int) -> None:
        one = self._pick(first)
        if one is not None:
            archive(self.made.context, one)

    def _add(self, first: int, second: int) -> None:
        self.added += 1
        every = self._sections()
        if every:
            section = every[second % len(every)]
            self.made.add(f"Mine {self.added}", section, f"https://mine.org/{self.added}")

    def _add_new(self, first: int, second: int) -> None:
        self.added += 1
        self.made.add(
            f"Mine {self.added}", (f"Shelf {first % 3}",), f"https://mine.org/{self.added}"
        )

    def _move(self, first: int, second: int) -> None:
        one = self._pick(first)
        every = self._sections()
        if one is not None and every:
            section = " > ".join(every[second % len(every)])
            edit(self.made.context, one, Edit(section=section))
            self._has_moved(one)

    def _move_new(self, first: int, second: int) -> None:
        one = self._pick(first)
        if one is not None:
            edit(self.made.context, one, Edit(new_section=f"Shelf {second % 3}"))
            self._has_moved(one)

    def _has_moved(self, one: Resource) -> None:
        self.moved.add(str(one.url))

    def _name(self, first: int, second: int) -> None:
        one = self._pick(first)
        if one is not None:
            edit(self.made.context, one, Edit(title=f"Called {second}"))

    def _join(self, first: int, second: int) -> None:
        old, new = self._pick(first), self._pick(second)
        if old is not None and new is not None and old.id != new.id:
            join(self.made.context, old, new)
            self.joined |= {str(old.url), str(new.url)}

    def _sync(self, first: int, second: int) -> None:
        self.sync()

    def _watch(self, first: int, second: int) -> None:
        self.minute()


EDITS = (
    *("tick", "tick", "clear", "title", "space", "link", "remove", "new", "reorder", "reorder"),
    *("heading", "remark", "at_end", "touch_own"),
)
ACTIONS = (
    *("read", "read", "read", "grade", "archive", "add", "add", "add_new", "add_new"),
    *("move", "move", "move_new", "name", "join"),
)
SYNCS = ("sync", "sync", "sync", "watch", "watch", "watch")


def differing(life: Life) -> tuple[int, list[str]]:
    now, alone = life.lines, life.alone
    if now == alone:
        return 0, []
    now, alone = ([_bare(life, one) for one in lines if one.strip()] for lines in (now, alone))
    if now == alone:
        return 1, []
    heads = {one for at, one in enumerate(now) if "Shelf" in one and _has_below(now[at + 1 :])}
    own = {one for one in now if any(f"]({url})" in one for url in life.touched if "mine." in url)}
    now = [
        one
        for at, one in enumerate(now)
        if one not in heads | own and not (one == "---" and {*now[at + 1 : at + 2]} & heads)
    ]
    if now == alone:
        return 2, sorted(heads | own)
    moved = [one for one in alone if any(f"]({url})" in one for url in life.moved)]
    for line in moved:
        if line in now:
            now.remove(line)
            alone.remove(line)
    if now == alone:
        return 3, moved
    return 4, [f"+{one}" for one in now if one not in alone] + [
        f"-{one}" for one in alone if one not in now
    ]


def _bare(life: Life, line: str) -> str:
    """Return a line; without its box if the person ticked it while it was joined with another."""
    return line.replace("[x]", "[ ]") if any(f"]({url})" in line for url in life.joined) else line


def _has_below(lines: list[str]) -> bool:
    below = next((one for one in lines if one.strip()), "#")
    return not below.startswith(("#", "**", "---")) or "](" in below
