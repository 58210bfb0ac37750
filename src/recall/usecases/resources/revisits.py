"""Ending the revisits of a resource by hand, and beginning them again."""

from datetime import date, timedelta

from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.card import Card
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.storage.actions import Action
from recall.storage.tables import log
from recall.storage.tables.changes import cards
from recall.storage.tables.due_load import planned
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of


def stop(action: Action, resource: Resource) -> None:
    """End a resource's revisits as a part of an action; one that is unread counts as read."""
    if resource.once:
        raise BadInput(f"{resource.id} has no revisits already")
    cards.stop(action, resource)


def start(action: Action, context: Context, resource: Resource) -> None:
    """Begin the revisits of what was read once, as a part of an action.

    What was rated comes back on the date that its last rating gave, or today if that is past.
    Something else comes from tomorrow on, where a day has room.
    """
    if not resource.once:
        raise BadInput(f"{resource.id} is not read once, so there is nothing to begin")
    reviews = log.reviews(action, resource.id)
    if not reviews:
        cards.start(action, resource, Card(_first_revisit(action, context, resource)))
        return
    wanted, today = reviews[-1].due, context.today
    # As if it were postponed: the days without revisits do not count as missed.
    late = Card(today, postponed_from=wanted)
    cards.start(action, resource, late if wanted < today else Card(wanted))


def _first_revisit(action: Action, context: Context, resource: Resource) -> date:
    pace, tomorrow = pace_of(action, context.today), context.today + timedelta(days=1)
    load = planned(action, context.today, context.today + HORIZON, pace)
    minutes = [pace.revisit_minutes(resource)]
    return first_revisits(minutes, tomorrow, open_days(action, context), load)[0]
