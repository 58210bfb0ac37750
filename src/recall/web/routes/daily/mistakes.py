"""An invalid form of the day is shown again where it was, with the error and what was typed."""

from collections.abc import Callable

from starlette.responses import Response

from recall.errors import ChangedSince, RecallError
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.routes.daily import session, today
from recall.web.routes.daily.session import GRADES, TITLE, Mistake
from recall.web.routes.library import resource
from recall.web.routes.returning import resource_from

Handler = Callable[[PageRequest], Response]


def or_again(act: Handler) -> Handler:
    """Return a handler that changes the day, or shows the form again with the error."""

    def answer(asked: PageRequest) -> Response:
        try:
            return act(asked)
        except RecallError as error:
            return _again(asked, error)

    return answer


def _again(asked: PageRequest, error: RecallError) -> Response:
    """Show the page that a form came from, and what is wrong; raise the error if it was none."""
    came_from, problem, status = asked.field("from"), told(error, asked.words), status_of(error)
    if came_from == "today":
        return today.shown(asked, problem, status, about=asked.number)
    if came_from in (TITLE, GRADES) and not isinstance(error, ChangedSince):
        about = asked.request.url.path.rpartition("/")[2]
        return session.again(asked, Mistake(problem, status, about))
    if resource_from(asked) == asked.number:
        return resource.shown(asked, problem, status)
    raise error
