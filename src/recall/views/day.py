"""A study day: its plan, what is done of it, and what else waits."""

from __future__ import annotations

from recall.domain.lists.shown_titles import titled
from recall.named_tuples import NamedTuple
from recall.usecases.planning.today import resources_of, today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from recall.domain.calendar.pauses import Pause
    from recall.domain.day.plan import NeglectedRevisit, PlannedVisit
    from recall.domain.day.progress import ResourceState, VisitProgress
    from recall.usecases.context import Context
    from recall.usecases.planning.today import StudyDay
    from recall.views.resource import ResourceView


class Aside(NamedTuple):
    """Why a visit is wanted no more today: in a word or two, and more about it."""

    word: str
    more: str = ""


class VisitView(NamedTuple):
    """One visit of a plan: how it stands, and its resource; aside if it is wanted no more today.

    done_on: a past day left it, and it was done on this later one.
    """

    progress: VisitProgress
    state: ResourceState
    aside: Aside | None = None
    done_on: date | None = None

    @property
    def visit(self) -> PlannedVisit:
        """The visit as it was planned."""
        return self.progress.visit

    @property
    def title(self) -> str:
        """The title as a person reads it."""
        return titled(self.state.title, self.state.section)

    @property
    def is_overdue(self) -> bool:
        """Whether it is a revisit still to do that was due before the day."""
        visit, is_left = self.visit, self.progress.state == "left" and self.done_on is None
        return is_left and visit.task == "revisit" and "overdue" in visit.reason


class UnplannedView(NamedTuple):
    """Something done on the day that its plan did not have, and the minutes it took."""

    resource_id: int
    state: ResourceState
    spent_minutes: int

    @property
    def title(self) -> str:
        """The title as a person reads it."""
        return titled(self.state.title, self.state.section)


class DayView(NamedTuple):
    """A study day; resources are filled in for JSON alone, by ID."""

    study: StudyDay
    visits: tuple[VisitView, ...]
    unplanned: tuple[UnplannedView, ...]
    is_today: bool
    resources: Mapping[int, ResourceView] = {}

    @property
    def left(self) -> list[VisitView]:
        """Everything still to do, in order, and then what no longer fits the day."""
        left = [visit for visit in self.visits if visit.progress.state == "left"]
        return sorted(left, key=lambda visit: visit.progress.beyond)

    @property
    def is_past(self) -> bool:
        """Whether the day is over."""
        return not self.is_today and not self.study.is_preview

    def as_json(self) -> dict[str, object]:
        """Return what `recall today --json` prints."""
        study, stands = self.study, self.study.progress
        return {
            "study_date": study.study_date.isoformat(),
            "budget_minutes": stands.plan.minutes,
            "planned_minutes": sum(visit.visit.minutes for visit in self.left),
            "spent_minutes": stands.spent_minutes,
            "done": self._done_as_json(),
            "revisit": [
                self._as_json(visit) for visit in self.left if visit.visit.task == "revisit"
            ],
            "read": [self._as_json(visit) for visit in self.left if visit.visit.task != "revisit"],
            "further": 0,
            "backlog": {"revisit": study.due_beyond, "read": study.unread_beyond},
            "pause": None if study.pause is None else pause_as_json(study.pause),
            "passed_over": _neglected_as_json(study.neglected),
            "usual_minutes": study.usual_minutes,
            "is_preview": study.is_preview,
            "plan": [self.visit_as_json(visit) for visit in self.visits],
        }

    def visit_as_json(self, view: VisitView) -> dict[str, object]:
        """Return a visit of the plan with its resource."""
        stands = view.progress
        return {
            **self._as_json(view),
            "do": view.visit.task,
            "state": stands.state,
            "done": stands.state == "done",
            "spent_minutes": stands.spent if stands.state == "done" else None,
            "beyond": stands.beyond,
            "done_on": None if view.done_on is None else view.done_on.isoformat(),
        }

    def _as_json(self, view: VisitView) -> dict[str, object]:
        visit, day = view.visit, self.study.study_date
        shown = self.resources[visit.resource_id]
        is_sitting = visit.task == "sitting"
        whole, due = shown.resource, view.state.due
        left = whole.minutes - whole.minutes_read - visit.minutes if is_sitting else 0
        return {
            **shown.as_json(),
            "minutes": visit.minutes,
            "reason": visit.reason,
            "overdue_days": max(0, (day - due).days) if visit.task == "revisit" and due else 0,
            "sitting": is_sitting,
            "minutes_left": max(0, left),
        }

    def _done_as_json(self) -> list[dict[str, object]]:
        spent = {
            visit.visit.resource_id: visit.progress.spent
            for visit in self.visits
            if visit.progress.state == "done"
        }
        spent |= {view.resource_id: view.spent_minutes for view in self.unplanned}
        return [
            {**self.resources[number].as_json(), "spent_minutes": minutes}
            for number, minutes in spent.items()
        ]


class NextView(NamedTuple):
    """The first thing of a day, if anything is left in it."""

    day: DayView

    @property
    def visit(self) -> VisitView | None:
        """The first thing that is still to do."""
        return next(iter(self.day.left), None)

    def as_json(self) -> dict[str, object]:
        """Return what `recall next --json` prints."""
        study_date = self.day.study.study_date.isoformat()
        return {
            "study_date": study_date,
            "next": self.visit and self.day.visit_as_json(self.visit),
        }


def day_view(context: Context, on: date | None = None, *, whole: bool = False) -> DayView:
    """Return today or another study date; whole fills in the resources, for JSON."""
    study = _study_day(context, on, whole=whole)
    view = DayView(
        study=study,
        visits=_visits(study),
        unplanned=_unplanned(study),
        is_today=study.study_date == context.today,
    )
    if not whole:
        return view
    from recall.views.resource import resource_views

    found = resource_views(context, resources_of(context, study))
    shown = {shown_resource.resource.id: shown_resource for shown_resource in found}
    return view._replace(resources=shown)


def _study_day(context: Context, on: date | None, *, whole: bool) -> StudyDay:
    if on is None or on == context.today:
        return today(context, whole=whole)
    from recall.usecases.planning.other_days import other_day

    return other_day(context, on)


def pause_as_json(pause: Pause) -> dict[str, object]:
    """Return the first day of a pause, and the first day after it if that is known."""
    until = pause.until
    return {"first": pause.first.isoformat(), "until": until.isoformat() if until else None}


def _visits(study: StudyDay) -> tuple[VisitView, ...]:
    """Return the visits whose resources are still in the library."""
    return tuple(
        VisitView(visit, state, _aside(visit, state), study.done_since.get(visit.visit.resource_id))
        for visit in study.progress.visits
        if (state := study.states.get(visit.visit.resource_id)) is not None
    )


def _unplanned(study: StudyDay) -> tuple[UnplannedView, ...]:
    """Return what was done beside the plan, each resource once."""
    spent: dict[int, int] = {}
    for visit in study.progress.unplanned:
        spent[visit.resource_id] = spent.get(visit.resource_id, 0) + visit.minutes
    return tuple(
        UnplannedView(number, study.states[number], minutes) for number, minutes in spent.items()
    )


def _aside(stands: VisitProgress, state: ResourceState) -> Aside | None:
    if stands.state == "put off":
        return Aside("put off", "for today")
    if stands.state != "struck":
        return None
    if state.gone:
        return Aside("gone", "from its list")
    if state.status == "read" and stands.visit.task == "revisit":
        if state.due is None:
            return Aside("read once", "no revisits")
        on = state.due.isoformat()  # one that is not postponed was graded for an earlier day
        return (
            Aside("later", f"due {on}") if state.is_postponed else Aside("not due", f"before {on}")
        )
    return Aside(state.status)


def _neglected_as_json(neglected: NeglectedRevisit | None) -> dict[str, object] | None:
    """Return what the person is asked about, and when it was due."""
    if neglected is None:
        return None
    return {"id": neglected.id, "title": neglected.title, "due": neglected.due.isoformat()}
