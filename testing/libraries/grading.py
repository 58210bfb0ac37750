"""A library to grade in, and what a grade left there."""

from datetime import date

from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, entry, make_library


def gradable(database_url: str) -> Context:
    """Make a library: Resource 1 is read, Resource 2 and 3 are not; Long takes ten hours."""
    return make_library(database_url, catalog(*entries(3, read=1), entry("Long", minutes=600)))


def on_day(context: Context, day: date) -> Context:
    """Return the same library on another day."""
    return at(context, NOW + (day - TODAY))


def graded(context: Context, resource: Resource, rating: Rating, on: date) -> Resource:
    """Grade a resource on a day, and return what it is then."""
    return grade(on_day(context, on), resource, Grade(rating, on)).resource


def the_log(context: Context, resource: Resource) -> list[Review]:
    """Return the reviews of a resource, the first one first."""
    return log.reviews(context.store, resource.id)


def due(resource: Resource) -> date:
    """Return the day on which a resource is due, which it must have."""
    assert resource.card.due is not None
    return resource.card.due
