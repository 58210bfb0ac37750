"""Follows the lines that recall wrote through all edits of a file, by anybody. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from recall.domain.lists.syncing.own_lines import Own, OwnLine, OwnStep, TakenOut, line_before
from recall.domain.lists.syncing.same_lines import same_lines


def followed(own: Own, old: Sequence[str], new: Sequence[str], keys: Mapping[int, str]) -> Own:
    """Return recall's lines by their numbers in a file that the person has edited.

    keys has the identity of each reading by the number of its line in the edited file. A line
    that the person has taken out is no longer recall's, nor is the place of one that they moved.
    """
    if old == new or (not own.lines and not own.out):
        return own
    at = {0: 0, len(old) + 1: len(new) + 1, **same_lines(old, new)}
    taken = set(at.values())
    free = _by_value({n: line for n, line in enumerate(new, 1) if line.strip() and n not in taken})
    readings = _by_value({n: key for n, key in keys.items() if n not in taken})
    lines = [
        found
        for line in own.lines
        if (found := _where_now(own, line, at, free, readings=readings)).number
    ]
    out = [line._replace(below=_below(line.below, at, len(old))) for line in own.out]
    return without_orphans(Own(tuple(sorted(lines)), tuple(out)))


def _where_now(
    own: Own,
    line: OwnLine,
    at: Mapping[int, int],
    free: Mapping[str, Sequence[int]],
    readings: Mapping[str, Sequence[int]],
) -> OwnLine:
    """Return a line by its number now, 0 if it is no longer recall's or no longer there.

    at are the lines that stand as before; free has the others by their text, readings by their
    identity.
    """
    if line.number in at:
        return line._replace(number=at[line.number])
    if len(there := free.get(line.text, ())) == 1:
        moved = _moved_by_person(own, line)
        return moved._replace(number=there[0] if moved.steps else 0)
    if line.key and len(there := readings.get(line.key, ())) == 1:
        return line._replace(number=there[0])
    above, below = at.get(line.number - 1, -1), at.get(line.number + 1, -1)
    is_in_between = bool(line.key) and above >= 0 and below == above + 2
    return line._replace(number=above + 1 if is_in_between else 0)


def _by_value(values: Mapping[int, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, value in values.items():
        found.setdefault(value, []).append(number)
    return found


def _moved_by_person(own: Own, line: OwnLine) -> OwnLine:
    """Return a line that stands where the person wants it: where recall put it counts no more."""
    put_in = line.put_in
    if put_in is None or not own.moved_from(line):
        return line
    later = line.steps[line.steps.index(put_in) + 1 :]
    return line._replace(steps=later)


def _below(number: int, at: Mapping[int, int], count: int) -> int:
    """Return the line below which something was taken out, as near as it still stands."""
    if number in at:
        return at[number]
    if number < count and number + 1 in at:
        return at[number + 1] - 1
    return next((at[above] for above in range(number, 0, -1) if above in at), 0)


def without_orphans(own: Own) -> Own:
    """Return it without what was taken out for a move whose line is no longer there."""
    known: Iterable[OwnLine | TakenOut] = (*own.lines, *own.out)
    put_in = {(line.key, step.by) for line in known for step in line.steps if step.before is None}
    kept = tuple(line for line in own.out if not line.moved or (line.key, line.by) in put_in)
    return own if kept == own.out else without_orphans(own._replace(out=kept))


class Placed(NamedTuple):
    """A line to put in: one of recall's own if it has steps.

    as_left is its text as recall left it, if the person has changed it since.
    """

    text: str
    key: str = ""
    steps: tuple[OwnStep, ...] = ()
    as_left: str = ""


class OwnEdits(NamedTuple):
    """What recall does to a file, by the numbers of its lines.

    changed has new texts. removed are taken out; of these moved, with the identity of the reading
    each belongs to, stand elsewhere then, and lost were the person's. placed are put in below a
    line. back is what was taken out before and is put in again.
    """

    by: int
    changed: Mapping[int, str] = {}
    removed: AbstractSet[int] = frozenset()
    moved: Mapping[int, str] = {}
    lost: Mapping[int, str] = {}
    placed: Mapping[int, Sequence[Placed]] = {}
    back: AbstractSet[TakenOut] = frozenset()


def edited(own: Own, edits: OwnEdits, lines: Sequence[str], keys: Mapping[int, str]) -> Own:
    """Return recall's lines as they are after its own edits of a file.

    lines are those before the edits, keys the identity of the readings by the numbers of lines.
    """
    after = _After(own, edits, lines, keys)
    for number in range(len(lines) + 1):
        if number:
            after.take(number)
        after.put_below(number)
    return without_orphans(Own(tuple(after.lines), tuple(after.out)))


class _After:
    """A file after edits, line by line; count is how many lines it has so far."""

    def __init__(
        self, own: Own, edits: OwnEdits, texts: Sequence[str], keys: Mapping[int, str]
    ) -> None:
        self._edits = edits
        self._texts = texts
        self._keys = keys
        self._before = {one.number: one for one in own.lines}
        self._out: dict[int, list[TakenOut]] = {}
        for line in own.out:
            if line not in edits.back:
                self._out.setdefault(line.below, []).append(line)
        self.lines: list[OwnLine] = []
        self.out: list[TakenOut] = []
        self.count = 0

    def take(self, number: int) -> None:
        """Copy the next line of the old file, unless it is changed or removed."""
        edits, text, line = self._edits, self._texts[number - 1], self._before.get(number)
        if number not in edits.removed:
            self.count += 1
            if number in edits.changed:
                new, reading = edits.changed[number], self._keys.get(number, "")
                line = changed(line, edits.by, text, new, key=reading)
            if line is not None:
                self.lines.append(line._replace(number=self.count))
        elif (key := {**edits.lost, **edits.moved}.get(number)) is not None:
            steps, as_left = ((), text) if line is None else (line.steps, line.text)
            is_moved = number in edits.moved
            self.out.append(
                TakenOut(
                    self.count, key, edits.by, text, steps=steps, as_left=as_left, moved=is_moved
                )
            )

    def put_below(self, number: int) -> None:
        """Add what was taken out below the current line earlier, and what is put in there now."""
        self.out += [line._replace(below=self.count) for line in self._out.get(number, ())]
        for new in self._edits.placed.get(number, ()):
            self.count += 1
            if new.steps:
                text = new.as_left or new.text
                self.lines.append(OwnLine(self.count, new.key, text, new.steps))


def changed(line: OwnLine | None, by: int, old: str, new: str, key: str) -> OwnLine | None:
    """Return a line that recall changes; None if it is then as the person had it."""
    if line is None:
        return OwnLine(0, key, new, (OwnStep(by, old),))
    if line.text == old:
        line = without_detours(line._replace(text=new, steps=(*line.steps, OwnStep(by, old))))
        return line if line.steps else None
    last = line.steps[-1]
    if last.before is not None and line_before(last.before, line.text, old) == new:
        return None
    return line._replace(text=new, steps=(OwnStep(by, old),))


def without_detours(line: OwnLine) -> OwnLine:
    """Return a line without the steps that made it what it had been before them."""
    was = [step.before for step in line.steps]
    return line._replace(steps=line.steps[: was.index(line.text)]) if line.text in was else line
