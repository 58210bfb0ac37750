"""APScheduler adapted to laptops, which sleep, travel and have their clocks changed.

APScheduler sleeps until the next job by a clock that stops while the computer sleeps, so it would
wake up hours late; after the clock is set back, a job computed before would not run for hours; and
after it jumps ahead, every minute in between would be counted, which takes minutes for a few
years. So this scheduler wakes twice a minute and recomputes a next run that is far from now.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from recall.loggers import ours_alone

LONGEST_WAIT_SECONDS = 30.0
"""Seconds."""

_A_TICK = timedelta(minutes=1)

# A tick may take longer than a minute; APScheduler would warn about that on the terminal.
logging.getLogger("apscheduler").addHandler(logging.NullHandler())


class Ticking(BackgroundScheduler):  # type: ignore[misc] # apscheduler 3 ships no types
    """A scheduler that never waits long, and notices when the clock jumps."""

    def _process_jobs(self) -> float:
        self._catch_up()
        wait: float | None = super()._process_jobs()
        return LONGEST_WAIT_SECONDS if wait is None else min(wait, LONGEST_WAIT_SECONDS)

    def _catch_up(self) -> None:
        now = datetime.now(UTC)
        for job in self.get_jobs():
            if job.next_run_time is None:
                continue
            if job.next_run_time > now + _A_TICK:
                job.modify(next_run_time=job.trigger.get_next_fire_time(None, now))
            elif job.next_run_time < now - _A_TICK:
                job.modify(next_run_time=now)


def every_minute(tick: Callable[[], None], **options: object) -> Ticking:
    """Return a scheduler with one job: now, and each full minute; missed runs are merged."""
    ours_alone()
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
