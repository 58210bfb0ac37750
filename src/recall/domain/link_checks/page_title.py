"""The title of a page, read from the first bytes of it."""

import re
from html import unescape

from recall.domain.text.plain import plain

LONGEST_PAGE_TITLE = 300
"""Characters; a longer title is cut."""

_TITLE = re.compile(r"<title(?:\s[^>]*)?>(.*?)</title", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_NAMED = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_USUAL = ("utf-8", "gb18030", "latin-1")
_SMALLER = {"gb2312": "gb18030", "gbk": "gb18030"}
"""Pages name these character sets and use characters of the larger one, as browsers know."""

_WHOLE = 4
"""Bytes at the end that may be the part of a character, where the page was cut."""


def page_title(body: bytes, content_type: str) -> str:
    """Return a page's title in one line, "" if it has none that can be read.

    content_type is the header. Its charset counts first, then the page's own, then the usual
    ones: many name a wrong one.
    """
    named = _NAMED.search(content_type)
    meta = _CHARSET.search(body)
    names = [named[1]] if named else []
    names += [meta[1].decode("ascii")] if meta else []
    for name in (*names, *_USUAL):
        found = _TITLE.search(_decoded(body, _SMALLER.get(name.lower(), name)))
        if found is not None:
            return plain(unescape(found[1]))[:LONGEST_PAGE_TITLE]
    return ""


def _decoded(body: bytes, encoding: str) -> str:
    """Decode a page whose last character may be cut; "" if that is not its encoding."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as bad:
        return "" if bad.start < len(body) - _WHOLE else body[: bad.start].decode(encoding)
    except (LookupError, ValueError):  # there is no such encoding, or it is none of text
        return ""
