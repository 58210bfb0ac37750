"""Grading: the first reading, a revisit, or a sitting of a long reading."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.card import Memory, Rating
from recall.domain.resource import Resource
from recall.domain.review import Review
from recall.domain.scheduling import Model, Outcome, preview
from recall.domain.spread import bounds, due_dates
from recall.errors import BadInput
from recall.storage import day, log, parameters, schema
from recall.storage.actions import Action, begin
from recall.storage.resources import by_id
from recall.storage.store import Reads
from recall.storage.values import instant
from recall.usecases.context import Context


class Grade(NamedTuple):
    """What the person says of a visit; minutes and note may be absent."""

    rating: Rating
    on: date
    minutes: int | None = None
    note: str | None = None
    source: str = "grade"


class _Before(NamedTuple):
    """How a card stood before the study day's rating; replaced is that day's earlier one."""

    memory: Memory | None
    due: date | None
    kept: list[Review]
    replaced: Review | None


def grade(context: Context, resource: Resource, given: Grade) -> Resource:
    """Store one rating and schedule the next revisit; gives the resource as it is then.

    A second rating on a study day takes the first one's place. One before the last review
    is BadInput: the log is in order.
    """
    with begin(context.store, given.source, context.now, given.on) as action:
        log_of_it = log.reviews(action, resource.id)
        before = _before(resource, log_of_it, given.on)
        model_id, model = current_model(action, context)
        outcomes = preview(before.memory, given.on, model)
        dues = _dues(action, context, resource, before, outcomes)
        if before.replaced is not None:
            action.void(schema.review, before.replaced.id)
        outcome, due = outcomes[given.rating], dues[given.rating]
        row = _row(context, resource, given, before, outcome, due)
        row |= {"parameters_id": model_id, **_settings(model)}
        action.append(schema.review, row)
        action.update(schema.resource, resource.id, _card(resource, given, before, outcome, due))
        action.describe(resource.id, f"{given.rating.name.lower()}, next {due.isoformat()}")
        return _again(action, resource.id)


def preview_dates(context: Context, resource: Resource, on: date) -> Mapping[Rating, date]:
    """The date each rating would lead to, were it given on this study day."""
    before = _before(resource, log.reviews(context.store, resource.id), on)
    _, model = current_model(context.store, context)
    outcomes = preview(before.memory, on, model)
    return _dues(context.store, context, resource, before, outcomes)


def earliest_date(context: Context, reviews: list[Review]) -> date:
    """Today, or the last review's date where that is later: a machine's clock may be behind."""
    return max([context.today, *(review.study_date for review in reviews)])


def sit(context: Context, resource: Resource, given: Grade) -> Resource:
    """Store one sitting of a first reading: minutes and a note, and no review."""
    if resource.status not in ("unread", "reading"):
        raise BadInput(f"{resource.id} is {resource.status}; a sitting is part of a first reading")
    minutes = context.settings.sitting_minutes if given.minutes is None else given.minutes
    with begin(context.store, "sitting", context.now, given.on) as action:
        row = {"resource_id": resource.id, "study_date": given.on, "at": instant(context.now)}
        action.append(schema.sitting, row | {"minutes": minutes, "note": given.note})
        values: dict[str, object] = {"status": "reading"}
        values["minutes_read"] = resource.minutes_read + minutes
        if given.note is not None:
            values["note"] = given.note
        action.update(schema.resource, resource.id, values)
        action.describe(resource.id, f"{minutes} min")
        return _again(action, resource.id)


def current_model(reads: Reads, context: Context) -> tuple[int, Model]:
    """The parameters in use with their ID, and the person's retention and longest interval."""
    latest = parameters.latest(reads)
    settings = context.settings
    model = Model(latest.weights, settings.desired_retention, settings.maximum_interval)
    return latest.id, model.checked()


def _before(resource: Resource, reviews: list[Review], on: date) -> _Before:
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
    return _Before(memory, replaced.due_before if replaced else resource.card.due, kept, replaced)


def _dues(
    reads: Reads,
    context: Context,
    resource: Resource,
    before: _Before,
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


def _row(
    context: Context,
    resource: Resource,
    given: Grade,
    before: _Before,
    outcome: Outcome,
    due: date,
) -> dict[str, object]:
    """The review with the state before it and after it."""
    memory = before.memory
    return {
        "resource_id": resource.id,
        "rating": int(given.rating),
        "study_date": given.on,
        "reviewed_at": instant(context.now),
        "minutes": given.minutes,
        "planned_minutes": _planned(resource, before),
        "note": given.note,
        "elapsed": outcome.elapsed,
        "retrievability": outcome.retrievability,
        "stability_before": None if memory is None else memory.stability,
        "stability": outcome.memory.stability,
        "difficulty_before": None if memory is None else memory.difficulty,
        "difficulty": outcome.memory.difficulty,
        "interval": outcome.interval,
        "due_before": before.due,
        "due": due,
        "source": given.source,
    }


def _planned(resource: Resource, before: _Before) -> int:
    return before.replaced.planned_minutes if before.replaced else resource.next_minutes


def _settings(model: Model) -> dict[str, object]:
    return {
        "desired_retention": model.desired_retention,
        "maximum_interval": model.maximum_interval,
    }


def _card(
    resource: Resource, given: Grade, before: _Before, outcome: Outcome, due: date
) -> dict[str, object]:
    """The card after the rating, as the log now tells it."""
    ratings = [review.rating for review in before.kept] + [given.rating]
    put_aside = resource.status in ("suspended", "archived")
    values: dict[str, object] = {
        "status_before" if put_aside else "status": "read",
        "due": due,
        "postponed_from": None,
        "stability": outcome.memory.stability,
        "difficulty": outcome.memory.difficulty,
        "last_review": given.on,
        "reviews": len(ratings),
        "lapses": sum(rating is Rating.AGAIN for rating in ratings[1:]),
    }
    return values if given.note is None else values | {"note": given.note}


def _again(action: Action, resource_id: int) -> Resource:
    found = by_id(action, resource_id)
    if found is None:
        raise LookupError(resource_id)
    return found
