"""The plan of a study day, and what is done of it."""

from datetime import date
from typing import NamedTuple

from recall.domain.calendar.pauses import Pause
from recall.domain.day.morning import Done
from recall.domain.day.queue import PassedOver, Queue
from recall.domain.day.visit import Visit
from recall.usecases.context import Context
from recall.usecases.planning.today import today
from recall.usecases.recalling import Recall
from recall.views.resource import ResourceView


class VisitView(NamedTuple):
    """One thing to do: its resource, with the minutes planned for it, and why it is there."""

    resource: ResourceView
    reason: str
    overdue_days: int
    minutes_left: int

    def as_json(self) -> dict[str, object]:
        """Return the resource with what is planned of it."""
        return {
            **self.resource.as_json(),
            "reason": self.reason,
            "overdue_days": self.overdue_days,
            "sitting": self.minutes_left > 0,
            "minutes_left": self.minutes_left,
        }


class DoneView(NamedTuple):
    """One thing that is done, as it stands now, and the minutes it took."""

    resource: ResourceView
    spent_minutes: int

    def as_json(self) -> dict[str, object]:
        """Return the resource with the minutes it took."""
        return {**self.resource.as_json(), "spent_minutes": self.spent_minutes}


class DayView(NamedTuple):
    """A study day. is_behind: the backlog is worth spreading over the coming days."""

    queue: Queue
    revisit: tuple[VisitView, ...]
    read: tuple[VisitView, ...]
    done: tuple[DoneView, ...]
    is_today: bool
    is_behind: bool

    @property
    def in_turn(self) -> tuple[VisitView, ...]:
        """All that is still listed, in the order in which it is best done."""
        first = len(self.revisit) - self.queue.further
        return (*self.revisit[:first], *self.read, *self.revisit[first:])

    def as_json(self) -> dict[str, object]:
        """Return what `recall today --json` prints."""
        queue = self.queue
        return {
            "study_date": queue.study_date.isoformat(),
            "budget_minutes": queue.budget_minutes,
            "planned_minutes": queue.planned_minutes,
            "spent_minutes": queue.spent_minutes,
            "done": [done.as_json() for done in self.done],
            "revisit": [visit.as_json() for visit in self.revisit],
            "read": [visit.as_json() for visit in self.read],
            "further": queue.further,
            "backlog": {"revisit": queue.backlog_revisit, "read": queue.backlog_read},
            "pause": None if queue.pause is None else pause_as_json(queue.pause),
            "passed_over": _neglected_as_json(queue.passed_over),
        }


class NextView(NamedTuple):
    """The first thing of a day, if anything is left in it."""

    day: DayView

    @property
    def visit(self) -> VisitView | None:
        """The first thing that is still listed."""
        return next(iter(self.day.in_turn), None)

    def as_json(self) -> dict[str, object]:
        """Return what `recall next --json` prints."""
        study_date = self.day.queue.study_date.isoformat()
        return {"study_date": study_date, "next": self.visit and self.visit.as_json()}


def day_view(context: Context, minutes: int | None = None, on: date | None = None) -> DayView:
    """Return today or another study date, within the minutes given or those of its own."""
    queue = today(context, minutes, on)
    recall = Recall(context.store, queue.study_date)
    is_today = queue.study_date == context.today
    return DayView(
        queue=queue,
        revisit=tuple(_visit(visit, recall) for visit in queue.revisit),
        read=tuple(_visit(visit, recall) for visit in queue.read),
        done=tuple(_done(done, recall) for done in queue.done),
        is_today=is_today,
        is_behind=is_today and queue.backlog_revisit > 0 and _is_behind(context, queue),
    )


def pause_as_json(pause: Pause) -> dict[str, object]:
    """Return the first day of a pause, and the first day after it if that is known."""
    until = pause.until
    return {"first": pause.first.isoformat(), "until": until.isoformat() if until else None}


def _is_behind(context: Context, queue: Queue) -> bool:
    from recall.usecases.planning.behind import is_behind  # on most days nothing waits

    return is_behind(context, queue)


def _visit(visit: Visit, recall: Recall) -> VisitView:
    resource = ResourceView(visit.resource, visit.minutes, recall)
    return VisitView(resource, visit.reason, visit.overdue_days, visit.left)


def _done(done: Done, recall: Recall) -> DoneView:
    resource = ResourceView(done.resource, done.resource.next_minutes, recall)
    return DoneView(resource, done.spent_minutes)


def _neglected_as_json(neglected: PassedOver | None) -> dict[str, object] | None:
    """Return what the person is asked about, and when it was due."""
    if neglected is None:
        return None
    return {"id": neglected.id, "title": neglected.title, "due": neglected.due.isoformat()}
