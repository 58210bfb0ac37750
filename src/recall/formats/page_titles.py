"""Titles as browsers and reading apps save them: those of pages, with the name of the site."""

import re
from urllib.parse import urlsplit

from recall.domain.lists.link_text import says_something

_SITES: tuple[tuple[str, str], ...] = (
    (r"youtube\.com|youtu\.be", r"^\(\d+\+?\) | - YouTube( Music)?$"),
    (r"bilibili\.com", r"_哔哩哔哩(_bilibili)?$|_bilibili$"),
    (r"vimeo\.com", r" on Vimeo$"),
    (r"github\.com", r"^GitHub - | · GitHub$"),
    (r"gist\.github\.com", r" · GitHub$"),
    (r"arxiv\.org", r"^\[(\d{4}\.\d{4,5}|[a-z-]+/\d{7})(v\d+)?\] "),
    (r"wikipedia\.org", r" [-–—] [^-–—]*?(Wiki|Вики|ויקי|ويكي|위키|維基|维基)[^-–—]*$"),
    (r"stackoverflow\.com", r" - Stack Overflow$"),
    (r"stackexchange\.com", r" - [\w ]+ Stack Exchange$"),
    (r"news\.ycombinator\.com", r" \| Hacker News$"),
    (r"zhihu\.com", r" - 知乎$"),
    (r"medium\.com", r"( \| by [^|]{1,60})?( \| [^|]{1,60})? \| Medium$"),
)
"""Hosts, and what their pages put around a title."""

_ADDED = tuple((re.compile(rf"(.*\.)?(?:{host})"), re.compile(around)) for host, around in _SITES)


def page_title(title: str, url: str | None) -> str:
    """Return the title of a page without what its site puts around all titles."""
    host = _host(url) if url else ""
    for site, added in _ADDED:
        if site.fullmatch(host):
            shown = added.sub("", title).strip()
            title = shown if says_something(shown) else title
    return title


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # an address with a broken host
        return ""
