"""Decides whether the backlog is worth spreading. Runs in `recall today`, so it is cheap."""

from datetime import timedelta

from recall.domain.day.queue import Queue
from recall.storage.tables.calendar import pause_ended
from recall.usecases.context import Context

SEVERAL = 5
"""The backlog, in days like today, above which the person is offered to spread it."""

AFTER_PAUSE_DAYS = 30
"""Days after a pause in which a backlog is put down to it."""


def is_behind(context: Context, queue: Queue) -> bool:
    """Return whether more waits than is worth leaving to the days as they come.

    A day off and a day in a pause tell nothing.
    """
    if queue.pause is not None or not queue.budget_minutes:
        return False
    revisited = sum(done.due_before is not None for done in queue.done)
    return fills_days(context, queue.backlog_revisit, len(queue.revisit) + revisited)


def fills_days(context: Context, waiting: int, listed: int) -> bool:
    """Return whether waiting revisits fill several days, or more than one after a recent pause.

    listed is the number of today's revisits, done or not.
    """
    day = max(1, listed)
    if waiting > SEVERAL * day:
        return True
    since = context.today - timedelta(days=AFTER_PAUSE_DAYS)
    return waiting > day and pause_ended(context.store, since, context.today)
