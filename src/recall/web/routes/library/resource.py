"""A resource's own page: its log, the curve of its memory, its note, and what can be done to it."""

from collections.abc import Callable

from starlette.responses import Response

from recall.domain.library.resource import ASIDE
from recall.domain.text.dates import parse_future
from recall.errors import RecallError
from recall.usecases.context import Context
from recall.usecases.find import AsSeen, AsWritten, Meant, fields_of, find, state_of
from recall.usecases.planning.today import today
from recall.usecases.planning.why import explain
from recall.usecases.rating.memory_curve import curve_of
from recall.usecases.resources import changing, shelving
from recall.usecases.resources.joining import join
from recall.views.details import details_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.routes.library.curve_picture import curve_picture
from recall.web.words.told.actions import last_done


def show(asked: PageRequest) -> Response:
    """Show all that is known of a resource."""
    return shown(asked)


def shown(
    asked: PageRequest, problem: str = "", status: int = 200, *, number: int | None = None
) -> Response:
    """Show a resource, perhaps with what went wrong and what was typed.

    number is its ID; without it the address has the ID.
    """
    context = asked.context
    resource = find(context.store, str(asked.number if number is None else number))
    view = details_view(context, resource)
    curve = curve_of(context, resource, view.record.reviews)
    neglected = today(context).neglected
    return asked.page(
        "library/resource.html",
        status,
        view=view,
        resource=view.resource.resource,
        why=explain(context, resource).why.text,
        picture=None if curve is None else curve_picture(curve),
        curve=curve,
        is_aside=resource.status in ASIDE,
        is_neglected=neglected is not None and neglected.id == resource.id,
        seen=state_of(resource),
        fields=fields_of(resource),
        problem=problem,
        typed={name: asked.field(name) for name in asked.form},
        done=last_done(asked.words, context),
    )


def _doing(act: Callable[[PageRequest], object]) -> Callable[[PageRequest], Response]:
    """Return what does something to a resource, and shows it then, or says what is wrong."""

    def answer(asked: PageRequest) -> Response:
        try:
            act(asked)
        except RecallError as error:
            return shown(asked, told(error, asked.words), status_of(error))
        return asked.go(f"/r/{asked.number}")

    return answer


def _shelving(act: Callable[[Context, Meant], object]) -> Callable[[PageRequest], Response]:
    return _doing(lambda asked: act(asked.context, _as_seen(asked)))


def _as_seen(asked: PageRequest) -> Meant:
    """Return the resource, which must still be as the page showed it."""
    seen = asked.field("seen")
    return AsSeen(asked.number, seen) if seen else str(asked.number)


def _postpone(asked: PageRequest) -> None:
    day = parse_future(asked.field("until") or "tomorrow", asked.context.today)
    shelving.postpone(asked.context, _as_seen(asked), day)


def _note(asked: PageRequest) -> None:
    fields = asked.field("fields")
    meant: Meant = AsWritten(asked.number, fields) if fields else str(asked.number)
    changing.note(asked.context, meant, asked.field("note"))


def _join(asked: PageRequest) -> None:
    join(asked.context, asked.field("other"), str(asked.number))


RESOURCE_PAGES = (
    Page("GET", "/r/{number:id}", show),
    Page("POST", "/r/{number:id}/suspend", _shelving(shelving.suspend)),
    Page("POST", "/r/{number:id}/archive", _shelving(shelving.archive)),
    Page("POST", "/r/{number:id}/resume", _shelving(shelving.resume)),
    Page("POST", "/r/{number:id}/keep", _shelving(shelving.keep)),
    Page("POST", "/r/{number:id}/postpone", _doing(_postpone)),
    Page("POST", "/r/{number:id}/note", _doing(_note)),
    Page("POST", "/r/{number:id}/join", _doing(_join)),
)
