"""The queue of a day as JSON."""

from collections.abc import Sequence
from datetime import date

from recall.cli.output.views import resource_json
from recall.domain.queue import Queue, Visit


def queue_json(queue: Queue, weights: Sequence[float]) -> dict[str, object]:
    """What `recall today --json` prints."""

    day = queue.study_date
    return {
        "study_date": day.isoformat(),
        "budget_minutes": queue.budget_minutes,
        "planned_minutes": queue.planned_minutes,
        "spent_minutes": queue.spent_minutes,
        "done": [
            {
                **resource_json(done.resource, day, weights),
                "spent_minutes": done.spent_minutes,
            }
            for done in queue.done
        ],
        "revisit": [visit_json(one, day, weights) for one in queue.revisit],
        "read": [visit_json(one, day, weights) for one in queue.read],
        "backlog": {"revisit": queue.backlog_revisit, "read": queue.backlog_read},
    }


def visit_json(visit: Visit, today: date, weights: Sequence[float]) -> dict[str, object]:
    """One thing to do: its resource, with the minutes planned today, and why it is there."""
    return {
        **resource_json(visit.resource, today, weights, visit.minutes),
        "reason": visit.reason,
        "overdue_days": visit.overdue_days,
        "sitting": visit.left > 0,
        "minutes_left": visit.left,
    }
