"""Minutes a day against those that the days had."""

from datetime import date, timedelta

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.statistics.summary import Tally
from recall.domain.statistics.time_spent import DaySpent, TimeSpent, by_day, time_spent

DAY = date(2026, 3, 2)
"""A Monday."""

BUDGET = Budget(30, {5: 0, 6: 0})
"""Half an hour on weekdays, nothing at the weekend."""


def test_days_off_count_only_if_something_was_done() -> None:
    sunday = DAY - timedelta(1)
    done = {DAY - timedelta(3): Tally(minutes=20), sunday: Tally(minutes=10)}
    found = time_spent(done, BUDGET, DAY - timedelta(3), DAY)
    assert found == TimeSpent(30, done=2, days=3, planned=60)


def test_a_log_of_the_future_does_no_harm() -> None:
    done = {DAY + timedelta(9): Tally(minutes=5)}
    assert time_spent(done, BUDGET, DAY + timedelta(9), DAY) == TimeSpent(5, done=1)


def test_every_day_stands_with_its_minutes_and_a_paused_one_has_none() -> None:
    budget = BUDGET._replace(pauses=(Pause(DAY, DAY + timedelta(1)),))
    done = {DAY: Tally(minutes=20)}
    found = by_day(done, budget, DAY - timedelta(1), DAY + timedelta(1))
    assert found == {
        DAY - timedelta(1): DaySpent(Tally(), 0),
        DAY: DaySpent(Tally(minutes=20), 0),
        DAY + timedelta(1): DaySpent(Tally(), 30),
    }
