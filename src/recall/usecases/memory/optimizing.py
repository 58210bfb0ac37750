"""Fitting the model's parameters to the log, and going back to earlier ones."""

from typing import NamedTuple

from recall.domain.memory import fitting, optimizer
from recall.domain.memory.fitting import Kept, Rated, Scores
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.errors import BadInput, RecallError
from recall.storage.actions import begin
from recall.storage.tables import parameters
from recall.storage.tables.results.ratings import ratings
from recall.usecases.context import Context


class Fit(NamedTuple):
    """The result of a fit: its scores, the set used before, and the new set if it passed."""

    scores: Scores
    before_id: int
    adopted_id: int | None


def optimize(context: Context) -> Fit:
    """Fit a set of parameters to the log, and use it from now on if it passes the gate.

    The gate tests a set fitted to the older revisits on the newest ones; the set that is then
    used is fitted to all of them. RecallError if the log is too short, damaged or one-sided, or
    if the optimizer is missing or fails.
    """
    with context.store.snapshot():
        log = fitting.checked(ratings(context.store))
        before = parameters.latest(context.store)
    fitted = optimizer.fit(_older_part(log))
    scores = fitting.weighed(log, fitted, DEFAULT_WEIGHTS, before.weights)
    if not scores.passes:
        return Fit(scores, before.id, None)
    fitted = optimizer.fit(log)
    with begin(context.store, "optimize", context.now, context.today) as action:
        if parameters.latest(action).id != before.id:
            raise RecallError("other parameters were taken into use meanwhile; try again")
        number = parameters.adopt(action, fitted, context.now, "fitted to the log", scores=scores)
        losses = f"log loss {scores.log_loss:.4f}, was {scores.log_loss_before:.4f}"
        action.describe(None, f"parameter set {number}: {losses}")
    return Fit(scores, before.id, number)


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


def _older_part(log: list[Rated]) -> list[Rated]:
    """Return the part of the log to fit to; its error names everything that is missing."""
    try:
        return fitting.older_part(log)
    except RecallError as error:
        if optimizer.is_installed():
            raise
        raise RecallError(f"{error}; it will also need {optimizer.INSTALL}") from None
