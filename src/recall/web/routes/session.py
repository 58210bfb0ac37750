"""The session: one thing at a time, first recalled and then graded."""

from starlette.responses import Response

from recall.usecases.find import state_of
from recall.usecases.history import undoable
from recall.usecases.planning.today import progress_today
from recall.usecases.rating.preview import preview_dates
from recall.usecases.session.beside import visit_today
from recall.usecases.session.coming import next_revisits
from recall.usecases.session.session import Session, SessionVisit
from recall.views.day import day_view
from recall.views.log import before_opening
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.routes.clocks import read_clocks, written_clocks
from recall.web.words.actions import action_in_words


def first(asked: PageRequest) -> Response:
    """Show the first thing that is left today; beyond the day's minutes, ask before going on."""
    left = Session(asked.context).left(asked.context)
    if not left:
        return _over(asked)
    if left[0].beyond and not asked.query("beyond"):
        stands = progress_today(asked.context)
        return asked.page("beyond.html", left=left, stands=stands, done=_last(asked))
    return _recall(asked, left[0].visit.resource_id)


def begin(asked: PageRequest) -> Response:
    """Show one resource, planned or not."""
    return _recall(asked, asked.number)


def grades(asked: PageRequest) -> Response:
    """Show the note of a visit that was recalled, or of a reading, and the grades."""
    visit = _visit(asked, asked.number)
    since = read_clocks(asked.query("since")) or asked.site.clocks()
    seen = asked.query("seen") or state_of(visit.resource)
    return asked.page(
        "grades.html",
        visit=visit,
        is_changed=seen != state_of(visit.resource),
        seen=seen,
        since=written_clocks(since),
        preview=preview_dates(asked.context, visit.resource, asked.context.today),
        before=[] if visit.is_revisit else before_opening(asked.context, visit.resource),
        beyond=asked.query("beyond"),
        done=_last(asked),
    )


def _recall(asked: PageRequest, number: int) -> Response:
    visit = _visit(asked, number)
    left = [one for one in progress_today(asked.context).left if one.visit.resource_id != number]
    return asked.page(
        "recall.html",
        visit=visit,
        seen=state_of(visit.resource),
        since=written_clocks(asked.site.clocks()),
        left=left,
        before=[] if visit.is_revisit else before_opening(asked.context, visit.resource),
        beyond=asked.query("beyond"),
        done=_last(asked),
    )


def _visit(asked: PageRequest, number: int) -> SessionVisit:
    planned = visit_today(asked.context, number)
    return Session(asked.context).visit(asked.context, planned)


def _over(asked: PageRequest) -> Response:
    view, coming = day_view(asked.context), next_revisits(asked.context)
    return asked.page("over.html", view=view, coming=coming, done=_last(asked))


def _last(asked: PageRequest) -> object:
    last = undoable(asked.context)
    return None if last is None else action_in_words(asked.words, last)


SESSION_PAGES = (
    Page("GET", "/session", first),
    Page("GET", "/session/{number:int}", begin),
    Page("GET", "/session/{number:int}/grades", grades),
)
