"""What a year would cost and keep at each desired retention, by simulating this library.

Each card lives its year by itself: it is revisited on the day it falls due, whatever else is
due then, recalled with the probability that the model predicts, and graded good or again.
Draws are seeded by card, so that all retentions face the same luck and the same library gives
the same table. Nothing here says which retention is best: that is a price, not a result.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import FAILED_REVISIT, Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.retention import retention as retention_of

YEAR = 365
"""Days."""

RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97)

LIVES = 1000
"""About how many cards are simulated: a small library many times, of a large one every nth."""

SOONEST = 3
"""Days after a good rating: again and hard come before it, each a day or more apart."""


class Student(NamedTuple):
    """How the person learns: the model in use, and the longest interval in days."""

    formulas: Formulas
    longest: int


class Start(NamedTuple):
    """One card of the year.

    day is when it is first read or first revisited, in days from today; with a memory, that
    is found from the retention asked for, and the memory was last refreshed on -day.
    """

    resource: Planned
    day: int
    memory: Memory | None = None


class Workload(NamedTuple):
    """A year with one desired retention.

    minutes and revisits are those of revisiting, a day. failed is the share of revisits that are
    not recalled; remembered is the probability of recall, the mean over all that has been read
    and over all days since. Both are None where there is nothing. What is read but has never been
    graded is of no known recall before its first revisit, and not remembered or forgotten.
    """

    desired_retention: float
    minutes: float
    revisits: float
    failed: float | None
    remembered: float | None


class _Life(NamedTuple):
    """What one card took in the year, and of the days since it was read those it was known on."""

    minutes: float
    revisits: int
    failures: int
    days: int
    days_known: float


def starts(
    read: Sequence[Planned], unread: Sequence[Planned], minutes: Sequence[int], today: date
) -> list[Start]:
    """Return the cards of the year: what is read, and what is first read in it.

    minutes holds those for first readings on each day of the year, the same for every
    retention; unread is read in its order, each thing on the day it is finished.
    """
    return [*(_begun(one, today) for one in read), *_first_readings(unread, minutes)]


def workload(cards: Sequence[Start], retention: float, student: Student) -> Workload:
    """Return what a year costs and keeps at a desired retention."""
    sample = cards[:: max(1, -(-len(cards) // LIVES))]
    runs = max(1, LIVES // max(1, len(sample)))
    lives = [_live(one, retention, student, run) for one in sample for run in range(runs)]
    if not lives:
        return Workload(retention, 0.0, 0.0, None, None)
    days = YEAR * len(lives) / len(cards)
    revisits = sum(life.revisits for life in lives)
    failures = sum(life.failures for life in lives)
    days_since = sum(life.days for life in lives)
    return Workload(
        retention,
        sum(life.minutes for life in lives) / days,
        revisits / days,
        failures / revisits if revisits else None,
        sum(life.days_known for life in lives) / days_since if days_since else None,
    )


def _begun(resource: Planned, today: date) -> Start:
    card = resource.card
    if card.memory is not None:
        return Start(resource, min(0, (card.memory.last_review - today).days), card.memory)
    return Start(resource, max(0, ((card.due or today) - today).days))


def _first_readings(unread: Sequence[Planned], minutes: Sequence[int]) -> Iterator[Start]:
    """Each on the day on which the minutes up to then are enough for all up to it."""
    day, saved = -1, 0
    for one in unread:
        while saved < one.next_minutes:
            day += 1
            if day >= len(minutes):
                return
            saved += minutes[day]
        saved -= one.next_minutes
        yield Start(one, day)


def _live(start: Start, desired: float, student: Student, run: int) -> _Life:
    """One card through one year; it has no part in it if it begins only after its end."""
    if start.day >= YEAR:
        return _Life(0.0, 0, 0, 0, 0.0)
    formulas, longest = student
    luck = Random(start.resource.id * LIVES + run)  # noqa: S311 - a simulation, no secret
    wanted = retention_of(start.resource.priority, desired)
    last = start.day
    stability, difficulty = start.memory[:2] if start.memory else formulas.first(Rating.GOOD)
    # What was read before recall knew of it gets its first grade at a revisit, not at a reading.
    revisits = int(start.memory is None and start.resource.card.due is not None)
    failures, known, soonest = 0, 0.0, SOONEST
    while (due := last + max(soonest, formulas.whole_days(stability, wanted, longest))) < YEAR:
        due = max(0, due)
        known += _known(formulas, stability, max(0, -last), due - last)
        recall = formulas.retrievability(stability, due - last)
        passes = luck.random() < recall
        rating, soonest = (Rating.GOOD, SOONEST) if passes else (Rating.AGAIN, 1)
        stability, difficulty = formulas.revisited(stability, difficulty, recall, rating)
        revisits += 1
        failures += not passes
        last = due
    known += _known(formulas, stability, max(0, -last), YEAR - last)
    minutes = start.resource.revisit_minutes * (revisits - failures + FAILED_REVISIT * failures)
    return _Life(minutes, revisits, failures, YEAR - max(0, start.day), known)


def _known(formulas: Formulas, stability: float, begin: float, end: float) -> float:
    """The sum of the probabilities of recall from one day after a review to another.

    It is the integral of the forgetting curve, in days.
    """
    power = 1 + formulas.decay
    edge = formulas.factor / stability
    return float(((1 + edge * end) ** power - (1 + edge * begin) ** power) / (edge * power))
