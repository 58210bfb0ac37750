"""A note about one reading, as web clippers and Obsidian keep it, with its address in front.

The note of a book has its author and a status, such as `reading`, instead of an address.

---
title: A title
source: https://example.org/article
tags: [papers, gpu]
---
"""

import re
from collections.abc import Mapping
from pathlib import PurePath

from recall.domain.library.catalog import ParsedList, Skipped
from recall.errors import IN, BadFile
from recall.formats.fields.cells import is_link, state_of
from recall.formats.fields.dialects import layout_of
from recall.formats.fields.records import Fields, item_of

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PROPERTY = re.compile(r"([\w][\w .-]{0,60}):(?:[ \t]+(.*))?")
_MEMBER = re.compile(r"[ \t]*-[ \t]+(.*)")
_HEADING = re.compile(r"(?m)^# +(.+)$")
_BOX = re.compile(r"(?m)^[ \t]*[-*+] \[.\] ")
_BEGINNING = 4_000
_ADDRESSES = ("url", "source", "link", "source_url", "href", "canonical")
"""Names of the address, the more telling first; a program's `source` is no code here."""


def looks_like(text: str) -> bool:
    """Tell whether a text has the front matter of a reading, and is no list with boxes."""
    front = _FRONT.match(text)
    if front is None or _is_list(text):
        return False
    found = _properties(front[1])
    return _address(found) is not None or _is_book(found)


def _is_list(text: str) -> bool:
    return _BOX.search(text) is not None


def parse(text: str, path: object) -> ParsedList:
    """Read the note; BadFile if its front matter is not that of a reading."""
    front = _FRONT.match(text)
    found = _properties(front[1]) if front else {}
    name = _address(found)
    if front is None or not (name or _is_book(found)):
        raise BadFile(path, "no address in its front matter, such as 'url: https://…'")
    others = {key: value for key, value in found.items() if key not in _ADDRESSES}
    record = {
        "url": found[name] if name else "",
        "title": _title(text[front.end() :], path),
        **others,
    }
    item = item_of(Fields(layout_of(tuple(record)), list(record.values()), (), 1))
    if isinstance(item, Skipped):
        raise BadFile(path, f"no reading in it: {item.reason}")
    return ParsedList((item.section,), (item,))


def _address(found: Mapping[str, object]) -> str | None:
    return next((name for name in _ADDRESSES if is_link(found.get(name))), None)


def _is_book(found: Mapping[str, object]) -> bool:
    """Return whether properties are those of a book: its author, and whether it is read."""
    layout = layout_of(tuple(found))
    states = [list(found.values())[place] for place in layout.places.get("state", ())]
    return "author" in layout.places and any(state_of(state) for state in states)


def _properties(front: str) -> dict[str, object]:
    """Return the properties of a front matter: texts, and lists of texts."""
    found: dict[str, object] = {}
    name = ""
    for line in front.split("\n"):
        if said := _PROPERTY.match(line):
            name = said[1].strip().casefold()
            found[name] = _value((said[2] or "").strip())
        elif (member := _MEMBER.match(line)) and name:
            before = found[name]
            found[name] = [*(before if isinstance(before, list) else []), _text(member[1])]
    return {name: value for name, value in found.items() if value not in ("", [])}


def _value(written: str) -> object:
    if written.startswith("[") and written.endswith("]") and not written.startswith("[["):
        return [_text(one) for one in written[1:-1].split(",") if one.strip()]
    return _text(written)


def _text(written: str) -> str:
    """Return a text without its quotes, and without the brackets of a link to another note."""
    bare = written.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        bare = bare[1:-1]
    return bare.removeprefix("[[").removesuffix("]]").strip()


def _title(body: str, path: object) -> str:
    """Return the heading that the text begins with, or else the name of the file."""
    heading = _HEADING.search(body[:_BEGINNING])
    if heading:
        return heading[1].strip()
    _, _, name = str(path).rpartition(IN)
    return PurePath(name).stem
