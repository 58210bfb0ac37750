"""The queue of a study day."""

from datetime import date, timedelta

from recall.domain.day.lately import LATELY_DAYS, Spent, owed
from recall.domain.day.morning import Day, Gates, Turn, candidates, may_overflow
from recall.domain.day.queue import Queue, plan
from recall.domain.day.visit import Visit
from recall.domain.library.pace import Pace
from recall.storage.tables import day as days
from recall.storage.tables.neglected import passed_over
from recall.storage.tables.resources import places_of
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

TIMES = 5
"""Days with revisits on which a revisit was crowded out, before the person is asked about it."""


def today(context: Context, minutes: int | None = None, on: date | None = None) -> Queue:
    """Return what to revisit and read next, within the given minutes or the day's own."""
    day = on or context.today
    with context.store.snapshot():
        opened = open_days(context.store, context, min(day, context.today))
        budget = opened.on(day) if minutes is None else minutes
        counts = days.counts(context.store, day)
        facts = facts_of(context, day, budget, counts.due)
        queue = plan(facts)
        pause = opened.pause_on(day)
        if pause is not None:
            queue = queue._replace(revisit=(), read=(), further=0, pause=pause)
        else:
            listed = [visit.resource.id for visit in queue.revisit]
            queue = queue._replace(passed_over=passed_over(context.store, day, TIMES, listed))
        return _complete(context, queue, counts)


def facts_of(context: Context, day: date, budget: int, waiting: int) -> Day:
    """Return everything the plan is made from, with minutes at the person's pace."""
    reads, most = context.store, candidates(budget)
    pace, is_more = pace_of(reads, day), waiting > most
    done = days.done(reads, day, pace)
    due = [] if is_more else [pace.planned(one) for one in days.due(reads, day, most)]
    facts = empty_day(context, day, budget, days.spent(reads, day - timedelta(LATELY_DAYS), day))
    facts = facts._replace(due=due, done=done)
    if is_more or may_overflow(facts):
        from recall.usecases.planning.ranking import rule_of, worthiest

        rule = rule_of(reads, day)
        if is_more:
            due = [pace.planned(one) for one in worthiest(reads, day, rule, most)]
        facts = facts._replace(due=due, rule=rule)
    return with_readings(context, facts, pace)


def empty_day(context: Context, day: date, budget: int, lately: Spent) -> Day:
    """Return a day with nothing on it yet; lately is what the days before were spent on."""
    settings = context.settings
    usual = min(settings.daily_minutes, context.week.on(day) or settings.daily_minutes)
    share, sitting = settings.new_share, settings.sitting_minutes
    missing = owed(lately, share, usual, day)
    return Day(
        today=day,
        budget=budget,
        usual_minutes=usual,
        sitting_minutes=sitting,
        due=(),
        unread=(),
        done=(),
        new_share=share,
        owed=missing,
    )


def with_readings(context: Context, day: Day, pace: Pace) -> Day:
    """Return the day with its available readings and the rules for their order.

    The minutes of what is done are at the person's pace already; the readings get theirs here.
    """
    reads = context.store
    turns: dict[int, Turn] = {}
    if days.has_rules(reads):
        from recall.usecases.planning.section_order import line

        unread, turns = line(reads, day, pace, open_days(reads, context))
    else:
        unread = days.to_read(reads, candidates(day.budget))
    readings = [one for one in day.done if one.due_before is None]
    after = {}
    if readings:  # before the first reading of a day nothing new becomes available
        finished = [one.resource.id for one in readings if not one.sitting]
        begun = [one.resource.id for one in readings]
        after = days.waits(reads, finished, [*begun, *(one.id for one in unread)])
    planned = [pace.planned(one) for one in unread]
    return day._replace(unread=planned, gates=Gates(turns, after), begun=days.begun(reads))


def _complete(context: Context, queue: Queue, counts: days.Counts) -> Queue:
    listed = [visit.resource.id for visit in queue.in_turn]
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
