"""What `more` starts from: the minutes that are left of a day, and what it leaves out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.domain.day.progress import DayProgress

USUAL_MORE_MINUTES = 15
"""Minutes that `more` adds if the day has none left."""

LEAST_MORE_MINUTES = 5
"""Fewer minutes of the day than this are not worth adding something for."""


def usual_more(stands: DayProgress) -> int:
    """Return the minutes that `more` adds if none are given."""
    free = stands.free_minutes
    return free if free >= LEAST_MORE_MINUTES else USUAL_MORE_MINUTES


def settled(stands: DayProgress) -> set[int]:
    """Return the IDs of what is done today, planned or not, and of what was put off."""
    found = {
        visit.visit.resource_id for visit in stands.visits if visit.state in ("done", "put off")
    }
    return found | {visit.resource_id for visit in stands.unplanned}


def taken(stands: DayProgress) -> set[int]:
    """Return the IDs of what today's plan has, and of what is settled."""
    return settled(stands) | {visit.visit.resource_id for visit in stands.left}


def read_today(stands: DayProgress) -> list[int]:
    """Return the IDs of the readings done today, planned or not."""
    found = [
        visit.visit.resource_id
        for visit in stands.visits
        if visit.state == "done" and visit.visit.task != "revisit"
    ]
    return found + [visit.resource_id for visit in stands.unplanned if not visit.is_revisit]
