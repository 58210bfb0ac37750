"""When the list is read: gone through day by day, or told from the pace of the last weeks."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

import pytest

from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.list_end import (
    HORIZON_DAYS,
    LEAST_SEEN_DAYS,
    ListEnd,
    at_lived_pace,
    list_end,
)
from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from testing.libraries.shelf import TODAY


def after(days: int) -> date:
    return TODAY + timedelta(days)


def days(minutes: int, a_day: int, due: int = 0) -> Iterator[DayAhead]:
    """Yield days on which readings of 10 minutes each are read."""
    for number in count():
        left = max(0, minutes - (number + 1) * a_day)
        day = DayAhead(after(number), 45, due=due)
        yield day._replace(unread=-(-left // 10), unread_minutes=left)


def end(coming: Iterator[DayAhead], shown: int = 30, most: int = HORIZON_DAYS) -> ListEnd:
    return list_end(list(islice(coming, shown)), coming, most)


@pytest.mark.parametrize(
    ("minutes", "shown", "last"), [(100, 30, 9), (1000, 30, 99), (3000, 1, 299), (10, 30, 0)]
)
def test_the_days_are_gone_through_until_nothing_is_left(
    minutes: int, shown: int, last: int
) -> None:
    assert end(days(minutes, 10), shown) == ListEnd(after(last))


def test_a_list_that_takes_longer_says_how_many_readings_are_left() -> None:
    assert end(days(10_000, 10)) == ListEnd(None, 1000 - HORIZON_DAYS)


@pytest.mark.parametrize(
    ("most", "due"), [(LEAST_SEEN_DAYS + 1, 0), (HORIZON_DAYS, 1000)], ids=["few days", "much due"]
)
@pytest.mark.parametrize(
    ("minutes", "a_day", "expected"),
    [
        (1000, 10, ListEnd(after(99))),
        (7300, 10, ListEnd(after(729))),
        (7303, 10, ListEnd(None, 1)),
        (7310, 10, ListEnd(None, 1)),
        (20_000, 10, ListEnd(None, 2000 - HORIZON_DAYS)),
        (500, 0, ListEnd(None, 50)),
    ],
)
def test_far_ahead_the_pace_of_the_last_weeks_tells(
    minutes: int, a_day: int, most: int, due: int, expected: ListEnd
) -> None:
    coming = days(minutes, a_day, due)
    assert end(coming, shown=1, most=most) == expected
    assert next(coming).study_date < after(40), "and no more days were looked at than needed"


@pytest.mark.parametrize(
    ("minutes", "budget", "expected"),
    [
        (0, Budget(40), ListEnd(after(0))),
        (10, Budget(40), ListEnd(after(0))),
        (11, Budget(40), ListEnd(after(1))),
        (200, Budget(40), ListEnd(after(19))),
        (200, Budget(80), ListEnd(after(9))),
        (200, Budget(40, dates={after(1): 0, after(2): 80}), ListEnd(after(19))),
        (200, Budget(40, pauses=(Pause(after(5), after(12)),)), ListEnd(after(26))),
        (10 * HORIZON_DAYS, Budget(40), ListEnd(after(HORIZON_DAYS - 1))),
        (10 * HORIZON_DAYS + 1, Budget(40), ListEnd(None, 1)),
        (20 * HORIZON_DAYS, Budget(40), ListEnd(None, 30)),
        (10, Budget(0), ListEnd(None, 60)),
    ],
)
def test_a_quarter_of_each_days_minutes_goes_to_what_is_left(
    minutes: int, budget: Budget, expected: ListEnd
) -> None:
    assert at_lived_pace(minutes, 60, 0.25, budget, TODAY) == expected
