"""A row of the review log: one graded recall, with the state before it and after."""

from datetime import date
from typing import Literal, NamedTuple

from recall.domain.library.card import Rating

RatingSource = Literal["grade", "read"]
"""The action that a rating came from: a revisit, or the end of a first reading."""


class Review(NamedTuple):
    """One rating and its result.

    elapsed, retrievability and the *_before values are None at the first review of a resource.
    interval is the model's, in days; due may be a few days off it, to balance the load.
    minutes is None if the person gave none; planned_minutes then counts instead.
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
    source: RatingSource
    void: bool = False


class Sitting(NamedTuple):
    """One sitting of a long first reading. It is not a review."""

    id: int
    resource_id: int
    study_date: date
    minutes: int
    note: str | None
