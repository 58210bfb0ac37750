"""Grading: the first reading, a revisit, or a sitting of a long reading."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Card, Rating
from recall.domain.library.pace import Pace
from recall.domain.library.resource import UNREAD, Planned, Resource
from recall.domain.library.review import RatingSource, Review, Sitting
from recall.domain.memory.scheduling import Model, Outcome, preview
from recall.errors import BadInput
from recall.storage.actions import Action, begin
from recall.storage.tables import log
from recall.storage.tables.changes import cards
from recall.usecases.context import Context
from recall.usecases.find import again, current
from recall.usecases.planning.pacing import pace_of
from recall.usecases.rating.preview import Before, before_rating, current_model, due_of_each


class Grade(NamedTuple):
    """The person's rating of a visit; minutes and note are optional, an empty note is none."""

    rating: Rating
    on: date
    minutes: int | None = None
    note: str | None = None
    source: RatingSource = "grade"


class Graded(NamedTuple):
    """What a rating came to: the resource then, its review in the log, and its action.

    before is the resource as it was.
    """

    resource: Resource
    review: Review
    action_id: int
    before: Resource


def grade(context: Context, resource: Resource | str, given: Grade) -> Graded:
    """Store one rating and schedule the next revisit.

    The resource is one that was found, or what a person calls it: it is looked up, or looked up
    again, in the same transaction. A second rating on a study day takes the first one's place.
    One before the last review is BadInput: the log is in order.
    """
    with begin(context.store, given.source, context.now, given.on) as action:
        return _rate(action, context, current(action, resource), given)


def read(context: Context, resource: Resource | str, given: Grade, *, is_rated: bool) -> Graded:
    """Store a first reading; a good one if nobody rated it.

    BadInput for what was graded on an earlier day if nobody rated it: a revisit needs a rating,
    as a good one would be invented.
    """
    given = given._replace(source="read")
    with begin(context.store, given.source, context.now, given.on) as action:
        resource = current(action, resource)
        memory = resource.card.memory
        if memory is not None and memory.last_review < context.today and not is_rated:
            raise BadInput(
                f"{resource.id} is read already; say how well you recalled it: "
                f"recall grade {resource.id} again, hard, good or easy"
            )
        return _rate(action, context, resource, given)


def _rate(action: Action, context: Context, resource: Resource, given: Grade) -> Graded:
    log_of_it = log.reviews(action, resource.id)
    model_id, model = current_model(action, context, resource.priority)
    before = before_rating(resource, log_of_it, given.on, (model_id, model))
    outcomes = preview(before.memory, given.on, model)
    pace = pace_of(action, given.on)
    dues = due_of_each(action, context, resource, before, outcomes=outcomes, pace=pace)
    outcome, due = outcomes[given.rating], dues[given.rating]
    if before.replaced is not None:
        log.void(action, before.replaced)
    review = _review(
        resource=pace.planned(resource),
        given=given,
        before=before,
        outcome=outcome,
        used=(model_id, model),
        due=due,
    )
    review = log.append(action, review, context.now)
    after = cards.rate(action, resource, _card(given, before, outcome, due), given.note)
    action.describe(resource.id, f"{given.rating.name.lower()}, next {due.isoformat()}")
    return Graded(after, review, action.id, resource)


def sit(context: Context, resource: Resource | str, given: Grade) -> Resource:
    """Store one sitting of a first reading: minutes and a note, and no review.

    Without minutes, the sitting has the usual length, but no more than is left to read.
    """
    with begin(context.store, "sitting", context.now, given.on) as action:
        resource = current(action, resource)
        if resource.status not in UNREAD:
            raise BadInput(
                f"{resource.id} is {resource.status}; a sitting is part of a first reading"
            )
        pace = pace_of(action, given.on)
        minutes = given.minutes or _usual_sitting(context, pace, resource)
        sitting = Sitting(
            id=0,
            resource_id=resource.id,
            study_date=given.on,
            minutes=minutes,
            note=given.note or None,
        )
        log.append_sitting(action, sitting, context.now)
        cards.sit(action, resource, minutes, given.note)
        action.describe(resource.id, f"{minutes} min")
        return again(action, resource.id)


def _usual_sitting(context: Context, pace: Pace, resource: Resource) -> int:
    """Return the default minutes of a sitting: no more than is left to read, and at least 1."""
    left = pace.reading(resource).minutes - resource.minutes_read
    return max(1, min(context.settings.sitting_minutes, left))


def _review(
    *,
    resource: Planned,
    given: Grade,
    before: Before,
    outcome: Outcome,
    used: tuple[int, Model],
    due: date,
) -> Review:
    """The review with the state before it and after it; the log gives it an ID and its moment."""
    parameters_id, model = used
    memory = before.memory
    return Review(
        id=0,
        resource_id=resource.id,
        parameters_id=parameters_id,
        rating=given.rating,
        study_date=given.on,
        reviewed_at="",
        minutes=given.minutes,
        planned_minutes=_planned(resource, before),
        note=given.note or None,
        elapsed=outcome.elapsed,
        retrievability=outcome.retrievability,
        stability_before=None if memory is None else memory.stability,
        stability=outcome.memory.stability,
        difficulty_before=None if memory is None else memory.difficulty,
        difficulty=outcome.memory.difficulty,
        interval=outcome.interval,
        due_before=before.due,
        due=due,
        desired_retention=model.desired_retention,
        maximum_interval=model.maximum_interval,
        source=given.source,
    )


def _planned(resource: Planned, before: Before) -> int:
    return before.replaced.planned_minutes if before.replaced else resource.next_minutes


def _card(given: Grade, before: Before, outcome: Outcome, due: date) -> Card:
    """Return the card's values after a rating."""
    ratings = [review.rating for review in before.kept] + [given.rating]
    lapses = sum(rating is Rating.AGAIN for rating in ratings[1:])
    return Card(due, outcome.memory, reviews=len(ratings), lapses=lapses)
