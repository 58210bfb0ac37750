"""Today's queue: what is on it, and that finishing things only ever shrinks it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.day.morning import NEEDED, Day, Done, Gates, Turn, candidates
from recall.domain.day.queue import Queue, plan
from recall.domain.day.visit import LONG, Visit
from recall.domain.library.card import Card
from recall.domain.library.resource import Resource
from testing.shelf import LATER, TODAY, Shelf, reading, revisit


def visits(queue: Queue) -> list[Visit]:
    return [*queue.revisit, *queue.read]


def ids(queue: Queue) -> list[int]:
    return [visit.resource.id for visit in visits(queue)]


def is_lone(queue: Queue) -> bool:
    return [visit for visit in visits(queue) if "longer than the day" in visit.reason] != []


@st.composite
def shelves(draw: st.DrawFn, *, series: bool = True) -> Shelf:
    names = st.sampled_from([None, None, "a", "b"]) if series else st.none()
    found = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        if draw(st.booleans()):
            due = TODAY - timedelta(days=draw(st.integers(-1, 4)))
            stability = draw(st.none() | st.sampled_from([0.5, 3.0, 40.0]))
            found.append(revisit(number, draw(st.integers(3, 30)), due, stability))
        else:
            name, part = draw(names), draw(st.integers(1, 4))
            begun = draw(st.sampled_from([0, 0, 0, 12]))
            found.append(
                reading(
                    number,
                    draw(st.integers(1, 90)),
                    series=name,
                    part=part if name else None,
                    minutes_read=begun,
                    status="reading" if begun else "unread",
                )
            )
    owed = draw(st.sampled_from([0, 0, 7, 30]))
    return Shelf.of(found)._replace(shared=draw(st.booleans()), owed=owed)


BUDGETS = st.integers(1, 120)
SETTINGS = st.tuples(BUDGETS, st.integers(1, 90), st.integers(5, 60))


@given(shelves(), SETTINGS)
def test_the_same_day_asked_twice_gives_the_same_queue(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    assert shelf.queue(*settings) == shelf.queue(*settings)


@given(shelves(), SETTINGS)
def test_the_plan_fits_the_minutes_unless_it_is_one_revisit_that_says_it_does_not(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    queue = shelf.queue(*settings)
    if is_lone(queue):
        assert len(queue.revisit) == 1
        assert not queue.read
        assert queue.planned_minutes > queue.budget_minutes
    else:
        assert queue.planned_minutes <= queue.budget_minutes


@given(shelves(), SETTINGS)
def test_nothing_is_listed_only_where_there_is_nothing(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    anything = any(
        one.card.due is None or one.card.due <= TODAY for one in shelf.resources.values()
    )
    assert bool(visits(shelf.queue(*settings))) == anything


@given(shelves(series=False), SETTINGS, st.data())
def test_finishing_things_in_their_minutes_only_ever_strikes_them_off(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    while listed := visits(shelf.queue(*settings)):
        before = ids(shelf.queue(*settings))
        visit = data.draw(st.sampled_from(listed))
        shelf = shelf.finish(visit, data.draw(st.integers(1, visit.minutes)))
        rest = [number for number in before if number != visit.resource.id]
        after = visits(shelf.queue(*settings))
        assert ids(shelf.queue(*settings)) == rest or _no_second_long(rest, after)


def _no_second_long(rest: list[int], after: list[Visit]) -> bool:
    """After one long thing the sitting of another is struck off too, wherever it stood."""
    listed = [visit.resource.id for visit in after]
    return listed == [number for number in rest if number in listed] and not any(
        visit.left for visit in after
    )


@given(shelves(), SETTINGS, st.data())
def test_what_takes_longer_takes_it_from_the_minutes_that_were_left(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    while listed := visits(before := shelf.queue(*settings)):
        visit = data.draw(st.sampled_from(listed))
        longer = data.draw(st.integers(0, 2 * visit.minutes))
        shelf = shelf.finish(visit, visit.minutes + longer)
        after = shelf.queue(*settings)
        freed = sum(one.minutes for one in after.read if one.resource.series is not None)
        left = max(0, max(before.budget_minutes, before.planned_minutes) - after.spent_minutes)
        assert after.planned_minutes <= left + freed
        kept = [number for number in ids(before) if number in ids(after)]
        assert [number for number in ids(after) if number in kept] == kept


@given(shelves(), SETTINGS, st.data())
def test_only_parts_that_came_free_today_are_added_where_nothing_took_longer(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    while listed := visits(shelf.queue(*settings)):
        before = ids(shelf.queue(*settings))
        visit = data.draw(st.sampled_from(listed))
        shelf = shelf.finish(visit, data.draw(st.integers(1, visit.minutes)))
        after = ids(shelf.queue(*settings))
        old = [number for number in after if number in before]
        new = after[len(old) :]
        assert after == old + new
        assert old == [number for number in before if number in old]
        assert all(shelf.resources[number].series == visit.resource.series for number in new)
        assert not new or (visit.resource.series is not None and not visit.left)


@given(shelves(), SETTINGS, st.data())
def test_a_day_that_goes_as_planned_keeps_to_its_minutes_and_ends(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    lone = is_lone(shelf.queue(*settings))
    for _ in range(len(shelf.resources) + 1):
        queue = shelf.queue(*settings)
        assert lone or queue.spent_minutes + queue.planned_minutes <= queue.budget_minutes
        if not visits(queue):
            break
        visit = data.draw(st.sampled_from(visits(queue)))
        shelf = shelf.finish(visit, visit.minutes)
    assert not visits(shelf.queue(*settings))
    assert shelf.queue(*settings).done == shelf.done


@given(shelves(), SETTINGS, st.data())
def test_what_is_done_is_not_offered_again(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    for visit in visits(shelf.queue(*settings)):
        shelf = shelf.finish(visit, data.draw(st.integers(1, 30)))
        assert visit.resource.id not in ids(shelf.queue(*settings))


@given(shelves(), st.integers(1, 90), st.integers(5, 60), BUDGETS, BUDGETS)
def test_more_minutes_never_plan_less(
    shelf: Shelf, usual: int, sitting: int, one: int, other: int
) -> None:
    less, more = (shelf.queue(budget, usual, sitting) for budget in sorted((one, other)))
    assert less.planned_minutes <= more.planned_minutes or is_lone(less)


@given(shelves(), SETTINGS)
def test_revisits_come_before_readings_and_the_longest_due_first_where_all_may_fit(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    queue = shelf.queue(*settings)
    assert all(visit.resource.card.due is not None for visit in queue.revisit)
    assert all(visit.resource.card.due is None for visit in queue.read)
    days = [visit.overdue_days for visit in queue.revisit]
    assert shelf.shared or days == sorted(days, reverse=True)


@given(shelves(), SETTINGS)
def test_a_day_has_one_sitting_at_most_and_only_over_what_is_longer_than_a_day(
    shelf: Shelf, settings: tuple[int, int, int]
) -> None:
    budget, usual, _ = settings
    queue = shelf.queue(*settings)
    sittings = [visit for visit in visits(queue) if visit.left]
    assert len(sittings) <= 1
    for visit in sittings:
        whole = visit.resource.next_minutes
        assert visit.minutes + visit.left == whole
        assert whole > LONG * usual or (whole > budget and len(visits(queue)) == 1)


@given(shelves(), SETTINGS, st.data())
def test_something_extra_takes_its_minutes_from_the_day(
    shelf: Shelf, settings: tuple[int, int, int], data: st.DataObject
) -> None:
    before = shelf.queue(*settings)
    extra = [
        one for one in shelf.resources.values() if one.id not in ids(before) and one.series is None
    ]
    if extra:
        one = data.draw(st.sampled_from(extra))
        minutes = data.draw(st.integers(1, 60))
        after = shelf.finish(Visit(one, one.next_minutes, "extra"), minutes).queue(*settings)
        assert after.planned_minutes <= max(0, before.budget_minutes - minutes)


# Examples: what the properties leave open.

REASONS = [
    ("due today", revisit(1, 5)),
    ("due 2026-02-27", revisit(1, 5, TODAY - timedelta(days=3))),
    ("first revisit", revisit(1, 5, stability=None)),
    ("next on the list", reading(1)),
    ("next of its series", reading(1, series="a", part=2)),
    ("begun", reading(1, minutes_read=5)),
    ("begun", reading(1, minutes_read=5, series="a", part=2)),
    ("next on the list; one sitting", reading(1, 600)),
]


@pytest.mark.parametrize(("reason", "resource"), REASONS, ids=[reason for reason, _ in REASONS])
def test_a_visit_says_why_it_is_there(reason: str, resource: Resource) -> None:
    (visit,) = visits(Shelf.of([resource]).queue())
    assert visit.reason == reason


def test_of_those_due_on_one_day_the_soonest_forgotten_comes_first() -> None:
    shelf = Shelf.of([revisit(1, 5), revisit(2, 5, stability=1.0), revisit(3, 5, stability=None)])
    assert ids(shelf.queue()) == [2, 1, 3]


def test_overdue_days_count_from_the_due_date() -> None:
    (visit,) = Shelf.of([revisit(1, 5, TODAY - timedelta(days=3))]).queue().revisit
    assert visit.overdue_days == 3


def test_a_reading_that_was_begun_comes_before_the_rest() -> None:
    shelf = Shelf.of([reading(1), reading(2, minutes_read=3, status="reading")])
    assert ids(shelf.queue()) == [2, 1]


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    assert ids(Shelf.of([reading(1, 30), reading(2, 30), reading(3, 15)]).queue()) == [1, 3]


def test_a_long_reading_gets_one_sitting_and_a_second_long_one_waits() -> None:
    queue = Shelf.of([reading(1, 600), reading(2, 60), reading(3, 15)]).queue()
    assert [(visit.resource.id, visit.minutes, visit.left) for visit in queue.read] == [
        (1, 20, 580),
        (3, 15, 0),
    ]


def test_a_long_reading_is_whole_on_a_day_that_has_the_minutes() -> None:
    (visit,) = Shelf.of([reading(1, 60)]).queue(budget=90).read
    assert (visit.minutes, visit.left) == (60, 0)


def test_a_short_sitting_does_not_make_room_for_something_new() -> None:
    shelf = Shelf.of([reading(1, 600), reading(2, 15), reading(3, 15)])
    queue = shelf.queue()
    assert ids(queue) == [1, 2]
    assert ids(shelf.finish(queue.read[0], 5).queue()) == [2]


def test_a_sitting_planned_beside_a_long_reading_outlives_it() -> None:
    shelf = Shelf.of([reading(1, 31), reading(2, 60)])
    assert [(one.resource.id, one.minutes) for one in shelf.queue().read] == [(1, 31), (2, 14)]
    after = shelf.finish(shelf.queue().read[0], 31)
    assert [(one.resource.id, one.minutes) for one in after.queue().read] == [(2, 14)]
    assert [(one.resource.id, one.minutes) for one in after.queue(60).read] == [(2, 20)]


def test_finishing_a_long_reading_does_not_bring_up_the_next_long_one() -> None:
    shelf = Shelf.of([reading(1, 600), reading(2, 600), reading(3, 15)])
    long = shelf.queue().read[0]
    assert ids(shelf.finish(long._replace(left=0), 20).queue()) == [3]


def test_one_long_thing_a_day_is_enough_even_if_it_is_another_than_planned() -> None:
    shelf = Shelf.of([reading(1, 600), reading(2, 600), reading(3, 10)])
    assert ids(shelf.queue()) == [1, 3]
    extra = Visit(shelf.resources[2], 20, "extra", left=580)
    assert ids(shelf.finish(extra, 20).queue()) == [3]


def test_the_minutes_saved_on_one_visit_bring_back_nothing_that_was_cut() -> None:
    shelf = Shelf.of([revisit(1, 20), revisit(2, 20), revisit(3, 10, LATER)])
    shelf = shelf.finish(Visit(shelf.resources[3], 10, "extra"), 10)
    assert ids(shelf.queue()) == [1]
    assert ids(shelf.finish(shelf.queue().revisit[0], 1).queue()) == []


def test_a_revisit_that_is_longer_than_the_day_is_offered_alone_and_says_so() -> None:
    queue = Shelf.of([revisit(1, 30), revisit(2, 30)]).queue(budget=10)
    assert [visit.reason for visit in visits(queue)] == ["due today; longer than the day"]


FIRST_OF_A_MONTH = date(2026, 4, 1)


def plan_of(due: Sequence[Resource], day: date, *done: Done, budget: int = 20) -> Queue:
    return plan(Day(day, budget, 20, 20, due, [reading(9, 5)], done))


@pytest.mark.parametrize(
    ("day", "budget", "expected"),
    [
        (FIRST_OF_A_MONTH, 20, [2]),
        (FIRST_OF_A_MONTH, 15, [3, 9]),  # fewer than usual are asked for
        (FIRST_OF_A_MONTH, 60, [2, 1, 3]),
        (FIRST_OF_A_MONTH + timedelta(days=1), 20, [3, 9]),
    ],
)
def test_a_revisit_that_no_day_holds_has_the_first_of_a_month_to_itself(
    day: date, budget: int, expected: list[int]
) -> None:
    due = [revisit(1, 25, TODAY), revisit(2, 30, TODAY - timedelta(days=1)), revisit(3, 5, day)]
    queue = plan_of(due, day, budget=budget)
    assert ids(queue)[:3] == expected
    assert is_lone(queue) == (expected == [2])


@pytest.mark.parametrize(
    ("short", "overdue", "expected"),
    [(4, 7, [1]), (4, 14, [1]), (4, 6, [2, 9]), (4, 8, [2, 9]), (5, 7, [2, 9])],
)
def test_once_a_week_it_has_a_day_that_would_be_half_empty(
    short: int, overdue: int, expected: list[int]
) -> None:
    day = FIRST_OF_A_MONTH + timedelta(days=9)
    due = [revisit(1, 25, day - timedelta(days=overdue)), revisit(2, short, day)]
    queue = plan_of(due, day)
    assert ids(queue) == expected
    assert is_lone(queue) == (expected == [1])


def test_it_does_not_hide_what_has_a_deadline() -> None:
    late = revisit(1, 25, FIRST_OF_A_MONTH - timedelta(days=7))
    needed = Gates({9: Turn(NEEDED, FIRST_OF_A_MONTH)})
    for gates, expected in ((Gates(), [1]), (needed, [9])):
        day = Day(FIRST_OF_A_MONTH, 20, 20, 20, [late], [reading(9, 5)], [], gates)
        assert ids(plan(day)) == expected


def test_it_ends_the_day_when_it_is_done_and_waits_when_something_else_is() -> None:
    long, short = revisit(1, 30, TODAY), revisit(3, 5, FIRST_OF_A_MONTH)
    (visit,) = plan_of([long, short], FIRST_OF_A_MONTH).revisit
    later = Card(FIRST_OF_A_MONTH + timedelta(days=20), long.card.memory)
    done = Done(visit.resource._replace(card=later), 30, 30, TODAY, long.card.memory)
    assert ids(plan_of([short], FIRST_OF_A_MONTH, done)) == []
    other = Done(short._replace(card=later), 5, 5, FIRST_OF_A_MONTH, short.card.memory)
    assert ids(plan_of([long], FIRST_OF_A_MONTH, other)) == [9]


def test_what_was_put_off_to_a_day_that_is_too_short_has_it_to_itself() -> None:
    day = FIRST_OF_A_MONTH + timedelta(days=3)
    long, short = revisit(1, 30, day), revisit(3, 5, day)
    assert ids(plan_of([long, short], day)) == [3, 9]
    put_off = long._replace(card=long.card._replace(postponed_from=TODAY))
    assert ids(plan_of([put_off, short], day)) == [1]
    assert ids(plan_of([put_off, short], day + timedelta(days=1))) == [3, 9]


def test_what_is_hardly_overdue_takes_no_day_from_others() -> None:
    due = [revisit(1, 30, FIRST_OF_A_MONTH - timedelta(days=6)), revisit(3, 5, FIRST_OF_A_MONTH)]
    assert ids(plan_of(due, FIRST_OF_A_MONTH)) == [3, 9]


def test_a_reading_that_is_longer_than_the_day_is_offered_as_what_fits() -> None:
    (visit,) = Shelf.of([reading(1, 30)]).queue(budget=10).read
    assert (visit.minutes, visit.left) == (10, 20)


def test_a_day_on_which_something_was_done_is_finished_and_offers_nothing_too_long() -> None:
    shelf = Shelf.of([revisit(1, 30), revisit(2, 30)])
    shelf = shelf.finish(shelf.queue(10).revisit[0], 30)
    assert visits(shelf.queue(10)) == []


def test_an_empty_library_has_an_empty_day() -> None:
    queue = Shelf.of([]).queue()
    assert (visits(queue), queue.planned_minutes, queue.spent_minutes) == ([], 0, 0)


PARTS = [reading(1, series="a", part=1), reading(2, series="a", part=2), reading(3, 10)]


def test_the_next_part_comes_last_once_the_part_before_it_is_read() -> None:
    shelf = Shelf.of(PARTS)
    assert ids(shelf.queue()) == [1, 3]
    assert ids(shelf.finish(shelf.queue().read[0], 15).queue()) == [3, 2]


def test_a_part_that_came_free_earlier_keeps_its_place_when_another_part_is_revisited() -> None:
    shelf = Shelf.of([revisit(9, 5)._replace(series="a", part=1), *PARTS[1:]])
    assert ids(shelf.queue()) == [9, 2, 3]
    assert ids(shelf.finish(shelf.queue().revisit[0], 5).queue()) == [2, 3]


def test_reading_a_later_part_first_leaves_the_list_as_it_is() -> None:
    shelf = Shelf.of(PARTS)
    extra = Visit(shelf.resources[2], 15, "extra")
    assert ids(shelf.finish(extra, 15).queue()) == [1, 3]


def test_parts_that_came_free_one_after_another_stand_in_that_order() -> None:
    shelf = Shelf.of(
        [
            reading(1, 10, series="a", part=1),
            reading(2, 10, series="a", part=2),
            reading(3, 10, series="a", part=3),
            reading(4, 10, series="b", part=1),
            reading(5, 10, series="b", part=2),
        ]
    )
    for number in (1, 4, 2):
        (visit,) = [one for one in visits(shelf.queue()) if one.resource.id == number]
        shelf = shelf.finish(visit, 10)
    assert ids(shelf.queue()) == [5]
    assert ids(shelf.queue(budget=60)) == [5, 3]


def test_one_series_in_two_lists_is_two_series() -> None:
    shelf = Shelf.of([reading(1, series="a", part=1), reading(2, series="a", part=2, order=(2, 1))])
    extra = shelf.finish(Visit(shelf.resources[1], 15, "extra"), 15)
    day = Day(TODAY, 45, 45, 20, [], [extra.resources[2]], extra.done)
    assert ids(plan(day)) == [2]


def test_what_is_gone_from_its_list_takes_no_part_in_the_plan() -> None:
    gone = reading(1, series="a", part=1, gone=True)
    shelf = Shelf.of(PARTS[1:]).finish(Visit(gone, 15, "extra"), 15)
    day = Day(TODAY, 45, 45, 20, [], [PARTS[1], PARTS[2]], shelf.done)
    assert ids(plan(day)) == [2, 3]


def test_what_lies_beyond_the_candidates_does_not_come_up_when_others_are_done() -> None:
    most = candidates(10)
    long = [reading(number, 30) for number in range(1, most + 1)]
    shelf = Shelf.of([revisit(900, 5), *long, reading(most + 1, 5)])
    assert ids(shelf.queue(10, usual=30)) == [900]
    extra = shelf.finish(Visit(shelf.resources[1], 30, "extra"), 1)
    assert ids(extra.queue(10, usual=30)) == [900]


def test_the_first_revisit_is_not_crowded_out_by_the_share_of_readings_of_one_day() -> None:
    queue = Shelf.of([revisit(1, 30), reading(2, 15)])._replace(shared=True).queue()
    assert [visit.resource.id for visit in queue.revisit] == [1]
    assert [visit.resource.id for visit in queue.read] == [2]


def test_a_day_off_offers_nothing() -> None:
    queue = Shelf.of([revisit(1, 10), reading(2, 600)]).queue(budget=0)
    assert (queue.revisit, queue.read) == ((), ())
