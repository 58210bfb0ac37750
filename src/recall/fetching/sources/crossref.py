"""Crossref (https://api.crossref.org): what a DOI names, with its date and perhaps its pages."""

import re
from typing import Any
from urllib.parse import quote, unquote

from recall.domain.library.resource import ResourceKind
from recall.domain.pages.facts import PageFacts, minutes_of_pages
from recall.fetching.sources.source import Unknown, as_object, text

_DOI = re.compile(
    r"https?://(?:(?:dx\.|www\.)?doi\.org/|[\w.-]+/doi/(?:abs/|full/|pdf/|epdf/)?)"
    r"(10\.\d{4,9}/[^\s?#]+)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,6})\s*[-–]\s*(\d{1,6})")
_MOST_PAGES = 1_000
_TAG = re.compile(r"<[^>]*>")

_KINDS: dict[str, ResourceKind] = {
    **dict.fromkeys(("book", "monograph", "edited-book", "reference-book"), "book"),
    **dict.fromkeys(
        ("journal-article", "proceedings-article", "posted-content", "book-chapter"), "paper"
    ),
}


def address(url: str) -> str | None:
    """Return what to ask for a DOI, or for the page of a publisher whose address has one."""
    found = _DOI.match(url)
    return f"https://api.crossref.org/works/{quote(unquote(found[1]), '/')}" if found else None


def read(body: bytes, _url: str) -> PageFacts:
    """Read a work."""
    work = as_object(body)["message"]
    titles = work.get("title") or [""]
    title = " ".join(_TAG.sub("", text(titles[0])).split())
    if not title:
        raise Unknown
    pages = _pages(text(work.get("page")))
    return PageFacts(
        title=title,
        kind=_KINDS.get(text(work.get("type"))),
        language=text(work.get("language"))[:2].lower() or None,
        published_on=_date(work),
        minutes=minutes_of_pages(pages) if pages else None,
    )


def _pages(written: str) -> int:
    """Return how many pages a range has; 0 if it is none."""
    found = _RANGE.fullmatch(written.strip())
    count = int(found[2]) - int(found[1]) + 1 if found else 0
    return count if 0 < count <= _MOST_PAGES else 0


def _date(work: dict[str, Any]) -> str | None:
    """Return when it was issued: year, month and day, as many as are known."""
    parts = (work.get("issued") or {}).get("date-parts") or [[]]
    numbers = [part for part in parts[0] if isinstance(part, int)][:3]
    return "-".join(f"{part:02d}" for part in numbers) or None
