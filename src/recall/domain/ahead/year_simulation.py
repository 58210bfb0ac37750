"""Simulates a year of this library: the minutes and memory at each desired retention.

Each card is simulated alone: it is revisited on its due date, whatever else is due, recalled with
the probability that the model predicts, and graded good or again. The random seed is the card's,
so all retentions face the same luck and the same library gives the same table. Which retention is
best is left to the person.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import FAILED_REVISIT, PRIORITIES, Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.retention import retention as retention_of

YEAR_DAYS = 365
"""Days."""

RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97)

LIVES = 1000
"""About how many cards are simulated: a small library several times, every nth of a large one."""

SOONEST_DAYS = 3
"""The shortest interval after good, in days: again and hard come before it, a day apart."""


_GAUSS = ((-(0.6**0.5), 5 / 9), (0.0, 8 / 9), (0.6**0.5, 5 / 9))
"""Places in -1..1 and their weights: Gauss-Legendre quadrature with three points."""


class Student(NamedTuple):
    """The memory model in use, and the maximum interval in days."""

    formulas: Formulas
    longest: int
    mixture: Mixture = AVERAGE


class SimulatedCard(NamedTuple):
    """One card of the simulated year.

    Without a memory, day is when it is first read or first revisited, in days from today. With
    a memory, the first revisit follows from the retention, and the last review was on -day.
    """

    resource: Planned
    day: int
    memory: Memory | None = None


class Workload(NamedTuple):
    """A year at one desired retention.

    minutes and revisits are per day, of revisits only. failed is the share of failed revisits;
    remembered is the mean probability of recall over all resources read and all days since.
    Both are None if there is nothing to average. A resource that was read but never graded
    counts in neither before its first revisit, because its recall is unknown.
    """

    desired_retention: float
    minutes: float
    revisits: float
    failed: float | None
    remembered: float | None


class _Life(NamedTuple):
    """The cost of one card in the year, its days since reading, and its days known."""

    minutes: float = 0.0
    revisits: int = 0
    failures: int = 0
    days: int = 0
    days_known: float = 0.0


def starts(
    read: Sequence[Planned], unread: Sequence[Planned], minutes: Sequence[int], today: date
) -> list[SimulatedCard]:
    """Return the cards of the year: those read, and those first read in it.

    minutes holds the minutes for first readings of each day, the same for every retention;
    unread is read in its order, each resource on the day it is finished.
    """
    return [*(_begun(resource, today) for resource in read), *_first_readings(unread, minutes)]


def workload(cards: Sequence[SimulatedCard], retention: float, student: Student) -> Workload:
    """Return the result of a year at a desired retention."""
    sample = cards[:: max(1, -(-len(cards) // LIVES))]
    runs = max(1, LIVES // max(1, len(sample)))
    wanted = {
        priority: student.mixture.predicted_at(retention_of(priority, retention))
        for priority in PRIORITIES
    }
    lives = [
        _live(card, wanted[card.resource.priority], student, run)
        for card in sample
        for run in range(runs)
    ]
    if not lives:
        return Workload(retention, minutes=0.0, revisits=0.0, failed=None, remembered=None)
    days = YEAR_DAYS * len(lives) / len(cards)
    revisits = sum(life.revisits for life in lives)
    failures = sum(life.failures for life in lives)
    days_since = sum(life.days for life in lives)
    return Workload(
        retention,
        minutes=sum(life.minutes for life in lives) / days,
        revisits=revisits / days,
        failed=failures / revisits if revisits else None,
        remembered=sum(life.days_known for life in lives) / days_since if days_since else None,
    )


def _begun(resource: Planned, today: date) -> SimulatedCard:
    card = resource.card
    if card.memory is not None:
        return SimulatedCard(resource, min(0, (card.memory.last_review - today).days), card.memory)
    return SimulatedCard(resource, max(0, ((card.due or today) - today).days))


def _first_readings(unread: Sequence[Planned], minutes: Sequence[int]) -> Iterator[SimulatedCard]:
    """Yield each reading on the day when the minutes so far cover it and all before it."""
    day, saved = -1, 0
    for resource in unread:
        while saved < resource.next_minutes:
            day += 1
            if day >= len(minutes):
                return
            saved += minutes[day]
        saved -= resource.next_minutes
        yield SimulatedCard(resource, day)


def _live(start: SimulatedCard, wanted: float, student: Student, run: int) -> _Life:
    """Simulate one card for the year; one that begins after its end costs nothing.

    It comes back when the formulas predict a recall of `wanted`.
    """
    if start.day >= YEAR_DAYS:
        return _Life()
    formulas, longest, mixture = student
    luck = Random(start.resource.id * LIVES + run)  # noqa: S311 - a simulation, no secret
    last = start.day
    stability, difficulty = start.memory[:2] if start.memory else formulas.first(Rating.GOOD)
    # A resource imported as read gets its first grade at a revisit, not at a reading.
    revisits = int(start.memory is None and start.resource.card.due is not None)
    failures, known, soonest = 0, 0.0, SOONEST_DAYS
    while (due := last + max(soonest, formulas.whole_days(stability, wanted, longest))) < YEAR_DAYS:
        due = max(0, due)
        known += _known(student, stability, max(0, -last), due - last)
        recall = formulas.retrievability(stability, due - last)
        passes = luck.random() < mixture.recall(recall)
        rating, soonest = (Rating.GOOD, SOONEST_DAYS) if passes else (Rating.AGAIN, 1)
        stability, difficulty = formulas.revisited(stability, difficulty, recall, rating)
        revisits += 1
        failures += not passes
        last = due
    known += _known(student, stability, max(0, -last), YEAR_DAYS - last)
    minutes = start.resource.revisit_minutes * (revisits - failures + FAILED_REVISIT * failures)
    days = YEAR_DAYS - max(0, start.day)
    return _Life(minutes, revisits, failures, days, days_known=known)


def _known(student: Student, stability: float, begin: float, end: float) -> float:
    """Return the sum of daily recall probabilities between two days after a review.

    It is the integral of the forgetting curve, in days; a personal one is summed by Gauss's rule.
    """
    formulas, _, mixture = student
    if not mixture.is_average:
        middle, half = (begin + end) / 2, (end - begin) / 2
        return half * sum(
            weight * mixture.recall(formulas.retrievability(stability, middle + half * at))
            for at, weight in _GAUSS
        )
    power = 1 + formulas.decay
    edge = formulas.factor / stability
    return float(((1 + edge * end) ** power - (1 + edge * begin) ** power) / (edge * power))
