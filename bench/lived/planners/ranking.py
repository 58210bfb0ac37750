"""Which revisits come first on a crowded day, by FSRS-6 with its published weights."""

from typing import Literal

from bench.lived.facts import Due
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

FORMULAS = Formulas(DEFAULT_WEIGHTS)

Rank = Literal["gain", "recall", "any length"]
"""By gain a minute, by the chance of being recalled, or by gain alone; most first."""


def rank_of(resource: Due, day: int, rank: Rank) -> float:
    """Return how early a revisit comes; the highest comes first."""
    minutes = resource.minutes if rank == "gain" else 1
    if resource.stability is None:
        return 0.5 if rank == "recall" else 0.5 * 9 / minutes
    recall = FORMULAS.retrievability(resource.stability, day - resource.last)
    if rank == "recall":
        return recall
    grown = (
        FORMULAS.after_pass(resource.stability, resource.difficulty, recall) / resource.stability
    )
    return recall * (grown - 1) / minutes
