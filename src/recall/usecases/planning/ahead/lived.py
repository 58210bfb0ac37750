"""How the person lived the last weeks, from the log, the kept plans and the calendar."""

from datetime import timedelta

from recall.domain.ahead.habits import LOOK_BACK_DAYS, Habits, habits
from recall.storage.tables import lived
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days


def habits_of(context: Context) -> Habits:
    """Return the habits of the last weeks before today, without pauses and days off."""
    reads, today = context.store, context.today
    first = max(today - timedelta(days=LOOK_BACK_DAYS), lived.first_day(reads) or today)
    budget = open_days(reads, context, since=first)
    dates = (first + timedelta(days=number) for number in range((today - first).days))
    open_dates = [day for day in dates if not budget.is_away(day)]
    return habits(lived.lived_days(reads, first, today), open_dates)
