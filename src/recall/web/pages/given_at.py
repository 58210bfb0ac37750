"""When something was done that a browser could not send at once."""

from datetime import datetime, timedelta

from recall.usecases.context import Context

_LONGEST = timedelta(days=60)
"""A form that names an earlier moment than this counts for the present one."""


def at_its_moment(context: Context, text: str) -> Context:
    """Return the library at the moment that a form says; at the present one if it says none."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        return context
    if given.tzinfo is None or not context.now - _LONGEST < given < context.now:
        return context
    return context._replace(now=given.astimezone(context.now.tzinfo))
