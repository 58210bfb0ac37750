"""Paths of the page that other rooms lead to. It needs nothing of the server."""

PLACES = {"": "/", "session": "/session"}
"""Where a link may lead after signing in, by its word in the address."""


def link_path(secret: str, place: str = "") -> str:
    """Return the path of a one-time link."""
    return f"/enter/{secret}" + (f"?to={place}" if place else "")
