"""APScheduler, as it has to be for a laptop: it sleeps, travels, and has its clock set.

The scheduler waits by a clock that stands still while the computer sleeps, and for as long as
it takes to the next job, so it would wake hours late; and a job whose time was computed before
the clock went back would not come for hours. So it looks twice a minute, and computes anew.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

LONGEST_WAIT_SECONDS = 30.0
"""Seconds."""

_A_TICK = timedelta(minutes=1)


class Ticking(BackgroundScheduler):  # type: ignore[misc] # apscheduler 3 ships no types
    """A scheduler that never waits long, nor for a time that the clock has gone back from."""

    def _process_jobs(self) -> float:
        self._catch_up()
        wait: float | None = super()._process_jobs()
        return LONGEST_WAIT_SECONDS if wait is None else min(wait, LONGEST_WAIT_SECONDS)

    def _catch_up(self) -> None:
        now = datetime.now(UTC)
        for job in self.get_jobs():
            if job.next_run_time is not None and job.next_run_time > now + _A_TICK:
                job.modify(next_run_time=job.trigger.get_next_fire_time(None, now))


def every_minute(tick: Callable[[], None], **options: object) -> Ticking:
    """A scheduler with one job: now, and at each full minute; of missed ones the last alone."""
    scheduler = Ticking({"apscheduler.timezone": UTC}, **options)
    scheduler.add_job(
        tick,
        CronTrigger(minute="*", timezone=UTC),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=datetime.now(UTC),
    )
    return scheduler
