"""Sets of parameters of the memory model: a fit, those that are kept, and rescheduling by one."""

from typing import NamedTuple

from recall.domain.memory.fitting import Kept
from recall.usecases.context import Context
from recall.usecases.memory.optimizing import Fit, kept, optimize
from recall.usecases.memory.rescheduling import RescheduledMove, Rescheduling, plan, reschedule


class FitView(NamedTuple):
    """A fit to the log, and whether it was adopted."""

    fit: Fit

    def as_json(self) -> dict[str, object]:
        """Return what `recall optimize --json` prints."""
        fit = self.fit
        return {
            "action": None if fit.adopted_id is None else "optimize",
            "resource": None,
            "adopted": fit.adopted_id,
            "before": fit.before_id,
            "scores": fit.scores._asdict(),
        }


class SetsView(NamedTuple):
    """Every set that was ever in use, oldest first."""

    sets: list[Kept]

    def as_json(self) -> dict[str, object]:
        """Return what `recall optimize --list --json` prints."""
        return {"parameters": [_set_as_json(parameters) for parameters in self.sets]}


class ReschedulingView(NamedTuple):
    """What the set in use would make of every card, or has made of it if it is kept."""

    plan: Rescheduling
    is_kept: bool = False

    @property
    def later(self) -> int:
        """How many revisits move to a later day."""
        return sum(move.due > move.before for move in self.plan.moves)

    @property
    def earlier(self) -> int:
        """How many revisits move to an earlier day."""
        return len(self.plan.moves) - self.later

    @property
    def unmoved(self) -> int:
        """How many revisits stay on the day they have."""
        return len(self.plan.memories) - len(self.plan.moves)

    def as_json(self) -> dict[str, object]:
        """Return what `recall optimize --reschedule --json` prints."""
        return {
            "action": "reschedule" if self.is_kept else None,
            "resource": None,
            "in_use": self.plan.parameters_id,
            "earlier": self.earlier,
            "later": self.later,
            "unmoved": self.unmoved,
            "days": [
                {"date": day.isoformat(), "minutes_before": before, "minutes_after": after}
                for day, before, after in self.plan.days
            ],
            "moves": [_move_as_json(move) for move in self.plan.moves],
        }


def fit_view(context: Context) -> FitView:
    """Fit a set to the log, and use it from now on if it predicts better."""
    return FitView(optimize(context))


def sets_view(context: Context) -> SetsView:
    """Return every set that is kept."""
    return SetsView(kept(context))


def rescheduling_view(context: Context) -> ReschedulingView:
    """Return what would move under the set in use."""
    return ReschedulingView(plan(context))


def rescheduled(context: Context, view: ReschedulingView) -> ReschedulingView:
    """Carry the plan out, as it was shown."""
    reschedule(context, view.plan)
    return view._replace(is_kept=True)


def _set_as_json(parameters: Kept) -> dict[str, object]:
    scores = None if parameters.scores is None else parameters.scores._asdict()
    return {**parameters._asdict(), "scores": scores}


def _move_as_json(move: RescheduledMove) -> dict[str, object]:
    dates = {"due_before": move.before.isoformat(), "due": move.due.isoformat()}
    return {"id": move.resource.id, **dates}
