"""The days to come: what a forecast shows is what the planner would plan, day after day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.ahead.forecast import DayAhead, ForecastRules, Library, forecast
from recall.domain.calendar.budget import Budget
from recall.domain.day.morning import Day
from recall.domain.day.queue import Queue, plan
from recall.domain.day.worth import Rule
from recall.domain.due_dates.load_balancer import Spread
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)
FORMULAS = Formulas(DEFAULT_WEIGHTS)
USUAL = Budget(45)


def unread(number: int, minutes: int = 20, series: str | None = None) -> Planned:
    return Planned(
        number, f"Resource {number}", None, None, "article", "en", minutes, 0, series, None,
        "unread", gone=False, note=None, card=Card(), order=(1, number),
    )  # fmt: skip


def read(number: int, due: int, memory: Memory | None = None, minutes: int = 20) -> Planned:
    card = Card(TODAY + timedelta(due), memory)
    return unread(number, minutes)._replace(status="read", card=card)


def remembered(days_ago: int, stability: float = 10.0) -> Memory:
    return Memory(stability, 5.0, TODAY - timedelta(days_ago))


def rules(budget: Budget, retention: float = 0.9, *, moves: bool = True) -> ForecastRules:
    def planned(day: date, due: Sequence[Planned], free: Sequence[Planned]) -> Queue:
        return plan(Day(day, budget.on(day), budget.usual, 20, due, free, ()))

    return ForecastRules(planned, FORMULAS, lambda _: retention, Spread(365, budget, moves=moves))


def look(
    library: Library, days: int = 10, budget: Budget = USUAL, retention: float = 0.9
) -> list[DayAhead]:
    rule = rules(budget, retention)
    due = [one for one in library.read if (one.card.due or TODAY) <= TODAY]
    free = [one for one in library.unread if not library.after.get(one.id)]
    return forecast(library, rule.plan(TODAY, due, free), days, rule)


def column(days: Sequence[DayAhead], name: str) -> list[int]:
    return [getattr(one, name) for one in days]


def test_an_empty_library_has_empty_days() -> None:
    days = look(Library([], []), 3)
    assert [one.study_date for one in days] == [TODAY + timedelta(day) for day in range(3)]
    assert {one[1:] for one in days} == {(45, 0, 0, 0, 0, 0)}


def test_what_is_read_comes_back_when_fsrs_wants_it() -> None:
    days = look(Library([], [unread(1)]), 20)
    # The model says 2 days, but again takes the first day and hard the second.
    assert column(days, "readings") == [1, *[0] * 19]
    assert [day for day, number in enumerate(column(days, "revisits")) if number] == [3, 17]
    assert (days[0].reading_minutes, days[3].revisit_minutes) == (20, 5)


def test_the_backlog_is_worked_off_within_the_budget() -> None:
    days = look(Library([read(number, -3) for number in range(1, 8)], []), 5, Budget(10))
    assert column(days, "revisits")[:3] == [2, 2, 2]
    assert column(days, "backlog")[:3] == [5, 3, 1]
    assert all(one.revisit_minutes <= 10 for one in days)


def test_revisits_to_come_are_planned_on_their_days() -> None:
    days = look(Library([read(1, 1), read(2, 3), read(3, 99)], []), 4)
    assert column(days, "revisits") == [0, 1, 0, 1]


def test_a_day_off_plans_nothing_and_leaves_it_over() -> None:
    budget = Budget(45, {(TODAY.weekday() + 1) % 7: 0})
    rule = rules(budget)

    def planned(day: date, due: Sequence[Planned], free: Sequence[Planned]) -> Queue:
        if not budget.on(day):
            return Queue(day, 0, (), (), ())
        return rule.plan(day, due, free)

    library = Library([read(1, 1)], [])
    days = forecast(library, planned(TODAY, [], []), 3, rule._replace(plan=planned))
    assert column(days, "backlog") == [0, 1, 0]
    assert column(days, "budget_minutes") == [45, 0, 45]


def test_a_long_reading_is_sat_over_until_it_is_done() -> None:
    days = look(Library([], [unread(1, 65)]), 6, Budget(30))
    assert column(days, "reading_minutes")[:4] == [20, 20, 25, 0]
    assert column(days, "revisits") == [0, 0, 0, 0, 0, 1]


def test_what_is_held_back_comes_after_what_holds_it() -> None:
    after: Mapping[int, frozenset[int]] = {2: frozenset({1}), 3: frozenset({1, 2})}
    library = Library([], [unread(3), unread(1), unread(2), unread(4)], after)
    seen: list[list[int]] = []
    rule = rules(Budget(20))

    def planned(day: date, due: Sequence[Planned], free: Sequence[Planned]) -> Queue:
        seen.append([one.id for one in free])
        return rule.plan(day, [], free)

    forecast(library, planned(TODAY, [], [unread(1)]), 4, rule._replace(plan=planned))
    assert seen == [[1], [2, 4], [3, 4], [4]]


def test_failures_come_as_often_as_expected() -> None:
    cards = [read(number, 0, remembered(10)) for number in range(1, 101)]
    days = look(Library(cards, []), 2, Budget(1000))
    assert (days[0].revisits, days[1].revisits) == (100, 10), "of 100 at 90 %, ten come tomorrow"


@pytest.mark.parametrize("moves", [True, False])
def test_due_dates_are_spread_as_ratings_spread_them(moves: bool) -> None:
    cards = [read(number, 0, remembered(20, 20.0)) for number in range(1, 9)]
    rule = rules(Budget(100), moves=moves)
    days = forecast(Library(cards, []), rule.plan(TODAY, cards, []), 90, rule)
    busiest = max(column(days[20:], "revisits"))
    assert busiest <= 2 if moves else busiest >= 7


def test_what_is_begun_is_not_lost_behind_a_long_list() -> None:
    begun = unread(999, 60)._replace(minutes_read=30)
    new = [unread(number, 30) for number in range(1, 300)]
    asked: list[int] = []

    def planned(day: date, due: Sequence[Planned], free: Sequence[Planned]) -> Queue:
        asked.append(free[0].id)
        return Queue(day, 30, (), (), ())

    rule = rules(Budget(30))._replace(plan=planned)
    forecast(Library([], [*new, begun]), Queue(TODAY, 30, (), (), ()), 2, rule)
    assert asked == [999]


def test_another_process_may_have_taken_something_away_meanwhile() -> None:
    queue = plan(Day(TODAY, 45, 45, 20, [read(1, 0)], [unread(2), unread(3, 300)], ()))
    days = forecast(Library([], []), queue, 4, rules(Budget(45)))
    assert days[0].revisits == 1


CARDS = st.builds(
    lambda due, stability, ago, minutes: (due, stability, ago, minutes),
    st.integers(-40, 40),
    st.none() | st.floats(0.5, 300),
    st.integers(1, 60),
    st.integers(1, 400),
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    drawn = draw(st.lists(CARDS, max_size=12))
    cards = [
        read(number, due, None if stability is None else remembered(ago, stability), minutes)
        for number, (due, stability, ago, minutes) in enumerate(drawn, 1)
    ]
    lengths = draw(st.lists(st.integers(1, 400), max_size=8))
    new = [unread(100 + number, minutes) for number, minutes in enumerate(lengths)]
    chained = draw(st.sets(st.integers(1, 8)))
    after = {100 + number: frozenset({99 + number}) for number in chained if number < len(new)}
    return Library(cards, new, after)


@given(library=libraries(), budget=st.integers(1, 200), days=st.integers(1, 40))
def test_no_day_is_over_its_budget_and_nothing_is_lost(
    library: Library, budget: int, days: int
) -> None:
    found = look(library, days, Budget(budget))
    assert len(found) == days
    for one in found:
        minutes = one.revisit_minutes + one.reading_minutes
        assert minutes <= budget or one.revisits + one.readings == 1
        assert 0 <= one.backlog <= len(library.read) + len(library.unread)
    assert found == look(library, days, Budget(budget)), "the same again"


@given(library=libraries(), days=st.integers(2, 30))
def test_a_longer_forecast_begins_as_the_shorter_one(library: Library, days: int) -> None:
    assert look(library, days)[: days - 1] == look(library, days - 1)


@pytest.mark.parametrize("retention", [0.7, 0.97])
def test_a_higher_retention_brings_them_back_sooner(retention: float) -> None:
    cards = [read(number, 0, remembered(10)) for number in range(1, 40)]
    usual = sum(column(look(Library(cards, []), 60), "revisits"))
    other = sum(column(look(Library(cards, []), 60, retention=retention), "revisits"))
    assert (other > usual) == (retention > 0.9)


@pytest.mark.slow
@pytest.mark.parametrize("budget", [Budget(10), Budget(20, {5: 0, 6: 60})])
def test_a_rule_that_puts_some_first_changes_no_day(budget: Budget) -> None:
    """Where more is due than a day looks at, what the rule would leave out is not handed over."""
    rule, seen = Rule(FORMULAS), 0
    cards = [
        read(number, -number % 40 - 20, memory, minutes=4 + number % 90)._replace(
            priority=("normal", "high", "normal", "low")[number // 7 % 4]
        )
        for number in range(1, 700)
        for memory in [remembered(1 + number * 7 % 60, 2.0 + number * 13 % 90)]
    ]
    cards[::9] = [one._replace(card=one.card._replace(memory=None)) for one in cards[::9]]

    def planned(day: date, due: Sequence[Planned], free: Sequence[Planned]) -> Queue:
        nonlocal seen
        seen = max(seen, len(due))
        return plan(Day(day, budget.on(day), budget.usual, 20, due, free, (), rule=rule))

    rules_of_all = rules(budget)._replace(plan=planned)
    library, first = Library(cards, [unread(1000), unread(1001)]), Queue(TODAY, 10, (), (), ())
    usual = forecast(library, first, 40, rules_of_all)
    assert seen > 400
    seen = 0
    assert forecast(library, first, 40, rules_of_all._replace(rule=rule)) == usual
    assert seen <= 160, "100 and a minute each"


def test_what_another_process_took_away_takes_nothing_else_with_it() -> None:
    gone = plan(Day(TODAY, 45, 45, 20, [], [unread(9)], ()))
    days = forecast(Library([], [unread(1), unread(2)]), gone, 2, rules(Budget(20)))
    assert column(days, "readings") == [1, 1]
