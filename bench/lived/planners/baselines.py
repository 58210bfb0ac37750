"""Two simple planners: revisits first by due date, and reading first; both read in list order."""

from bench.lived.driver import PlannedVisit
from bench.lived.facts import Facts

_SHARE = 0.4
"""The share of a day that reading takes if it comes first."""

_SHORTEST_SITTING = 10


def due_first(facts: Facts) -> list[PlannedVisit]:
    """Return the revisits that fit, by due date, and readings in the minutes that they leave."""
    revisits = _revisits(facts, facts.minutes)
    return revisits + _readings(facts, facts.minutes - _minutes(revisits))


def list_first(facts: Facts) -> list[PlannedVisit]:
    """Return readings, in their share of the day or in what revisits leave, then revisits."""
    needed = sum(resource.minutes for resource in facts.due)
    readings = _readings(facts, max(round(_SHARE * facts.minutes), facts.minutes - needed))
    return readings + _revisits(facts, facts.minutes - _minutes(readings))


def _minutes(visits: list[PlannedVisit]) -> int:
    return sum(visit.minutes for visit in visits)


def _revisits(facts: Facts, room: int) -> list[PlannedVisit]:
    visits = []
    for resource in sorted(facts.due):
        if resource.minutes <= room:
            visits.append(
                PlannedVisit(resource.number, "revisit", resource.minutes, due=resource.due)
            )
            room -= resource.minutes
    return visits


def _readings(facts: Facts, room: int) -> list[PlannedVisit]:
    """Return readings that fit, and a sitting of the first that does not."""
    visits = []
    for resource in facts.unread:
        if resource.minutes > room:
            if room >= _SHORTEST_SITTING:
                visits.append(PlannedVisit(resource.number, "sitting", room, resource.minutes))
            break
        visits.append(PlannedVisit(resource.number, "read", resource.minutes, resource.minutes))
        room -= resource.minutes
    return visits
