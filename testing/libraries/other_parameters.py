"""Takes another set of parameters into use, as earlier versions did after a fit."""

from collections.abc import Sequence

from recall.domain.memory.rated_log import Scores
from recall.storage.actions import begin
from recall.storage.database.codec import instant
from recall.storage.tables import parameters
from recall.usecases.context import Context
from testing.libraries.simulated import OTHER_WEIGHTS

SCORES = Scores(1250, 250, 0.31, 0.33, 0.32)


def adopt(context: Context, weights: Sequence[float] = OTHER_WEIGHTS) -> int:
    """Store a fitted set and use it from now on; return its ID."""
    row = {
        "model": "FSRS-6",
        "weights": f"[{', '.join(map(repr, map(float, weights)))}]",
        "note": "fitted to the log",
        "created_at": instant(context.now),
    }
    with begin(context.store, "optimize", context.now, context.today) as action:
        (number,) = action.insert("parameters", [row | SCORES._asdict()])
        parameters.use(action, number)
    return number
