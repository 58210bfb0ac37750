"""Logseq: pages of blocks, with markers such as `DONE`, properties and tags."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recall.domain.library.catalog import WHOLE, ParsedList, ReadOptions
from recall.formats.outlines import inline
from recall.formats.outlines.reading import parsed_list
from recall.formats.outlines.rows import Row, State
from recall.formats.values import day, read_day

MARKERS: dict[str, State] = {
    "TODO": "unread",
    "LATER": "unread",
    "WAITING": "unread",
    "WAIT": "unread",
    "NOW": "begun",
    "DOING": "begun",
    "STARTED": "begun",
    "IN-PROGRESS": "begun",
    "DONE": "read",
    "CANCELED": "dropped",
    "CANCELLED": "dropped",
}

_BLOCK = re.compile(r"([ \t]*)-(?:[ \t]+(.*)|[ \t]*)$")
_MARKER = re.compile(rf"({'|'.join(MARKERS)})(?:\s+|$)")
_PRIORITY = re.compile(r"\[#[A-C]\]\s*")
_PROPERTY = re.compile(r"\s*([\w.-]{1,60}):: *(.*)$")
_HASHES = re.compile(r"#{1,6}\s+")
_TAG = re.compile(r"(?<!\S)#(?:\[\[([^\[\]]+)\]\]|([^\s#,.;:()\[\]\"']+))")
_PAGE = re.compile(r"\[\[([^\[\]]+)\]\]")
_MACRO = re.compile(r"\{\{(?:video|youtube|vimeo|bilibili|tweet|twitter)\s+([^{}\s]+)\s*\}\}")
_GONE = re.compile(r"\{\{[^{}]*\}\}|\(\([0-9a-f-]{36}\)\)")
_NO_TEXT = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOCK):|\s*:\w+:\s*$")
_FENCE = re.compile(r"\s*(?:-\s+)?(?:```|~~~|#\+begin_(?:src|query|example))", re.IGNORECASE)
_FENCE_END = re.compile(r"\s*(?:```|~~~|#\+end_)", re.IGNORECASE)
_SIGN = re.compile(
    rf"(?m)^[ \t]*- (?:{'|'.join(MARKERS)}) |^[ \t]*(?:id|collapsed|logseq\.[\w.-]+):: "
    r"|^[ \t]+[\w-]+:: \S|#\[\[|\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)"
)
_OTHER = re.compile(r"(?m)^(?![ \t]|- |-$|[\w.-]+::|$)")
_ORDINAL = re.compile(r"(?i)(\d)(?:st|nd|rd|th)\b")
_ADDRESSES = ("url", "link", "source", "href")
_READ_ON = ("read-on", "date-read", "read", "finished", "completed", "done")
_ADDED = ("added", "date-added", "created", "created-at", "saved")


def looks_like(text: str) -> bool:
    """Tell whether a text is made of blocks alone, with a marker, a property or a reference."""
    text = text.removeprefix("\ufeff")
    return not _OTHER.search(text) and _SIGN.search(text) is not None


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the blocks of a page; BadFile if there is nothing to read in them."""
    rows = [row for block in _blocks(text) for row in _rows(block, options.base)]
    return parsed_list(rows, path, plain=options.plain)


class _Block(NamedTuple):
    """A block: its own text, its properties, and the further lines of text in it."""

    depth: int
    line: int
    text: str
    properties: dict[str, str]
    lines: list[tuple[int, str]]


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block(depth=0, line=1, text="", properties={}, lines=[])
    indents: list[int] = []
    for line, written in _unfenced(text.removeprefix("\ufeff").split("\n")):
        said = written
        if begin := _BLOCK.match(written):
            yield block
            margin = len(begin[1].expandtabs(2))
            while indents and indents[-1] >= margin:
                indents.pop()
            indents.append(margin)
            block = _Block(depth=len(indents), line=line, text="", properties={}, lines=[])
            said = begin[2] or ""
        block = _with(block, line, said)
    yield block


def _with(block: _Block, line: int, said: str) -> _Block:
    """Return a block with one more line of it."""
    if found := _PROPERTY.match(said):
        block.properties.setdefault(found[1].lower(), found[2].strip())
    elif not said.strip() or _NO_TEXT.match(said):
        pass
    elif block.text or not block.depth:
        block.lines.append((line, said.strip()))
    else:
        return block._replace(text=said.strip())
    return block


def _unfenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, but code only by its first line, as a block."""
    fenced = False
    for number, line in enumerate(lines, 1):
        if fenced:
            fenced = not _FENCE_END.match(line)
        elif _FENCE.match(line):
            fenced = True
            if line.lstrip().startswith("- "):
                yield number, line[: line.index("-")] + "-"
        else:
            yield number, line


def _rows(block: _Block, base: str | None) -> Iterator[Row]:
    state, text = _state(block.text)
    is_heading = bool(_HASHES.match(text))
    text, tags = _without_tags(_HASHES.sub("", text, count=1) if is_heading else text)
    said = inline.said(text, block.line, inline.MARKDOWN, base)
    for name in _ADDRESSES:
        said = inline.with_address(said, _named(block, name))
    if block.depth:
        row = Row(block.depth, said, state=state, heading=is_heading)
        row.labels = tuple(dict.fromkeys((*_listed(_named(block, "tags")), *tags)))
        row.read_on = _date(block, _READ_ON)
        row.saved_on = day(_date(block, _ADDED))
        yield row
    for line, text in block.lines:
        said = inline.said(_without_tags(text)[0], line, inline.MARKDOWN, base)
        yield Row(block.depth + 1, said, prose=True)


def _state(text: str) -> tuple[State, str]:
    """Take the marker or the box from the beginning of a block."""
    found = _MARKER.match(text)
    rest = _PRIORITY.sub("", text[found.end() :], count=1) if found else text
    boxed, rest = inline.take_box(rest, inline.DROPPED_DASH)
    return MARKERS[found[1]] if found else boxed, rest


def _without_tags(text: str) -> tuple[str, list[str]]:
    """Return a text without tags, references and macros, and the tags."""
    text = _GONE.sub("", _MACRO.sub(r"\1", text))
    tags = [found[1] or found[2] for found in _TAG.finditer(text)]
    return _PAGE.sub(r"\1", _TAG.sub("", text)), tags


def _named(block: _Block, name: str) -> str:
    return block.properties.get(name, "")


def _listed(value: str) -> list[str]:
    """Return the words of a property such as `tags:: a, [[b]], #c`."""
    words = (word.strip().lstrip("#").strip("[]").strip() for word in value.split(","))
    return [word for word in words if word]


def _date(block: _Block, names: tuple[str, ...]) -> str | None:
    texts = (_ORDINAL.sub(r"\1", _named(block, name).strip("[]<> ")) for name in names)
    dates = (read_day(text) for text in texts)
    return next(filter(None, dates), None)
