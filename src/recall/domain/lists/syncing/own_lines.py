"""The lines of a list's file that are recall's own, and what stood there before. Pure.

They let undo take out recall's lines, and leave those that the person has written since.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self


class OwnStep(NamedTuple):
    """What an action of recall made of a line: before is what it was, None if it was not there."""

    by: int
    before: str | None


class OwnLine(NamedTuple):
    """A line that recall wrote: its number, from 1, and its text as recall left it.

    key is the identity of its reading; "" for what is none, such as a heading. steps has the
    newest last.
    """

    number: int
    key: str
    text: str
    steps: tuple[OwnStep, ...]

    @property
    def put_in(self) -> OwnStep | None:
        """The last step that put the line where it is; None if it stood there before."""
        return next((step for step in reversed(self.steps) if step.before is None), None)

    @property
    def is_lead(self) -> bool:
        """Whether recall wrote the line for others: a heading, a rule, a blank line."""
        return not self.key and self.put_in is not None


class TakenOut(NamedTuple):
    """A line that an action of recall took out from below another one, by its number.

    steps is how it had become as it was; as_left is its text as recall had left it. moved: it
    stands elsewhere since, put in by that action.
    """

    below: int
    key: str
    by: int
    text: str
    steps: tuple[OwnStep, ...] = ()
    as_left: str = ""
    moved: bool = False


class Own(NamedTuple):
    """What recall has done to the lines of a file, as they are numbered in it."""

    lines: tuple[OwnLine, ...] = ()
    out: tuple[TakenOut, ...] = ()

    @classmethod
    def of(cls, stored: Sequence[Any]) -> Self:
        """Return it from the lists that JSON makes of it."""
        lines, out = stored
        return cls(tuple(map(_own_line, lines)), tuple(map(_taken_out, out)))

    def taken_out(self, key: str, by: int) -> tuple[TakenOut, ...]:
        """Return what an action took out to move a reading, from top to bottom: last its line."""
        return tuple(line for line in self.out if line.moved and (line.key, line.by) == (key, by))

    def is_added(self, line: OwnLine) -> bool:
        """Return whether recall has added a line, wherever it has moved it since."""
        steps = line.steps
        while put_in := next((step for step in reversed(steps) if step.before is None), None):
            place = self.taken_out(line.key, put_in.by) if line.key else ()
            if not place:
                return True
            steps = place[-1].steps
        return False

    def renamed(self, keys: Mapping[str, str]) -> Self:
        """Return it under the identities that its readings have now, by the old ones."""
        return self._replace(
            lines=tuple(line._replace(key=keys.get(line.key, line.key)) for line in self.lines),
            out=tuple(line._replace(key=keys.get(line.key, line.key)) for line in self.out),
        )

    def until(self, by: int) -> Self:
        """Return it as if all that this action did, and those after it, were the person's."""
        lines = [
            line._replace(steps=tuple(step for step in line.steps if step.by < by))
            for line in self.lines
        ]
        out = tuple(line for line in self.out if line.by < by)
        return self._replace(lines=tuple(line for line in lines if line.steps), out=out)

    def moved_from(self, line: OwnLine) -> tuple[TakenOut, ...]:
        """Return what was taken out where a line stood before it was moved; () if it was not."""
        put_in = line.put_in
        return self.taken_out(line.key, put_in.by) if put_in is not None and line.key else ()


def _own_line(stored: Sequence[Any]) -> OwnLine:
    number, key, text, steps = stored
    return OwnLine(number, key, text, _steps(steps))


def _taken_out(stored: Sequence[Any]) -> TakenOut:
    below, key, by, text, steps, as_left, moved = stored
    return TakenOut(below, key, by, text, steps=_steps(steps), as_left=as_left, moved=moved)


def _steps(stored: Iterable[Sequence[Any]]) -> tuple[OwnStep, ...]:
    return tuple(OwnStep(*step) for step in stored)


def line_before(before: str, written: str, now: str) -> str | None:
    """Return what a line would be now if recall had not written it; None if that cannot be told.

    That is the line as it was, with the edits of the person, if these are not where recall's are.
    What the person has put back by themselves is as it would be.
    """
    if before == written:
        return now
    if now == written:
        return before
    start = next((at for at, (a, b) in enumerate(zip(before, written, strict=False)) if a != b), -1)
    if start < 0:
        start = min(len(before), len(written))
    end = 0
    while end < min(len(before), len(written)) - start and before[-end - 1] == written[-end - 1]:
        end += 1
    head, tail = written[: len(written) - end + 1], written[max(0, start - 1) :]
    if end and now.startswith(head):
        return before[: len(before) - end] + now[len(written) - end :]
    if start and now.endswith(tail):
        return now[: len(now) - len(written) + start] + before[start:]
    is_put_back = (end and now.startswith(before[: len(before) - end + 1])) or (
        start and now.endswith(before[start - 1 :])
    )
    return now if is_put_back else None
