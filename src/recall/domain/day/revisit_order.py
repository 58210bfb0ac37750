"""Which revisits a day takes: all that are due if they fit, or else the most worthwhile."""

from collections.abc import Iterable, Sequence
from datetime import date

from recall.domain.day.plan import PlannedVisit
from recall.domain.library.resource import PRIORITIES, Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.text.wording import counted

PATIENCE_DAYS = 3
"""Revisits that are overdue for longer come first on a day that cannot hold all."""

PATIENT_SHARE = 0.5
"""Share of the revisits' minutes for those; more would leave the young memories to fade."""

UNKNOWN_GAIN = 0.5 * 9
"""The gain of a first revisit, of which no memory is known: an even chance, and nine times as
stable after it."""


def gain(stability: float, difficulty: float, days: int, formulas: Formulas) -> float:
    """Return how much a good revisit is expected to lengthen a memory, relative to its stability.

    R × (S after good / S - 1), with R the predicted recall `days` after the last review.
    """
    recall = formulas.retrievability(stability, days)
    return recall * (formulas.after_pass(stability, difficulty, recall) / stability - 1)


def gain_per_minute(resource: Planned, today: date, formulas: Formulas) -> float:
    """Return the gain of a resource's next revisit for each of its minutes."""
    memory, minutes = resource.card.memory, max(1, resource.revisit_minutes)
    if memory is None:
        return UNKNOWN_GAIN / minutes
    days = max(0, (today - memory.last_review).days)
    return gain(memory.stability, memory.difficulty, days, formulas) / minutes


def by_due_date(due: Iterable[Planned]) -> list[Planned]:
    """Return revisits in the order in which they became due, the weakest memory first."""
    return sorted(due, key=_due_key)


def by_gain(due: Iterable[Planned], today: date, formulas: Formulas) -> list[Planned]:
    """Return revisits by priority, then by gain per minute, the highest first."""
    return sorted(
        due,
        key=lambda resource: (
            PRIORITIES.index(resource.priority),
            -gain_per_minute(resource, today, formulas),
            resource.id,
        ),
    )


def choose_revisits(
    due: Sequence[Planned], room: int, today: date, formulas: Formulas
) -> list[PlannedVisit]:
    """Return the revisits that a day takes within `room` minutes, in order."""
    line = by_due_date(due)
    if sum(resource.revisit_minutes for resource in line) > room:
        patient = [resource for resource in line if is_neglected(resource, today)]
        first = _fitting(patient, room * PATIENT_SHARE, room)
        left = room - sum(resource.revisit_minutes for resource in first)
        taken = {resource.id for resource in first}
        rest = [resource for resource in by_gain(due, today, formulas) if resource.id not in taken]
        line = first + _fitting(rest, left, left)
    return [visit_of(resource, today) for resource in line]


def visit_of(resource: Planned, today: date) -> PlannedVisit:
    """Return the planned revisit of a resource."""
    overdue = overdue_days(resource, today)
    late = f"{counted(overdue, 'day')} overdue" if overdue else ""
    if resource.card.memory is None:
        why = f"first revisit, {late}" if late else "first revisit"
    else:
        why = late or "due today"
    return PlannedVisit(resource.id, "revisit", resource.revisit_minutes, why)


def overdue_days(resource: Planned, today: date) -> int:
    """Return the days since a revisit was due, 0 on the day itself."""
    return max(0, (today - (resource.card.due or today)).days)


def is_neglected(resource: Planned, today: date) -> bool:
    """Return whether a revisit has waited so long that it goes before on a full day."""
    return overdue_days(resource, today) > PATIENCE_DAYS and resource.priority != "low"


def _fitting(line: Iterable[Planned], share: float, most: int) -> list[Planned]:
    """Return what fits in order; the first may use more than the share, up to `most`."""
    found: list[Planned] = []
    used = 0
    for resource in line:
        after = used + resource.revisit_minutes
        if after <= (share if found else most):
            found.append(resource)
            used = after
    return found


def _due_key(resource: Planned) -> tuple[int, float, int]:
    due, memory = resource.card.due or date.max, resource.card.memory
    return due.toordinal(), 1e9 if memory is None else memory.stability, resource.id
