"""What a page is asked: by whom, with which fields, of which library."""

from typing import NamedTuple

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recall.errors import BadInput
from recall.usecases.context import Context
from recall.web.guard.devices import Device
from recall.web.pages.drawing import draw
from recall.web.site import Site
from recall.web.words.sentences import said
from recall.web.words.words import PageWords, words_of

SEE_OTHER = 303


class PageRequest(NamedTuple):
    """One request, with its form read and the library open.

    To a request that only looks, the library refuses every change. device is the browser that
    asks. damage says which rows of the library are damaged, and left out; '' if none are.
    """

    site: Site
    request: Request
    form: FormData
    context: Context
    device: Device
    damage: str = ""

    @property
    def words(self) -> PageWords:
        """The language of the page."""
        return words_of(self.site.language())

    @property
    def number(self) -> int:
        """The number in the address, as of a resource."""
        return int(self.request.path_params["number"])

    def query(self, name: str) -> str:
        """Return a value of the address, '' if it is not there."""
        return self.request.query_params.get(name, "")

    def field(self, name: str) -> str:
        """Return a field of the form, '' if it is not there."""
        value = self.form.get(name, "")
        return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""

    def upload(self, name: str) -> UploadFile | None:
        """Return a file of the form, None if none was chosen."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of a field that say something."""
        return tuple(filter(None, map(str.strip, self.field(name).splitlines())))

    def whole(self, name: str, low: int, high: int) -> int | None:
        """Return a field of the form as a whole number, None if it is empty.

        BadInput for others, and for a number that is not between both.
        """
        text = self.field(name)
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or not low <= int(text[:9]) <= high:
            raise BadInput(f"'{text}' cannot be used; give a whole number from {low} to {high}")
        return int(text[:9])

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """Return a page drawn from a template."""
        words = self.words
        given = {"words": words, "today": self.context.today, "here": self.request.url.path}
        given |= {"damage": said(words, self.damage)}
        return HTMLResponse(draw(words.language, template, {**given, **values}), status)

    def go(self, path: str) -> Response:
        """Send the browser to a path of this page, after something was done."""
        return RedirectResponse(path, SEE_OTHER)
