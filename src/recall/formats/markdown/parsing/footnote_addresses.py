"""Footnotes that are only an address, also where markdown takes them for text.

It does so below a footnote of words, and where the address is a link: `[^1]: [A site](https://…)`.
"""

from markdown_it.common.utils import normalizeReference

from recall.lazy_regex import lazy_regex

_ADDRESS = lazy_regex(
    r" {0,3}\[(\^[^\]\s]{1,40})\]:[ \t]*(?:\[[^\[\]]{0,200}\]\()?<?(https?://[^\s<>()]+)[>)]?\s*"
)


def definitions(text: str) -> dict[str, dict[str, object]]:
    """Return these footnotes as markdown-it has definitions of links."""
    found: dict[str, dict[str, object]] = {}
    for number, line in enumerate(text.split("\n") if "[^" in text else ()):
        if footnote := _ADDRESS.fullmatch(line):
            name = normalizeReference(footnote[1])
            found.setdefault(name, {"title": "", "href": footnote[2], "map": [number, number + 1]})
    return found
