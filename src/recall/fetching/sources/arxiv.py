"""arXiv's export API (https://info.arxiv.org/help/api/): title, date, perhaps pages."""

import re
from urllib.parse import urlencode
from xml.etree import ElementTree

from recall.domain.pages.facts import PageFacts, minutes_of_pages
from recall.fetching.sources.source import Unknown

_NUMBER = re.compile(
    r"https?://(?:www\.|export\.|ar5iv\.(?:labs\.)?)?(?:arxiv|ar5iv)\.org/(?:abs|pdf|html|format|ps)/"
    r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?(?:\.pdf)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_PAGES = re.compile(r"(\d{1,4})\s*(?:pages|pp\b|页)", re.IGNORECASE)


def number(url: str) -> str | None:
    """Return the number of the paper that an address names, without its version."""
    found = _NUMBER.match(url)
    return found[1] if found else None


def address(url: str) -> str | None:
    """Return what to ask for a paper."""
    paper = number(url)
    query = urlencode({"id_list": paper, "max_results": 1})
    return f"https://export.arxiv.org/api/query?{query}" if paper else None


def pdf(url: str) -> str:
    """Return the address of the paper itself."""
    return f"https://arxiv.org/pdf/{number(url)}"


def read(body: bytes, _url: str) -> PageFacts:
    """Read an Atom feed of one entry. Unknown numbers have an entry called Error, or none."""
    try:
        entry = ElementTree.fromstring(body).find(f"{_ATOM}entry")  # noqa: S314 - expat limits what entities grow to
    except ElementTree.ParseError as bad:
        raise Unknown from bad
    if entry is None:
        raise Unknown
    title = " ".join((entry.findtext(f"{_ATOM}title") or "").split())
    day = (entry.findtext(f"{_ATOM}published") or "")[:10]
    if not title or not day or title == "Error":
        raise Unknown
    pages = _PAGES.search(entry.findtext(f"{_ARXIV}comment") or "")
    return PageFacts(
        title=title,
        kind="paper",
        published_on=day,
        minutes=minutes_of_pages(int(pages[1])) if pages and int(pages[1]) else None,
    )
