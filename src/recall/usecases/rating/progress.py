"""How far the first readings of resources have come."""

from collections.abc import Iterable, Mapping

from recall.domain.library.progress import Progress, progress, usual_sitting
from recall.domain.library.resource import Resource
from recall.storage.tables.log import last_sittings
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of


def progress_of(context: Context, resources: Iterable[Resource]) -> Mapping[int, Progress]:
    """Return how far each of these resources has come, by ID, if its first reading is begun."""
    begun = [resource for resource in resources if resource.card.due is None and not resource.once]
    last = last_sittings(context.store, [resource.id for resource in begun])
    if not last:
        return {}
    pace, settings = pace_of(context.store, context.today), context.settings
    usual = usual_sitting(settings.daily_minutes, settings.new_share, settings.sitting_minutes)
    found = (
        (resource.id, progress(pace.planned(resource), last.get(resource.id), usual))
        for resource in begun
    )
    return {number: how_far for number, how_far in found if how_far is not None}
