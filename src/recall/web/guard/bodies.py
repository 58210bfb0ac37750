"""Limits on the length of a request's body and on the time that it takes."""

import asyncio

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from recall.web.guard.refusal import Refusal

USUAL_BYTES = 1_000_000
"""Bytes of a form; a note may be long."""

LEAST_SECONDS = 20.0
"""Seconds for a short body."""

SLOWEST = 50_000
"""Bytes a second that a long body must reach; a slower connection is cut off."""


def length_check(scope: Scope) -> Refusal | None:
    """Refuse a request that tells its length in two ways: a program in front may believe the other.

    What one of both takes for the end of a request would be another request to the other.
    """
    names = Headers(scope=scope)
    is_told_twice = "content-length" in names and "transfer-encoding" in names
    return Refusal(400, "400") if is_told_twice else None


def limited(scope: Scope, receive: Receive, most_bytes: int) -> Receive:
    """Return a receiver of a request's body that limits its length and its time.

    More is an HTTPException, 413; one that does not come in time is one, 408, and one that breaks
    off, 400.
    """
    told = dict(scope["headers"]).get(b"content-length", b"0")
    if not told.isdigit() or int(told) > most_bytes:
        raise HTTPException(413)
    so_far = 0
    ends = asyncio.get_running_loop().time() + LEAST_SECONDS + most_bytes / SLOWEST

    async def receive_some() -> Message:
        nonlocal so_far
        try:
            async with asyncio.timeout_at(ends):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408) from None
        if message["type"] == "http.disconnect":
            raise HTTPException(400)  # which nobody reads
        so_far += len(message.get("body", b""))
        if so_far > most_bytes:
            raise HTTPException(413)
        return message

    return receive_some
