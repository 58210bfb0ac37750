"""From a request to a page: who asks, what they sent, the library, and what went wrong."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from traceback import format_tb
from typing import Literal, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from recall.errors import DamagedLibrary, RecallError
from recall.usecases.context import Context
from recall.web.guard.bodies import USUAL_BYTES, limited
from recall.web.guard.devices import Device
from recall.web.guard.origins import SAFE_METHODS
from recall.web.pages.given_at import at_its_moment
from recall.web.pages.numbers import register
from recall.web.pages.page_request import PageRequest
from recall.web.pages.problems import DEFECT, problem_of, refused
from recall.web.site import Site

COOKIE = "recall_key"
"""The cookie with the key of a device."""

Handler = Callable[[PageRequest], Response]
Answering = Callable[[Request], Awaitable[Response]]

WEB_LOGGER = "recall.web"

register()


class Page(NamedTuple):
    """A page, or something that can be done: its method, its path, and the function that answers.

    most_bytes is how long what is sent may be.
    """

    method: Literal["GET", "POST"]
    path: str
    handler: Handler
    most_bytes: int = USUAL_BYTES


def route(site: Site, page: Page) -> Route:
    """Return the route of a page. Its handler runs in a thread, so that it may wait for files."""

    async def answer(request: Request) -> Response:
        device = await run_in_threadpool(device_of, site, request)
        if device is None:
            return refused(401, "signed out", site.language())
        form = await read_form(request, page.most_bytes)
        handled = partial(_handled, page.handler, site, request)
        try:
            return await run_in_threadpool(handled, form=form, device=device)
        except RecallError as error:
            return problem_of(error, site.language(), str(form.get("note") or ""))
        finally:
            await form.close()

    return Route(page.path, told(site, answer), methods=[page.method])


def told(site: Site, answer: Answering) -> Answering:
    """Return the same, but that each error becomes a page."""

    async def answer_always(request: Request) -> Response:
        try:
            return await answer(request)
        except RecallError as error:
            return problem_of(error, site.language())
        except HTTPException:
            raise
        except Exception as error:
            return unexpected(site, request, error)

    return answer_always


def device_of(site: Site, request: Request) -> Device | None:
    """Return the device that is signed in by its cookie, None if it is not."""
    key = request.cookies.get(COOKIE)
    return site.devices.of(key, site.now()) if key else None


async def read_form(request: Request, most_bytes: int) -> FormData:
    """Return the fields of a form, none of a request that only looks."""
    if request.method in SAFE_METHODS:
        return FormData()
    receive = limited(request.scope, request.receive, most_bytes)
    return await Request(request.scope, receive).form()


def unexpected(site: Site, request: Request, error: Exception) -> Response:
    """Log a defect, without anything that the library holds, and return a page that says so."""
    where = "".join(format_tb(error.__traceback__))
    path = getattr(request.scope.get("route"), "path", "?")
    logging.getLogger(WEB_LOGGER).error("%s at %s\n%s", type(error).__name__, path, where)
    return refused(500, DEFECT, site.language())


def _handled(
    handler: Handler, site: Site, request: Request, *, form: FormData, device: Device
) -> Response:
    with _library(site, request) as context:
        then = at_its_moment(context, str(form.get("given_at", "")))
        asked = PageRequest(site, request, context=then, form=form, device=device)
        try:
            return handler(asked)
        except DamagedLibrary as error:
            return _around_damage(handler, asked, error)
        except (RecallError, HTTPException):
            raise
        except Exception as error:
            return _around_damage(handler, asked, error)


def _around_damage(handler: Handler, asked: PageRequest, error: Exception) -> Response:
    """Answer without the rows of the library that are damaged, if those are what is wrong."""
    from recall.usecases.upkeep.around_damage import set_aside

    found = set_aside(asked.context)
    if not found.sentence:
        raise error
    if not found.is_file and not asked.context.store.acted:
        try:
            return handler(asked._replace(damage=found.told))
        except RecallError:
            raise
        except Exception as another:
            raise found.error from another
    raise found.error from error


@contextmanager
def _library(site: Site, request: Request) -> Iterator[Context]:
    """Open the library; to a request that only looks it refuses every change."""
    with site.library() as context:
        if request.method not in SAFE_METHODS:
            yield context
            return
        with context.store.for_looking() as looking:
            yield context._replace(store=looking)
