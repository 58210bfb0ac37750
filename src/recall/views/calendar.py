"""Single dates and pauses that are set, and the return from a pause as it is planned."""

from datetime import date
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.usecases.breaks.returning import Return, ReturnMove, come_back, plan_return
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.views.day import pause_as_json


class DateView(NamedTuple):
    """A study date: its minutes, and those of its day of the week.

    is_set: the date has minutes of its own. pause is the pause that it lies in.
    """

    date: date
    minutes: int
    usual: int
    is_set: bool
    pause: Pause | None

    def as_json(self) -> dict[str, object]:
        """Return the date as `recall day --json` prints it."""
        return {
            "date": self.date.isoformat(),
            "minutes": self.minutes,
            "usual_minutes": self.usual,
            "set": self.is_set,
            "pause": None if self.pause is None else pause_as_json(self.pause),
        }


class CalendarView(NamedTuple):
    """The coming dates with minutes of their own, and the pauses that are on or planned."""

    dates: list[DateView]
    pauses: tuple[Pause, ...]

    def as_json(self) -> dict[str, object]:
        """Return what `recall day --json` prints."""
        return {
            "days": [date.as_json() for date in self.dates],
            "pauses": [pause_as_json(pause) for pause in self.pauses],
        }


class ReturnDay(NamedTuple):
    """A day of the return: how many revisits it is given, and their minutes.

    is_overfull: a single revisit takes more minutes than the day has.
    """

    date: date
    revisits: int
    minutes: int
    is_overfull: bool

    def as_json(self) -> dict[str, object]:
        """Return one day of the plan."""
        return {
            "date": self.date.isoformat(),
            "revisits": self.revisits,
            "minutes": self.minutes,
            "longer_than_the_day": self.is_overfull,
        }


class ReturnView(NamedTuple):
    """What taking up again would do, or has done if it is kept.

    planned has the pauses that have not begun, which stay.
    """

    plan: Return
    days: list[ReturnDay]
    planned: tuple[Pause, ...] = ()
    is_kept: bool = False

    @property
    def pause(self) -> Pause | None:
        """The pause that is ended."""
        return self.plan.pause

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do."""
        return self.plan.pause is not None or bool(self.plan.moves)

    def as_json(self) -> dict[str, object]:
        """Return what `recall resume --json` prints."""
        return {
            "action": "resume",
            "resource": None,
            "kept": self.is_kept,
            "pause": None if self.pause is None else pause_as_json(self.pause),
            "plan": [day.as_json() for day in self.days],
            "moves": [_move_as_json(move) for move in self.plan.moves],
        }


def date_view(context: Context, day: date) -> DateView:
    """Return a study date, today or later, as it is set."""
    return _date_view(open_days(context.store, context), day)


def calendar_view(context: Context) -> CalendarView:
    """Return what is set from today on."""
    budget = open_days(context.store, context)
    return CalendarView([_date_view(budget, day) for day in sorted(budget.dates)], budget.pauses)


def return_view(context: Context) -> ReturnView:
    """Return the plan for the return as of now."""
    plan, budget = plan_return(context), open_days(context.store, context)
    days = [
        ReturnDay(day, revisits, minutes, is_overfull=minutes > budget.on(day) > 0)
        for day, (revisits, minutes) in plan.days().items()
    ]
    planned = tuple(pause for pause in budget.pauses if pause.first > context.today)
    return ReturnView(plan, days, planned)


def kept(context: Context, view: ReturnView) -> ReturnView:
    """Carry the plan out, as it was shown."""
    come_back(context, view.plan)
    return view._replace(is_kept=True)


def _date_view(budget: Budget, day: date) -> DateView:
    return DateView(
        date=day,
        minutes=budget.on(day),
        usual=budget.usually_on(day),
        is_set=day in budget.dates,
        pause=budget.pause_on(day),
    )


def _move_as_json(move: ReturnMove) -> dict[str, object]:
    before = move.resource.card.due
    return {
        "id": move.resource.id,
        "title": move.resource.title,
        "minutes": move.resource.revisit_minutes,
        "due_before": before and before.isoformat(),
        "due": move.due.isoformat(),
    }
