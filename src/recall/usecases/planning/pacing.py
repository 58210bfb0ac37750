"""The person's pace, from which the minutes of visits are estimated."""

from collections.abc import Callable
from datetime import date

from recall.domain.library.resource import Resource
from recall.domain.library.timing.pace import Pace, learn
from recall.domain.memory.forgetting_curve import retrievability
from recall.storage.reads import Reads
from recall.storage.tables import pace as paces


def pace_of(reads: Reads, day: date) -> Pace:
    """Return the pace learned before a study day; the day does not learn from itself."""
    pace = learn(paces.timings(reads, day))
    return pace._replace(recall=recall_at_visit(reads, day)) if pace.slopes else pace


def recall_at_visit(reads: Reads, day: date) -> Callable[[Resource], float | None]:
    """Return what predicts recall on the day, or on the due date if that is later."""
    from recall.storage.tables.parameters import latest

    weights = latest(reads).weights

    def recall(resource: Resource) -> float | None:
        memory, due = resource.card.memory, resource.card.due
        if memory is None:
            return None
        visit = day if due is None else max(day, due)
        return retrievability(memory, (visit - memory.last_review).days, weights)

    return recall
