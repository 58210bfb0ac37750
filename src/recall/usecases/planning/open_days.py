"""The minutes of each day, single dates and pauses included: the one door to them."""

from __future__ import annotations

from recall.storage.tables.planning.calendar import calendar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from recall.domain.calendar.budget import Budget
    from recall.storage.reads import Reads
    from recall.usecases.context import Context


def open_days(reads: Reads, context: Context, since: date | None = None) -> Budget:
    """Return the budget of all days from a study date on (default: today), by one question.

    It has every pause that is on or planned, and for an earlier date those from then on too.
    """
    known = calendar(reads, since or context.today)
    return context.week._replace(dates=known.dates, pauses=known.pauses)
