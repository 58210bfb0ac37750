"""A row of the review log: one graded recall, with the state before it and after."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Rating


class Review(NamedTuple):
    """What happened and what it led to.

    elapsed, retrievability and the *_before values are None at the first review of a resource.
    interval is the model's own, in days; due may lie a few days beside it, to even out the days.
    minutes is None when the person gave none, and then planned_minutes stands for it.
    """

    id: int
    resource_id: int
    parameters_id: int
    rating: Rating
    study_date: date
    reviewed_at: str
    minutes: int | None
    planned_minutes: int
    note: str | None
    elapsed: int | None
    retrievability: float | None
    stability_before: float | None
    stability: float
    difficulty_before: float | None
    difficulty: float
    interval: int
    due_before: date | None
    due: date
    desired_retention: float
    maximum_interval: int
    source: str
    void: bool = False


class Sitting(NamedTuple):
    """One sitting of a reading that takes several. It is not a review."""

    id: int
    resource_id: int
    study_date: date
    minutes: int
    note: str | None
