"""Changes a list: ticks and clears boxes, adds and removes lines, and proves each change."""

from collections.abc import Iterable, Sequence, Set

from recall.domain.library.catalog import Item, Mark, ParsedList, ReadOptions
from recall.domain.library.resource import Section
from recall.domain.lists.syncing.own_lines import OwnStep, TakenOut
from recall.domain.lists.syncing.own_lines_kept import OwnEdits, Placed
from recall.domain.lists.syncing.own_lines_kept import edited as own_edited
from recall.formats.markdown.editing.cells import Rows, is_row, table_around, with_status
from recall.formats.markdown.editing.changes import NOTHING_KNOWN, Change, KnownOfList, Rewritten
from recall.formats.markdown.editing.leads import leads_to_remove
from recall.formats.markdown.editing.new_lines import Neighbor, indented_as, is_table_row, line_for
from recall.formats.markdown.editing.own_in_list import OwnInList
from recall.formats.markdown.editing.places import Places, in_list, indent
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


class ListEditor:
    """A list to change: its text, and its readings."""

    def __init__(
        self,
        text: Text,
        parsed: ParsedList,
        options: ReadOptions,
        before: KnownOfList = NOTHING_KNOWN,
    ) -> None:
        """Look at the signs of its boxes."""
        self._text = text
        self._parsed = parsed
        self._options = options
        self._before = before
        self._bodies = [body(line) for line in text.lines]
        self.own = OwnInList(before.own, self._bodies, parsed.sections)
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

    def takes_back(self, change: Change) -> bool:
        """Return whether a change takes out of the list only what recall has written there."""
        if change.moves:
            return bool(self._back(change))
        if change.removes:
            return all(self.own.is_added(self._parsed.items[index]) for index in change.indexes)
        return change.added is None and bool(change.earlier)

    def changed(self, changes: Sequence[Change]) -> Rewritten:
        """Return the list with all changes that can be proved; of the others nothing is written."""
        if not changes and not leads_to_remove(
            self._before.own, self._bodies, set(), self._parsed.sections
        ):
            return Rewritten(self._text, self._parsed, own=self._before.own)
        if found := self._tried(changes):
            return found
        if len(changes) <= 1:
            left = [one for change in changes for one in self._in_place(change)]
            found = self._tried(left) if left else None
            same = Rewritten(self._text, self._parsed, own=self._before.own)
            return (found or same)._replace(failed=tuple(changes))
        half = len(changes) // 2
        first, second = self.changed(changes[:half]), self.changed(changes[half:])
        done = (*first.done, *second.done)
        both = self._tried(done) if first.done and second.done else first if first.done else second
        kept = both or first
        are_done = set(kept.done)
        failed = tuple(one for one in changes if one not in are_done)
        return kept._replace(failed=failed)

    def _in_place(self, change: Change) -> Iterable[Change]:
        """Return what is left of a move that cannot be made: its box says all the same."""
        if change.moves and (change.ticked is not None or change.mark is not None):
            (index,) = change.indexes
            item = self._parsed.items[index]
            earlier = self.own.unticked(item.box or item.line) if change.ticked is False else ""
            yield change._replace(added=None, earlier=earlier)

    def _tried(self, changes: Sequence[Change]) -> Rewritten | None:
        plan = self._plan(changes)
        if plan is None:
            return None
        after = {below: tuple(one.text for one in new) for below, new in plan.placed.items()}
        edits = Edits(plan.changed, after, frozenset(plan.removed))
        text = edited(self._text, edits)
        if not comes_back(text):
            return None
        parsed = proved(self._parsed.items, text, _meant(changes), self._options)
        if parsed is None or not untouched(self._text, text, edits):
            return None
        items = zip(self._parsed.items, self._before.keys, strict=False)
        keys = {item.line: key for item, key in items if key is not None}
        own = own_edited(self._before.own, plan, self._bodies, keys)
        return Rewritten(text, parsed, tuple(changes), own=own)

    def _plan(self, changes: Sequence[Change]) -> OwnEdits | None:
        """Return what to do with the lines; None if a box is missing, or a line loses its head."""
        changed: dict[int, str] = {}
        removed: set[int] = set()
        moved: dict[int, str] = {}
        lost: dict[int, str] = {}
        for change in changes:
            if change.removes or change.moves:
                taken = self._taken_out(change)
                removed |= taken
                if change.moves and not self._back(change):
                    moved |= dict.fromkeys(taken, self._key(change))
                elif not change.moves:
                    lost |= {at: self._key(change) for at in taken if not self.own.is_as_left(at)}
            elif (boxes := self._boxes(change)) is None:
                return None
            else:
                changed |= boxes
        leads = leads_to_remove(self._before.own, self._bodies, removed, self._parsed.sections)
        removed |= leads.keys()
        moved |= {lead: moved[line] for lead, line in leads.items() if line in moved}
        if any(self._is_under(number, removed) for number in removed):
            return None
        new = [one for one in changes if one.added is not None]
        back = {one: self._back(one) for one in new}
        placed = self._insertions([one for one in new if not back[one]])
        going = [
            (self._number(one), one.added.line, back[one]) for one in new if one.added and back[one]
        ]
        for below, lines in self.own.put_back(going, self._before.by).items():
            placed[below] = [*lines, *placed.get(below, ())]
        gone = frozenset(one for places in back.values() for one in places)
        return OwnEdits(
            by=self._before.by,
            changed=changed,
            removed=removed,
            moved=moved,
            lost=lost,
            placed=placed,
            back=gone,
        )

    def _boxes(self, change: Change) -> dict[int, str] | None:
        """Return the lines of the boxes of a change, as they are then; None if one is missing."""
        found: dict[int, str] = {}
        for index in change.indexes:
            item = self._parsed.items[index]
            if change.mark is not None:
                line = change.earlier or self.marked(item, change.mark)
            else:
                line = change.earlier or self._box(item, ticked=bool(change.ticked))
            if line is None:
                return None
            found[item.line if change.mark is not None else item.box or item.line] = line
        return found

    def _back(self, change: Change) -> tuple[TakenOut, ...]:
        """Return what was taken out from where a moved line goes back; () if it goes elsewhere."""
        if not change.moves or change.added is None:
            return ()
        return self.own.taken_from(self._number(change), change.added.section)

    def _number(self, change: Change) -> int:
        """Return the number of the line of a change of one reading."""
        (index,) = change.indexes
        return self._parsed.items[index].line

    def _key(self, change: Change) -> str:
        keys = [self._before.keys[at] for at in sorted(change.indexes) if self._before.keys]
        return next((key for key in keys if key), "")

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
        """Return the lines of readings, each with the blank line above it that is then superfluous.

        Around lines that recall put in the blank lines are the person's, or leads.
        """
        found: set[int] = set()
        for index in change.indexes:
            number = self._parsed.items[index].line
            found.add(number)
            own = self.own.line(number)
            around = [self._blank(number - 1), self._blank(number + 1)]
            if all(around) and number > 1 and (own is None or own.put_in is None):
                found.add(number - 1)
        return found

    def _is_under(self, number: int, removed: Set[int]) -> bool:
        """Return whether a line that stays is indented from one that goes."""
        rest = range(number + 1, len(self._bodies) + 1)
        below = next((after for after in rest if not self._blank(after)), None)
        if self._blank(number) or below is None or below in removed:
            return False
        line = self._bodies[number - 1]
        return not is_row(line) and indent(self._bodies[below - 1]) > indent(line)

    def _blank(self, number: int) -> bool:
        """Return whether a line is blank or beyond the end of the file."""
        inside = 0 < number <= len(self._bodies)
        return not inside or not self._bodies[number - 1].strip()

    def _insertions(self, additions: Sequence[Change]) -> dict[int, list[Placed]]:
        """Return the new lines, by the line that they follow."""
        by_place: dict[tuple[Section, int | None], list[Change]] = {}
        for change in additions:
            assert change.added is not None  # noqa: S101 - chosen so
            place = change.added.section, change.added.below
            by_place.setdefault(place, []).append(change)
        after: dict[int, list[Placed]] = {}
        known, places = self._parsed.sections, Places(self._parsed.items, self._bodies)
        # What has a new heading comes last: at the end of the file it ends the section there.
        for section, below in sorted(by_place, key=lambda one: in_list(one[0], known) is None):
            together = by_place[section, below]
            there = in_list(section, known) or section
            spot = places.spot_for(there, below)
            table = self._table(spot.below) if is_table_row(spot.neighbor) else Rows("", ())
            beside = Neighbor(spot.neighbor, spot.above, table)
            new: list[Placed] = []
            steps = (OwnStep(self._before.by, None),)
            for change in together:
                added = change.added
                assert added is not None  # noqa: S101 - chosen so
                line = added.line or line_for(added.reading, beside, self._signs)
                line = indented_as(line, beside.line) if change.moves else line
                lead = spot.between if new else spot.lead
                new += [Placed(one, "", steps) for one in lead]
                new.append(Placed(line, added.key or self._key(change), steps))
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
