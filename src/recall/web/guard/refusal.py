"""Why a request is refused before it reaches a page."""

from collections.abc import Callable
from typing import NamedTuple

from starlette.types import ASGIApp, Receive, Scope, Send


class Refusal(NamedTuple):
    """A status of HTTP and the name of what is wrong, whose sentence `problems` has."""

    status: int
    name: str


Check = Callable[[Scope], Refusal | None]
"""Looks at a request, and refuses it or not."""

Answer = Callable[[Refusal], ASGIApp]
"""Makes the page that says why a request was refused."""


class Guard:
    """Asks each check in turn; the first refusal is the answer."""

    def __init__(self, app: ASGIApp, checks: list[Check], answer: Answer) -> None:
        """Stand before an app."""
        self._app, self._checks, self._answer = app, checks, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        refusals = (check(scope) for check in self._checks) if scope["type"] == "http" else ()
        refusal = next((one for one in refusals if one is not None), None)
        app = self._app if refusal is None else self._answer(refusal)
        await app(scope, receive, send)
