"""Takes back the last thing that was done."""

from starlette.responses import Response

from recall.errors import BadInput
from recall.usecases.undoing import undo
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest

RETURNS = {"today": "/", "session": "/session"}
"""Where a form may lead afterwards, by the word that it carries."""

_MOST_ACTIONS = 10**9


def take_back(asked: PageRequest) -> Response:
    """Undo the action that the button names; RecallError if something else was done since."""
    number = asked.whole("action", 1, _MOST_ACTIONS)
    if number is None:
        raise BadInput("nothing to take back was named")
    undo(asked.context, only=number)
    return asked.go(RETURNS.get(asked.field("from"), "/"))


UNDO_PAGES = (Page("POST", "/undo", take_back),)
