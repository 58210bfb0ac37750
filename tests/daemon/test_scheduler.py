"""The scheduler, stepped by hand through sleep and clock changes."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from apscheduler.executors.debug import DebugExecutor

from recall.daemon.scheduler import LONGEST_WAIT_SECONDS, Ticking, every_minute

START = datetime(2026, 3, 2, 9, 30, 10, tzinfo=UTC)


class Steps:
    """A scheduler whose time the test moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ticks: list[datetime] = []
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


@pytest.mark.slow
def test_a_year_of_minutes_ticks_each_hour_it_wakes(steps: Steps) -> None:
    steps.at(START)
    assert sum(steps.at(START + timedelta(hours=h)) for h in range(1, 24 * 30)) == 24 * 30 - 1
