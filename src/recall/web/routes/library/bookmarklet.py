"""The bookmarklet: a bookmark that opens the form for the page that one is reading."""

from functools import cache
from importlib.resources import files
from json import dumps
from urllib.parse import quote

_KEPT = "!()*'~;:,/?@&=+$-_."
"""What an address may have as it is."""


def bookmarklet(here: str) -> str:
    """Return the address of the bookmark, which leads to the page at `here`."""
    return "javascript:" + quote(_source().replace('"HERE"', dumps(here)), safe=_KEPT)


@cache
def _source() -> str:
    """Return the source without its comments and the blanks at the beginning of lines."""
    text = (files("recall.web") / "static" / "bookmarklet.js").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return " ".join(line for line in lines if line and not line.startswith("//"))
