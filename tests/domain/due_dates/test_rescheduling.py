"""Which due dates move when memories are told anew, and where to."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.due_dates.load_balancer import Spread, bounds
from recall.domain.due_dates.rescheduling import DAYS_AHEAD, RescheduledCard, moved, planned
from recall.domain.library.card import Rating

TODAY = date(2026, 3, 2)
SPREAD = Spread(365, Budget(30))


def days(number: int) -> timedelta:
    return timedelta(days=number)


def card(reviewed: int, due: int, interval: int, number: int = 1) -> RescheduledCard:
    """A card reviewed and due so many days from today, with a new interval."""
    return RescheduledCard(
        number, 5, TODAY + days(due), TODAY + days(reviewed), Rating.GOOD, 4, interval
    )


def to(
    standing: RescheduledCard, load: Mapping[date, int] = {}, spread: Spread = SPREAD
) -> int | None:
    """The days from today that a card alone moves to, or None."""
    found = moved([standing], load, TODAY, spread).get(standing.id)
    return None if found is None else (found - TODAY).days


def test_a_card_that_its_new_interval_allows_stays() -> None:
    assert to(card(-10, due=10, interval=20)) is None
    assert to(card(-10, due=12, interval=20)) is None  # as it would have been spread


def test_a_card_moves_earlier_or_later_from_its_last_review() -> None:
    still = SPREAD._replace(moves=False)
    assert to(card(-10, due=60, interval=20), spread=still) == 10
    assert to(card(-10, due=10, interval=70), spread=still) == 60


def test_a_card_takes_the_lightest_of_its_days() -> None:
    busy = {TODAY + days(number): 20 for number in range(40) if number != 11}
    assert to(card(-10, due=60, interval=20), busy) == 11


def test_what_is_due_and_would_be_so_still_stays() -> None:
    assert to(card(-40, due=-3, interval=10)) is None
    assert to(card(-40, due=0, interval=10)) is None


def test_what_is_due_and_no_longer_would_be_moves_later() -> None:
    assert (to(card(-10, due=-1, interval=50)) or 0) > 30


def test_what_would_be_due_by_now_is_spread_within_half_of_the_budget() -> None:
    cards = [card(-40, due=90 + number, interval=30, number=number) for number in range(9)]
    found = moved(cards, {}, TODAY, SPREAD)
    assert [found[number] - TODAY for number in range(9)] == [days(n // 3) for n in range(9)]


def test_what_would_be_late_never_moves_later_than_it_was() -> None:
    full = {TODAY + days(number): 30 for number in range(30)}
    assert to(card(-40, due=2, interval=20), full) is None


def test_where_today_is_near_a_card_comes_on_its_day_and_not_in_the_past() -> None:
    assert to(card(-19, due=90, interval=20)) == 1
    assert to(card(-19, due=90, interval=20), {TODAY + days(1): 9}) == 2


def test_a_pass_moves_no_nearer_than_what_it_survived_if_its_interval_allows() -> None:
    rising = {TODAY + days(number): number for number in range(40)}
    assert to(card(-10, due=60, interval=20)._replace(survived=21), rising) == 11
    assert to(card(-10, due=60, interval=20), rising) == 7


def test_a_card_moves_to_an_open_day() -> None:
    closed = SPREAD._replace(budget=Budget(30, pauses=(Pause(TODAY, TODAY + days(40)),)))
    assert to(card(-10, due=60, interval=20), spread=closed) == 40


CARDS = st.lists(
    st.builds(card, st.integers(-400, 0), st.integers(-90, 400), st.integers(1, 365)),
    max_size=20,
).map(lambda cards: [one._replace(id=number) for number, one in enumerate(cards)])


@given(CARDS)
def test_no_date_moves_into_the_past_or_beyond_its_interval(cards: list[RescheduledCard]) -> None:
    by_id = {card.id: card for card in cards}
    for number, day in moved(cards, {}, TODAY, SPREAD).items():
        one = by_id[number]
        assert TODAY <= day != one.due
        first, last = bounds(one.interval, SPREAD.maximum)
        late = one.wanted <= TODAY and day <= one.due
        assert late or first <= (day - one.last_review).days <= last


@given(CARDS)
def test_a_plan_is_the_same_in_any_order(cards: list[RescheduledCard]) -> None:
    assert moved(cards, {}, TODAY, SPREAD) == moved(cards[::-1], {}, TODAY, SPREAD)


@given(CARDS)
def test_moving_loses_no_minutes(cards: list[RescheduledCard]) -> None:
    load = {TODAY: 7}
    moves = moved(cards, load, TODAY, SPREAD)
    shown = planned(cards, moves, load, TODAY)
    assert [day for day, _, _ in shown] == [TODAY + days(number) for number in range(DAYS_AHEAD)]
    last = shown[-1][0]
    for which, due_of in ((1, {}), (2, moves)):
        within = [card for card in cards if due_of.get(card.id, card.due) <= last]
        assert sum(day[which] for day in shown) == 7 + sum(one.minutes for one in within)
