"""Mends what `doctor` finds and can mend without losing anything.

That is plans that cannot be, and rows whose resource was deleted by hand.
"""

from collections.abc import Mapping
from datetime import timedelta

from recall.storage.actions import Abandoned, begin
from recall.storage.reads import Reads
from recall.storage.tables.faults import lost_rows
from recall.storage.tables.faults.plan_faults import PlanFaults, plan_faults, take_out
from recall.usecases.context import Context


def faults(context: Context) -> Mapping[str, int]:
    """Return what can be mended, in words, and how many there are of each."""
    lost, plans = _found(context, context.store)
    return {**lost_rows.counted(lost), **plans.counted()}


def mend(context: Context) -> Mapping[str, int]:
    """Take out what can be mended, as one action; return what and how many.

    Reviews and resources stay as they are. If there is nothing to mend, there is no action.
    """
    found: dict[str, int] = {}
    with begin(context.store, "mend", context.now, context.today) as action:
        lost, plans = _found(context, action)
        found = {**lost_rows.counted(lost), **plans.counted()}
        if not found:
            raise Abandoned
        lost_rows.drop(action, lost)
        take_out(action, plans)
        action.describe(None, ", ".join(f"{words}: {number}" for words, number in found.items()))
    return found


def _found(context: Context, reads: Reads) -> tuple[lost_rows.LostRows, PlanFaults]:
    """Return the faults; on another machine it may be tomorrow already."""
    return lost_rows.lost_rows(reads), plan_faults(reads, context.today + timedelta(days=1))
