"""The recall that is predicted of resources on a study day."""

from datetime import date
from typing import TYPE_CHECKING

from recall.domain.library.resource import Resource
from recall.storage.reads import Reads

if TYPE_CHECKING:
    from recall.domain.memory.weights import Weights


class Recall:
    """Predicts recall by the parameters in use, which are read when the first is asked for."""

    __slots__ = ("_day", "_reads", "_weights")

    def __init__(self, reads: Reads, day: date) -> None:
        """Read nothing yet: a plan of the day shows no recall, and must come at once."""
        self._reads = reads
        self._day = day
        self._weights: Weights | None = None

    def of(self, resource: Resource) -> float | None:
        """Return the probability of recall on the day, 0 to 1; None if there is no memory."""
        from recall.domain.memory.forgetting_curve import retrievability

        memory = resource.card.memory
        if memory is None:
            return None
        return retrievability(memory, (self._day - memory.last_review).days, self._in_use())

    def _in_use(self) -> "Weights":
        if self._weights is None:
            from recall.storage.tables.parameters import latest

            self._weights = latest(self._reads).weights
        return self._weights
