"""Moves due dates to fit the memory model of today, after showing what would move."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.due_dates.load_balancer import Spread
from recall.domain.due_dates.rescheduling import RescheduledCard, moved, planned
from recall.domain.library.card import Memory
from recall.domain.library.resource import PRIORITIES, Planned, Priority
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.rated_log import Rated, checked, replay
from recall.domain.memory.retention import retention
from recall.errors import RecallError
from recall.storage.actions import begin
from recall.storage.reads import Reads
from recall.storage.tables import parameters, resources
from recall.storage.tables.changes import cards as stored
from recall.storage.tables.results.ratings import ratings
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of


class RescheduledMove(NamedTuple):
    """A revisit that moves to another day."""

    resource: Planned
    due: date

    @property
    def before(self) -> date:
        """The present due date; only a resource with one can move."""
        return self.resource.card.due or date.min


class WantedRecall(NamedTuple):
    """The set in use, and what it predicts when the recall is as desired, by priority."""

    in_use: parameters.Parameters
    predicted: Mapping[Priority, float]


class Rescheduling(NamedTuple):
    """The effect of the memory model on the due dates that stand.

    memories has those that were made under other parameters, as those in use make them, and those
    of all that moves; staying counts the dates that stay. days has the coming days, each with its
    minutes of revisits before and after.
    """

    parameters_id: int
    moves: tuple[RescheduledMove, ...]
    days: tuple[tuple[date, int, int], ...]
    memories: Mapping[int, Memory]
    staying: int


def plan(context: Context) -> Rescheduling:
    """Return what `reschedule` would do now."""
    return _plan(context.store, context)


def reschedule(context: Context, shown: Rescheduling) -> None:
    """Carry out a plan as one action: set the recomputed memories and due dates.

    The log stays as it is. RecallError if the library has changed since the plan was made.
    """
    with begin(context.store, "reschedule", context.now, context.today) as action:
        if _plan(action, context) != shown:
            raise RecallError("the library has changed meanwhile; see again what would move")
        dues = {move.resource.id: move.due for move in shown.moves}
        stored.replay(action, shown.memories, dues, shown.parameters_id)
        action.describe(None, f"{len(dues)} revisits, by parameter set {shown.parameters_id}")


def _plan(reads: Reads, context: Context) -> Rescheduling:
    in_use = parameters.latest(reads)
    log = checked(ratings(reads))
    pace, known = pace_of(reads, context.today), resources.listed(reads, resources.Filter())
    everything = {resource.id: pace.planned(resource) for resource in known}
    made = parameters.made_under(reads)
    memories = {
        number: memory
        for number, memory in replay(log, in_use.weights).memories.items()
        if number in everything
    }
    mixture = mixture_of(reads, context.today, in_use.weights)
    wanted = {
        priority: mixture.predicted_at(retention(priority, context.settings.desired_retention))
        for priority in PRIORITIES
    }
    cards, load = _standing(
        everything.values(), memories, log, context, model=WantedRecall(in_use, wanted)
    )
    settings = context.settings
    spread = Spread(settings.maximum_interval, open_days(reads, context), settings.spread)
    moves = moved(cards, load, context.today, spread)
    return Rescheduling(
        in_use.id,
        tuple(RescheduledMove(everything[number], due) for number, due in moves.items()),
        tuple(planned(cards, moves, load, context.today)),
        {
            number: memory
            for number, memory in memories.items()
            if number in moves or made.get(number) != in_use.id
        },
        staying=len(cards) - len(moves),
    )


def _standing(
    everything: Iterable[Planned],
    memories: Mapping[int, Memory],
    log: Iterable[Rated],
    context: Context,
    *,
    model: WantedRecall,
) -> tuple[list[RescheduledCard], dict[date, int]]:
    """Return the cards that may move, and the minutes by day of those that stay.

    Postponed revisits stay, because the person put them there.
    """
    formulas, longest = Formulas(model.in_use.weights), context.settings.maximum_interval
    last = {review.resource_id: review for review in log}
    cards: list[RescheduledCard] = []
    load: dict[date, int] = {}
    for resource in everything:
        card, memory = resource.card, memories.get(resource.id)
        if resource.status != "read" or card.due is None:
            continue
        if memory is None or card.postponed_from is not None:
            day = max(card.due, context.today)
            load[day] = load.get(day, 0) + resource.revisit_minutes
            continue
        predicted = model.predicted[resource.priority]
        interval = formulas.whole_days(memory.stability, predicted, longest)
        cards.append(
            RescheduledCard(
                id=resource.id,
                minutes=resource.revisit_minutes,
                due=card.due,
                last_review=memory.last_review,
                rating=last[resource.id].rating,
                reviews=card.reviews,
                interval=interval,
                survived=last[resource.id].elapsed,
            )
        )
    return cards, load
