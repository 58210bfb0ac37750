"""Which revisits come first on a crowded day, by FSRS-6 with its published weights."""

from typing import Literal

from bench.lived.facts import Due
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

FORMULAS = Formulas(DEFAULT_WEIGHTS)

Rank = Literal["gain", "recall", "any length"]
"""By gain a minute, by the chance of being recalled, or by gain alone; most first."""


def rank_of(one: Due, day: int, rank: Rank) -> float:
    """Return how early a revisit comes; the highest comes first."""
    minutes = one.minutes if rank == "gain" else 1
    if one.stability is None:
        return 0.5 if rank == "recall" else 0.5 * 9 / minutes
    recall = FORMULAS.retrievability(one.stability, day - one.last)
    if rank == "recall":
        return recall
    grown = FORMULAS.after_pass(one.stability, one.difficulty, recall) / one.stability
    return recall * (grown - 1) / minutes
