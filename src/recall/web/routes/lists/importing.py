"""Importing a list that the browser sends: first its report, then, if the person wants, the import.

Between both the file is kept in a private folder, and its key goes from form to form.
"""

from pathlib import Path

from starlette.responses import Response

from recall.domain.library.catalog import ReadOptions
from recall.errors import RecallError, StorageError
from recall.formats.table import NAMES
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import LARGEST_FILE_BYTES, read_upload
from recall.usecases.lists.rehearsing import rehearse
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source
from recall.web.guard.bodies import USUAL_BYTES
from recall.web.pages.endpoint import Page
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import status_of, told
from recall.web.uploads import shown_name

_CHOICES = ("format", "sections", "not_sections", "base", "plain", "take_unticks")
"""The fields by which a person says how a list is read."""


def choose(asked: PageRequest) -> Response:
    """Ask for a file."""
    return _form(asked)


def send(asked: PageRequest) -> Response:
    """Keep a file, and show what an import of it would do."""
    sent = asked.upload("file")
    if sent is None:
        return _form(asked, 422, problem=asked.words._("Choose a file."))
    key = asked.site.uploads.keep(sent.file, asked.context.now)
    return _reported(asked, key, shown_name(sent.filename or ""))


def look_again(asked: PageRequest) -> Response:
    """Show what an import would do with other choices."""
    return _reported(asked, asked.field("key"), shown_name(asked.field("name")))


def keep(asked: PageRequest) -> Response:
    """Import the file as it was shown."""
    key, name = asked.field("key"), shown_name(asked.field("name"))
    try:
        import_catalog(asked.context, _source(asked, key, name))
    except RecallError as error:
        return _refused(asked, error, key, name)
    asked.site.uploads.drop(key)
    return asked.go("/lists")


def drop(asked: PageRequest) -> Response:
    """Import nothing, and remove the file that was sent."""
    asked.site.uploads.drop(asked.field("key"))
    return asked.go("/lists")


def _reported(asked: PageRequest, key: str, name: str) -> Response:
    try:
        (report,) = rehearse(asked.context, [_source(asked, key, name)])
    except RecallError as error:
        return _refused(asked, error, key, name)
    return _form(asked, key=key, name=name, report=report)


def _refused(asked: PageRequest, error: RecallError, key: str, name: str) -> Response:
    """Show what is wrong with a file that was sent, or with the library."""
    status = status_of(error) if isinstance(error, StorageError) else 422
    return _form(asked, status, key=key, name=name, problem=told(error, asked.words))


def _source(asked: PageRequest, key: str, name: str) -> Source:
    """Read a file that is kept, as the form says; RecallError if it is no list."""
    options = ReadOptions(
        base=asked.field("base") or None,
        sections=asked.lines("sections"),
        not_sections=asked.lines("not_sections"),
        plain=bool(asked.field("plain")),
    )
    with asked.site.uploads.opened(key) as file:
        catalog = read_upload(file, Path(name), asked.field("format") or None, options)
    unticks = bool(asked.field("take_unticks"))
    return Source(catalog, None, take_unticks=unticks, choice=options)


def _form(
    asked: PageRequest,
    status: int = 200,
    *,
    key: str = "",
    name: str = "",
    report: Report | None = None,
    problem: str = "",
) -> Response:
    """Show the form with what was typed, and the report of the file if there is one."""
    return asked.page(
        "lists/import.html",
        status=status,
        key=key,
        name=name,
        report=report,
        problem=problem,
        typed={field: asked.field(field) for field in _CHOICES},
        formats=NAMES,
    )


_FILE_BYTES = LARGEST_FILE_BYTES + USUAL_BYTES

IMPORT_PAGES = (
    Page("GET", "/lists/import", choose),
    Page("POST", "/lists/upload", send, _FILE_BYTES),
    Page("POST", "/lists/upload/again", look_again),
    Page("POST", "/lists/upload/keep", keep),
    Page("POST", "/lists/upload/drop", drop),
)
