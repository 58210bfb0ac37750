"""GitHub's API (https://docs.github.com/rest/repos): a repository's name, description and date."""

import re

from recall.domain.pages.facts import PageFacts
from recall.fetching.sources.source import Unknown, as_object, text

_REPOSITORY = re.compile(
    r"https?://(?:www\.)?github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?(?:[?#].*)?$", re.IGNORECASE
)
_NO_OWNERS = frozenset(
    ("orgs", "topics", "sponsors", "collections", "features", "marketplace", "settings", "search")
)


def address(url: str) -> str | None:
    """Return what to ask for the front page of a repository; other pages are read themselves."""
    found = _REPOSITORY.match(url)
    if found is None or found[1].lower() in _NO_OWNERS:
        return None
    return f"https://api.github.com/repos/{found[1]}/{found[2]}"


def read(body: bytes, _url: str) -> PageFacts:
    """Read a repository: `owner/name: description`."""
    found = as_object(body)
    name, said = text(found.get("full_name")), " ".join(text(found.get("description")).split())
    if not name:
        raise Unknown
    return PageFacts(
        title=f"{name}: {said}" if said else name,
        kind="code",
        published_on=text(found.get("created_at"))[:10] or None,
    )
