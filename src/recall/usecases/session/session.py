"""A review session: its steps, each an action of its own, and undoing them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.day.plan import PlannedVisit
from recall.domain.day.progress import VisitProgress
from recall.domain.library.card import Rating
from recall.domain.library.notes import mark_of
from recall.domain.library.resource import Planned, Resource
from recall.domain.library.review import RatingSource
from recall.errors import BadInput, RecallError
from recall.storage.tables.day_mixture import last_action
from recall.storage.tables.resources import by_id
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.usecases.find import AsSeen, Meant, again, state_of
from recall.usecases.planning.pacing import pace_of
from recall.usecases.session.agenda import Agenda, OwnAgenda, PlanAgenda, rest_of

if TYPE_CHECKING:
    from recall.domain.library.past_action import PastAction
    from recall.usecases.rating.grading import Grade, Graded

# What grades loads the memory model, and what writes loads the storage of actions: the first
# screen of a session needs neither, so the functions below import them.


SMALL_PART = 2
"""A reading of more than this many times the minutes of its sitting is long."""


class SessionVisit(NamedTuple):
    """A visit as it was planned, and its resource as it is now.

    seen: the resource must still be as it was seen, or what is done to it is refused; that another
    visit took place meanwhile, the person has to know. after is the newest action by then.
    """

    planned: PlannedVisit
    resource: Planned
    seen: AsSeen | None = None
    after: int = 0

    @property
    def meant(self) -> Meant:
        """What an action is done to."""
        return self.seen or self.resource

    @property
    def is_small_part(self) -> bool:
        """Whether it is a sitting of a long reading: a grade would say that all of it is read."""
        is_long = self.resource.next_minutes > SMALL_PART * self.planned.minutes
        return self.planned.task == "sitting" and is_long

    @property
    def is_revisit(self) -> bool:
        """Whether it is a revisit, not a first reading or a part of one."""
        return self.planned.task == "revisit"

    @property
    def was_read_some_day(self) -> bool:
        """Whether it was read before recall knew of it, and nobody has said when."""
        resource = self.resource
        return self.is_revisit and resource.card.memory is None and resource.read_on is None


class SessionStep(NamedTuple):
    """One step of the session, and what undoing it needs.

    action_id is None if only the order of the session changed. ends: the visit is over by it.
    note is the one that was stored with it. replaces: it is a grade, and takes the place of one of
    the same day.
    """

    visit: SessionVisit
    action_id: int | None
    ends: bool = True
    rating: Rating | None = None
    note: str | None = None
    replaces: bool = False


class Stop(NamedTuple):
    """Where a sitting stopped: a place in the person's words, or the percent that is read."""

    stopped_at: str | None = None
    percent: int | None = None


NOWHERE = Stop()
"""A sitting of which nobody said where it stopped."""


class Session:
    """A session over today's plan, or over visits of its own.

    Every step is stored at once as its own action. Only notes wait, for their grade or for the
    end of the session. Each method is given the context of its own moment.
    """

    def __init__(self, context: Context, visits: Sequence[PlannedVisit] | None = None) -> None:
        """Begin without reading anything yet; without visits it goes through today's plan."""
        self.day: date = context.today
        self.steps: list[SessionStep] = []
        self.notes: dict[int, str] = {}
        self.over: dict[int, str] = {}
        """The marks of the notes that were shown when those that wait were written."""
        self._agenda: Agenda = PlanAgenda() if visits is None else OwnAgenda(visits)

    def left(self, context: Context) -> list[VisitProgress]:
        """Return what is still to do, in order.

        Past the end of its study day the session goes through the rest of the plan it began.
        """
        over = [step.visit.resource.id for step in self.steps if step.ends]
        if isinstance(self._agenda, PlanAgenda) and context.today != self.day:
            self._agenda = rest_of(context, self.day, over)
        return self._agenda.left(context, over)

    def visit(self, context: Context, planned: PlannedVisit) -> SessionVisit:
        """Return a visit with its resource as it is now, and with its minutes."""
        found = again(context.store, planned.resource_id)
        if found.id not in self.notes:
            self.over[found.id] = mark_of(found.note)
        resource = pace_of(context.store, context.today).planned(found)
        seen = AsSeen(found.id, state_of(found))
        return SessionVisit(planned, resource, seen, last_action(context.store))

    def done_elsewhere(self, context: Context, visit: SessionVisit) -> "PastAction | None":
        """Return the last action on a resource since its visit was shown; None if there is none."""
        from recall.storage.tables import log

        return log.done_since(context.store, visit.resource.id, visit.after)

    def grade(
        self,
        context: Context,
        visit: SessionVisit,
        rating: Rating,
        minutes: int | None,
        read_on: str | None = None,
    ) -> "Graded":
        """Grade a revisit, or the first reading just finished, with its waiting note.

        read_on is when the person says that they read it, before recall knew of it.
        """
        from recall.usecases.rating import grading

        source: RatingSource = "grade" if visit.is_revisit else "read"
        given = grading.Grade(
            rating=rating,
            on=context.today,
            minutes=minutes,
            note=self.notes.get(visit.resource.id),
            source=source,
            read_on=read_on,
            over=self.over.get(visit.resource.id),
        )
        graded = grading.grade(context, visit.meant, given)
        self._with_note(visit, graded.action_id, rating)
        memory = graded.before.card.memory
        replaces = memory is not None and memory.last_review == graded.review.study_date
        self.steps[-1] = self.steps[-1]._replace(replaces=replaces)
        return graded

    def read_once(self, context: Context, visit: SessionVisit, minutes: int | None) -> Resource:
        """Record that a first reading is done, and that no revisits are wanted."""
        from recall.usecases.rating.once import read_once

        done = read_once(
            context, visit.meant, self._ungraded(context, visit, minutes), is_rated=False
        )
        self._with_note(visit, done.action_id)
        return done.resource

    def sit(
        self, context: Context, visit: SessionVisit, minutes: int, stop: Stop = NOWHERE
    ) -> Resource:
        """Record one sitting of a first reading that continues on another day."""
        from recall.usecases.rating import grading

        given = self._ungraded(context, visit, minutes)
        sat = grading.sit(context, visit.meant, given, **stop._asdict())
        self._with_note(visit, sat.action_id)
        return sat.resource

    def ask(self, context: Context, visit: SessionVisit, question: str) -> Resource:
        """Keep the person's own question to a resource; an empty one removes it."""
        from recall.usecases.resources import changing

        return self._did(visit, changing.ask(context, visit.resource, question), ends=False)

    def postpone(self, context: Context, visit: SessionVisit, until: date) -> Resource:
        """Move a revisit to a later day."""
        from recall.usecases.resources import shelving

        return self._did(visit, shelving.postpone(context, visit.meant, until))

    def suspend(self, context: Context, visit: SessionVisit) -> Resource:
        """Put a resource aside."""
        from recall.usecases.resources import shelving

        return self._did(visit, shelving.suspend(context, visit.meant))

    def put_later(self, context: Context, visit: SessionVisit) -> None:
        """Put a visit behind the others of today; BadInput if there are none."""
        if len(self.left(context)) <= 1:
            raise BadInput("nothing else is left; z puts it off for today, q ends the session")
        moved = self._agenda.put_later(context, visit.resource)
        self.steps.append(SessionStep(visit, moved, ends=False))

    def put_off(self, context: Context, visit: SessionVisit) -> None:
        """Take a visit off today; its date stays as it is."""
        self.left(context)  # past the end of the day the plan is no longer the one to change
        self.steps.append(SessionStep(visit, self._agenda.put_off(context, visit.resource)))

    def undo(self, context: Context) -> SessionStep:
        """Undo the last step; RecallError if there is none, or if others did something since."""
        from recall.usecases.undoing import undo

        if not self.steps:
            raise RecallError("nothing was done in this session yet; 'recall undo' goes further")
        step = self.steps[-1]
        if step.action_id is None:
            self._agenda.restore()
        else:
            undo(context, only=step.action_id)
        self.steps.pop()
        if step.note is not None:
            self.notes.setdefault(step.visit.resource.id, step.note)
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
        from recall.usecases.resources import changing

        kept = []
        for number, text in list(self.notes.items()):
            resource = by_id(context.store, number)
            if resource is not None:
                kept.append(changing.note(context, resource, text, self.over.get(number)))
            del self.notes[number]
        return kept

    def _ungraded(self, context: Context, visit: SessionVisit, minutes: int | None) -> "Grade":
        from recall.usecases.rating.grading import Grade

        number = visit.resource.id
        note, over = self.notes.get(number), self.over.get(number)
        return Grade(Rating.GOOD, context.today, minutes, note, over=over)

    def _did(self, visit: SessionVisit, changed: Changed, *, ends: bool = True) -> Resource:
        self.steps.append(SessionStep(visit, changed.action_id, ends=ends))
        return changed.resource

    def _with_note(self, visit: SessionVisit, action_id: int, rating: Rating | None = None) -> None:
        """Remember a step that stored the waiting note, if there is one."""
        note = self.notes.pop(visit.resource.id, None)
        self.steps.append(SessionStep(visit, action_id, rating=rating, note=note))
