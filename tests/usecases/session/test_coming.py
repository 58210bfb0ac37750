"""What becomes due after today, as the end of a session says it."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources import shelving
from recall.usecases.session.coming import NextRevisits, next_revisits
from testing.libraries.factories import TODAY, catalog, entry, make_library


def test_the_next_revisits_are_those_of_the_first_day_with_any(sqlite_url: str) -> None:
    listed = [entry("A", read=True, minutes=40), entry("B", read=True, minutes=20), entry("C")]
    context = make_library(sqlite_url, catalog(*listed))
    with context.store:
        assert next_revisits(context) is None, "today's do not count"
        day = TODAY + timedelta(days=3)
        shelving.postpone(context, "A", day)
        shelving.postpone(context, "B", day)
        assert next_revisits(context) == NextRevisits(day, revisits=2, minutes=15)
        graded = grade(context, "C", Grade(Rating.AGAIN, TODAY)).resource
        assert graded.card.due is not None
        assert next_revisits(context) == NextRevisits(graded.card.due, revisits=1, minutes=5)
