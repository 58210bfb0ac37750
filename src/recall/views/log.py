"""Reviews and sittings."""

from typing import NamedTuple

from recall.domain.library.review import Review, Sitting

_AS_STORED = (
    "reviewed_at",
    "minutes",
    "note",
    "retrievability",
    "stability_before",
    "stability",
    "difficulty_before",
    "difficulty",
    "interval",
    "elapsed",
    "source",
)


class ReviewView(NamedTuple):
    """One review."""

    review: Review

    def as_json(self) -> dict[str, object]:
        """Return what `show`, `grade` and `read` print of a review."""
        review = self.review
        return {
            "study_date": review.study_date.isoformat(),
            "rating": review.rating.name.lower(),
            **{name: getattr(review, name) for name in _AS_STORED},
            "due": review.due.isoformat(),
        }


class SittingView(NamedTuple):
    """One sitting of a first reading."""

    sitting: Sitting

    def as_json(self) -> dict[str, object]:
        """Return what `show` prints of a sitting."""
        return {
            "study_date": self.sitting.study_date.isoformat(),
            "minutes": self.sitting.minutes,
            "note": self.sitting.note,
        }
