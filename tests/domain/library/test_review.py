"""The log of one resource: how far each sitting came, and the notes of all visits."""

from datetime import date, timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.review import PastNote, Review, Sitting, past_notes

DAY = date(2026, 3, 2)


def review(days: int, note: str | None, rating: Rating = Rating.GOOD) -> Review:
    on = DAY + timedelta(days)
    return Review(
        1, 1, 1, rating, on, "", 4, 5, note, None, None, None, 3.0, None, 5.0, 3, None, on, 0.9,
        365, "grade",
    )  # fmt: skip


def sitting(days: int, note: str | None, at: str | None = None) -> Sitting:
    return Sitting(1, 1, DAY + timedelta(days), 20, note, stopped_at=at)


@pytest.mark.parametrize(("progress", "covered"), [(None, 20), (90, 90), (0, 0), (-30, -30)])
def test_a_sitting_covers_its_minutes_or_what_the_person_said(
    progress: int | None, covered: int
) -> None:
    assert sitting(0, None)._replace(progress=progress).covered == covered


SITTINGS = [sitting(0, "begun", "chapter 1"), sitting(1, None, "chapter 2"), sitting(2, "half")]
REVIEWS = [review(2, "the end"), review(5, None), review(9, "still there", Rating.HARD)]


def test_earlier_notes_come_newest_first_and_a_reading_ends_after_its_sittings() -> None:
    assert past_notes(REVIEWS, SITTINGS, None) == [
        PastNote(DAY + timedelta(9), Rating.HARD, "still there"),
        PastNote(DAY + timedelta(2), Rating.GOOD, "the end"),
        PastNote(DAY + timedelta(2), None, "half"),
        PastNote(DAY, None, "begun", "chapter 1"),
    ]


def test_the_note_that_it_has_now_is_no_earlier_one() -> None:
    texts = [note.text for note in past_notes(REVIEWS, SITTINGS, "still there")]
    assert texts == ["the end", "half", "begun"]
    assert len(past_notes(REVIEWS, SITTINGS, "begun")) == 4, "it was written again by hand"


def test_without_notes_there_are_none() -> None:
    assert past_notes([review(1, None)], [sitting(0, "")], None) == []
