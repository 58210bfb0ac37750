"""Joining: two resources that are one become one, with the history of both."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Resource, short
from recall.domain.library.review import Review
from recall.domain.lists.matching.joining import State, joined_state, joined_values
from recall.domain.memory.scheduling import Model, preview, read_before, replay
from recall.domain.memory.standing_again import OneLog, memory_after, model_of, one_log, stood_again
from recall.errors import BadInput
from recall.storage.actions import Action, begin
from recall.storage.tables import log, parameters
from recall.storage.tables.changes import joining as stored
from recall.storage.tables.pages import kept_texts
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.find import Meant, again, current
from recall.usecases.planning.open_days import balanced
from recall.usecases.planning.pacing import pace_of
from recall.usecases.resources.prerequisites import refuse_circle


class Joined(NamedTuple):
    """The resource that stays, as it is then; the other, as it was; and what came from it."""

    resource: Resource
    old: Resource
    reviews: int
    sittings: int
    action_id: int


def join(context: Context, old: Meant, new: Meant) -> Joined:
    """Make two resources one, as one action: new stays, old is put away.

    The reviews and sittings of old stand again under new, in the order of their dates. BadInput
    for a resource and itself, and for a circle of prerequisites.
    """
    with begin(context.store, "join", context.now, context.today) as action:
        resource, other = current(action, old), current(action, new)
        if resource.id == other.id:
            raise BadInput(f"{resource.id} cannot be joined with itself; name two resources")
        joined = join_within(action, context, resource, other)
        action.describe(other.id, f"{resource.id} {short(resource.title)} is a part of it now")
        return joined


def join_within(action: Action, context: Context, old: Resource, new: Resource) -> Joined:
    """As `join`, as a part of an action."""
    log_of_old, log_of_new = log.reviews(action, old.id), log.reviews(action, new.id)
    every = _as_one(action, context, one_log(log_of_old, log_of_new), (old, new))
    before, stays = stored.stood(action, old), stored.stood(action, new)
    values = joined_values(before, stays) | stored.move_places(action, old, new)
    state = joined_state(before, stays, old_is_last=_ends(log_of_old, log_of_new))
    values |= state.values
    values |= _memory(action, (old.id, new.id), every) if log_of_old else {}
    values |= _due(state, every if log_of_old else ())
    sittings = stored.move_sittings(action, old.id, new.id)
    values["minutes_read"] = old.minutes_read + new.minutes_read
    stored.write(action, new, values)
    stored.move_prerequisites(action, old.id, new.id)
    kept_texts.move(action, old.id, new.id)
    stored.put_away(action, old.id, new.id)
    refuse_circle(action, new)
    _plan_new(action, context, old.id, new.id)
    return Joined(
        resource=again(action, new.id),
        old=old,
        reviews=len(log_of_old),
        sittings=sittings,
        action_id=action.id,
    )


def _as_one(
    action: Action, context: Context, both: OneLog, joined: tuple[Resource, Resource]
) -> list[Review]:
    """Let the reviews of both stand again as one log; return all of it, oldest first."""
    for review in both.void:
        log.void(action, review)
    every = list(both.kept)
    if both.again:
        every += stood_again(both, joined[1].id, parameters.by_id(action))
        if every[-1].interval != both.again[-1].interval:
            every[-1] = _balanced(action, context, every, joined)
    for review in every[len(both.kept) :]:
        stored.append_again(action, review)
    return every


def _balanced(
    action: Action, context: Context, every: Sequence[Review], joined: tuple[Resource, Resource]
) -> Review:
    """Return the last review with its due date on the emptiest day that its interval allows."""
    *earlier, last = every
    old, new = joined
    weights = parameters.by_id(action)[last.parameters_id]
    model = model_of(last, weights)
    memory = memory_after(earlier, last.parameters_id, model)
    memory = memory or read_before(last.elapsed, last.study_date, model)
    outcomes = preview(memory, last.study_date, model)
    seed, pace = (new.id, len(earlier)), pace_of(action, last.study_date)
    dues = balanced(action, context, outcomes, seed, pace=pace, joined=old.id)
    return last._replace(due=dues[last.rating])


def _ends(old: Sequence[Review], new: Sequence[Review]) -> bool:
    """Return whether the last review of both is one of the old resource."""
    return bool(old) and (not new or _moment(old[-1]) > _moment(new[-1]))


def _moment(review: Review) -> tuple[date, str, int]:
    return review.study_date, review.reviewed_at, review.id


def _memory(action: Action, both: tuple[int, int], every: Sequence[Review]) -> dict[str, object]:
    """Return the columns of the memory that a log leaves.

    If one of the two was rescheduled, the whole log is replayed under the parameters in use.
    """
    ratings = [review.rating for review in every]
    counts = {"reviews": len(every), "lapses": ratings[1:].count(Rating.AGAIN)}
    last = every[-1]
    memory, under = Memory(last.stability, last.difficulty, last.study_date), None
    if set(both) & set(parameters.replayed_under(action)):
        under, weights = parameters.latest(action)
        dated = [(review.study_date, review.rating) for review in every]
        memory = replay(dated, Model(weights), every[0].elapsed)[-1].memory
    return counts | memory._asdict() | {"parameters_id": under}


def _due(state: State, anew: Sequence[Review]) -> dict[str, object]:
    """Return the columns of the next revisit; a date that the person chose stays if it is later."""
    if state.once:
        return {"due": None, "postponed_from": None}
    card = state.dated.card
    if not anew:
        return {"due": card.due, "postponed_from": card.postponed_from}
    due = anew[-1].due
    is_later = card.postponed_from is not None and card.due is not None and card.due > due
    return {"due": card.due if is_later else due, "postponed_from": due if is_later else None}


def _plan_new(action: Action, context: Context, old: int, new: int) -> None:
    """Let the resource that stays take the place of the other in today's plan."""
    found = plans.kept(action, context.today)
    if found is None or all(visit.resource_id != old for visit in found.plan.visits):
        return
    planned = {visit.resource_id for visit in found.plan.visits}
    visits = [
        visit._replace(resource_id=new) if visit.resource_id == old else visit
        for visit in found.plan.visits
        if not (visit.resource_id == old and new in planned)
    ]
    plans.revise(action, found.plan.with_visits(visits), context.now)
