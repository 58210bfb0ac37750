"""Pauses, and the return from them: the backlog is spread over days if the person agrees."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.calendar.pauses import Pause
from recall.domain.day.worth import candidate
from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.card import Card
from recall.domain.library.resource import Planned
from recall.errors import BadInput, RecallError
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.store import Reads
from recall.storage.tables import day as days
from recall.storage.tables import pauses
from recall.storage.tables.changes import cards
from recall.storage.tables.due_load import planned
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.ranking import rule_of


class ReturnMove(NamedTuple):
    """A waiting revisit, and the study date it is moved to, which may be today."""

    resource: Planned
    due: date


class Return(NamedTuple):
    """What a return would do: the pause it ends, and where the waiting revisits go.

    The moves are in the order of a crowded day. A pause that has not begun is cancelled.
    """

    pause: Pause | None
    moves: tuple[ReturnMove, ...]

    def days(self) -> Mapping[date, tuple[int, int]]:
        """Return each date's number of revisits and their minutes, in order."""
        found: dict[date, tuple[int, int]] = {}
        for move in self.moves:
            number, minutes = found.get(move.due, (0, 0))
            found[move.due] = (number + 1, minutes + move.resource.revisit_minutes)
        return dict(sorted(found.items()))


def pause(context: Context, first: date | None, until: date | None) -> Pause:
    """Pause from first (default: today) to the day before until (default: open-ended).

    It replaces a current or planned pause. BadInput if it would end before it begins.
    """
    begins = context.today if first is None else first
    if until is not None and until <= max(begins, context.today):
        raise BadInput(f"a pause from {begins} cannot end on {until}; give a later day")
    with begin(context.store, "pause", context.now, context.today) as action:
        there = pauses.current(action, context.today)
        if first is None and there is not None and there.holds(context.today):
            begins = there.first
        pauses.write(action, Pause(begins, until, there.id if there else 0))
        ending = f"until {until.isoformat()}" if until else "until it is ended"
        action.describe(None, f"from {begins.isoformat()} {ending}")
    return Pause(begins, until)


def plan_return(context: Context) -> Return:
    """Return what `come_back` would do now. Nothing moves if everything fits today's minutes."""
    return _plan(context.store, context)


def come_back(context: Context, shown: Return) -> None:
    """End the pause and spread the backlog over the coming days, as one action.

    A pause that has not begun is cancelled. Memories and the log stay as they are: a revisit
    moves as if postponed. RecallError if the library has changed since the plan was shown.
    """
    with begin(context.store, "resume", context.now, context.today) as action:
        if _plan(action, context) != shown:
            raise RecallError("the library has changed meanwhile; 'recall resume' makes a new plan")
        if shown.pause is None and not shown.moves:
            raise Abandoned
        if shown.pause is not None:
            _end(action, shown.pause, context.today)
        cards.move(action, {one.resource.id: _moved(one) for one in shown.moves})
        action.describe(None, _summary(shown, context.today))


def _plan(reads: Reads, context: Context) -> Return:
    there = pauses.current(reads, context.today)
    pace = pace_of(reads, context.today)
    waiting = [pace.planned(one) for one in days.due(reads, context.today)]
    spent = sum(one.spent_minutes for one in days.done(reads, context.today, pace))
    if spent + sum(one.revisit_minutes for one in waiting) <= context.budget.on(context.today):
        return Return(there, ())
    waiting = _foremost_first(reads, waiting, context.today)
    minutes = [one.revisit_minutes for one in waiting]
    tomorrow = context.today + timedelta(days=1)
    load = planned(reads, tomorrow, context.today + HORIZON, pace) | {context.today: spent}
    whole = not days.counts(reads, context.today).unread
    dates = first_revisits(minutes, context.today, context.budget, load, whole=whole)
    moves = tuple(map(ReturnMove._make, zip(waiting, dates, strict=True)))
    return Return(there, moves)


def _foremost_first(reads: Reads, waiting: Sequence[Planned], today: date) -> list[Planned]:
    """Return the waiting revisits in the order of a crowded day."""
    by_id = {one.id: one for one in waiting}
    looks = [candidate(one, today) for one in waiting]
    return [by_id[number] for _, _, number in rule_of(reads, today).by_worth(looks)]


def _end(action: Action, there: Pause, today: date) -> None:
    """End a pause today; one that began today, or has not begun, is left with no days."""
    pauses.write(action, there._replace(first=min(there.first, today), until=today))


def _summary(plan: Return, today: date) -> str:
    if not plan.moves:
        planned = plan.pause is not None and plan.pause.first > today
        return "the pause is called off" if planned else "the pause is over"
    return f"{len(plan.moves)} revisits over {len(plan.days())} days"


def _moved(move: ReturnMove) -> Card:
    """Return the values of a move. If it moves to today, it is no longer overdue."""
    card = move.resource.card
    return card._replace(due=move.due, postponed_from=card.postponed_from or card.due)
