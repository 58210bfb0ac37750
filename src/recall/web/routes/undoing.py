"""Takes back the last thing that was done."""

from starlette.responses import Response

from recall.errors import BadInput
from recall.usecases.undoing import undo
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.routes.returning import back

_MOST_ACTIONS = 10**9


def take_back(asked: PageRequest) -> Response:
    """Undo the action that the button names; RecallError if something else was done since."""
    number = asked.whole("action", 1, _MOST_ACTIONS)
    if number is None:
        raise BadInput("nothing to take back was named")
    undone, resource, _ = undo(asked.context, only=number)
    is_gone = undone.resource_id is not None and resource is None
    return asked.go("/library" if is_gone else back(asked))


UNDO_PAGES = (Page("POST", "/undo", take_back),)
