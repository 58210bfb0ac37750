"""The curve of one resource's memory, from its log and the model in use."""

from collections.abc import Sequence

from recall.domain.library.resource import Resource
from recall.domain.library.review import Review
from recall.domain.memory.memory_curve import CurveModel, MemoryCurve, memory_curve
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of


def curve_of(context: Context, resource: Resource, reviews: Sequence[Review]) -> MemoryCurve | None:
    """Return the curve of a resource with its reviews, oldest first; None if it has no memory."""
    memory = resource.card.memory
    if memory is None:
        return None
    reads, weights = context.store, parameters.by_id(context.store)
    in_use = parameters.latest(reads).weights
    return memory_curve(
        reviews,
        memory,
        lambda review: weights[review.parameters_id],
        CurveModel(in_use, mixture_of(reads, context.today, in_use)),
        today=context.today,
        due=resource.card.due,
    )
