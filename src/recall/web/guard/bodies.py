"""How long what is sent may be."""

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

USUAL_BYTES = 1_000_000
"""Bytes of a form; a note may be long."""


def limited(scope: Scope, receive: Receive, most_bytes: int) -> Receive:
    """Return what receives a request's body up to a length; more is an HTTPException, 413."""
    told = dict(scope["headers"]).get(b"content-length", b"0")
    if not told.isdigit() or int(told) > most_bytes:
        raise HTTPException(413)
    so_far = 0

    async def receive_some() -> Message:
        nonlocal so_far
        message = await receive()
        so_far += len(message.get("body", b""))
        if so_far > most_bytes:
            raise HTTPException(413)
        return message

    return receive_some
