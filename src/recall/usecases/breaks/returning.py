"""The return from a pause: the backlog is spread over days if the person agrees."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause, joined
from recall.domain.day.revisit_order import by_gain
from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.card import Card
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.errors import RecallError
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.reads import Reads
from recall.storage.tables import day as days
from recall.storage.tables import parameters
from recall.storage.tables.changes import cards
from recall.storage.tables.due_load import planned
from recall.storage.tables.planning import calendar, plans
from recall.storage.tables.planning.day_counts import unread
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.revising import plan_anew


class ReturnMove(NamedTuple):
    """A waiting revisit, and the study date it is moved to, which may be today."""

    resource: Planned
    due: date


class Return(NamedTuple):
    """What a return would do: the pauses it ends, and where the waiting revisits go.

    They are all the pauses that hold today: an open-ended one can begin before a planned one.
    The moves are in the order of a crowded day.
    """

    ended: tuple[Pause, ...]
    moves: tuple[ReturnMove, ...]

    @property
    def pause(self) -> Pause | None:
        """The pauses that it ends, as one."""
        return next(iter(joined(self.ended)), None)

    def days(self) -> Mapping[date, tuple[int, int]]:
        """Return each date's number of revisits and their minutes, in order."""
        found: dict[date, tuple[int, int]] = {}
        for move in self.moves:
            number, minutes = found.get(move.due, (0, 0))
            found[move.due] = (number + 1, minutes + move.resource.revisit_minutes)
        return dict(sorted(found.items()))


def plan_return(context: Context) -> Return:
    """Return what `come_back` would do now. Nothing moves if everything fits today's minutes."""
    return _plan(context.store, context)


def come_back(context: Context, shown: Return) -> None:
    """End the pause and spread the backlog over the coming days, as one action.

    A pause that has not begun stays planned. Memories and the log stay as they are: a revisit
    moves as if postponed. RecallError if the library has changed since the plan was shown.
    """
    with begin(context.store, "resume", context.now, context.today) as action:
        if _plan(action, context) != shown:
            raise RecallError("the library has changed meanwhile; 'recall resume' makes a new plan")
        if not shown.ended and not shown.moves:
            raise Abandoned
        _end(action, shown.ended, context.today)
        cards.move(action, {move.resource.id: _moved(move) for move in shown.moves})
        if shown.moves:
            plan_anew(context, action)
        action.describe(None, _summary(shown))


def _plan(reads: Reads, context: Context) -> Return:
    ended, budget = _without_pause(open_days(reads, context), context.today)
    pace = pace_of(reads, context.today)
    waiting = [pace.planned(resource) for resource in days.due(reads, context.today)]
    spent = sum(visit.minutes for visit in plans.done(reads, context.today).done)
    if spent + sum(resource.revisit_minutes for resource in waiting) <= budget.on(context.today):
        return Return(ended, ())
    waiting = by_gain(waiting, context.today, Formulas(parameters.latest(reads).weights))
    minutes = [resource.revisit_minutes for resource in waiting]
    tomorrow = context.today + timedelta(days=1)
    load = planned(reads, tomorrow, context.today + HORIZON, pace) | {context.today: spent}
    whole = not unread(reads)
    dates = first_revisits(minutes, context.today, budget, load, whole=whole)
    moves = tuple(map(ReturnMove._make, zip(waiting, dates, strict=True)))
    return Return(ended, moves)


def _without_pause(budget: Budget, today: date) -> tuple[tuple[Pause, ...], Budget]:
    """Return the pauses that hold today, and the budget without them."""
    ended = tuple(pause for pause in budget.pauses if pause.holds(today))
    planned = tuple(pause for pause in budget.pauses if not pause.holds(today))
    return ended, budget._replace(pauses=planned)


def _end(action: Action, ended: Iterable[Pause], today: date) -> None:
    """End pauses today; those that began today are left with no days."""
    for pause in ended:
        calendar.write_pause(action, pause._replace(until=today))


def _summary(plan: Return) -> str:
    if not plan.moves:
        return "the pause is over"
    return f"{len(plan.moves)} revisits over {len(plan.days())} days"


def _moved(move: ReturnMove) -> Card:
    """Return the values of a move. If it moves to today, it is no longer overdue."""
    card = move.resource.card
    return card._replace(due=move.due, postponed_from=card.postponed_from or card.due)
