"""What stands in the plan of a day, in a form that tests can compare."""

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import plan_visits
from recall.storage.tables.planning.plans import states_of
from recall.usecases.context import Context
from recall.usecases.planning.facts import day_facts
from recall.usecases.planning.today import StudyDay, today


def left(study: StudyDay) -> list[PlannedVisit]:
    """Return what is still to do, in order."""
    return [visit.visit for visit in study.progress.left]


def readings(study: StudyDay) -> list[int]:
    """Return the IDs of the first readings that are still to do, in order."""
    return [visit.resource_id for visit in left(study) if visit.task != "revisit"]


def revisits(study: StudyDay) -> list[int]:
    """Return the IDs of the revisits that are still to do, in order."""
    return [visit.resource_id for visit in left(study) if visit.task == "revisit"]


def titles(study: StudyDay) -> list[str]:
    """Return the titles of what is still to do, in order."""
    return [study.states[visit.resource_id].title for visit in left(study)]


def stands(study: StudyDay) -> list[tuple[int, str, bool]]:
    """Return the ID of every planned visit, how it stands, and whether it is beyond the day."""
    return [(visit.visit.resource_id, visit.state, visit.beyond) for visit in study.progress.visits]


def left_today(context: Context) -> list[int]:
    """Return the IDs of what is still to do today, in order."""
    return [visit.resource_id for visit in left(today(context))]


def planned_anew(context: Context, minutes: int = 300) -> list[PlannedVisit]:
    """Return a plan of today with so many minutes as it would be made now; it is not kept."""
    return plan_visits(day_facts(context, context.store, minutes))


def titles_anew(context: Context, minutes: int = 300) -> list[str]:
    """Return the titles of the readings in such a plan, in order."""
    ids = [visit.resource_id for visit in planned_anew(context, minutes) if visit.task != "revisit"]
    states = states_of(context.store, ids)
    return [states[number].title for number in ids]
