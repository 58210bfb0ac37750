"""The minutes of single dates."""

from datetime import date

from recall.errors import BadInput
from recall.storage.actions import Abandoned, begin
from recall.storage.tables.planning.calendar import calendar, write_minutes
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.revising import fit_plan


def set_date_minutes(context: Context, day: date, minutes: int | None) -> bool:
    """Give a study date minutes of its own (0 is a day off), or its usual ones again with None.

    Return whether that changed anything. BadInput for a date before today.
    """
    if day < context.today:
        raise BadInput(f"{day} is over; give today or a later day")
    with begin(context.store, "day", context.now, context.today) as action:
        before = calendar(action, context.today).dates.get(day)
        if before == minutes:
            raise Abandoned
        write_minutes(action, day, minutes)
        if day == context.today:
            fit_plan(context, action, open_days(action, context).on(day))
        has = "its usual minutes" if minutes is None else f"{minutes} min"
        action.describe(None, f"{day.isoformat()} has {has}")
    return before != minutes
