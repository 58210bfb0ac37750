"""The queue of a study day."""

from datetime import date

from recall.domain.morning import Day, candidates
from recall.domain.queue import Queue, Visit, plan
from recall.storage import day as days
from recall.storage.resources import places_of
from recall.usecases.context import Context


def today(context: Context, minutes: int | None = None, on: date | None = None) -> Queue:
    """What to revisit and to read next, within the minutes given or the day's own."""
    budget = context.settings.daily_minutes if minutes is None else minutes
    day = on or context.today
    with context.store.snapshot():
        done = days.done(context.store, day)
        due = days.due(context.store, day, candidates(budget))
        unread = days.to_read(context.store, candidates(budget))
        counts = days.counts(context.store, day)
        usual, sitting = context.settings.daily_minutes, context.settings.sitting_minutes
        queue = plan(Day(day, budget, usual, sitting, due, unread, done))
        return _complete(context, queue, counts)


def _complete(context: Context, queue: Queue, counts: days.Counts) -> Queue:
    listed = [visit.resource.id for visit in (*queue.revisit, *queue.read)]
    places = places_of(context.store, listed + [done.resource.id for done in queue.done])

    def placed(visit: Visit) -> Visit:
        resource = visit.resource
        return visit._replace(resource=resource._replace(places=places.get(resource.id, ())))

    return queue._replace(
        revisit=tuple(placed(visit) for visit in queue.revisit),
        read=tuple(placed(visit) for visit in queue.read),
        done=tuple(
            done._replace(resource=done.resource._replace(places=places.get(done.resource.id, ())))
            for done in queue.done
        ),
        backlog_revisit=counts.due - len(queue.revisit),
        backlog_read=counts.unread - len(queue.read),
    )
