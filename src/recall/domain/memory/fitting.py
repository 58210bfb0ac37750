"""Fitted weights: how well a set predicts the log, and when it replaces the one in use.

docs/decisions/0023-fitted-parameters.md has the measurements behind the gate.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.memory.accuracy import Judged, log_loss
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.weights import Weights
from recall.errors import RecallError

LEAST_REVISITS = 1000
"""With fewer, a fitted set predicts later revisits worse than the defaults as often as better."""

_PARTS = 5
"""Sets are tested on the newest 1/_PARTS of the revisits: 20 %."""


class Rated(NamedTuple):
    """One rating of the log.

    elapsed is the days since the resource's previous rating, or since it was read if this is the
    first and that is known, and predicted the predicted recall, 0..1; both are None for a first
    reading. learnt is False if nothing is to be learnt from it: it follows the first rating of
    something that was read nobody knows when, which tells little of what was remembered then.
    """

    resource_id: int
    on: date
    rating: Rating
    elapsed: int | None
    predicted: float | None
    learnt: bool = True

    @property
    def is_revisit(self) -> bool:
        """Whether a model can be judged by it: a revisit, and something is to be learnt from it."""
        return self.elapsed is not None and self.learnt

    @property
    def recalled(self) -> bool:
        """Whether it was a pass."""
        return self.rating is not Rating.AGAIN


class Replayed(NamedTuple):
    """A log replayed under a set of weights: the prediction at each revisit, each final memory."""

    judged: Sequence[Judged]
    memories: Mapping[int, Memory]


class Scores(NamedTuple):
    """How a set fitted to the older revisits compares with others on the newest ones.

    revisits counts the whole log, tested the newest of them. The losses are mean log losses,
    lower is better: of the fitted set, of FSRS-6's defaults, and of the set in use before.
    The set in use may have been fitted to some of the newest revisits, which favors it.
    """

    revisits: int
    tested: int
    log_loss: float
    log_loss_default: float
    log_loss_before: float

    @property
    def passes(self) -> bool:
        """Whether the fitted set may replace the one in use."""
        rivals = (self.log_loss_default, self.log_loss_before)
        return self.revisits >= LEAST_REVISITS and all(self.log_loss < one for one in rivals)


class Kept(NamedTuple):
    """What is known of a set; scores is None if it was not fitted. created_at is an instant."""

    id: int
    created_at: str
    note: str
    in_use: bool
    scores: Scores | None


def checked(log: Iterable[Rated]) -> list[Rated]:
    """Return the log in the order of its study dates; RecallError if it is damaged.

    The given log is in the order of writing, which for one resource is also by date.
    """
    ratings = list(log)
    last: dict[int, Rated] = {}
    for one in ratings:
        problem = _problem(one, last.get(one.resource_id))
        if problem:
            raise RecallError(
                f"the log is damaged: the review of {one.on} of resource {one.resource_id} "
                f"{problem}; 'recall doctor' finds what else is wrong"
            )
        last[one.resource_id] = one
    return sorted(ratings, key=lambda one: one.on)


def revisits(log: Iterable[Rated]) -> list[Rated]:
    """Return the ratings that are revisits, and from which something is to be learnt."""
    return [one for one in log if one.is_revisit]


def tested(log: Iterable[Rated]) -> int:
    """Return the number of newest revisits that a set of weights is tested on."""
    return len(revisits(log)) // _PARTS


def older_part(log: Sequence[Rated]) -> list[Rated]:
    """Return the log before the tested revisits; RecallError if it cannot be fitted to.

    The message says what is missing and, if the log is short, how recall compares so far.
    """
    past = revisits(log)
    if len(past) < LEAST_REVISITS:
        raise RecallError(
            f"a fit needs {LEAST_REVISITS:,} revisits a day or more after the review before, "
            f"and the log has {len(past):,}{_so_far(past)}"
        )
    first_tested = past[-tested(log)]
    older = log[: log.index(first_tested)]
    outcomes = {one.recalled for one in revisits(older)}
    if len(outcomes) == 1:
        raise RecallError(
            "a fit needs revisits that were recalled and some that were not, and of these all "
            + ("were" if outcomes.pop() else "were not")
        )
    return list(older)


def replay(log: Iterable[Rated], weights: Weights) -> Replayed:
    """Replay a checked log under one set of weights."""
    formulas = Formulas(weights)
    judged: list[Judged] = []
    states: dict[int, tuple[float, float]] = {}
    last: dict[int, date] = {}
    read = formulas.first(Rating.GOOD)
    for number, on, rating, elapsed, _, learnt in log:
        if elapsed is None:
            states[number] = formulas.first(rating)
        else:
            stability, difficulty = states.get(number, read)
            recall = formulas.retrievability(stability, elapsed)
            if learnt:
                judged.append((recall, rating is not Rating.AGAIN))
            states[number] = formulas.revisited(stability, difficulty, recall, rating)
        last[number] = on
    return Replayed(judged, {number: Memory(*states[number], on) for number, on in last.items()})


def weighed(
    log: Sequence[Rated],
    fitted: Weights,
    default: Weights,
    in_use: Weights,
) -> Scores:
    """Test three sets of weights on the newest revisits, each by its own replay of the log."""
    newest = revisits(log)[-tested(log) :]
    tested_on = {one.resource_id for one in newest}
    histories = [one for one in log if one.resource_id in tested_on]
    losses: dict[Weights, float] = {}
    for weights in {fitted, default, in_use}:
        losses[weights] = log_loss(replay(histories, weights).judged[-len(newest) :])
    return Scores(
        revisits=len(revisits(log)),
        tested=len(newest),
        log_loss=losses[fitted],
        log_loss_default=losses[default],
        log_loss_before=losses[in_use],
    )


def _problem(rated: Rated, before: Rated | None) -> str:
    """Return what is wrong with a rating, given the resource's previous one; empty if nothing."""
    if before is None:
        is_first = rated.elapsed is None or (rated.elapsed > 0 and _is_predicted(rated))
        return "" if is_first else "says that there was one before it"
    if rated.on <= before.on:
        return f"does not come after the one of {before.on}"
    if rated.elapsed != (rated.on - before.on).days:
        return f"does not count its days from the one of {before.on}"
    return "" if _is_predicted(rated) else "has no prediction"


def _is_predicted(rated: Rated) -> bool:
    return rated.predicted is not None and 0 <= rated.predicted <= 1


def _so_far(past: Sequence[Rated]) -> str:
    """Return predicted and actual recall in a few words."""
    if not past:
        return ""
    recalled = sum(one.recalled for one in past) / len(past)
    predicted = sum(one.predicted or 0 for one in past) / len(past)
    return f"; so far {predicted:.0%} were predicted to be recalled, and {recalled:.0%} were"
