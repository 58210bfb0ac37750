"""Where a form leads afterwards, by the word that it carries: nowhere but on this page."""

from recall.web.pages.page_request import PageRequest

_PATHS = {
    "today": "/",
    "session": "/session",
    "title": "/session",
    "library": "/library",
    "lists": "/lists",
    "sections": "/library/sections",
    "days": "/days",
}
_MOST_DIGITS = 9


def back(asked: PageRequest) -> str:
    """Return the path that the form came from; '/' if it does not say."""
    number = resource_from(asked)
    return _PATHS.get(asked.field("from"), "/") if number is None else f"/r/{number}"


def resource_from(asked: PageRequest) -> int | None:
    """Return the resource from whose own page a form came, None if from another page."""
    kind, _, number = asked.field("from").partition("-")
    is_number = number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
    return int(number) if kind == "r" and is_number else None
