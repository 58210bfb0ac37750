"""Builds the page: its routes, and the guards before them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from recall.web.guard.bodies import length_check
from recall.web.guard.headers import SafeHeaders
from recall.web.guard.hosts import host_check
from recall.web.guard.origins import origin_check
from recall.web.guard.rates import REQUESTS_A_MINUTE, Rate
from recall.web.guard.refusal import Guard, Refusal
from recall.web.pages.endpoint import route, unexpected
from recall.web.pages.problems import refused
from recall.web.routes.signing_in import sign_in_routes
from recall.web.routes.table import PAGES
from recall.web.site import Site, last_language

_STATIC = Path(__file__).with_name("static")


def build(site: Site) -> Starlette:
    """Return the page of a site."""
    site = site._replace(language=last_language(site.language))
    rate = Rate(REQUESTS_A_MINUTE)
    checks = [host_check(site.hosts), rate.check, origin_check, length_check]

    def refuse(refusal: Refusal) -> ASGIApp:
        return refused(refusal.status, refusal.name, site.language())

    def told(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return refused(status, str(status), site.language())

    return Starlette(
        routes=[
            *(route(site, page) for page in PAGES),
            *sign_in_routes(site),
            Mount("/static", _RevalidatedFiles(directory=_STATIC)),
        ],
        middleware=[
            Middleware(SafeHeaders),
            Middleware(Guard, checks=checks, answer=refuse),
        ],
        exception_handlers={
            HTTPException: told,
            Exception: lambda request, error: unexpected(site, request, error),
        },
    )


class _RevalidatedFiles(StaticFiles):
    """The files of the page itself; a browser keeps them, and asks whether they changed."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return a file, or that it has not changed."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type] # as they came
        response.headers["cache-control"] = "no-cache"
        response.headers["service-worker-allowed"] = "/"  # sw.js is for all pages
        return response
