"""A return to a library that was left for some days."""

from datetime import timedelta

from recall.usecases.breaks.returning import Return, come_back, plan_return
from recall.usecases.context import Context


def later(context: Context, number: int) -> Context:
    """Return the same library a number of days later."""
    return context._replace(now=context.now + timedelta(number))


def taken_up(context: Context) -> Return:
    """Plan a return and carry it out; return the plan."""
    shown = plan_return(context)
    come_back(context, shown)
    return shown
