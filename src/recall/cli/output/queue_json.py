"""The queue of a day as JSON."""

from collections.abc import Sequence
from datetime import date

from recall.cli.output.views import resource_json
from recall.domain.calendar.pauses import Pause
from recall.domain.day.queue import PassedOver, Queue
from recall.domain.day.visit import Visit


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
        "further": queue.further,
        "backlog": {"revisit": queue.backlog_revisit, "read": queue.backlog_read},
        "pause": pause_json(queue.pause),
        "passed_over": passed_over_json(queue.passed_over),
    }


def pause_json(pause: Pause | None) -> dict[str, object] | None:
    """A pause: its first day, and the first day after it, if that is known."""
    if pause is None:
        return None
    until = pause.until
    return {"first": pause.first.isoformat(), "until": until.isoformat() if until else None}


def passed_over_json(one: PassedOver | None) -> dict[str, object] | None:
    """What the person is asked about, and when it was due."""
    return {"id": one.id, "title": one.title, "due": one.due.isoformat()} if one else None


def visit_json(visit: Visit, today: date, weights: Sequence[float]) -> dict[str, object]:
    """One thing to do: its resource, with the minutes planned today, and why it is there."""
    return {
        **resource_json(visit.resource, today, weights, visit.minutes),
        "reason": visit.reason,
        "overdue_days": visit.overdue_days,
        "sitting": visit.left > 0,
        "minutes_left": visit.left,
    }
