"""Which title a resource has: one that says something, if any of its lists has one."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from recall.domain.lists.link_text import says_something


def tells(title: str, url: str | None) -> bool:
    """Return whether a title says more than a label, such as `pdf`, or the address itself."""
    return says_something(title) and not _is_address(title, url)


def telling(titles: Iterable[str], url: str | None) -> str:
    """Return the first of some titles that says something, or else the first."""
    found = list(titles)
    return next((title for title in found if tells(title, url)), found[0])


def gives_way(title: str, other: str, url: str | None) -> bool:
    """Return whether a title says nothing, and another one does."""
    return not tells(title, url) and tells(other, url)


def _is_address(title: str, url: str | None) -> bool:
    """Return whether a title is one word with the host of the URL in it, or the path of a file."""
    if url is None or (len(title.split()) != 1 and "/" not in title):
        return False
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return False
    if parts.scheme == "file":
        paths = (parts.path, unquote(parts.path))
        return title.rstrip("/") in {path.rstrip("/") for path in paths}
    return bool(host) and len(title.split()) == 1 and host in title.lower()
