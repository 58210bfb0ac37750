"""The recall that is predicted of resources on a study day."""

from datetime import date
from typing import TYPE_CHECKING

from recall.domain.library.resource import Resource
from recall.storage.reads import Reads

if TYPE_CHECKING:
    from recall.domain.memory.mixture import Mixture
    from recall.domain.memory.weights import Weights


class Recall:
    """Predicts recall by the memory model of the day, which is read when the first is asked for."""

    __slots__ = ("_day", "_known", "_reads")

    def __init__(self, reads: Reads, day: date) -> None:
        """Read nothing yet: a plan of the day shows no recall, and must come at once."""
        self._reads = reads
        self._day = day
        self._known: tuple[Weights, Mixture] | None = None

    def of(self, resource: Resource) -> float | None:
        """Return the probability of recall on the day, 0 to 1; None if there is no memory."""
        from recall.domain.memory.forgetting_curve import retrievability

        memory = resource.card.memory
        if memory is None:
            return None
        weights, mixture = self._model()
        days = (self._day - memory.last_review).days
        return mixture.recall(retrievability(memory, days, weights))

    def _model(self) -> "tuple[Weights, Mixture]":
        if self._known is None:
            from recall.storage.tables.parameters import latest
            from recall.usecases.personal import mixture_of

            weights = latest(self._reads).weights
            self._known = weights, mixture_of(self._reads, self._day, weights)
        return self._known
