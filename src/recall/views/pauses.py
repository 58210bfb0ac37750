"""The return from a pause, as it is planned."""

from datetime import date
from typing import NamedTuple

from recall.domain.calendar.pauses import Pause
from recall.usecases.context import Context
from recall.usecases.planning.pausing import Return, ReturnMove, come_back, plan_return
from recall.views.day import pause_as_json


class ReturnDay(NamedTuple):
    """A day of the return: how many revisits it is given, and their minutes.

    is_overfull: a single revisit takes more minutes than the day has.
    """

    date: date
    revisits: int
    minutes: int
    is_overfull: bool

    def as_json(self) -> dict[str, object]:
        """Return one day of the plan."""
        return {
            "date": self.date.isoformat(),
            "revisits": self.revisits,
            "minutes": self.minutes,
            "longer_than_the_day": self.is_overfull,
        }


class ReturnView(NamedTuple):
    """What taking up again would do, or has done if it is kept."""

    plan: Return
    days: list[ReturnDay]
    is_kept: bool = False

    @property
    def pause(self) -> Pause | None:
        """The pause that is ended, or called off."""
        return self.plan.pause

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do."""
        return self.plan.pause is not None or bool(self.plan.moves)

    def as_json(self) -> dict[str, object]:
        """Return what `recall resume --json` prints."""
        return {
            "action": "resume",
            "resource": None,
            "kept": self.is_kept,
            "pause": None if self.pause is None else pause_as_json(self.pause),
            "plan": [day.as_json() for day in self.days],
            "moves": [_move_as_json(move) for move in self.plan.moves],
        }


def return_view(context: Context) -> ReturnView:
    """Return the plan for the return as of now."""
    plan, budget = plan_return(context), context.budget
    days = [
        ReturnDay(day, revisits, minutes, is_overfull=minutes > budget.on(day) > 0)
        for day, (revisits, minutes) in plan.days().items()
    ]
    return ReturnView(plan, days)


def kept(context: Context, view: ReturnView) -> ReturnView:
    """Carry the plan out, as it was shown."""
    come_back(context, view.plan)
    return view._replace(is_kept=True)


def _move_as_json(move: ReturnMove) -> dict[str, object]:
    before = move.resource.card.due
    return {
        "id": move.resource.id,
        "title": move.resource.title,
        "minutes": move.resource.revisit_minutes,
        "due_before": before and before.isoformat(),
        "due": move.due.isoformat(),
    }
