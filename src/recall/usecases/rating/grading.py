"""Grading: the first reading, a revisit, or a sitting of a long reading."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library import notes
from recall.domain.library.card import Card, Rating
from recall.domain.library.progress import ALL_PERCENT, minutes_at
from recall.domain.library.resource import UNREAD, Planned, Resource, short
from recall.domain.library.review import RatingSource, Review, Sitting, learnt_from
from recall.domain.library.when_read import is_after
from recall.domain.memory.mixture import to_text
from recall.domain.memory.scheduling import Model, Outcome, preview
from recall.errors import BadInput
from recall.storage.actions import Action, begin
from recall.storage.tables import log
from recall.storage.tables.changes import cards
from recall.storage.tables.changes.resources import say_when_read
from recall.usecases.changed import Changed, told
from recall.usecases.context import Context
from recall.usecases.find import Meant, current
from recall.usecases.planning.pacing import pace_of
from recall.usecases.rating.preview import Before, before_rating, current_model, due_of_each
from recall.usecases.rating.without_time import minutes_without_time


class Grade(NamedTuple):
    """The person's rating of a visit; minutes and note are optional, an empty note is none.

    read_on is when they say that it was read, as `when_read.stated` gives it. anew: it was read
    anew on this day, so that an earlier reading does not count. over is the mark of the note that
    they saw before, as in `notes.after`.
    """

    rating: Rating
    on: date
    minutes: int | None = None
    note: str | None = None
    source: RatingSource = "grade"
    read_on: str | None = None
    anew: bool = False
    over: str | None = None


class Graded(NamedTuple):
    """What a rating came to: the resource then, its review in the log, and its action.

    before is the resource as it was. learnt is as in `review.learnt_from`.
    """

    resource: Resource
    review: Review
    action_id: int
    before: Resource
    learnt: bool


def grade(context: Context, resource: Meant, given: Grade) -> Graded:
    """Store one rating and schedule the next revisit.

    The resource is one that was found, or what a person calls it: it is looked up, or looked up
    again, in the same transaction. A second rating on a study day takes the first one's place; its
    minutes and its note stay unless others are given. One before the last review is BadInput: the
    log is in order. So is a date of reading that is after the rating, or not given with the first.
    """
    with begin(context.store, given.source, context.now, given.on) as action:
        return rate(action, context, current(action, resource), given)


def read(context: Context, resource: Meant, given: Grade, *, is_rated: bool) -> Graded:
    """Store a first reading; a good one if nobody rated it.

    BadInput for what was graded on an earlier day, or read once, if nobody rated it: a revisit
    needs a rating, as a good one would be invented.
    """
    given = given._replace(source="read", anew=not is_rated)
    with begin(context.store, given.source, context.now, given.on) as action:
        resource = current(action, resource)
        memory = resource.card.memory
        is_read = resource.once or (memory is not None and memory.last_review < context.today)
        if is_read and not is_rated:
            raise BadInput(
                f"{resource.id} is read already; say how well you recalled it: "
                f"recall grade {resource.id} again, hard, good or easy"
            )
        return rate(action, context, resource, given)


def rate(action: Action, context: Context, resource: Resource, given: Grade) -> Graded:
    """Write a rating and what follows from it, as a part of an action."""
    graded, log_of_it = resource, log.reviews(action, resource.id)
    model_id, model = current_model(action, context, given.on, resource.priority)
    if given.read_on is not None:
        resource = _said(action, resource, log_of_it, given)
    known = resource._replace(read_on=None) if given.anew else resource
    used, is_said = (model_id, model), given.read_on is not None
    before = before_rating(known, log_of_it, given.on, used, is_said=is_said)
    outcomes = preview(before.memory, given.on, model)
    pace = pace_of(action, given.on)
    dues = due_of_each(action, context, resource, before, outcomes=outcomes, pace=pace)
    outcome, due = outcomes[given.rating], dues[given.rating]
    if before.replaced is not None:
        log.void(action, before.replaced)
    planned = pace.planned(resource)
    review = _review(
        resource=planned,
        planned_minutes=minutes_without_time(action, context, planned, given.on),
        given=given,
        before=before,
        outcome=outcome,
        used=used,
        due=due,
    )
    review = log.append(action, review, context.now)
    card, note = _card(given, before, outcome, due), note_after(graded, given)
    after = cards.rate(action, resource, card, note)
    action.describe(resource.id, f"{given.rating.name.lower()}, next {due.isoformat()}")
    learnt = learnt_from([*before.kept, review])[-1]
    return Graded(after, review, action.id, graded, learnt=learnt)


def note_after(resource: Resource, given: Grade) -> str | None:
    """Return the note that a resource has after a visit; None if the visit came without one."""
    return notes.after(resource.note, given.note, given.over) if given.note else None


def _said(action: Action, resource: Resource, reviews: Sequence[Review], given: Grade) -> Resource:
    """Write when the person says that it was read; return the resource then."""
    read_on = given.read_on or ""
    if reviews and reviews[0].study_date < given.on:
        raise BadInput(
            f"{resource.id} was graded on {reviews[0].study_date} already, and the day of its "
            f"reading counts at the first grade; 'recall edit {resource.id} --read-on' notes it"
        )
    if is_after(read_on, given.on):
        raise BadInput(f"{read_on} is after {given.on}, the day of the grade; give an earlier one")
    return say_when_read(action, resource, read_on)


def sit(
    context: Context,
    resource: Meant,
    given: Grade,
    *,
    stopped_at: str | None = None,
    percent: int | None = None,
) -> Changed:
    """Store one sitting of a first reading: minutes, a note, where it stopped, and no review.

    Without minutes, the sitting has the usual length, but no more than was left to read, or than
    lies between the places before and after it. percent
    is the share of the whole reading that is read by then, which may be less than before; without
    it the minutes are added to those read. BadInput for all of it: then the reading is finished.
    """
    with begin(context.store, "sitting", context.now, given.on) as action:
        resource = current(action, resource)
        if resource.status not in UNREAD:
            raise BadInput(
                f"{resource.id} is {resource.status}; a sitting is part of a first reading"
            )
        whole, read_before = pace_of(action, given.on).planned(resource), resource.minutes_read
        read = read_before if percent is None else _read_at(whole, percent)
        left = whole.minutes - read_before if percent is None else abs(read - read_before)
        sitting = Sitting(
            id=0,
            resource_id=resource.id,
            study_date=given.on,
            minutes=given.minutes or max(1, min(context.settings.sitting_minutes, left)),
            note=given.note or None,
            progress=None if percent is None else read - read_before,
            stopped_at=stopped_at or None,
        )
        log.append_sitting(action, sitting, context.now)
        cards.sit(action, resource, sitting, note_after(resource, given))
        return told(action, resource, _in_words(sitting, percent))


def _read_at(resource: Planned, percent: int) -> int:
    """Return the minutes that are read at a share of the whole; BadInput for all of it."""
    if percent >= ALL_PERCENT:
        raise BadInput(f"at {percent} % it is finished: 'recall read {resource.id}' says so")
    return minutes_at(percent, resource.minutes)


def _in_words(sitting: Sitting, percent: int | None) -> str:
    share = "" if percent is None else f"to {percent} %"
    place = sitting.stopped_at and f"stopped at {short(sitting.stopped_at)}"
    return ", ".join(filter(None, (f"{sitting.minutes} min", share, place)))


def _review(
    *,
    resource: Planned,
    planned_minutes: int,
    given: Grade,
    before: Before,
    outcome: Outcome,
    used: tuple[int, Model],
    due: date,
) -> Review:
    """The review with the state before it and after it; the log gives it an ID and its moment."""
    parameters_id, model = used
    memory, replaced = before.memory, before.replaced
    return Review(
        id=0,
        resource_id=resource.id,
        parameters_id=parameters_id,
        rating=given.rating,
        study_date=given.on,
        reviewed_at="",
        minutes=replaced.minutes if replaced and given.minutes is None else given.minutes,
        planned_minutes=replaced.planned_minutes if replaced else planned_minutes,
        note=given.note or (replaced.note if replaced else None),
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
        mixture=to_text(model.mixture),
    )


def _card(given: Grade, before: Before, outcome: Outcome, due: date) -> Card:
    """Return the card's values after a rating."""
    ratings = [review.rating for review in before.kept] + [given.rating]
    lapses = sum(rating is Rating.AGAIN for rating in ratings[1:])
    return Card(due, outcome.memory, reviews=len(ratings), lapses=lapses)
