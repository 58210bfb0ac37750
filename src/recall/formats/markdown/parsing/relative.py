"""Resolves the relative links of a list: against the folder that it lies in, or a base URL."""

import re
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

_ABSOLUTE = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|www\.|#")
_VIEWED = re.compile(r"chrome-extension://[^?]{1,200}\?(?:file|url)=(https?%3A[^&#]{1,2000})")
"""An address as the viewer of a browser shows it, which only the person's own browser has."""
_PAGE = re.compile(r"(?i)\.(?:md|markdown|html?)$")
_AS_WRITTEN = "!#$%&'()*+,/:;=?@[]~"

# A document is a reading also if its file is elsewhere. A page that is not there may be anything.
_DOCUMENT = re.compile(r"(?i)\.(?:pdf|epub|mobi|azw3|djvu|ps|docx?|pptx?|ipynb)$")
_ABOUT_THE_LIST = re.compile(
    r"(?i)(?:\./)?readme(?:[._-][\w.-]*)?$"
    r"|(?:.*/)?(?:contributing|contributors|code[-_]of[-_]conduct|licen[cs]e|changelog"
    r"|security|support|authors|template|pull_request_template)(?:[._-][\w.-]*)?$"
)


def resolved(url: str, base: str | None) -> str:
    """Return where a relative link leads from base; any other link, or one to nothing, as it is.

    base is a folder, unless it ends like a page. In a folder of files, a link leads to a file
    or folder that is there, or to a document by its ending.
    """
    if url.startswith("//"):
        return f"https:{url}"
    if viewed := _VIEWED.match(url):
        return unquote(viewed[1])
    if not url or base is None or _ABSOLUTE.match(url) or _ABOUT_THE_LIST.match(_path(url)):
        return url
    try:
        folder = _folder(base)
        found = urljoin(folder, quote(_below(url, folder), safe=_AS_WRITTEN, errors="replace"))
        return found if found != folder and _is_there(found) else url
    except ValueError:
        return url


def _below(url: str, folder: str) -> str:
    """Return `/papers/a.pdf` as a path in a folder of files, unless a file has this whole path.

    To a site, the folder of its pages is the top.
    """
    at_top = url.startswith("/") and folder.startswith("file:")
    return url.lstrip("/") if at_top and not _exists(_path(url)) else url


def _path(url: str) -> str:
    return url.partition("#")[0].partition("?")[0]


def _folder(base: str) -> str:
    return base if base.endswith("/") or _PAGE.search(base) else f"{base}/"


def _is_there(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "file":
        return True
    return bool(_DOCUMENT.search(parts.path)) or _exists(parts.path)


def _exists(path: str) -> bool:
    from urllib.request import url2pathname  # it loads ssl and sockets

    try:
        return "\x00" not in unquote(path) and Path(url2pathname(path)).exists()
    except OSError:
        return False
