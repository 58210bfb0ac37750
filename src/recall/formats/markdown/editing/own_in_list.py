"""The lines of a list that recall wrote, and how they become what they were before."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from recall.domain.library.catalog import Item, Mark
from recall.domain.library.resource import Section
from recall.domain.lists.syncing.moved_back import moved_back
from recall.domain.lists.syncing.origins import texts_before
from recall.domain.lists.syncing.own_lines import Own, OwnLine, OwnStep, TakenOut
from recall.domain.lists.syncing.own_lines_kept import Placed, changed
from recall.formats.markdown.editing.new_lines import indented_as
from recall.formats.markdown.editing.places import below_all_of, in_list, is_heading, is_within
from recall.formats.markdown.editing.signs import Sign, is_tick, sign_in


class OwnInList:
    """Recall's own lines in a list, which the person may have edited since."""

    def __init__(self, own: Own, lines: Sequence[str], sections: Sequence[Section]) -> None:
        """Look them up; lines are those of the list, without their ends, sections its own."""
        self.own = own
        self._lines = lines
        self._sections = sections
        self._by_number = {line.number: line for line in own.lines}

    def line(self, number: int) -> OwnLine | None:
        """Return what recall wrote in a line, by its number, though it may be edited since."""
        return self._by_number.get(number)

    def is_as_left(self, number: int) -> bool:
        """Return whether a line is as recall has written it."""
        own = self._by_number.get(number)
        return own is not None and own.text == self._lines[number - 1]

    def is_added(self, item: Item) -> bool:
        """Return whether recall has added the line of a reading, and it is as recall left it."""
        return self.is_as_left(item.line) and self.own.is_added(self._by_number[item.line])

    def unticked(self, number: int) -> str:
        """Return what a line was before recall ticked its box; "" if it has not, or who knows."""
        return self._before(number, lambda sign: sign is None or not is_tick(sign))

    def unmarked(self, item: Item, mark: Mark) -> str:
        """Return the line of a reading as it was before its box got a mark; "" if that is not so.

        mark is what the box is to say now.
        """
        if mark:
            return ""
        return self._before(item.line, lambda sign: sign is not None and not sign.text.strip())

    def _before(self, number: int, is_meant: Callable[[Sign | None], bool]) -> str:
        """Return what a line was when its box was so, before recall wrote it; "" if it was not."""
        own = self._by_number.get(number)
        if own is None:
            return ""
        now = self._lines[number - 1]
        found = (one for one in texts_before(self.own, own, now) if is_meant(sign_in(one)))
        return indented_as(next(found, ""), now)

    def taken_from(self, number: int, section: Section) -> tuple[TakenOut, ...]:
        """Return what was taken out of a section where a line stood before it was moved.

        That is of all moves since, the earliest last; () if it did not stand there.
        """
        own = self._by_number.get(number)
        if own is None:
            return ()
        there = in_list(section, self._sections) or section
        found: list[TakenOut] = []
        steps: tuple[OwnStep, ...] = own.steps
        while place := self.own.moved_from(own._replace(steps=steps)):
            found += place
            if self._stood_in(place, there):
                return tuple(found)
            steps = place[-1].steps
        return ()

    def _stood_in(self, place: Sequence[TakenOut], section: Section) -> bool:
        headings = [line.text for line in place[:-1] if line.text.strip()]
        if headings:
            return is_heading(headings, section)
        return is_within(place[-1].below, section, self._sections, self._lines)

    def put_back(
        self, moved: Iterable[tuple[int, str, tuple[TakenOut, ...]]], by: int
    ) -> Mapping[int, tuple[Placed, ...]]:
        """Return the lines that go back to where they stood, by the line that they follow.

        moved has the number of each line, its new text, and the lines that were taken out when it
        was moved; by is the action that moves it back.
        """
        new: dict[TakenOut, Placed] = {}
        for number, text, places in moved:
            last = places[-1]
            first = [one for one in places if one.by == last.by]
            new |= {one: Placed(one.text, "", one.steps) for one in first[:-1]}
            new[last] = self._put_back(number, text, places, by)
        found: dict[int, tuple[Placed, ...]] = {}
        for line in self.own.out:
            if line in new:
                below = below_all_of(line.below, line.text, self._lines)
                found[below] = (*found.get(below, ()), new[line])
        return found

    def _put_back(self, number: int, text: str, places: Sequence[TakenOut], by: int) -> Placed:
        *_, there = places
        stood = [*{one.by: one for one in places}.values()][::-1]

        def as_there(line: str) -> str:
            return indented_as(line, there.text)

        own = moved_back(self._by_number[number], stood, as_there)
        now, new = as_there(self._lines[number - 1]), as_there(text)
        line = own if own.steps else None
        if new != now:
            line = changed(line, by, now, new, key=there.key)
        return Placed(new) if line is None else Placed(new, line.key, line.steps, line.text)
