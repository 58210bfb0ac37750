"""Measures of a simulated year, and their mean over people with a confidence interval."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, quantiles, stdev
from typing import NamedTuple

from bench.simulation.person import BREAK_DAYS, DAYS, Person
from bench.simulation.year import Diary, Task

_Z = 1.96


class Measures(NamedTuple):
    """One person's year, or the mean of many.

    kept and mean_recall are means over the last 90 days, hours are of revisiting, and
    p95_day_minutes is over the days on which anything was done. days_to_recover counts the days
    after the break until as much is kept as before it, or until the end.
    """

    kept: float
    mean_recall: float
    failed_share: float
    p95_day_minutes: float
    days_over_budget: float
    hours: float
    days_to_recover: float
    days_past_item_in_hand: float
    first_readings: float


class Interval(NamedTuple):
    """A mean and its 95 % confidence interval."""

    mean: float
    low: float
    high: float


def measure(diary: Diary, task: Task, person: Person) -> Measures:
    """Compute the measures of a year."""
    to_the_end = DAYS - person.break_start - BREAK_DAYS
    return Measures(
        kept=fmean(diary.kept),
        mean_recall=fmean(diary.recall),
        failed_share=diary.failed / max(1, diary.revisits),
        p95_day_minutes=quantiles(diary.minutes, n=20)[-1],
        days_over_budget=sum(minutes > task.minutes + 1e-6 for minutes in diary.minutes),
        hours=diary.revisit_minutes / 60,
        days_to_recover=to_the_end if diary.recovered is None else diary.recovered,
        days_past_item_in_hand=diary.past_item_in_hand,
        first_readings=diary.read,
    )


def mean(years: Sequence[Measures]) -> Measures:
    """Return the mean of each measure."""
    return Measures(*(fmean(column) for column in zip(*years, strict=True)))


def interval(values: Sequence[float]) -> Interval:
    """Return a mean with its interval, by Student's t; it needs at least two values."""
    center, freedom = fmean(values), len(values) - 1
    # The first term of the Cornish-Fisher expansion of t's quantile around the normal's.
    t = _Z + (_Z**3 + _Z) / (4 * freedom)
    half = t * stdev(values) / sqrt(len(values))
    return Interval(center, center - half, center + half)
