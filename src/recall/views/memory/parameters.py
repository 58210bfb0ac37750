"""The memory model: what it is now, the sets of parameters that are kept, and rescheduling."""

from typing import NamedTuple

from recall.domain.memory.length import MemoryLength
from recall.domain.memory.rated_log import Kept
from recall.usecases.context import Context
from recall.usecases.memory.optimizing import MemoryModel, kept, memory_model
from recall.usecases.memory.rescheduling import RescheduledMove, Rescheduling, plan, reschedule

CANDIDATES = ("plain", "slow", "quick")
"""The candidates of the mixture, in its order."""


class MemoryModelView(NamedTuple):
    """The memory model of today, and how well it has predicted."""

    model: MemoryModel

    def as_json(self) -> dict[str, object]:
        """Return what `recall optimize --json` prints."""
        model = self.model
        compared = model.compared
        verdict = None if compared is None else compared.verdict
        shares = zip(CANDIDATES, model.mixture.shares(), strict=True)
        return {
            "parameters": model.parameters_id,
            "desired_retention": model.person.wanted,
            "recall_then": model.person.recall_at,
            "interval_factor": model.person.intervals,
            "memory_length": None if model.length is None else _length_as_json(model.length),
            "offsets": {"slow": model.mixture.slow, "quick": model.mixture.quick},
            "shares": dict(shares),
            "verdict": verdict,
            "compared": None if compared is None else compared._asdict(),
        }


def _length_as_json(length: MemoryLength) -> dict[str, object]:
    return {**length._asdict(), "certainty": length.certainty}


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
        return self.plan.staying

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


def memory_model_view(context: Context) -> MemoryModelView:
    """Return the memory model of today."""
    return MemoryModelView(memory_model(context))


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
