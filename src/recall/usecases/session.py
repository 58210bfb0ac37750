"""A review session: the next visit, the steps done, and undo."""

from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.day.visit import Visit
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.domain.library.review import RatingSource
from recall.errors import RecallError
from recall.storage.tables import log
from recall.storage.tables.due_load import next_due
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import today
from recall.usecases.rating import grading
from recall.usecases.resources import changing, shelving
from recall.usecases.undoing import undo

MOST_TIMES_PLANNED = 3
"""Multiple of the planned minutes; a longer time means that nobody was there."""

LEAST_PART = 3
"""A first reading shorter than 1/LEAST of its minutes was not done in the session."""

RECENT = 100
"""Actions searched for the one just done; others may write at the same time."""


class SessionStep(NamedTuple):
    """One step of the session: its action (None for a skip), and what undoing it needs.

    minutes are the recorded ones, or else the planned ones; 0 if nothing was read.
    """

    visit: Visit
    action: int | None
    rating: Rating | None = None
    minutes: int = 0
    note: str | None = None


class NextRevisits(NamedTuple):
    """The next day with revisits: how many fit into it, and their minutes."""

    day: date
    revisits: int
    minutes: int


class Session:
    """A session over the queue of the study day on which it began.

    Every answer is stored at once as its own action. Only notes wait, for their grade or for
    the end of the session. Each method is given the context of its own moment.
    """

    def __init__(self, context: Context) -> None:
        """Begin without reading anything yet."""
        self.day = context.today
        self.steps: list[SessionStep] = []
        self.notes: dict[int, str] = {}
        self._back: Visit | None = None

    def waiting(self, context: Context) -> list[Visit]:
        """Return the visits to come: those undone, then today's queue in order."""
        queue = today(context, on=self.day)
        past = {step.visit.resource.id for step in self.steps}
        first = [] if self._back is None else [self._back]
        past |= {visit.resource.id for visit in first}
        return first + [visit for visit in queue.in_turn if visit.resource.id not in past]

    def grade(
        self, context: Context, visit: Visit, rating: Rating, minutes: int | None
    ) -> Resource:
        """Grade a revisit, or the first reading just finished, with its waiting note."""
        note = self.notes.get(visit.resource.id)
        source: RatingSource = "grade" if is_revisit(visit) else "read"
        given = grading.Grade(
            rating=rating, on=context.today, minutes=minutes, note=note, source=source
        )
        graded = grading.grade(context, visit.resource, given)
        spent = visit.minutes if minutes is None else minutes
        self._remember(
            SessionStep(
                visit=visit, action=graded.action_id, rating=rating, minutes=spent, note=note
            )
        )
        return graded.resource

    def sit(self, context: Context, visit: Visit, minutes: int) -> Resource:
        """Record one sitting of a first reading that continues on another day."""
        note = self.notes.get(visit.resource.id)
        given = grading.Grade(Rating.GOOD, context.today, minutes, note)
        read = grading.sit(context, visit.resource, given)
        return self._did(
            context,
            read,
            SessionStep(visit=visit, action=None, rating=None, minutes=minutes, note=note),
        )

    def postpone(self, context: Context, visit: Visit, until: date) -> Resource:
        """Move a revisit to a later day."""
        moved = shelving.postpone(context, visit.resource, until)
        return self._did(context, moved, SessionStep(visit, None))

    def suspend(self, context: Context, visit: Visit) -> Resource:
        """Put a resource aside."""
        return self._did(
            context, shelving.suspend(context, visit.resource), SessionStep(visit, None)
        )

    def skip(self, visit: Visit) -> None:
        """Skip a visit; nothing is recorded."""
        self._add(SessionStep(visit, None))

    def undo(self, context: Context) -> SessionStep:
        """Undo the last step and bring its visit back; RecallError if there is none."""
        if not self.steps:
            raise RecallError("nothing was done in this session yet; 'recall undo' goes further")
        step = self.steps[-1]
        number = step.visit.resource.id
        if step.action is not None:
            undo(context, only=step.action)
        self.steps.pop()
        if step.note is not None:
            self.notes.setdefault(number, step.note)
        fresh = by_id(context.store, number) or step.visit.resource
        planned = pace_of(context.store, context.today).planned(fresh)
        self._back = step.visit._replace(resource=planned)
        return step

    def graded(self, context: Context) -> list[tuple[Resource, Rating]]:
        """Return what was graded and not taken back, as it is now, with its rating."""
        return [
            (by_id(context.store, step.visit.resource.id) or step.visit.resource, step.rating)
            for step in self.steps
            if step.rating is not None
        ]

    def keep_notes(self, context: Context) -> list[Resource]:
        """Store the notes whose grade never came; return their resources."""
        kept = []
        for number, text in self.notes.items():
            resource = by_id(context.store, number)
            if resource is not None:
                kept.append(changing.note(context, resource, text))
        self.notes.clear()
        return kept

    def _did(self, context: Context, resource: Resource, step: SessionStep) -> Resource:
        recent = log.history(context.store, RECENT)
        action = next(one.id for one in recent if one.resource_id == resource.id)
        self._remember(step._replace(action=action))
        return resource

    def _remember(self, step: SessionStep) -> None:
        self._add(step)
        if step.note is not None:
            del self.notes[step.visit.resource.id]

    def _add(self, step: SessionStep) -> None:
        self.steps.append(step)
        self._back = None


def is_revisit(visit: Visit) -> bool:
    """Return whether it is a revisit, not a first reading."""
    return visit.resource.card.due is not None


def measured(seconds: float, visit: Visit) -> int | None:
    """Return the minutes to record for a visit's seconds on the screen, at least 1.

    None if the time cannot be right: the terminal was left open, or a first reading was done
    elsewhere and only graded here.
    """
    minutes = max(1, round(seconds / 60))
    least = 1 if is_revisit(visit) else visit.minutes / LEAST_PART
    return minutes if least <= minutes <= MOST_TIMES_PLANNED * visit.minutes else None


def ahead(context: Context) -> NextRevisits | None:
    """Return the next day with revisits, tomorrow or later; None if nothing is planned."""
    tomorrow = context.today + timedelta(days=1)
    for day in (tomorrow, next_due(context.store, context.today) or tomorrow):
        revisits = today(context, on=day).revisit
        if revisits:
            return NextRevisits(day, len(revisits), sum(visit.minutes for visit in revisits))
    return None
