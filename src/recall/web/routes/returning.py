"""Where a form leads afterwards, by the word that it carries: nowhere but on this page."""

from recall.web.pages.page_request import PageRequest

_PATHS = {
    "today": "/",
    "session": "/session",
    "library": "/library",
    "lists": "/lists",
    "days": "/days",
}
_MOST_DIGITS = 9


def back(asked: PageRequest) -> str:
    """Return the path that the form came from; '/' if it does not say."""
    word = asked.field("from")
    kind, _, number = word.partition("-")
    if kind == "r" and number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS:
        return f"/r/{number}"
    return _PATHS.get(word, "/")
