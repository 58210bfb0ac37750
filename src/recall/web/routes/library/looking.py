"""The library: search over all of it, and filters."""

from starlette.responses import Response

from recall.domain.library.resource import KINDS, STATUSES
from recall.domain.lists.section_names import shown
from recall.errors import RecallError
from recall.usecases.resources.labeling import all_labels
from recall.usecases.resources.looking.listing import Wanted, all_sections, section_at
from recall.views.resource import ResourceList, resource_page
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told

MOST_SHOWN = 50
"""Resources that are shown at once."""

_MOST_DIGITS = 9

_FILTERS = ("in", "section", "status", "kind", "label", "due")
"""The fields that narrow the list, beside the text that is searched for."""


def show(asked: PageRequest) -> Response:
    """Show what was searched for, with the fields to search by."""
    return _show(
        asked,
        "library/library.html",
        sections=[shown(section) for section in all_sections(asked.context)],
        labels=all_labels(asked.context),
        statuses=STATUSES,
        kinds=KINDS,
    )


def found(asked: PageRequest) -> Response:
    """Show only what was searched for: a part of the page that stays as it is."""
    return _show(asked, "library/found.html")


def _show(asked: PageRequest, template: str, **more: object) -> Response:
    typed = {name: asked.query(name) for name in ("q", *_FILTERS)}
    first, view, problem, status = _first(asked), ResourceList([], None, 0), "", 200
    try:
        view = resource_page(asked.context, _wanted(asked), first, MOST_SHOWN)
    except RecallError as error:
        problem, status = told(error, asked.words), status_of(error)
    return asked.page(
        template,
        status,
        view=view,
        first=first,
        most=MOST_SHOWN,
        typed=typed,
        given={name: value for name, value in typed.items() if value},
        problem=problem,
        **more,
    )


def _wanted(asked: PageRequest) -> Wanted:
    """Return what is asked for; BadInput or UnknownSection for a value that there is not."""
    text, section, status, kind, label, below = (
        asked.query(name).strip() or None
        for name in ("q", "section", "status", "kind", "label", "in")
    )
    return Wanted(
        text,
        section,
        status,
        kind=kind,
        label=label,
        due=bool(asked.query("due")),
        below=() if below is None else section_at(asked.context, below),
    ).checked()


def _first(asked: PageRequest) -> int:
    """Return the place in the list from which on it is shown, 0 for what is no number."""
    text = asked.query("first")
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_number else 0


LIBRARY_PAGES = (
    Page("GET", "/library", show),
    Page("GET", "/library/found", found),
)
