"""Today's queue where readings wait for others, have priorities, and sections have turns."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.morning import FIRST, HELD, LATER, NEEDED, USUAL, Turn
from recall.domain.day.queue import Queue
from recall.domain.day.visit import Visit
from recall.domain.library.resource import PRIORITIES, Resource
from testing.shelf import TODAY, Shelf, reading, revisit

PLENTY = 100_000
"""Minutes of a day that holds everything."""

A_LIFE = 1000
"""Days, more than all of a shelf takes, after which what was done is due again."""

TURNS = st.sampled_from(
    [
        Turn(USUAL),
        Turn(USUAL),
        Turn(NEEDED, date(2026, 3, 9)),
        Turn(NEEDED, date(2026, 2, 1)),
        Turn(FIRST),
        Turn(LATER),
        Turn(HELD),
    ]
)
SETTINGS = st.tuples(st.integers(1, 120), st.integers(1, 90), st.integers(5, 60))
DAYS = st.tuples(st.integers(5, 120), st.integers(5, 90), st.integers(5, 60))
"""Settings under which a sitting can be the last one: what is left of a reading is 5 at least."""


@st.composite
def shelves(draw: st.DrawFn) -> Shelf:
    """Readings and revisits; who waits waits for an earlier part, or else for a lower number."""
    found: list[Resource] = []
    after: dict[int, frozenset[int]] = {}
    for number in range(1, draw(st.integers(1, 10)) + 1):
        if draw(st.sampled_from([True, False, False])):
            found.append(revisit(number, draw(st.integers(3, 30))))
            continue
        begun = draw(st.sampled_from([0, 0, 0, 12]))
        found.append(
            reading(
                number,
                draw(st.integers(1, 90)),
                series=(series := draw(st.sampled_from([None, None, "a"]))),
                part=series and draw(st.sampled_from([None, 1, 1, 2])),
                minutes_read=begun,
                status="reading" if begun else "unread",
                priority=draw(st.sampled_from(PRIORITIES)),
            )
        )
    in_order = sorted(found, key=lambda one: (one.part or 0, one.id))
    for at, one in enumerate(in_order):
        if at and one.card.due is None:
            earlier = st.sampled_from([other.id for other in in_order[:at]])
            after[one.id] = draw(st.frozensets(earlier, max_size=2))
    turns = draw(st.dictionaries(st.integers(1, len(found)), TURNS))
    shelf = Shelf.of(found)._replace(after=after, turns=turns)
    return shelf._replace(shared=draw(st.booleans()), owed=draw(st.sampled_from([0, 0, 7, 30])))


def ids(queue: Queue) -> list[int]:
    return [visit.resource.id for visit in (*queue.revisit, *queue.read)]


def finish(shelf: Shelf, number: int) -> Shelf:
    """The shelf after the whole of something was done, listed or not."""
    one = shelf.resources[number]
    return shelf.finish(Visit(one, one.next_minutes, "extra"), one.next_minutes)


@given(shelves(), SETTINGS, st.data())
def test_a_gated_reading_is_never_offered(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    """Also where the plan is given what waits as well: that changes nothing of it."""
    while listed := [*(queue := shelf.queue(*settings)).revisit, *queue.read]:
        assert all(shelf.is_free(shelf.resources[visit.resource.id]) for visit in queue.read)
        assert shelf._replace(all_unread=True).queue(*settings) == queue
        visit = data.draw(st.sampled_from(listed))
        shelf = shelf.finish(visit, data.draw(st.integers(1, 2 * visit.minutes)))


@given(shelves(), SETTINGS)
def test_revisits_are_never_gated(shelf: Shelf, settings: tuple[int, int, int]) -> None:
    free = Shelf.of(list(shelf.resources.values())).queue(*settings)
    gated = shelf._replace(shared=False).queue(*settings)  # a share would be for what is free
    # What is longer than the day is offered alone, where there is nothing to read at all.
    lone = [one for one in gated.revisit if "longer than the day" in one.reason]
    assert gated.revisit == free.revisit or (lone and not gated.read)


@given(shelves(), SETTINGS, st.data())
def test_finishing_in_time_adds_only_what_it_set_free_and_at_the_end(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    while listed := [*(queue := shelf.queue(*settings)).revisit, *queue.read]:
        before = ids(queue)
        visit = data.draw(st.sampled_from(listed))
        was_free = {one.id for one in shelf.resources.values() if shelf.is_free(one)}
        shelf = shelf.finish(visit, data.draw(st.integers(1, visit.minutes)))
        after = ids(shelf.queue(*settings))
        old = [number for number in before if number in after]
        assert after[: len(old)] == old
        for number in after[len(old) :]:
            assert number not in was_free
            assert shelf.is_free(shelf.resources[number])


def test_a_sitting_is_shorter_by_what_something_else_took() -> None:
    revisits = [revisit(number, 3) for number in range(2, 10)]
    shelf = Shelf.of([reading(1, 17), *revisits])._replace(shared=True, owed=30)
    before, after = (one.queue(30, 16, 16) for one in (shelf, finish(shelf, 6)))
    assert ids(before) == ids(after) == [2, 3, 4, 5, 1]
    assert [(one.minutes, one.left) for one in (*before.read, *after.read)] == [(16, 1), (15, 2)]


@given(shelves(), SETTINGS, st.data())
def test_an_extra_reading_adds_what_it_set_free_or_what_takes_the_place_of_something_cut(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    queue = shelf.queue(*settings)
    extra = [number for number in shelf.resources if number not in ids(queue)]
    if extra:
        was_free = {one.id for one in shelf.resources.values() if shelf.is_free(one)}
        one = shelf.resources[data.draw(st.sampled_from(extra))]
        shelf = finish(shelf, one.id)
        after = ids(shelf.queue(*settings))
        kept = [number for number in ids(queue) if number in after]
        new = [number for number in after if number not in kept]
        assert [number for number in after if number in kept] == kept
        if kept == ids(queue):
            assert after[: len(kept)] == kept
            assert was_free.isdisjoint(new)
        unread = [number for number in new if shelf.resources[number].card.due is None]
        assert all(shelf.is_free(shelf.resources[number]) for number in unread)


@given(shelves(), DAYS)
def test_nothing_is_ever_lost(shelf: Shelf, settings: tuple[int, int, int]) -> None:
    """Plan after plan all is offered, on however short days: but for what never can be read."""
    shelf = shelf._replace(interval=A_LIFE)
    for _ in range(A_LIFE):
        queue = shelf.queue(*settings).in_turn
        if not queue:
            break
        for visit in queue:
            shelf = shelf.finish(visit, visit.minutes)
        shelf = shelf.tomorrow()
    assert not [one.id for one in shelf.resources.values() if shelf.is_due(one)]
    left = {one.id for one in shelf.resources.values() if one.card.due is None}
    assert not [number for number in left if shelf.is_free(shelf.resources[number])]
    on_hold = {number for number in left if shelf.turns.get(number, Turn()).rank == HELD}
    assert bool(left) == bool(on_hold), "what waits, waits for what is on hold"


@given(shelves(), st.integers(30, 120), st.integers(1, 9))
def test_every_revisit_due_comes_within_as_many_days_whatever_comes_back(
    shelf: Shelf, budget: int, interval: int
) -> None:
    """By due date, and where each is shorter than the day; minutes are first theirs."""
    shelf = shelf._replace(shared=False, owed=0, interval=interval)
    waiting = {one.id for one in shelf.resources.values() if shelf.is_due(one)}
    for _ in range(len(waiting)):
        for visit in shelf.queue(budget, budget).in_turn:
            waiting.discard(visit.resource.id)
            shelf = shelf.finish(visit, visit.minutes)
        shelf = shelf.tomorrow()
    assert not waiting


@given(shelves())
def test_a_day_with_room_offers_all_that_can_be_read_in_its_order(shelf: Shelf) -> None:
    read = [visit.resource for visit in shelf.queue(PLENTY, PLENTY).read]
    free = [one for one in shelf.resources.values() if shelf.is_free(one)]
    assert sorted(one.id for one in read) == sorted(one.id for one in free)
    keys = [
        (
            shelf.turns.get(one.id, Turn()),
            PRIORITIES.index(one.priority),
            one.minutes_read == 0,
            one.order,
        )
        for one in read
    ]
    assert keys == sorted(keys)


@given(shelves(), SETTINGS, st.integers(1, 60))
def test_more_minutes_never_plan_less_and_no_plan_takes_more_than_there_are(
    shelf: Shelf, settings: tuple[int, int, int], more: int
) -> None:
    budget, *others = settings
    less = shelf.queue(budget, *others)
    lone = any("longer than the day" in one.reason for one in less.revisit)
    assert lone or less.planned_minutes <= budget
    assert lone or less.planned_minutes <= shelf.queue(budget + more, *others).planned_minutes
    assert sum(visit.left > 0 for visit in less.read) <= 1


NEXT_WEEK = Turn(NEEDED, date(2026, 3, 9))


@pytest.mark.parametrize(
    ("minutes", "turn", "planned"),
    [
        (18, NEXT_WEEK, (18, 0)),  # two fifths of the day
        (18, Turn(FIRST), None),  # three revisits have to come before it, which leave 12
        (20, NEXT_WEEK, (20, 0)),  # and what is left of it
        (20, Turn(FIRST), None),
        (60, NEXT_WEEK, (20, 40)),
    ],
)
def test_what_is_needed_has_the_share_of_readings_of_a_crowded_day(
    minutes: int, turn: Turn, planned: tuple[int, int] | None
) -> None:
    revisits = [revisit(number, 11) for number in range(1, 9)]
    shelf = Shelf.of([*revisits, reading(9, minutes)])._replace(turns={9: turn}, shared=True)
    read = shelf.queue().read
    assert [(visit.minutes, visit.left) for visit in read] == ([planned] if planned else [])


@given(shelves(), SETTINGS)
def test_the_same_day_asked_twice_gives_the_same_queue(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    assert shelf.queue(*settings) == shelf.queue(*settings)


def test_what_comes_free_stands_behind_what_came_free_before_it() -> None:
    shelf = Shelf.of([reading(number, 5) for number in range(1, 6)])
    shelf = shelf._replace(after={4: frozenset({1}), 3: frozenset({2})})
    assert ids(shelf.queue()) == [1, 2, 5]
    shelf = finish(shelf, 1)
    assert ids(shelf.queue()) == [2, 5, 4]
    assert ids(finish(shelf, 2).queue()) == [5, 4, 3]


def test_parts_of_two_series_come_free_in_the_order_of_what_was_finished() -> None:
    parts = [
        reading(number, 5, series=name, part=part)
        for number, (name, part) in enumerate([("a", 1), ("a", 2), ("b", 1), ("b", 2)], 1)
    ]
    shelf = finish(Shelf.of(parts), 3)
    assert ids(shelf.queue()) == [1, 4]
    assert ids(finish(shelf, 1).queue()) == [4, 2]


def test_what_waits_for_two_things_waits_for_both() -> None:
    shelf = Shelf.of([reading(1, 5), reading(2, 5), reading(3, 5)])
    shelf = shelf._replace(after={3: frozenset({1, 2})})
    assert ids(finish(shelf, 1).queue()) == [2]
    assert ids(finish(finish(shelf, 1), 2).queue()) == [3]


def test_reading_what_is_on_hold_takes_no_place_in_the_plan() -> None:
    shelf = Shelf.of([reading(1, 30), reading(2, 30), reading(3, 15)])
    shelf = shelf._replace(turns={1: Turn(HELD)})
    assert ids(shelf.queue()) == [2, 3]
    extra = shelf.finish(Visit(shelf.resources[1], 30, "extra"), 10)
    assert ids(extra.queue()) == [2]


@dataclass(frozen=True)
class Why:
    """What is laid down for a reading, and what is said of it."""

    turn: Turn
    priority: str
    reason: str


@pytest.mark.parametrize(
    "case",
    [
        Why(Turn(), "normal", "next on the list"),
        Why(Turn(LATER), "low", "next on the list"),
        Why(Turn(), "high", "high priority"),
        Why(Turn(FIRST), "high", "its section comes first"),
        Why(Turn(NEEDED, date(2026, 3, 9)), "low", "deadline 2026-03-09"),
        Why(Turn(NEEDED, TODAY), "normal", "deadline 2026-03-02"),
        Why(Turn(NEEDED, date(2025, 11, 1)), "normal", "deadline was 2025-11-01"),
    ],
    ids=lambda case: case.reason,
)
def test_a_reading_says_what_brought_it_forward(case: Why) -> None:
    shelf = Shelf.of([reading(1, 10, priority=case.priority)])._replace(turns={1: case.turn})
    (visit,) = shelf.queue().read
    assert visit.reason == case.reason


def test_a_begun_reading_with_a_deadline_says_both() -> None:
    shelf = Shelf.of([reading(1, 30, minutes_read=10, status="reading")])
    shelf = shelf._replace(turns={1: Turn(NEEDED, date(2026, 3, 9))})
    assert shelf.queue().read[0].reason == "begun; deadline 2026-03-09"


@pytest.mark.parametrize(
    ("before", "priority"),
    [
        (Turn(NEEDED, date(2026, 3, 9)), "low"),
        (Turn(FIRST), "low"),
        (Turn(), "high"),
    ],
)
def test_what_was_put_first_comes_before_what_is_begun(before: Turn, priority: str) -> None:
    book = reading(1, 600, minutes_read=20, status="reading")
    shelf = Shelf.of([book, reading(2, 10), reading(3, 10, priority=priority)])
    shelf = shelf._replace(turns={3: before})
    assert ids(shelf.queue()) == [3, 1, 2]


def test_a_begun_reading_of_a_section_put_later_waits_for_the_others() -> None:
    book = reading(1, 600, minutes_read=20, status="reading")
    shelf = Shelf.of([book, reading(2, 10), reading(3, 10)])._replace(turns={1: Turn(LATER)})
    assert ids(shelf.queue()) == [2, 3, 1]


def test_a_begun_reading_comes_before_others_of_its_turn_and_priority() -> None:
    book = reading(2, 600, minutes_read=20, status="reading")
    assert ids(Shelf.of([reading(1, 10), book]).queue()) == [2, 1]


def test_no_other_long_reading_is_begun_because_those_begun_stand_at_the_end() -> None:
    """Three begun books come later; the fourth is not begun however long the line is."""
    books = [reading(n, 600, minutes_read=20, status="reading") for n in range(1, 4)]
    others = [reading(n, 600) for n in range(4, 300)]
    shelf = Shelf.of([*books, *others])._replace(turns=dict.fromkeys((1, 2, 3), Turn(LATER)))
    assert ids(shelf.queue()) == [1]


def test_what_fits_still_says_its_deadline() -> None:
    shelf = Shelf.of([reading(1, 60, priority="high"), reading(2, 40), reading(3, 10)])
    shelf = shelf._replace(turns={3: Turn(NEEDED, date(2026, 3, 9))})
    queue = shelf.queue(45, 90)
    assert [visit.reason for visit in queue.read] == ["deadline 2026-03-09"]
