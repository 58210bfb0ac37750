"""Takes back the last thing that was done."""

from starlette.responses import Response

from recall.errors import BadInput, RecallError
from recall.usecases.undoing import undo
from recall.views.undone import left_sentences
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.routes import days
from recall.web.routes.daily import session, today
from recall.web.routes.library import resource as resource_page
from recall.web.routes.library import sections
from recall.web.routes.lists import standing
from recall.web.routes.returning import back, resource_from
from recall.web.words.sentences import said

_SHOWN_AGAIN = {
    "today": today.shown,
    "session": session.shown,
    "days": days.shown,
    "lists": standing.shown,
    "sections": sections.shown,
}
"""Pages with an undo button, by the word that the button carries."""

_MOST_ACTIONS = 10**9


def take_back(asked: PageRequest) -> Response:
    """Undo the action that the button names, or show there why it cannot be undone."""
    try:
        return _taken_back(asked)
    except RecallError as error:
        return _again(asked, error)


def _taken_back(asked: PageRequest) -> Response:
    number = asked.whole("action", 1, _MOST_ACTIONS)
    if number is None:
        raise BadInput("nothing to take back was named")
    undone = undo(asked.context, only=number)
    is_gone = undone.action.resource_id is not None and undone.resource is None
    if left := left_sentences(undone):
        told = " · ".join(said(asked.words, line) for line in left)
        return _SHOWN_AGAIN.get(asked.field("from"), today.shown)(asked, told, 200)
    return asked.go("/library" if is_gone else back(asked))


def _again(asked: PageRequest, error: RecallError) -> Response:
    """Show the page of the button, and what is wrong; raise the error if it was none."""
    problem, status = told(error, asked.words), status_of(error)
    number = resource_from(asked)
    if number is not None:
        return resource_page.shown(asked, problem, status, number=number)
    shown = _SHOWN_AGAIN.get(asked.field("from"))
    if shown is None:
        raise error
    return shown(asked, problem, status)


UNDO_PAGES = (Page("POST", "/undo", take_back),)
