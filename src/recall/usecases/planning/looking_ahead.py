"""Forecast of the coming days, workload of the coming year, and `why`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from math import ceil, floor
from typing import NamedTuple

from recall.domain.ahead.explain.explanation import why as explained
from recall.domain.ahead.explain.facts import ResourceFacts, Why
from recall.domain.ahead.forecast import DayAhead, ForecastRules, Library
from recall.domain.ahead.forecast import forecast as ahead
from recall.domain.ahead.year_simulation import RETENTIONS, YEAR_DAYS, Student, Workload, starts
from recall.domain.ahead.year_simulation import workload as priced
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.day.lately import LATELY_DAYS, Spent, together
from recall.domain.day.morning import Gates, may_overflow
from recall.domain.day.queue import Queue, plan
from recall.domain.day.standing import Standing, standing
from recall.domain.day.worth import candidate
from recall.domain.due_dates.load_balancer import Spread
from recall.domain.library.resource import Planned, Resource
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.retention import retention
from recall.storage.tables import day as days_of
from recall.storage.tables import parameters, resources
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.ranking import rule_of
from recall.usecases.planning.still_to_read import still_to_read
from recall.usecases.planning.today import empty_day, facts_of, today

MOST_LOOKS = 10_000
"""A bound on the work of finding the minutes that are enough: plans times waiting resources."""


class YearAhead(NamedTuple):
    """The workload for each desired retention, and the numbers common to all.

    readings is the number of first readings in the year and reading_minutes their minutes a
    day; cards is the number of resources read by the end of the year.
    """

    workloads: Sequence[Workload]
    in_use: float
    reading_minutes: float
    readings: int
    cards: int


def forecast(context: Context, days: int) -> list[DayAhead]:
    """Return the coming `days` days, from today on, if each day's plan is done.

    Deadlines are judged as of today, however much is read by then.
    """
    first = today(context)
    library, gates = _library(context)
    return ahead(library, first, days, _rules(context, gates, first))


def workload(context: Context) -> YearAhead:
    """Return a year's minutes and memory at each desired retention, and at the one in use.

    First readings have their share of each day's minutes, and none in a pause that has an end.
    """
    settings = context.settings
    student = Student(Formulas(parameters.latest(context.store).weights), settings.maximum_interval)
    library, _ = _library(context)
    budget = open_days(context.store, context)
    budget = budget._replace(pauses=tuple(one for one in budget.pauses if one.until))
    days = (context.today + timedelta(day) for day in range(YEAR_DAYS))
    minutes = [floor(budget.open_on(day) * settings.new_share) for day in days]
    cards = starts(library.read, library.unread, minutes, context.today)
    in_use = settings.desired_retention
    new = cards[len(library.read) :]
    return YearAhead(
        workloads=[priced(cards, one, student) for one in sorted({*RETENTIONS, in_use})],
        in_use=in_use,
        reading_minutes=sum(one.resource.next_minutes for one in new) / YEAR_DAYS,
        readings=len(new),
        cards=len(cards),
    )


def why(context: Context, resource: Resource) -> Why:
    """Explain why a resource is in today's queue, or is not."""
    queue, pace = today(context), pace_of(context.store, context.today)
    planned = pace.planned(resource)
    wanted = retention(resource.priority, context.settings.desired_retention)
    weights = parameters.latest(context.store).weights
    facts = ResourceFacts(
        resource=planned,
        queue=queue,
        wanted=wanted,
        weights=weights,
        standing=_revisits(context, queue),
    )
    if resource.card.due is None:
        everything = resources.listed(context.store, resources.Filter())
        line = still_to_read(context, map(pace.planned, everything))
        held = line.after.get(planned.id, frozenset())
        facts = facts._replace(
            standing=_with_readings(facts.standing, line.free),
            holders=[one for one in line.unread if one.id in held],
            on_hold=line.is_on_hold(planned),
        )
    answer = explained(facts)
    if answer.reason == "waiting":
        answer = explained(facts._replace(enough=_enough(context, facts)))
    return answer


def _revisits(context: Context, queue: Queue) -> Standing:
    """Return today's order, including the revisits that the plan did not consider."""
    day, waiting = queue.study_date, queue.backlog_revisit + len(queue.revisit)
    facts = facts_of(context, day, queue.budget_minutes, waiting)
    stand = standing(facts)
    if facts.rule is None or waiting <= len(stand.revisits):
        return stand
    pace, seen = pace_of(context.store, day), {one.id for one in stand.revisits}
    due = [pace.planned(one) for one in days_of.due(context.store, day)]
    unseen = {one.id: one for one in due if one.id not in seen}
    ranked = facts.rule.by_worth([candidate(one, day) for one in unseen.values()])
    return stand._replace(revisits=[*stand.revisits, *(unseen[number] for _, _, number in ranked)])


def _with_readings(stand: Standing, free: Iterable[Planned]) -> Standing:
    """Return the order including the readings that the plan did not consider."""
    seen = {one.id for one in stand.readings}
    return stand._replace(readings=[*stand.readings, *(one for one in free if one.id not in seen)])


def _enough(context: Context, facts: ResourceFacts) -> int | None:
    """Return the fewest minutes for which today's queue has it; None if none are enough.

    More minutes can lose a resource, because something else then fits. So all minutes between
    today's and a number that is enough are tried; with a large backlog only every nth, and then
    all just below the first that is enough.
    """
    number, short, gap = facts.resource.id, facts.queue.budget_minutes, 15
    planned = _planner(context, facts.queue)
    while number not in planned(enough := min(short + gap, DAY_MINUTES)):
        if enough == DAY_MINUTES:
            return None
        gap *= 2
    waiting = len(facts.standing.revisits) + len(facts.standing.readings)
    step = ceil((enough - short) * waiting / MOST_LOOKS)
    tried = range(short + 1, enough, step)
    enough = next((some for some in tried if number in planned(some)), enough)
    below = range(max(short, enough - step) + 1, enough)
    return next((some for some in below if number in planned(some)), enough)


def _planner(context: Context, queue: Queue) -> Callable[[int], set[int]]:
    """Return a function from minutes to the IDs in today's queue; the library is read once."""
    day, waiting = queue.study_date, queue.backlog_revisit + len(queue.revisit)
    widest = facts_of(context, day, DAY_MINUTES, waiting)
    rule = widest.rule or rule_of(context.store, day)

    def planned(minutes: int) -> set[int]:
        facts = widest._replace(budget=minutes, rule=None)
        found = plan(facts._replace(rule=rule) if may_overflow(facts) else facts)
        return {visit.resource.id for visit in found.in_turn}

    return planned


def _library(context: Context) -> tuple[Library, Gates]:
    pace = pace_of(context.store, context.today)
    everything = [pace.planned(one) for one in resources.listed(context.store, resources.Filter())]
    line = still_to_read(context, everything)
    unread = [one for one in line.unread if not line.is_on_hold(one)]
    read = [one for one in everything if one.status == "read"]
    return Library(read, unread, line.after), Gates(line.turns)


def _planned(queue: Queue) -> Spent:
    revisits, readings = (
        sum(visit.minutes for visit in part) for part in (queue.revisit, queue.read)
    )
    return Spent(revisits, readings, queue.study_date if readings else date.min)


def _rules(context: Context, gates: Gates, first: Queue) -> ForecastRules:
    """Return rules that plan days like `today` and set due dates like a rating."""
    settings, rule = context.settings, rule_of(context.store, context.today)
    lived = {first.study_date: _planned(first)}

    def planned(day: date, due: Sequence[Planned], unread: Sequence[Planned]) -> Queue:
        minutes, pause = budget.on(day), budget.pause_on(day)
        if pause is not None:
            return Queue(
                study_date=day, budget_minutes=minutes, revisit=(), read=(), done=(), pause=pause
            )
        facts = empty_day(context, day, minutes, spent_before(day))
        facts = facts._replace(due=due, unread=unread, gates=gates)
        queue = plan(facts._replace(rule=rule) if may_overflow(facts) else facts)
        lived[day] = _planned(queue)
        return queue

    def spent_before(day: date) -> Spent:
        """Return the minutes spent on past days and on the days planned so far."""
        since = day - timedelta(LATELY_DAYS)
        past = Spent()
        if since <= first.study_date:
            past = days_of.spent(context.store, since, day)
        return together([past, *(spent for on, spent in lived.items() if since <= on)])

    def wanted(resource: Resource) -> float:
        return retention(resource.priority, settings.desired_retention)

    budget = open_days(context.store, context)
    spread = Spread(settings.maximum_interval, budget, moves=settings.spread)
    return ForecastRules(
        plan=planned,
        formulas=Formulas(parameters.latest(context.store).weights),
        retention=wanted,
        spread=spread,
        rule=rule,
    )
