"""The minutes that a visit counts with if nobody says what it took."""

from datetime import date

from recall.domain.library.resource import Planned
from recall.storage.reads import Reads
from recall.storage.tables.planning import plans
from recall.usecases.context import Context


def minutes_without_time(
    reads: Reads, context: Context, resource: Planned, study_date: date
) -> int:
    """Return the minutes that the plan of the study date has for it, or no more than are left.

    A reading that is not planned counts with all that is left of it, but at most with a usual
    day's minutes: nobody reads a book in a day.
    """
    left = resource.next_minutes
    planned = plans.planned_minutes(reads, study_date, resource.id)
    if planned is not None:
        return max(1, min(left, planned))
    is_reading = resource.card.due is None and not resource.once
    usual = context.settings.daily_minutes
    return min(left, usual) if is_reading and usual else left
