"""Reading once: what is read, and is to have no revisits."""

from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.library.review import Review, Sitting
from recall.errors import BadInput
from recall.storage.actions import Action, begin
from recall.storage.tables import log
from recall.storage.tables.changes import cards
from recall.usecases.context import Context
from recall.usecases.find import Meant, again, current
from recall.usecases.planning.pacing import pace_of
from recall.usecases.rating.grading import Grade, note_after, rate
from recall.usecases.rating.without_time import minutes_without_time


class ReadOnce(NamedTuple):
    """What reading once came to: the resource then, and its action.

    review is None if nobody rated it; learnt is as in `review.learnt_from`.
    """

    resource: Resource
    review: Review | None
    action_id: int
    learnt: bool


def read_once(context: Context, resource: Meant, given: Grade, *, is_rated: bool) -> ReadOnce:
    """Store that something is read and is to have no revisits.

    If nobody rated it, no review is invented: the log gets a sitting, with the minutes given or
    else those planned. BadInput for what was read before if nobody rates it now.
    """
    given = given._replace(source="read")
    with begin(context.store, "read", context.now, given.on) as action:
        read = current(action, resource)
        review, learnt = None, False
        if is_rated:
            graded = rate(action, context, read, given)
            read, review, learnt = graded.resource, graded.review, graded.learnt
            cards.stop(action, read)
        else:
            _sit_to_the_end(action, context, read, given)
        rated = "" if review is None else f"{review.rating.name.lower()}, "
        action.describe(read.id, f"{rated}read once, no revisits")
        return ReadOnce(again(action, read.id), review, action.id, learnt)


def _sit_to_the_end(action: Action, context: Context, resource: Resource, given: Grade) -> None:
    """Write the sitting that ends a first reading."""
    if resource.once:
        raise BadInput(f"{resource.id} is read already, and has no revisits")
    if resource.card.due is not None:
        raise BadInput(
            f"{resource.id} is read already; 'recall edit {resource.id} --once' ends its revisits"
        )
    whole = pace_of(action, given.on).planned(resource)
    sitting = Sitting(
        id=0,
        resource_id=resource.id,
        study_date=given.on,
        minutes=given.minutes or minutes_without_time(action, context, whole, given.on),
        note=given.note or None,
    )
    log.append_sitting(action, sitting, context.now)
    cards.read_once(action, resource, sitting, note_after(resource, given))
