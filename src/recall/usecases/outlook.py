"""What each rating of a resource would lead to. Reads only, so looking loads no SQLAlchemy."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.card import Memory, Rating
from recall.domain.resource import Resource
from recall.domain.review import Review
from recall.domain.scheduling import Model, Outcome, preview
from recall.domain.spread import bounds, due_dates
from recall.errors import BadInput
from recall.storage import day, log, parameters
from recall.storage.store import Reads
from recall.usecases.context import Context


class Before(NamedTuple):
    """How a card stood before the study day's rating; replaced is that day's earlier one."""

    memory: Memory | None
    due: date | None
    kept: list[Review]
    replaced: Review | None


def preview_dates(context: Context, resource: Resource, on: date) -> Mapping[Rating, date]:
    """The date each rating would lead to, were it given on this study day."""
    before = before_rating(resource, log.reviews(context.store, resource.id), on)
    _, model = current_model(context.store, context)
    outcomes = preview(before.memory, on, model)
    return due_of_each(context.store, context, resource, before, outcomes)


def earliest_date(context: Context, reviews: list[Review]) -> date:
    """Today, or the last review's date where that is later: a machine's clock may be behind."""
    return max([context.today, *(review.study_date for review in reviews)])


def current_model(reads: Reads, context: Context) -> tuple[int, Model]:
    """The parameters in use with their ID, and the person's retention and longest interval."""
    latest = parameters.latest(reads)
    settings = context.settings
    model = Model(latest.weights, settings.desired_retention, settings.maximum_interval)
    return latest.id, model.checked()


def before_rating(resource: Resource, reviews: list[Review], on: date) -> Before:
    """How the card stood before its rating of a study date; BadInput where a later one stands."""
    if reviews and reviews[-1].study_date > on:
        raise BadInput(
            f"{resource.id} was graded on {reviews[-1].study_date}; "
            f"a rating of {on} cannot be put before it"
        )
    replaced = reviews[-1] if reviews and reviews[-1].study_date == on else None
    kept = reviews[:-1] if replaced else reviews
    memory = None
    if kept:
        memory = Memory(kept[-1].stability, kept[-1].difficulty, kept[-1].study_date)
    return Before(memory, replaced.due_before if replaced else resource.card.due, kept, replaced)


def due_of_each(
    reads: Reads,
    context: Context,
    resource: Resource,
    before: Before,
    outcomes: Mapping[Rating, Outcome],
) -> dict[Rating, date]:
    """The due date of each rating, on the emptiest day that its interval allows."""
    on = outcomes[Rating.AGAIN].memory.last_review
    maximum = context.settings.maximum_interval
    days = [bounds(outcome.interval, maximum)[1] for outcome in outcomes.values()]
    load = day.planned(reads, on, on + timedelta(max(days)), besides=resource.id)
    intervals = {rating: outcome.interval for rating, outcome in outcomes.items()}
    seed = (resource.id, len(before.kept))
    return due_dates(intervals, on, load, seed, maximum, spread=context.settings.spread)
