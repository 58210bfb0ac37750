"""Boxes whose links lead to a heading of the same list: `- [x] [A title](#alpha)`.

Such a box is that of the work which the heading names. Of a section with works it says nothing.
"""

import re
from collections.abc import Mapping, Sequence

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.links import ANCHOR

_SIGNS = re.compile(r"[^\w\s-]")
_SET = re.compile(r"(?i)<\w+\s[^<>]{0,80}\b(?:name|id)=[\"']([^\"']{1,80})|\{#([\w-]{1,80})\}")
_LINES_ABOVE = 2
"""Lines from an anchor down to its heading."""


def anchor_of(lines: list[MarkdownLine]) -> str:
    """Return where in the list the first link of an entry leads, without `#`; "" if elsewhere."""
    links = [link for line in lines for link in line.links]
    return links[0].url[1:] if links and links[0].url.startswith("#") else ""


def with_boxes_above(found: ParsedList, anchors: Mapping[int, str], text: str) -> ParsedList:
    """Return a list in which works below have the boxes that lead to them.

    anchors: where each of these boxes leads, by its line. A title stays unless a section with works
    has it.
    """
    if not anchors:
        return found
    named = _names_in(text)
    works = _works(found.items, named)
    read = (item.section for item in found.items if item.line not in anchors)
    sections = {_slug(name) for path in read for name in path} | named.keys()
    items, skipped = dict(enumerate(found.items)), list(found.skipped)
    for at, box in enumerate(found.items):
        if box.url is not None or box.line not in anchors:
            continue
        names = (_slug(box.title), anchors[box.line])
        work = next((works[name] for name in names if name in works), None)
        if work is not None:
            items[work] = _with_box(items[work], items.pop(at))
        elif not sections.isdisjoint(names):
            skipped.append(Skipped(box.line, items.pop(at).title, ANCHOR))
    left = {item.section for item in items.values()}
    gone = {item.section for item in found.items} - left
    kept = tuple(path for path in found.sections if path not in gone)
    return found._replace(sections=kept, items=tuple(items.values()), skipped=tuple(skipped))


def _works(items: Sequence[Item], named: Mapping[str, int]) -> dict[str, int]:
    """Return the indices of works by the anchors of their titles, and those that stand above."""
    works = {_slug(item.title): at for at, item in enumerate(items) if item.url is not None}
    lines = {item.line: at for at, item in enumerate(items) if item.url is not None}
    for name, line in named.items():
        below = (lines.get(line + more) for more in range(_LINES_ABOVE + 1))
        if (at := next((at for at in below if at is not None), None)) is not None:
            works[name] = at
    return works


def _names_in(text: str) -> dict[str, int]:
    """Return the anchors that a text sets itself, `<a name="alpha">` and `{#alpha}`, by line."""
    return {
        found[1] or found[2]: number
        for number, line in enumerate(text.split("\n"), 1)
        for found in _SET.finditer(line)
    }


def _with_box(work: Item, box: Item) -> Item:
    """Return a work with the box above it, unless it has its own."""
    if work.box is not None:
        return work
    return work._replace(
        checked=box.checked,
        begun=box.begun,
        dropped=box.dropped,
        read_on=work.read_on or box.read_on,
        box=box.box,
    )


def _slug(title: str) -> str:
    """Return the anchor of a heading, as sites make it."""
    return _SIGNS.sub("", title.lower()).strip().replace(" ", "-")
