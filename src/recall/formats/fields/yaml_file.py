"""YAML that holds objects with links: data files of sites, and the front matter of a page."""

import re

from recall.domain.library.catalog import WHOLE, Item, ParsedList, ReadOptions, Skipped
from recall.errors import BadFile
from recall.formats.fields.json_walk import records
from recall.formats.fields.records import item_of
from recall.formats.fields.yaml_subset import TooDeep, loads

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\n(.*?)(?:\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\Z)", re.DOTALL)
_MEMBER = re.compile(r"(?m)^[ \t]*-[ \t]+[\w\"'][^:\n#]{0,80}:(?:[ \t]|$)")
_LINK = re.compile(
    r"(?m)^[ \t]*(?:-[ \t]+)?[\w\"'][^:\n#]{0,80}:[ \t]+"
    r"[\"']?https?://[^\s\"']+[\"']?[ \t]*(?:#.*)?$"
)
_IN_TEXT = re.compile(r"\]\(|://")


def looks_like(text: str) -> bool:
    """Tell whether a text lists objects with links, alone or in front of a page without any."""
    data, page = _parted(text)
    listed = _MEMBER.search(data) is not None and _LINK.search(data) is not None
    return listed and "](" not in data and not _IN_TEXT.search(page)


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the objects that have a link; BadFile if there are none."""
    try:
        data = loads(_parted(text)[0])
    except TooDeep as bad:
        raise BadFile(path, "YAML that is nested too deep") from bad
    items: list[Item] = []
    skipped: list[Skipped] = []
    for record in records(data, options.base):
        found = item_of(record)
        if isinstance(found, Skipped):
            skipped.append(found)
        else:
            items.append(found)
    if not items and not skipped:
        raise BadFile(path, "YAML without links: no entry in it has a field such as url or link")
    sections = tuple(dict.fromkeys(item.section for item in items))
    return ParsedList(sections, tuple(items), tuple(skipped))


def _parted(text: str) -> tuple[str, str]:
    """Separate the data from the page below it."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    return (front[1], text[front.end() :]) if front else (text, "")
