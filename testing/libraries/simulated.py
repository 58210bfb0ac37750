"""A simulated person whose memory follows known weights: a log, and a library with it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import revisit_minutes
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.rated_log import Rated
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, Outcome, review
from recall.domain.memory.weights import Weights
from recall.storage.database import rows
from recall.storage.database.codec import instant
from recall.usecases.context import Context
from testing.libraries.factories import catalog, entries, make_library

DAYS = 900
"""Length of a history; it ends on the day before `until`."""

LATENESS = (0.9, 1.0, 1.0, 1.0, 1.2, 1.5, 2.5)
"""Multiples of the interval after which a revisit takes place."""

FIRST = (Rating.AGAIN, Rating.HARD, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.EASY)
PASSED = (Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.EASY)

# A person who remembers new things for weeks, and known things less long than most.
OTHER_WEIGHTS = Weights(
    *(1.0, 4.0, 12.0, 30.0),
    *DEFAULT_WEIGHTS[4:8],
    *(1.2, 0.3, 0.7),
    *DEFAULT_WEIGHTS[11:20],
    0.35,
)


def rated(
    revisits: int, until: date, weights: Weights = OTHER_WEIGHTS, seed: int = 1
) -> list[Rated]:
    """Return a log with at least `revisits` revisits, in order of time, up to the day before.

    The defaults schedule and predict; recall follows the weights.
    """
    random = Random(seed)
    log: list[Rated] = []
    told = 0
    for number in count(1):
        history = list(_history(random, number, until, Formulas(weights)))
        log += history
        told += len(history) - 1
        if told >= revisits:
            return sorted(log, key=lambda review: review.on)
    raise AssertionError("count never ends")


def library(database_url: str, log: Iterable[Rated], now: datetime) -> Context:
    """Make a library with this log, under the defaults. Close its store after use."""
    ratings = list(log)
    made = make_library(database_url, catalog(*entries(max(one.resource_id for one in ratings))))
    reviews: list[dict[str, object]] = []
    outcomes: dict[int, Outcome] = {}
    counts: dict[int, list[Rating]] = {}
    for one in ratings:
        before = outcomes.get(one.resource_id)
        outcome = review(before.memory if before else None, one.rating, one.on, Model())
        reviews.append(_review(one, before, outcome))
        outcomes[one.resource_id] = outcome
        counts.setdefault(one.resource_id, []).append(one.rating)
    cards = {number: _card(outcome, counts[number]) for number, outcome in outcomes.items()}
    with made.store.transaction() as connection:
        rows.add(connection, "review", reviews)
        rows.change(connection, "resource", cards)
    return made._replace(now=now)


def _history(random: Random, number: int, until: date, truth: Formulas) -> Iterator[Rated]:
    """Yield one resource's ratings, by its true memory and the scheduling model."""
    defaults = Formulas(DEFAULT_WEIGHTS)
    rating = random.choice(FIRST)
    true, scheduled = truth.first(rating), defaults.first(rating)
    on = until - timedelta(days=random.randint(2, DAYS))
    yield Rated(number, on, rating, None, None)
    while True:
        wait = max(1, round(defaults.interval(scheduled[0], 0.9) * random.choice(LATENESS)))
        on += timedelta(days=wait)
        if on >= until:
            return
        recall, predicted = (
            formulas.retrievability(state[0], wait)
            for formulas, state in ((truth, true), (defaults, scheduled))
        )
        rating = random.choice(PASSED) if random.random() < recall else Rating.AGAIN
        yield Rated(number, on, rating, wait, predicted)
        true = truth.revisited(*true, recall, rating)
        scheduled = defaults.revisited(*scheduled, predicted, rating)


def _review(review: Rated, before: Outcome | None, outcome: Outcome) -> dict[str, object]:
    memory: Memory | None = before.memory if before else None
    due = None if before is None else before.memory.last_review + timedelta(before.interval)
    return {
        "resource_id": review.resource_id,
        "action_id": 1,
        "parameters_id": 1,
        "rating": int(review.rating),
        "study_date": review.on,
        "reviewed_at": instant(
            datetime(review.on.year, review.on.month, review.on.day, 12, tzinfo=UTC)
        ),
        "planned_minutes": 20 if before is None else revisit_minutes(20),
        "elapsed": outcome.elapsed,
        "retrievability": outcome.retrievability,
        "stability_before": memory.stability if memory else None,
        "stability": outcome.memory.stability,
        "difficulty_before": memory.difficulty if memory else None,
        "difficulty": outcome.memory.difficulty,
        "interval": outcome.interval,
        "due_before": due,
        "due": review.on + timedelta(days=outcome.interval),
        "desired_retention": Model().desired_retention,
        "maximum_interval": Model().maximum_interval,
        "source": "grade" if before else "read",
    }


def _card(outcome: Outcome, ratings: Sequence[Rating]) -> dict[str, object]:
    memory = outcome.memory
    return {
        "status": "read",
        "due": memory.last_review + timedelta(days=outcome.interval),
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "last_review": memory.last_review,
        "reviews": len(ratings),
        "lapses": sum(rating is Rating.AGAIN for rating in ratings[1:]),
    }
