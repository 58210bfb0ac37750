"""The days to come: planned by the planner of `today`, and lived as the last weeks were."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.ahead.forecast import (
    DayAhead,
    ForecastRules,
    Library,
    PlanOfDay,
    Reached,
    days_ahead,
    reached,
)
from recall.domain.ahead.habits import AS_PLANNED, Habits
from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import DayFacts, plan_visits
from recall.domain.day.reading_order import Reading
from recall.domain.due_dates.load_balancer import Spread
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.mixture import Mixture
from testing.libraries.shelf import FORMULAS, TODAY, reading, revisit

USUAL = Budget(45)


def after(days: int) -> date:
    return TODAY + timedelta(days)


def planner(budget: Budget) -> PlanOfDay:
    def planned(
        day: date, due: Sequence[Planned], readings: Sequence[Reading], *, book_may_come: bool
    ) -> list[PlannedVisit]:
        facts = DayFacts(day, budget.open_on(day), due, readings, FORMULAS)
        return plan_visits(facts._replace(book_may_come=book_may_come)) if facts.minutes else []

    return planned


def rules(
    budget: Budget = USUAL, habits: Habits = AS_PLANNED, retention: float = 0.9
) -> ForecastRules:
    spread = Spread(365, budget)
    return ForecastRules(planner(budget), FORMULAS, lambda _: retention, spread, habits)


def look(library: Library, days: int, rule: ForecastRules | None = None) -> list[DayAhead]:
    """Forecast days; today's plan is made as well."""
    rule = rule or rules()
    due = [one for one in library.read if (one.card.due or TODAY) <= TODAY]
    free = [one for one in library.unread if not library.after.get(one.resource.id)]
    first = rule.plan(TODAY, due, free, book_may_come=True)
    return list(islice(days_ahead(library, TODAY, first, rule), days))


def to_read(*minutes: int) -> list[Reading]:
    """Return readings with the IDs 100, 101 and so on."""
    return [Reading(reading(100 + number, each)) for number, each in enumerate(minutes)]


def read(number: int, due: int, memory: Memory | None = None, minutes: int = 5) -> Planned:
    card = Card(after(due), memory)
    return revisit(number, minutes)._replace(card=card)


def planned(day: DayAhead) -> list[tuple[str, int, int]]:
    return [(visit.task, visit.resource_id, visit.minutes) for visit in day.visits]


def test_an_empty_library_has_empty_days() -> None:
    days = look(Library([], []), 3)
    assert [day.study_date for day in days] == [after(number) for number in range(3)]
    assert {(day.budget_minutes, len(day.visits), day.due, day.unread) for day in days} == {
        (45, 0, 0, 0)
    }


def test_what_is_read_comes_back_when_fsrs_wants_it() -> None:
    days = look(Library([], to_read(20)), 20)
    assert planned(days[0]) == [("read", 100, 20)]
    assert [number for number, one in enumerate(days) if one.revisits] == [2, 13]
    assert planned(days[2]) == [("revisit", 100, 5)]


def remembered(numbers: int, minutes: int = 5) -> list[Planned]:
    """Return revisits that are due today, and not soon again once they are done."""
    return [read(number, 0, Memory(60.0, 5.0, after(-60)), minutes) for number in range(numbers)]


def test_the_backlog_is_worked_off_within_the_minutes() -> None:
    days = look(Library(remembered(7), []), 4, rules(Budget(10)))
    assert [(day.due, len(day.done), day.backlog) for day in days] == [
        (7, 2, 5), (5, 2, 3), (3, 2, 1), (1, 1, 0),
    ]  # fmt: skip


def test_revisits_to_come_are_planned_on_their_days_and_say_since_when() -> None:
    budget = Budget(45, dates={after(1): 0})
    days = look(Library([read(1, 1), read(2, 3), read(3, 99)], []), 4, rules(budget))
    assert [len(day.revisits) for day in days] == [0, 0, 1, 1]
    assert days[2].due_since == {1: after(1)}


@pytest.mark.parametrize(
    "budget", [Budget(45, dates={after(1): 0}), Budget(45, pauses=(Pause(after(1), after(2)),))]
)
def test_a_day_off_or_in_a_pause_leaves_everything_over(budget: Budget) -> None:
    days = look(Library([read(1, 1)], []), 3, rules(budget))
    assert [day.backlog for day in days] == [0, 1, 0]
    assert [day.is_worked for day in days] == [True, False, True]


def test_a_long_reading_is_sat_over_until_it_is_done() -> None:
    days = look(Library([], to_read(65)), 7, rules(Budget(30)))
    assert [planned(day) for day in days[:3]] == [
        [("sitting", 100, 20)], [("sitting", 100, 20)], [("read", 100, 25)],
    ]  # fmt: skip
    assert [day.unread_minutes for day in days[:3]] == [45, 25, 0]
    assert [day.unread for day in days[:3]] == [1, 1, 0]
    assert [len(day.readings) for day in days[:4]] == [1, 1, 1, 0]
    assert any(day.revisits for day in days[3:])


BOOK = Reading(reading(100, 600), is_book=True)


SHELF = Library([], [BOOK, *to_read(*[20] * 20)[1:]])


def only_reading(budget: Budget, habits: Habits = AS_PLANNED) -> ForecastRules:
    """Return rules under which nothing is revisited."""
    usual = rules(budget, habits)

    def planned(
        day: date, _: Sequence[Planned], readings: Sequence[Reading], *, book_may_come: bool
    ) -> Sequence[PlannedVisit]:
        return usual.plan(day, [], readings, book_may_come=book_may_come)

    return usual._replace(plan=planned)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (only_reading(Budget(20)), [0, 3, 6, 9, 12]),
        (only_reading(Budget(20, dates={after(2): 0})), [0, 4, 7, 10]),  # a day off is none
        (only_reading(Budget(20), Habits(20, 10)), [0, 6, 12]),  # nor is a day that is missed
    ],
)
def test_a_book_comes_on_every_third_day_with_readings(
    rule: ForecastRules, days: list[int]
) -> None:
    read = [{visit.resource_id for visit in one.done} for one in look(SHELF, 13, rule)]
    assert [at for at, ids in enumerate(read) if 100 in ids] == days


@pytest.mark.parametrize(
    ("since", "has_read", "expected"), [(0, True, 2), (1, True, 1), (0, False, 1), (2, True, 0)]
)
def test_a_book_waits_for_days_with_readings_after_the_last_day_with_a_book(
    since: int, has_read: bool, expected: int
) -> None:
    """Today was counted already if something was read today."""
    rule = only_reading(Budget(20))._replace(days_since_book=since, has_read_today=has_read)
    first = [PlannedVisit(101, "read", 20, "")]
    days = islice(days_ahead(SHELF, TODAY, first, rule), 1, 6)
    assert [day.visits[0].resource_id for day in days].index(100) == expected


def test_what_is_held_back_comes_after_what_holds_it() -> None:
    library = Library([], to_read(20, 20, 20), {100: {101}, 101: {102}})
    days = look(library, 3, rules(Budget(20)))
    assert [day.visits[0].resource_id for day in days] == [102, 101, 100]


def test_failures_come_as_often_as_expected() -> None:
    memory = Memory(10.0, 5.0, after(-10))
    cards = [read(number, 0, memory) for number in range(1, 101)]
    days = look(Library(cards, []), 2, rules(Budget(1000)))
    assert [len(day.done) for day in days] == [100, 10], "of 100 at 90 %, ten come tomorrow"


@pytest.mark.parametrize(("moves", "most"), [(True, range(1, 3)), (False, range(7, 9))])
def test_due_dates_are_spread_as_ratings_spread_them(moves: bool, most: range) -> None:
    cards = [read(number, 0, Memory(20.0, 5.0, after(-20))) for number in range(1, 9)]
    rule = rules(Budget(100))._replace(spread=Spread(365, Budget(100), moves=moves))
    days = look(Library(cards, []), 90, rule)
    assert max(len(day.revisits) for day in days[20:]) in most


def test_due_dates_avoid_days_that_are_full_of_revisits_to_come_later() -> None:
    """Those of a large library are no more than minutes by day."""

    def returns(load: dict[date, int]) -> list[date]:
        days = look(Library(remembered(1), [], load=load), 250)
        return [day.study_date for day in days[1:] if day.done]

    (usual,) = returns({})
    assert returns({usual: 40}) != [usual]


@pytest.mark.parametrize("retention", [0.7, 0.97])
def test_a_higher_retention_brings_them_back_sooner(retention: float) -> None:
    memory = Memory(10.0, 5.0, after(-10))
    library = Library([read(number, 0, memory) for number in range(1, 20)], [])
    usual, other = (
        sum(len(one.done) for one in look(library, 40, rules(retention=wanted)))
        for wanted in (0.9, retention)
    )
    assert (other > usual) == (retention > 0.9)


def test_days_are_missed_as_often_as_in_the_last_weeks() -> None:
    habits = Habits(days=20, worked=15)
    days = look(Library(remembered(8), []), 8, rules(Budget(5), habits))
    assert [day.is_worked for day in days] == [True, True, True, False] * 2
    assert [len(day.visits) for day in days] == [1] * 8
    assert [day.backlog for day in days] == [7, 6, 5, 5, 4, 3, 2, 2]


def test_days_off_are_no_missed_days() -> None:
    habits, budget = Habits(days=20, worked=15), Budget(5, dates={after(1): 0, after(3): 0})
    days = look(Library(remembered(8), []), 6, rules(budget, habits))
    assert [day.is_worked for day in days] == [True, False, True, False, True, False]


def test_of_a_plan_the_first_part_is_done_and_small_rests_add_up() -> None:
    habits = Habits(days=20, worked=20, planned=100, done=75, used=75)
    days = look(Library(remembered(40), []), 4, rules(Budget(10), habits))
    assert [len(day.visits) for day in days] == [2] * 4
    assert [len(day.done) for day in days] == [1, 2, 1, 2]  # 7.5 minutes of 10 a day


def test_what_takes_longer_than_planned_is_expected_to_go_on_so() -> None:
    habits = Habits(days=20, worked=20, planned=100, done=100, used=150)
    days = look(Library([read(1, 0, minutes=4)], to_read(200)), 2, rules(Budget(30), habits))
    assert (days[0].expected_reading_minutes, days[0].expected_revisit_minutes) == (30, 6)
    assert days[0].unread_minutes == 200 - 30


def test_another_process_may_have_taken_something_away_meanwhile() -> None:
    gone = [PlannedVisit(number, task, 9, "") for number, task in ((1, "revisit"), (2, "read"))]  # type: ignore[arg-type]
    days = list(islice(days_ahead(Library([], to_read(15)), TODAY, gone, rules()), 2))
    assert (len(days[0].done), days[0].unread) == (2, 1)
    assert planned(days[1]) == [("read", 100, 15)]


CARDS = st.tuples(
    st.integers(-40, 40), st.none() | st.floats(0.5, 300), st.integers(1, 60), st.integers(1, 90)
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    cards = [
        read(number, due, stability and Memory(stability, 5.0, after(-ago)), minutes)
        for number, (due, stability, ago, minutes) in enumerate(
            draw(st.lists(CARDS, max_size=10)), 1
        )
    ]
    new = to_read(*draw(st.lists(st.integers(1, 400), max_size=6)))
    chained = draw(st.sets(st.integers(1, 5)))
    return Library(cards, new, {100 + n: {99 + n} for n in chained if n < len(new)})


HABITS = st.just(AS_PLANNED) | st.builds(
    lambda days, worked, done, used: Habits(days, min(days, worked), 100, done, used),
    st.integers(7, 56), st.integers(1, 56), st.integers(0, 120), st.integers(1, 200),
)  # fmt: skip


@settings(max_examples=40)
@given(library=libraries(), minutes=st.integers(1, 120), habits=HABITS)
def test_nothing_is_lost_and_no_day_is_longer_than_it_is(
    library: Library, minutes: int, habits: Habits
) -> None:
    rule = rules(Budget(minutes), habits)
    days = look(library, 20, rule)
    resources = len(library.read) + len(library.unread)
    for one, before in zip(days, [None, *days], strict=False):
        assert sum(visit.minutes for visit in one.visits) <= minutes or len(one.visits) == 1
        assert list(one.visits[: len(one.done)]) == list(one.done)
        assert not one.done or one.is_worked
        assert one.due >= len(one.revisits)
        assert one.backlog + one.unread <= resources
        assert before is None or one.unread <= before.unread
    assert days == look(library, 20, rule), "the same again"


@settings(max_examples=20)
@given(library=libraries(), days=st.integers(2, 30))
def test_a_longer_forecast_begins_as_the_shorter_one(library: Library, days: int) -> None:
    assert look(library, days)[: days - 1] == look(library, days - 1)


def test_what_is_reached_is_what_the_days_lead_to() -> None:
    library = Library(read=remembered(4), unread=to_read(20, 20, 600))
    first, *_, last = look(library, 30)
    found = reached(library, first.visits, rules(), TODAY, days=30)
    assert found.read == 3 - last.unread
    assert 0 < found.kept <= 4 + found.read
    assert reached(Library((), ()), (), rules(), TODAY, days=30) == Reached(0, 0)


def test_who_remembers_longer_keeps_the_same_with_fewer_revisits() -> None:
    library = Library(read=remembered(8), unread=())
    long = Mixture(slow=1.5, quick=1.5)
    wanted = long.predicted_at(0.9)
    own = rules()._replace(mixture=long, retention=lambda _: wanted)
    kept = [reached(library, (), one, TODAY, days=90).kept for one in (own, rules())]
    visits = [sum(len(day.revisits) for day in look(library, 90, one)) for one in (own, rules())]
    assert kept == [8, 8]
    assert visits[0] < visits[1]
