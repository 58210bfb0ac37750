"""Adding a page that was found: a bookmarklet or a phone opens the form, the person confirms it."""

from collections.abc import Mapping

from starlette.responses import Response

from recall.domain.library.fields import MOST_LENGTH, MOST_MINUTES, checked_kind
from recall.domain.library.resource import KINDS, Resource
from recall.domain.lists.section_names import shown
from recall.domain.text.given_numbers import minutes_of, number_of
from recall.errors import BadInput, RecallError
from recall.usecases.resources.adding import (
    add_all,
    already_there,
    expected_minutes,
    known_as,
)
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.looking.listing import all_sections
from recall.usecases.resources.sharing import shared
from recall.usecases.resources.typed_links import TypedLink, of_the_web
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.routes.library.bookmarklet import bookmarklet

_FIELDS = ("url", "title", "note", "minutes", "length", "unit", "section", "kind")

CHARACTERS = "characters"
"""What the length of a Chinese text counts; that of others counts words."""


def form(asked: PageRequest) -> Response:
    """Show the form, filled with what the address says; nothing is added."""
    values = {name: asked.query(name) for name in _FIELDS}
    found = shared(values["url"], values["title"], values["note"] or asked.query("text"))
    return _form(asked, values | found._asdict())


def add(asked: PageRequest) -> Response:
    """Add what the form says; show it again if that is not possible."""
    values = {name: asked.field(name) for name in _FIELDS}
    try:
        link, fields = _read(values)
        added = add_all(asked.context, [link], fields)
        if not added.new:
            raise already_there(added.known[0])
    except RecallError as error:
        return _form(asked, values, told(error, asked.words), status_of(error))
    return asked.go(f"/r/{added.new[0].id}")


def install(asked: PageRequest) -> Response:
    """Show the bookmarklet, and how it is put into a browser or a phone."""
    here = f"{asked.request.url.scheme}://{asked.request.headers['host']}"
    return asked.page("library/bookmarklet.html", bookmarklet=bookmarklet(here), address=here)


def _form(
    asked: PageRequest, values: Mapping[str, str], problem: str = "", status: int = 200
) -> Response:
    known, minutes = _known(asked, values)
    return asked.page(
        "library/add.html",
        status,
        values=values,
        known=known,
        expected=minutes,
        problem=problem,
        sections=[shown(section) for section in all_sections(asked.context)],
        kinds=KINDS,
    )


def _known(asked: PageRequest, values: Mapping[str, str]) -> tuple[Resource | None, int | None]:
    """Return what the library has for the address, or else the minutes that are expected."""
    try:
        link, fields = _read({**values, "minutes": ""})
    except RecallError:
        return None, None
    known = known_as(asked.context, link.url)
    return known, None if known else expected_minutes(asked.context, link, fields)


def _read(values: Mapping[str, str]) -> tuple[TypedLink, Edit]:
    """Return the link and its fields; BadInput for what cannot be read."""
    if not values["url"].strip():
        raise BadInput("there is no address; give the address of the page")
    link = of_the_web(values["url"].strip())
    text, length = values.get, None
    if text("length"):
        length = number_of("the length", 1, MOST_LENGTH)(values["length"])
    is_chinese = length is not None and text("unit") == CHARACTERS
    edit = Edit(
        kind=checked_kind(text("kind") or None),
        minutes=minutes_of(1, MOST_MINUTES)(values["minutes"]) if text("minutes") else None,
        language="zh" if is_chinese else None,
        length=length,
        section=text("section") or None,
    )
    return link._replace(title=values["title"].strip(), note=values["note"].strip()), edit


ADD_PAGES = (
    Page("GET", "/add", form),
    Page("POST", "/add", add),
    Page("GET", "/add/bookmarklet", install),
)
