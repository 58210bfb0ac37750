"""Changes a list: ticks and clears boxes, adds and removes lines, and proves each change."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from recall.domain.library.catalog import Item, Mark, ParsedList, ReadOptions
from recall.domain.library.resource import Section
from recall.formats.markdown.editing.cells import Rows, is_row, table_around, with_status
from recall.formats.markdown.editing.new_lines import Neighbor, indented_as, is_table_row, line_for
from recall.formats.markdown.editing.places import Places, in_list
from recall.formats.markdown.editing.proof import Added, Meant, proved, untouched
from recall.formats.markdown.editing.signs import (
    Signs,
    sign_in,
    signs_of,
    with_box,
    with_sign,
    with_tick,
    without_tick,
)
from recall.formats.markdown.editing.text import Edits, Text, body, comes_back, edited


class Change(NamedTuple):
    """One change: the box of readings, by index, is set to ticked; or one is added or removed.

    A reading that is added and has an index is moved: its line goes, and comes elsewhere.

    earlier is the line of the box as it was before recall ticked it, to be put back.
    mark is the other sign to put into the box: begun, dropped or nothing.
    """

    indexes: frozenset[int] = frozenset()
    ticked: bool | None = None
    added: Added | None = None
    earlier: str = ""
    mark: Mark | None = None

    @property
    def removes(self) -> bool:
        """Whether the lines of readings are taken out."""
        return self.ticked is None and self.added is None and self.mark is None

    @property
    def moves(self) -> bool:
        """Whether the line of a reading is moved, with its box set if ticked is not None."""
        return self.added is not None and bool(self.indexes)


class Rewritten(NamedTuple):
    """A list after changes: its text, what it says now, and which changes could be proved.

    wrote has the lines that each change wrote, with what they were before, "" if they are new.
    """

    text: Text
    parsed: ParsedList
    done: tuple[Change, ...] = ()
    failed: tuple[Change, ...] = ()
    wrote: Mapping[Change, Mapping[str, str]] = {}


class ListEditor:
    """A list to change: its text, and its readings."""

    def __init__(self, text: Text, parsed: ParsedList, options: ReadOptions) -> None:
        """Look at the signs of its boxes."""
        self._text = text
        self._parsed = parsed
        self._options = options
        self._bodies = [body(line) for line in text.lines]
        boxes = {item.box for item in parsed.items if item.box is not None}
        self._signs: Signs = signs_of(self._bodies[number - 1] for number in sorted(boxes))
        self._models: dict[tuple[str, ...], str] = {}
        self._marks: dict[Mark, str] = {"": self._signs.open.get("brackets", " ")}
        for item in parsed.items:
            sign = sign_in(self._bodies[item.line - 1]) if item.box == item.line else None
            if sign is not None and sign.style == "brackets":
                self._models[item.section] = self._bodies[item.line - 1]
                if item.begun or item.dropped:
                    self._marks.setdefault("begun" if item.begun else "dropped", sign.text)

    def has_room(self, item: Item) -> bool:
        """Return whether a box can be put before a reading, as others of its section have one."""
        return self._boxed(item, ticked=True) is not None

    def marked(self, item: Item, mark: Mark) -> str | None:
        """Return the line of a reading whose box says mark; None if the list has no such box."""
        sign = self._marks.get(mark)
        return None if sign is None else with_sign(self._bodies[item.line - 1], sign)

    def with_box(self, item: Item, *, ticked: bool) -> str | None:
        """Return the line of the box of a reading with the box set; None if that cannot be."""
        return self._box(item, ticked=ticked)

    def line(self, number: int) -> str:
        """Return a line by its number, without its end."""
        return self._bodies[number - 1]

    def changed(self, changes: Sequence[Change]) -> Rewritten:
        """Return the list with all changes that can be proved; of the others nothing is written."""
        if not changes:
            return Rewritten(self._text, self._parsed)
        if found := self._tried(changes):
            return found
        if len(changes) == 1:
            return Rewritten(self._text, self._parsed, failed=tuple(changes))
        half = len(changes) // 2
        first, second = self.changed(changes[:half]), self.changed(changes[half:])
        done = (*first.done, *second.done)
        both = self._tried(done) if first.done and second.done else first if first.done else second
        kept = both or first
        are_done = set(kept.done)
        failed = tuple(one for one in changes if one not in are_done)
        return kept._replace(failed=failed)

    def _tried(self, changes: Sequence[Change]) -> Rewritten | None:
        wrote: dict[Change, dict[str, str]] = {}
        edits = self._edits(changes, wrote)
        if edits is None:
            return None
        text = edited(self._text, edits)
        if not comes_back(text):
            return None
        parsed = proved(self._parsed.items, text, _meant(changes), self._options)
        if parsed is None or not untouched(self._text, text, edits):
            return None
        return Rewritten(text, parsed, tuple(changes), wrote=wrote)

    def _edits(
        self, changes: Iterable[Change], wrote: dict[Change, dict[str, str]]
    ) -> Edits | None:
        """Return what to do with the lines; None if a box is missing, or a line loses its head."""
        changed: dict[int, str] = {}
        removed: set[int] = set()
        for change in changes:
            if change.removes or change.moves:
                removed |= self._taken_out(change)
            elif change.mark is not None:
                (index,) = change.indexes
                item = self._parsed.items[index]
                line = self.marked(item, change.mark)
                if line is None:
                    return None
                changed[item.line] = line
            elif change.ticked is not None:
                for index in change.indexes:
                    item = self._parsed.items[index]
                    line = change.earlier or self._box(item, ticked=change.ticked)
                    if line is None:
                        return None
                    number = item.box or item.line
                    changed[number] = line
                    wrote.setdefault(change, {})[line] = self._bodies[number - 1]
        if any(self._is_under(number, removed) for number in removed):
            return None
        after = self._insertions([one for one in changes if one.added is not None], wrote)
        return Edits(changed, after, frozenset(removed))

    def _box(self, item: Item, *, ticked: bool) -> str | None:
        """Return the line of a box with the box set; None if there is none that can be."""
        if item.box is None:
            return self._boxed(item, ticked=ticked)
        line = self._bodies[item.box - 1]
        if is_row(line) and sign_in(line) is None:
            return with_status(line, self._table(item.box), self._signs, read=ticked)
        return (with_tick if ticked else without_tick)(line, self._signs)

    def _table(self, number: int) -> Rows:
        return table_around(self._bodies, number)

    def _boxed(self, item: Item, *, ticked: bool) -> str | None:
        model = self._models.get(item.section)
        if model is None or item.box is not None:
            return None
        return with_box(self._bodies[item.line - 1], model, ticked=ticked, usual=self._signs)

    def _taken_out(self, change: Change) -> set[int]:
        """Return the lines of readings, with a blank line above each that nothing needs then."""
        found: set[int] = set()
        for index in change.indexes:
            number = self._parsed.items[index].line
            found.add(number)
            around = [self._blank(number - 1), self._blank(number + 1)]
            if all(around) and number > 1:
                found.add(number - 1)
        return found

    def _is_under(self, number: int, removed: Set[int]) -> bool:
        """Return whether a line that stays is indented from one that goes."""
        rest = range(number + 1, len(self._bodies) + 1)
        below = next((after for after in rest if not self._blank(after)), None)
        if self._blank(number) or below is None or below in removed:
            return False
        line = self._bodies[number - 1]
        return not is_row(line) and _indent(self._bodies[below - 1]) > _indent(line)

    def _blank(self, number: int) -> bool:
        """Return whether a line is blank or beyond the end of the file."""
        inside = 0 < number <= len(self._bodies)
        return not inside or not self._bodies[number - 1].strip()

    def _insertions(
        self, additions: Sequence[Change], wrote: dict[Change, dict[str, str]]
    ) -> Mapping[int, Sequence[str]]:
        """Return the new lines, by the line that they follow."""
        by_place: dict[tuple[Section, int | None], list[Change]] = {}
        for change in additions:
            assert change.added is not None  # noqa: S101 - chosen so
            place = change.added.section, change.added.below
            by_place.setdefault(place, []).append(change)
        after: dict[int, list[str]] = {}
        known, places = self._parsed.sections, Places(self._parsed.items, self._bodies)
        # What has a new heading comes last: at the end of the file it ends the section there.
        for section, below in sorted(by_place, key=lambda one: in_list(one[0], known) is None):
            together = by_place[section, below]
            there = in_list(section, known) or section
            spot = places.spot_for(there, below)
            table = self._table(spot.below) if is_table_row(spot.neighbor) else Rows("", ())
            beside = Neighbor(spot.neighbor, spot.above, table)
            new: list[str] = []
            for change in together:
                assert change.added is not None  # noqa: S101 - chosen so
                line = change.added.line or line_for(change.added.reading, beside, self._signs)
                line = indented_as(line, beside.line) if change.moves else line
                new += [*(spot.between if new else spot.lead), line]
                if not change.moves:
                    wrote[change] = {line: ""}
                beside = beside._replace(line=line, above=beside.line)
            after.setdefault(spot.below, []).extend(new)
        return after


def _meant(changes: Iterable[Change]) -> Meant:
    ticked: dict[int, bool] = {}
    marked: dict[int, Mark] = {}
    added: list[Added] = []
    removed: set[int] = set()
    for change in changes:
        if change.added is not None:
            added.append(change.added)
            removed |= change.indexes
        elif change.mark is not None:
            marked |= dict.fromkeys(change.indexes, change.mark)
        elif change.ticked is not None:
            ticked |= dict.fromkeys(change.indexes, change.ticked)
        else:
            removed |= change.indexes
    return Meant(ticked, added, frozenset(removed), marked)


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
