"""Grading: the first reading, a revisit, or a sitting of a long reading."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.pace import Pace
from recall.domain.library.resource import ASIDE, UNREAD, Planned, Resource
from recall.domain.memory.scheduling import Model, Outcome, preview
from recall.errors import BadInput
from recall.storage.actions import begin
from recall.storage.database.codec import instant
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.find import again
from recall.usecases.planning.pacing import pace_of
from recall.usecases.rating.preview import Before, before_rating, current_model, due_of_each


class Grade(NamedTuple):
    """What the person says of a visit; minutes and note may be absent, and an empty note is."""

    rating: Rating
    on: date
    minutes: int | None = None
    note: str | None = None
    source: str = "grade"


def grade(context: Context, resource: Resource, given: Grade) -> Resource:
    """Store one rating and schedule the next revisit; gives the resource as it is then.

    A second rating on a study day takes the first one's place. One before the last review
    is BadInput: the log is in order.
    """
    with begin(context.store, given.source, context.now, given.on) as action:
        resource = again(action, resource.id)  # as it is now: a session may have shown it long ago
        log_of_it = log.reviews(action, resource.id)
        model_id, model = current_model(action, context, resource.priority)
        before = before_rating(resource, log_of_it, given.on, (model_id, model))
        outcomes = preview(before.memory, given.on, model)
        pace = pace_of(action, given.on)
        dues = due_of_each(action, context, resource, before, outcomes, pace)
        if before.replaced is not None:
            action.void("review", before.replaced.id)
        outcome, due = outcomes[given.rating], dues[given.rating]
        row = _row(context, pace.planned(resource), given, before, outcome, due)
        row |= {"parameters_id": model_id, **_settings(model)}
        action.append("review", row)
        action.update("resource", resource.id, _card(resource, given, before, outcome, due))
        action.describe(resource.id, f"{given.rating.name.lower()}, next {due.isoformat()}")
        return again(action, resource.id)


def read(context: Context, resource: Resource, given: Grade, *, is_rated: bool) -> Resource:
    """Store a first reading; a good one if nobody rated it.

    BadInput for what was graded on an earlier day if nobody rated it: a revisit needs a rating,
    as a good one would be invented.
    """
    memory = resource.card.memory
    if memory is not None and memory.last_review < context.today and not is_rated:
        raise BadInput(
            f"{resource.id} is read already; say how well you recalled it: "
            f"recall grade {resource.id} again, hard, good or easy"
        )
    return grade(context, resource, given._replace(source="read"))


def sit(context: Context, resource: Resource, given: Grade) -> Resource:
    """Store one sitting of a first reading: minutes and a note, and no review.

    Without minutes it is a usual one, but no longer than what is left to read.
    """
    with begin(context.store, "sitting", context.now, given.on) as action:
        resource = again(action, resource.id)
        if resource.status not in UNREAD:
            raise BadInput(
                f"{resource.id} is {resource.status}; a sitting is part of a first reading"
            )
        pace = pace_of(action, given.on)
        minutes = given.minutes or _usual_sitting(context, pace, resource)
        row = {"resource_id": resource.id, "study_date": given.on, "at": instant(context.now)}
        action.append("sitting", row | {"minutes": minutes, "note": given.note or None})
        values: dict[str, object] = {"status": "reading"}
        values["minutes_read"] = resource.minutes_read + minutes
        if given.note:
            values["note"] = given.note
        action.update("resource", resource.id, values)
        action.describe(resource.id, f"{minutes} min")
        return again(action, resource.id)


def _usual_sitting(context: Context, pace: Pace, resource: Resource) -> int:
    """The minutes of a sitting where nobody says: no more than what is left, and 1 at least."""
    left = pace.reading(resource).minutes - resource.minutes_read
    return max(1, min(context.settings.sitting_minutes, left))


def _row(
    context: Context,
    resource: Planned,
    given: Grade,
    before: Before,
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
        "note": given.note or None,
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


def _planned(resource: Planned, before: Before) -> int:
    return before.replaced.planned_minutes if before.replaced else resource.next_minutes


def _settings(model: Model) -> dict[str, object]:
    return {
        "desired_retention": model.desired_retention,
        "maximum_interval": model.maximum_interval,
    }


def _card(
    resource: Resource, given: Grade, before: Before, outcome: Outcome, due: date
) -> dict[str, object]:
    """The card after the rating, as the log now tells it."""
    ratings = [review.rating for review in before.kept] + [given.rating]
    put_aside = resource.status in ASIDE
    values: dict[str, object] = {
        "status_before" if put_aside else "status": "read",
        "due": due,
        "postponed_from": None,
        "stability": outcome.memory.stability,
        "difficulty": outcome.memory.difficulty,
        "last_review": given.on,
        "parameters_id": None,
        "reviews": len(ratings),
        "lapses": sum(rating is Rating.AGAIN for rating in ratings[1:]),
    }
    return values | {"note": given.note} if given.note else values
