"""The memory model of today, how well it has predicted, and going back to earlier parameters."""

from typing import NamedTuple

from recall.domain.memory.compared import ModelGain, compared
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import Mixture, learnt
from recall.domain.memory.rated_log import Kept
from recall.errors import BadInput
from recall.storage.actions import begin
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import judged, prepare


class MemoryModel(NamedTuple):
    """The memory model of a study day: a parameter set and what is known of the person besides.

    recall_at is the personal recall on the day on which the set in use predicts what is wanted,
    and intervals how many times as long the intervals are as by that set. compared is None
    before the first revisit.
    """

    parameters_id: int
    is_published: bool
    mixture: Mixture
    wanted: float
    recall_at: float
    intervals: float
    compared: ModelGain | None


def memory_model(context: Context) -> MemoryModel:
    """Return the memory model of today; RecallError if the log is damaged."""
    wanted = context.settings.desired_retention
    with context.store.snapshot():
        in_use = parameters.latest(context.store)
        published = parameters.first_id(context.store) == in_use.id
        log = judged(context.store, context.today, in_use.weights)
    mixture, formulas = learnt(log), Formulas(in_use.weights)
    prepare(context)
    longer = formulas.interval(1.0, mixture.predicted_at(wanted)) / formulas.interval(1.0, wanted)
    return MemoryModel(
        parameters_id=in_use.id,
        is_published=published,
        mixture=mixture,
        wanted=wanted,
        recall_at=mixture.recall(wanted),
        intervals=longer,
        compared=compared(log),
    )


def kept(context: Context) -> list[Kept]:
    """Return every set that was ever in use, oldest first."""
    return parameters.kept(context.store)


def go_back(context: Context, number: int) -> None:
    """Use a stored set from now on; BadInput if there is no such set, or it is in use already."""
    with begin(context.store, "parameters", context.now, context.today) as action:
        sets = {one.id: one.in_use for one in parameters.kept(action)}
        if number not in sets:
            raise BadInput(
                f"there is no parameter set {number}; 'recall optimize --list' shows them"
            )
        if sets[number]:
            raise BadInput(f"parameter set {number} is in use already")
        parameters.use(action, number)
        action.describe(None, f"parameter set {number}")
