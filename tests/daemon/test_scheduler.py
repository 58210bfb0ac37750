"""The scheduler, stepped by hand through sleep and clock changes."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from apscheduler.executors.debug import DebugExecutor
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given
from hypothesis import strategies as st

from recall.daemon.scheduler import LONGEST_WAIT_SECONDS, Ticking, every_minute

START = datetime(2026, 3, 2, 9, 30, 10, tzinfo=UTC)


YEARS = timedelta(days=26 * 365)
MOMENTS = st.one_of(
    st.timedeltas(timedelta(days=-9), timedelta(days=9)),
    st.timedeltas(timedelta(days=-20_000), timedelta(days=60_000)),
).map(START.__add__)


class Steps:
    """A scheduler whose time the test moves; computed counts the next runs that it computed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ticks: list[datetime] = []
        self.computed = 0
        compute = CronTrigger.get_next_fire_time

        def counted(trigger: CronTrigger, *times: datetime | None) -> datetime | None:
            self.computed += 1
            found: datetime | None = compute(trigger, *times)
            return found

        monkeypatch.setattr(CronTrigger, "get_next_fire_time", counted)
        self._moving = time_machine.travel(START, tick=False)
        self._time = self._moving.start()
        monkeypatch.setattr(Ticking, "start", Ticking.__mro__[3].start)  # without its thread
        monkeypatch.setattr(Ticking, "wakeup", lambda _: None)
        monkeypatch.setattr(Ticking, "shutdown", Ticking.__mro__[3].shutdown)
        self.scheduler = every_minute(
            lambda: self.ticks.append(datetime.now(UTC)), executors={"default": DebugExecutor()}
        )
        self.scheduler.start()

    def at(self, moment: datetime) -> int:
        """How many ticks come when the scheduler wakes at a moment."""
        self._time.move_to(moment, tick=False)
        before = len(self.ticks)
        assert 0 <= self.scheduler._process_jobs() <= LONGEST_WAIT_SECONDS
        return len(self.ticks) - before

    def end(self) -> None:
        self.scheduler.shutdown()
        self._moving.stop()


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch):
    stepping = Steps(monkeypatch)
    yield stepping
    stepping.end()


def test_it_ticks_at_once_and_then_each_minute(steps: Steps) -> None:
    assert steps.at(START) == 1
    assert [steps.at(START + timedelta(seconds=s)) for s in (30, 49, 50, 80, 110)] == [
        0,
        0,
        1,
        0,
        1,
    ]


def test_after_a_night_asleep_it_ticks_once(steps: Steps) -> None:
    steps.at(START)
    assert steps.at(START + timedelta(hours=8)) == 1
    assert steps.at(START + timedelta(hours=8, seconds=1)) == 0


def test_after_the_clock_went_back_it_goes_on_within_a_minute(steps: Steps) -> None:
    steps.at(START)
    back = START - timedelta(hours=5)
    steps.at(back)
    assert steps.at(back + timedelta(minutes=1)) == 1


@given(moments=st.lists(MOMENTS, min_size=1, max_size=5))
def test_a_clock_that_jumps_costs_no_more_than_a_minute_that_passes(
    moments: list[datetime],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        steps = Steps(patch)
        try:
            for moment in (START, *moments):
                before = steps.computed
                assert steps.at(moment) <= 1
                assert steps.at(moment + timedelta(minutes=1)) == 1
                assert steps.computed - before <= 6, "none for the minutes in between"
        finally:
            steps.end()


def test_after_26_years_ahead_it_ticks_once_and_goes_on(steps: Steps) -> None:
    steps.at(START)
    assert steps.at(START + YEARS) == 1
    assert steps.at(START + YEARS + timedelta(seconds=1)) == 0
    assert steps.at(START + YEARS + timedelta(minutes=1)) == 1


@pytest.mark.slow
def test_a_year_of_minutes_ticks_each_hour_it_wakes(steps: Steps) -> None:
    steps.at(START)
    assert sum(steps.at(START + timedelta(hours=h)) for h in range(1, 24 * 30)) == 24 * 30 - 1
