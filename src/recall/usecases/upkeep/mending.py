"""Mends what `doctor` finds and can mend without losing anything: plans that cannot be."""

from collections.abc import Mapping
from datetime import timedelta

from recall.storage.actions import Abandoned, begin
from recall.storage.tables.faults.plan_faults import PlanFaults, plan_faults, take_out
from recall.usecases.context import Context


def faults(context: Context) -> PlanFaults:
    """Return the faults of plans; on another machine it may be tomorrow already."""
    return plan_faults(context.store, context.today + timedelta(days=1))


def mend(context: Context) -> Mapping[str, int]:
    """Take out plans that cannot be, as one action; return what and how many.

    Reviews and resources stay as they are. Without such plans there is no action.
    """
    found: Mapping[str, int] = {}
    with begin(context.store, "mend", context.now, context.today) as action:
        there = plan_faults(action, context.today + timedelta(days=1))
        found = there.counted()
        if not found:
            raise Abandoned
        take_out(action, there)
        action.describe(None, ", ".join(f"{words}: {number}" for words, number in found.items()))
    return found
