"""Previews the outcome of each rating. It only reads, so it loads no SQLAlchemy."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Priority, Resource
from recall.domain.library.review import Review
from recall.domain.library.timing.pace import Pace
from recall.domain.library.when_read import days_since
from recall.domain.memory.retention import retention
from recall.domain.memory.scheduling import Model, Outcome, preview, read_before, replay
from recall.errors import BadInput
from recall.storage.reads import Reads
from recall.storage.tables import log, parameters
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.open_days import balanced
from recall.usecases.planning.pacing import pace_of


class Before(NamedTuple):
    """A card before a study day's rating; replaced is that day's earlier rating, if any."""

    memory: Memory | None
    due: date | None
    kept: list[Review]
    replaced: Review | None


def preview_dates(context: Context, resource: Resource, on: date) -> Mapping[Rating, date]:
    """Return the due date of each rating if it were given on this study day."""
    used = current_model(context.store, context, on, resource.priority)
    reviews, model = log.reviews(context.store, resource.id), used[1]
    before = before_rating(resource, reviews, on, used)
    outcomes = preview(before.memory, on, model)
    pace = pace_of(context.store, on)
    return due_of_each(context.store, context, resource, before, outcomes=outcomes, pace=pace)


def earliest_date(context: Context, reviews: list[Review]) -> date:
    """Return today, or the last review's date if later: this machine's clock may be behind."""
    return max([context.today, *(review.study_date for review in reviews)])


def current_model(
    reads: Reads, context: Context, on: date, priority: Priority = "normal"
) -> tuple[int, Model]:
    """Return the ID of the parameters in use, and the model of a study day.

    It has the person's settings, the desired retention of the priority, and the day's mixture.
    """
    latest = parameters.latest(reads)
    settings = context.settings
    wanted = retention(priority, settings.desired_retention)
    mixture = mixture_of(reads, on, latest.weights)
    model = Model(latest.weights, wanted, settings.maximum_interval, mixture)
    return latest.id, model.checked()


def before_rating(
    resource: Resource,
    reviews: list[Review],
    on: date,
    used: tuple[int, Model],
    *,
    is_said: bool = False,
) -> Before:
    """Return the card as it was before its rating of a study date, under the parameters in use.

    At a first rating of something that is read already, or that the person says was read, it is
    that of a reading on that day, if the day is known. BadInput if there is a later rating.
    """
    if reviews and reviews[-1].study_date > on:
        raise BadInput(
            f"{resource.id} was graded on {reviews[-1].study_date}; "
            f"a rating of {on} cannot be put before it"
        )
    replaced = reviews[-1] if reviews and reviews[-1].study_date == on else None
    kept = reviews[:-1] if replaced else reviews
    # What is read once has no due date, yet it is no first reading that begins its revisits.
    due = resource.card.due or (on if resource.once else None)
    due = replaced.due_before if replaced else due
    memory = memory_under(kept, *used)
    was_said = replaced is not None and replaced.elapsed is not None
    if memory is None and (due is not None or is_said or was_said):
        memory = read_before(days_since(resource.read_on, on), on, used[1])
    return Before(memory, due, kept, replaced)


def memory_under(reviews: Sequence[Review], model_id: int, model: Model) -> Memory | None:
    """Return a card's memory under a set of parameters.

    A review stores the memory under its own set; under another set all reviews are replayed.
    """
    if not reviews:
        return None
    last = reviews[-1]
    if last.parameters_id == model_id:
        return Memory(last.stability, last.difficulty, last.study_date)
    dated = [(review.study_date, review.rating) for review in reviews]
    return replay(dated, model, reviews[0].elapsed)[-1].memory


def due_of_each(
    reads: Reads,
    context: Context,
    resource: Resource,
    before: Before,
    outcomes: Mapping[Rating, Outcome],
    pace: Pace,
) -> dict[Rating, date]:
    """Return the due date of each rating, on the emptiest day that its interval allows."""
    seed = (resource.id, len(before.kept))
    return balanced(reads, context, outcomes, seed, pace=pace)
