"""Reviews and sittings as JSON."""

from recall.domain.library.review import Review, Sitting


def review_json(review: Review) -> dict[str, object]:
    """A review as `show`, `grade` and `read` print it."""
    fields = (
        "reviewed_at minutes note retrievability stability_before stability "
        "difficulty_before difficulty interval elapsed source"
    )
    values = {name: getattr(review, name) for name in fields.split()}
    return {
        "study_date": review.study_date.isoformat(),
        "rating": review.rating.name.lower(),
        **values,
        "due": review.due.isoformat(),
    }


def sitting_json(sitting: Sitting) -> dict[str, object]:
    """A sitting as `show` prints it."""
    return {
        "study_date": sitting.study_date.isoformat(),
        "minutes": sitting.minutes,
        "note": sitting.note,
    }
