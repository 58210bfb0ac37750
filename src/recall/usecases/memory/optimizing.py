"""The memory model of today, how well it has predicted, and going back to earlier parameters."""

from typing import NamedTuple

from recall.domain.memory.compared import ModelGain, compared
from recall.domain.memory.length import MemoryLength
from recall.domain.memory.mixture import Mixture, learnt
from recall.domain.memory.rated_log import Kept
from recall.errors import BadInput
from recall.storage.actions import begin
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import (
    PersonalMemory,
    judged,
    length_today,
    personal_memory,
    prepare,
)


class MemoryModel(NamedTuple):
    """The memory model of a study day: a parameter set and what is known of the person besides.

    length is None as long as too little is known, and compared before the first revisit.
    """

    parameters_id: int
    is_published: bool
    mixture: Mixture
    person: PersonalMemory
    length: MemoryLength | None
    compared: ModelGain | None


def memory_model(context: Context) -> MemoryModel:
    """Return the memory model of today; RecallError if the log is damaged."""
    with context.store.snapshot():
        in_use = parameters.latest(context.store)
        published = parameters.first_id(context.store) == in_use.id
        log = judged(context.store, context.today, in_use.weights)
    prepare(context)
    mixture, wanted = learnt(log), context.settings.desired_retention
    person = personal_memory(mixture, in_use.weights, wanted)
    length = length_today(context, in_use.weights)
    return MemoryModel(
        parameters_id=in_use.id,
        is_published=published,
        mixture=mixture,
        person=person,
        length=length,
        compared=compared(log),
    )


def kept(context: Context) -> list[Kept]:
    """Return every set that was ever in use, oldest first."""
    return parameters.kept(context.store)


def go_back(context: Context, number: int) -> None:
    """Use a stored set from now on; BadInput if there is no such set, or it is in use already."""
    with begin(context.store, "parameters", context.now, context.today) as action:
        sets = {kept.id: kept.in_use for kept in parameters.kept(action)}
        if number not in sets:
            raise BadInput(
                f"there is no parameter set {number}; 'recall optimize --list' shows them"
            )
        if sets[number]:
            raise BadInput(f"parameter set {number} is in use already")
        parameters.use(action, number)
        action.describe(None, f"parameter set {number}")
