"""Why a request is refused before it reaches a page."""

from collections.abc import Callable
from typing import NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Refusal(NamedTuple):
    """A status of HTTP and the name of what is wrong, whose sentence `problems` has."""

    status: int
    name: str


Check = Callable[[Scope], Refusal | None]
"""Looks at a request, and refuses it or not."""

Answer = Callable[[Refusal], ASGIApp]
"""Makes the page that says why a request was refused."""


class Guard:
    """Asks each check in turn; the first refusal is the answer, and the last of its connection."""

    def __init__(self, app: ASGIApp, checks: list[Check], answer: Answer) -> None:
        """Stand before an app."""
        self._app, self._checks, self._answer = app, checks, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        refusals = (check(scope) for check in self._checks) if scope["type"] == "http" else ()
        refusal = next((found for found in refusals if found is not None), None)
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await self._answer(refusal)(scope, receive, _last(send))


def _last(send: Send) -> Send:
    """Return a sender that closes the connection after the answer, with the body unread."""

    async def send_last(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["connection"] = "close"
        await send(message)

    return send_last
