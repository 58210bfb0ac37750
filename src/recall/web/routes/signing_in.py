"""How a browser is signed in: a one-time link becomes a cookie, when the person presses a button.

Opening the link changes nothing, so that a program that looks at links in advance does not use it
up. A script presses the button at once. A browser that is signed in already goes on without it.
"""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from recall.web.guard.bodies import USUAL_BYTES
from recall.web.guard.rates import SIGN_INS_A_MINUTE, Rate, asker_of
from recall.web.pages.drawing import draw
from recall.web.pages.endpoint import COOKIE, device_of, read_form, told
from recall.web.pages.page_request import SEE_OTHER
from recall.web.pages.problems import refused
from recall.web.routes.paths import PLACES
from recall.web.site import Site
from recall.web.words.user_agents import device_name
from recall.web.words.words import words_of

_TEN_YEARS = 10 * 365 * 86400
"""Seconds that a cookie lives; a device is signed out by `recall web revoke`."""


def sign_in_routes(site: Site) -> list[Route]:
    """Return the routes for a browser that is not signed in yet."""
    rate = Rate(SIGN_INS_A_MINUTE)

    async def offer(request: Request) -> Response:
        if await run_in_threadpool(device_of, site, request) is not None:
            place = PLACES.get(request.query_params.get("to", ""), "/")
            return RedirectResponse(place, SEE_OTHER)
        values = {
            "words": words_of(site.language()),
            "secret": request.path_params["secret"],
            "to": request.query_params.get("to", ""),
            "here": "",
        }
        return HTMLResponse(draw(site.language(), "enter.html", values))

    async def enter(request: Request) -> Response:
        if not rate.allows(asker_of(request.scope)):
            return refused(429, "rate", site.language())
        form = await read_form(request, USUAL_BYTES)
        secret, place = str(form.get("secret", "")), PLACES.get(str(form.get("to", "")), "/")
        return await run_in_threadpool(partial(_entered, site, request, secret=secret, place=place))

    return [
        Route("/enter/{secret}", told(site, offer), methods=["GET"]),
        Route("/enter", told(site, enter), methods=["POST"]),
    ]


def _entered(site: Site, request: Request, *, secret: str, place: str) -> Response:
    name = device_name(request.headers.get("user-agent", ""))
    key = site.devices.use_link(secret, name, site.now())
    if key is None:
        return refused(403, "link", site.language())
    response = RedirectResponse(place, SEE_OTHER)
    response.set_cookie(
        COOKIE,
        key,
        max_age=_TEN_YEARS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response
