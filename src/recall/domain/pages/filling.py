"""What the facts of a page change of a resource: what the person or a list gave stays."""

from collections.abc import Collection

from recall.domain.library.resource import KIND_MINUTES, Resource, ResourceKind
from recall.domain.library.timing.pace import is_given
from recall.domain.lists.telling import tells
from recall.domain.pages.facts import PageFacts
from recall.domain.text.plain import plain

FROM_PAGE = ("title", "kind", "language", "length", "minutes", "published_on")
"""Fields of a Resource that a page can give, in the order in which they are named."""

_ON_ITS_PAGE: tuple[ResourceKind, ...] = ("article", "page")
"""Kinds of which the whole work is on the page that the link leads to."""

LONGEST_PAGE_TITLE = 300
"""Characters; some pages put their whole text there."""


def filled(resource: Resource, edited: Collection[str], facts: PageFacts) -> dict[str, object]:
    """Return the fields that change, by name; `fetched` is among them if it changes.

    edited has the names of the fields that were set by hand; these stay. A title gives way if it
    says nothing, minutes if they are those of the kind, a kind if it is `page`; what came from the
    page before gives way to what it says now.
    """
    theirs = resource.fetched - set(edited)
    kind = _kind(resource, facts, theirs)
    wanted: dict[str, object] = {
        "title": _title(resource, facts, theirs),
        "kind": kind,
        "language": facts.language,
        "length": _length(resource, facts, theirs),
        "minutes": _minutes(resource, facts, theirs),
        "published_on": facts.published_on,
    }
    given = {
        name: value for name, value in wanted.items() if value is not None and name not in edited
    }
    if "kind" in given and not ({"minutes"} & {*given, *edited} or is_given(resource)):
        given["minutes"] = KIND_MINUTES[facts.kind or resource.kind]
    values = {name: value for name, value in given.items() if getattr(resource, name) != value}
    names = theirs | (given.keys() & set(FROM_PAGE))
    if "minutes" in given and facts.minutes is None:
        names -= {"minutes"}  # the default of the kind, which no page has said
    return values if names == resource.fetched else values | {"fetched": names}


def lacks(resource: Resource) -> bool:
    """Return whether a page could say what a resource lacks: a title, or its minutes.

    A page that has answered once is not asked again for that.
    """
    if resource.url is None or resource.gone or resource.fetched_on is not None:
        return False
    knows_minutes = is_given(resource) or resource.length is not None
    return not knows_minutes or not tells(resource.title, resource.url)


def _title(resource: Resource, facts: PageFacts, theirs: Collection[str]) -> str | None:
    title = plain(facts.title)[:LONGEST_PAGE_TITLE].strip()
    if not tells(title, resource.url):
        return None
    return title if "title" in theirs or not tells(resource.title, resource.url) else None


def _kind(resource: Resource, facts: PageFacts, theirs: Collection[str]) -> str | None:
    return facts.kind if resource.kind == "page" or "kind" in theirs else None


def _length(resource: Resource, facts: PageFacts, theirs: Collection[str]) -> int | None:
    """Return the length, if the page is the work: that of a book or a paper is only about it."""
    kind = facts.kind if resource.kind == "page" and facts.kind else resource.kind
    may = resource.length is None or "length" in theirs
    return facts.length if may and kind in _ON_ITS_PAGE else None


def _minutes(resource: Resource, facts: PageFacts, theirs: Collection[str]) -> int | None:
    may = "minutes" in theirs or not (resource.minutes_given or is_given(resource))
    return facts.minutes if may else None
