"""Today: the plan with its minutes, what is done, what is left, and what else waits."""

from collections.abc import Callable

from starlette.responses import Response

from recall.domain.calendar.budget import DAY_MINUTES
from recall.errors import RecallError
from recall.views.day import day_view
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.words.told.actions import last_done
from recall.web.words.told.endings import ending

REST = "rest"
"""The pages with forms that change the whole day."""

_TYPED = ("minutes", "until")


def show(asked: PageRequest) -> Response:
    """Show today's plan."""
    return shown(asked)


def shown(
    asked: PageRequest, problem: str = "", status: int = 200, *, about: int | str = ""
) -> Response:
    """Show today's plan, perhaps with what went wrong and what was typed.

    about is the resource beside which the problem stands, or REST; it stands above all otherwise.
    """
    view = day_view(asked.context, whole=True)
    places = {REST, *(visit.visit.resource_id for visit in view.left)}
    return asked.page(
        "today.html",
        status,
        view=view,
        done=last_done(asked.words, asked.context),
        ending=ending(asked.words, view),
        problem=problem,
        about=about if about in places else "",
        typed={name: asked.field(name) for name in _TYPED},
    )


def more(asked: PageRequest) -> Response:
    """Put more at the end of today's plan."""
    from recall.usecases.planning import revising

    def do() -> None:
        revising.more(asked.context, asked.whole("minutes", 1, DAY_MINUTES))

    return _done(asked, do)


def set_minutes(asked: PageRequest) -> Response:
    """Give today other minutes."""
    from recall.usecases.planning import revising

    def do() -> None:
        minutes = asked.whole("minutes", 0, DAY_MINUTES)
        if minutes is not None:
            revising.set_minutes(asked.context, minutes)

    return _done(asked, do)


def _done(asked: PageRequest, do: Callable[[], object]) -> Response:
    try:
        do()
    except RecallError as error:
        return shown(asked, told(error, asked.words), status_of(error), about=REST)
    return asked.go("/")


TODAY_PAGES = (
    Page("GET", "/", show),
    Page("POST", "/today/more", more),
    Page("POST", "/today/minutes", set_minutes),
)
