"""A row of the review log: one graded recall, with the state before it and after."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from recall.domain.library.card import Rating

RatingSource = Literal["grade", "read", "join"]
"""The action that a rating came from: a revisit, the end of a first reading, or a join."""


class Review(NamedTuple):
    """One rating and its result.

    elapsed, retrievability and the *_before values are None at the first review of a resource,
    unless it was read before recall knew of it and the person or a list says when.
    interval is the model's, in days; due may be a few days off it, to balance the load. mixture is
    what was known of the person besides, as `memory.mixture.to_text` writes it.
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
    mixture: str | None = None
    void: bool = False


def learnt_from(reviews: Sequence[Review]) -> list[bool]:
    """Return for each review of a resource, oldest first, whether a model of memory learns from it.

    Nothing is learnt from the one that follows the first rating of something that was read nobody
    knows when: that rating tells little of what was remembered then.
    """
    is_unknown = bool(reviews) and reviews[0].elapsed is None and bool(reviews[0].due_before)
    return [not (is_unknown and index == 1) for index in range(len(reviews))]


class PastNote(NamedTuple):
    """A note that was given with a visit. rating is None for a sitting."""

    study_date: date
    rating: Rating | None
    text: str
    stopped_at: str | None = None


class Sitting(NamedTuple):
    """One sitting of a first reading. It is not a review.

    minutes is how long it took. progress is how much of the reading it covered, in minutes of the
    whole reading, negative if the person went back; None if that is minutes too. stopped_at is
    the place where it ended, in the person's words.
    """

    id: int
    resource_id: int
    study_date: date
    minutes: int
    note: str | None
    progress: int | None = None
    stopped_at: str | None = None

    @property
    def covered(self) -> int:
        """Minutes of the whole reading that it covered."""
        return self.minutes if self.progress is None else self.progress


def past_notes(
    reviews: Iterable[Review], sittings: Iterable[Sitting], now: str | None
) -> list[PastNote]:
    """Return the notes of visits, newest first; both logs come oldest first.

    The newest is left out if it is the note that the resource has now. On one day a sitting comes
    before a rating, which ends the reading.
    """
    sat = [
        PastNote(sitting.study_date, None, sitting.note, sitting.stopped_at)
        for sitting in sittings
        if sitting.note
    ]
    rated = [
        PastNote(review.study_date, review.rating, review.note) for review in reviews if review.note
    ]
    notes = sorted([*sat, *rated], key=lambda note: note.study_date)[::-1]
    return notes[1:] if notes and notes[0].text == now else notes
