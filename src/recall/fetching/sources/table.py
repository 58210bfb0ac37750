"""The table of sources, the only list of them: the first that knows an address is asked."""

from recall.fetching.sources import arxiv, bilibili, crossref, github, oembed
from recall.fetching.sources.source import PageSource

SOURCES = (
    PageSource("arXiv", arxiv.address, arxiv.read, or_page=True, text_at=arxiv.pdf),
    PageSource("YouTube", oembed.youtube, oembed.read, or_page=False, text_at=oembed.no_text),
    PageSource("Vimeo", oembed.vimeo, oembed.read, or_page=False, text_at=oembed.no_text),
    PageSource("Bilibili", bilibili.address, bilibili.read, or_page=False, text_at=oembed.no_text),
    PageSource("Crossref", crossref.address, crossref.read, or_page=True),
    PageSource("GitHub", github.address, github.read, or_page=True),
)


def source_of(url: str) -> PageSource | None:
    """Return the source that knows an address, None if only the page itself does."""
    return next((source for source in SOURCES if source.address(url)), None)
