"""The session: one thing at a time, first recalled and then graded."""

from collections.abc import Callable
from typing import NamedTuple

from starlette.responses import Response

from recall.domain.library.notes import mark_of
from recall.domain.library.when_read import stated
from recall.usecases.find import state_of
from recall.usecases.planning.today import progress_today
from recall.usecases.rating.preview import preview_dates
from recall.usecases.rating.record import earlier_notes
from recall.usecases.session.beside import visit_today
from recall.usecases.session.coming import next_revisits
from recall.usecases.session.session import Session, SessionVisit
from recall.views.day import day_view
from recall.views.memory.log import before_opening
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.routes.daily.clocks import read_clocks, written_clocks
from recall.web.words.told.actions import last_done
from recall.web.words.told.endings import ending

_TYPED = ("note", "minutes", "place", "percent", "until", "question")
"""The fields of a session that a person types."""

TITLE, GRADES = "title", "session"
"""The words by which a form says that it stood beside the title alone, or beside the grades."""


class Mistake(NamedTuple):
    """An invalid form: the sentence, its HTTP status, and what the form was to do."""

    problem: str
    status: int
    about: str


_NONE = Mistake("", 200, "")


def first(asked: PageRequest) -> Response:
    """Show the first thing that is left today; beyond the day's minutes, ask before going on."""
    return shown(asked)


def shown(asked: PageRequest, problem: str = "", status: int = 200) -> Response:
    """Show the first thing that is left today, perhaps below what went wrong."""
    left = Session(asked.context).left(asked.context)
    if problem and left:
        return _recall(asked, left[0].visit.resource_id, Mistake(problem, status, ""))
    if not left:
        return _over(asked, problem, status)
    if left[0].beyond and not asked.query("beyond"):
        stands = progress_today(asked.context)
        return asked.page(
            "beyond.html",
            left=left,
            stands=stands,
            is_new_day=_is_new_day(asked, asked.query),
            done=last_done(asked.words, asked.context),
        )
    return _recall(asked, left[0].visit.resource_id, _NONE)


def begin(asked: PageRequest) -> Response:
    """Show one resource, planned or not."""
    return _recall(asked, asked.number, _NONE)


def grades(asked: PageRequest) -> Response:
    """Show the note of a visit that was recalled, or of a reading, and the grades with dates."""
    return _grades(asked, asked.query, _NONE)


def again(asked: PageRequest, mistake: Mistake) -> Response:
    """Show the step whose form could not be taken, with what was typed."""
    if asked.field("from") == TITLE:
        return _recall(asked, asked.number, mistake)
    return _grades(asked, asked.field, mistake)


def _grades(asked: PageRequest, given: Callable[[str], str], mistake: Mistake) -> Response:
    visit, today = _visit(asked, asked.number), asked.context.today
    resource, now = visit.resource, state_of(visit.resource)
    read_on = stated(given("read_on"), today) if given("read_on") else None
    begun = read_clocks(given("since")) or asked.site.clocks()
    said = resource if read_on is None else resource._replace(read_on=read_on)
    carried = _carried(asked, given, since=written_clocks(begun), seen=now)
    return asked.page(
        "grades.html",
        mistake.status,
        visit=visit,
        is_changed=given("seen") not in ("", now),
        carried=carried | {"noted": mark_of(resource.note)},
        is_new_day=_is_new_day(asked, given),
        read_on=read_on,
        preview=preview_dates(asked.context, said, today),
        before=_before(asked, visit),
        notes=earlier_notes(asked.context, resource),
        mistake=mistake,
        typed=_typed(asked),
        done=last_done(asked.words, asked.context),
    )


def _recall(asked: PageRequest, number: int, mistake: Mistake) -> Response:
    visit, given = _visit(asked, number), asked.field if mistake.problem else asked.query
    stands = progress_today(asked.context)
    begun = read_clocks(given("since")) or asked.site.clocks()
    carried = _carried(
        asked, given, since=written_clocks(begun), seen=state_of(visit.resource), step=TITLE
    )
    return asked.page(
        "recall.html",
        mistake.status,
        visit=visit,
        carried=carried,
        is_new_day=_is_new_day(asked, given),
        stands=stands,
        left=[planned for planned in stands.left if planned.visit.resource_id != number],
        before=_before(asked, visit),
        mistake=mistake,
        typed=_typed(asked),
        done=last_done(asked.words, asked.context),
    )


def _typed(asked: PageRequest) -> dict[str, str]:
    return {name: asked.field(name) for name in _TYPED}


def _carried(
    asked: PageRequest, given: Callable[[str], str], *, since: str, seen: str, step: str = GRADES
) -> dict[str, str]:
    """Return the fields that a step of the session passes on to the next one."""
    carried = {"since": since, "seen": seen, "from": step}
    carried |= {"day": asked.context.today.isoformat()}
    return carried | ({"beyond": "1"} if given("beyond") else {})


def _is_new_day(asked: PageRequest, given: Callable[[str], str]) -> bool:
    """Say if a new study day has begun since the session showed something last."""
    return given("day") not in ("", asked.context.today.isoformat())


def _before(asked: PageRequest, visit: SessionVisit) -> list[str]:
    """Return the lines to read before a reading is opened."""
    return [] if visit.is_revisit else before_opening(asked.context, visit.resource)


def _visit(asked: PageRequest, number: int) -> SessionVisit:
    planned = visit_today(asked.context, number)
    return Session(asked.context).visit(asked.context, planned)


def _over(asked: PageRequest, problem: str, status: int) -> Response:
    view, coming = day_view(asked.context, whole=True), next_revisits(asked.context)
    return asked.page(
        "over.html",
        status,
        problem=problem,
        view=view,
        ending=ending(asked.words, view),
        coming=coming,
        is_new_day=_is_new_day(asked, asked.query),
        done=last_done(asked.words, asked.context),
    )


def offline(asked: PageRequest) -> Response:
    """Say what is possible without a connection; the browser keeps this page for then."""
    return asked.page("offline.html")


SESSION_PAGES = (
    Page("GET", "/offline", offline),
    Page("GET", "/session", first),
    Page("GET", "/session/{number:id}", begin),
    Page("GET", "/session/{number:id}/grades", grades),
)
