"""A library with two resources to join, and what was done with them on which day."""

from datetime import timedelta

from recall.domain.library.card import Rating
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library

OLD, NEW = "1", "2"

LISTED = ("Old", "New", "Other", "X", "Y")


def joinable(database_url: str) -> Context:
    """Make a library with a list of a few things, nothing read."""
    return make_library(database_url, catalog(*map(entry, LISTED)))


def later(context: Context, days: int) -> Context:
    """Return the same library a number of days after NOW."""
    return at(context, NOW + timedelta(days))


def graded(context: Context, name: str, day: int, rating: Rating = Rating.GOOD) -> None:
    """Grade a resource a number of days after NOW."""
    moment = later(context, day)
    grade(moment, name, Grade(rating, moment.today))


def days_of(context: Context, name: str = NEW) -> list[int]:
    """Return on which days a resource was graded, counted from TODAY."""
    return [(review.study_date - TODAY).days for review in log.reviews(context.store, int(name))]
