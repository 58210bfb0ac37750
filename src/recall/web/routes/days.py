"""Days and pauses: days without a plan, and dates with minutes of their own."""

from collections.abc import Callable

from starlette.responses import Response

from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.text.dates import parse_coming, parse_future
from recall.errors import RecallError
from recall.usecases.breaks.pausing import call_off, pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.planning.today import today
from recall.views.calendar import calendar_view, kept, return_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.words.told.actions import last_done

_FIELDS = ("first", "until", "day", "minutes")


def show(asked: PageRequest) -> Response:
    """Show the pauses that are on or planned, and the coming dates that are set."""
    return shown(asked)


def begin(asked: PageRequest) -> Response:
    """Pause from a day, or from today, until another, or until it is ended."""
    first, until, today = asked.field("first"), asked.field("until"), asked.context.today

    def do() -> None:
        begins = parse_coming(first, today) if first else None
        pause(asked.context, begins, parse_future(until, today) if until else None)

    return _done(asked, do, "pause")


def drop(asked: PageRequest) -> Response:
    """Call a planned pause off."""
    day = asked.field("day")
    today = asked.context.today
    return _done(asked, lambda: call_off(asked.context, parse_coming(day, today)), "pause")


def resume(asked: PageRequest) -> Response:
    """End the pause, and lay out what waits over the coming days."""
    return _done(asked, lambda: kept(asked.context, return_view(asked.context)), "return")


def set_minutes(asked: PageRequest) -> Response:
    """Give a date minutes of its own, or its usual ones again."""
    day, today = asked.field("day"), asked.context.today

    def do() -> None:
        minutes = asked.whole("minutes", 0, DAY_MINUTES)
        set_date_minutes(asked.context, parse_coming(day, today), minutes)

    return _done(asked, do, "date")


def _done(asked: PageRequest, do: Callable[[], object], about: str) -> Response:
    try:
        do()
    except RecallError as error:
        return shown(asked, told(error, asked.words), status_of(error), about=about)
    return asked.go("/days")


def shown(asked: PageRequest, problem: str = "", status: int = 200, *, about: str = "") -> Response:
    """Show the page with what was typed; a problem stands beside the form that it is about."""
    context = asked.context
    view = calendar_view(context)
    now = next((pause for pause in view.pauses if pause.holds(context.today)), None)
    is_behind = now is None and today(context).is_behind
    return asked.page(
        "days.html",
        status=status,
        view=view,
        on=now,
        planned=[pause for pause in view.pauses if pause.first > context.today],
        coming_back=return_view(context) if now or is_behind else None,
        is_behind=is_behind,
        about=about,
        problem=problem,
        typed={name: asked.field(name) for name in _FIELDS},
        done=last_done(asked.words, context),
    )


DAY_PAGES = (
    Page("GET", "/days", show),
    Page("POST", "/days/pause", begin),
    Page("POST", "/days/drop", drop),
    Page("POST", "/days/resume", resume),
    Page("POST", "/days/minutes", set_minutes),
)
