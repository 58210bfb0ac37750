"""YAML that holds objects with links: data files of sites, and the front matter of a page."""

import re
from collections.abc import Iterable, Iterator

from recall.domain.library.catalog import WHOLE, Item, ParsedList, ReadOptions
from recall.domain.library.resource import Section
from recall.errors import BadFile
from recall.formats.fields.json_walk import records, texts, titles
from recall.formats.fields.records import item_of, list_of
from recall.formats.fields.yaml_subset import TooDeep, loads
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.marks.remarks import NO_REMARKS
from recall.formats.markdown.works.items import as_item
from recall.formats.markdown.works.unlinked import unlinked

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MEMBER = re.compile(r"(?m)^[ \t]*-[ \t]+[\w\"'][^:\n#]{0,80}:(?:[ \t]|$)")
_LINK = re.compile(
    r"(?m)^[ \t]*(?:-[ \t]+)?[\w\"'][^:\n#]{0,80}:[ \t]+"
    r"[\"']?https?://[^\s\"']+[\"']?[ \t]*(?:#.*)?$"
)
_IN_TEXT = re.compile(r"\]\(|://")


def looks_like(text: str) -> bool:
    """Tell whether a page lists objects with links in its front matter, and has none below it.

    Other YAML is told by the ending of its file: a list in Markdown may look the same.
    """
    front = _FRONT.match(text)
    if front is None or _IN_TEXT.search(text, front.end()):
        return False
    return _MEMBER.search(front[1]) is not None and _LINK.search(front[1]) is not None


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the objects with a link, or else those with a title and an author; BadFile if none.

    Of a file without any, plain takes the texts in its lists.
    """
    try:
        data = loads(_data(text))
    except TooDeep as bad:
        raise BadFile(path, "YAML that is nested too deep") from bad
    found = list_of(map(item_of, records(data, options.base)))
    if not found.items and not found.skipped:
        found = list_of(map(item_of, titles(data)))
    if not found.items and options.plain:
        found = list_of(_titled(texts(data)))
    if not found.items and not found.skipped:
        raise BadFile(path, "YAML without links: no entry in it has a field such as url or link")
    return found


def _titled(found: Iterable[tuple[Section, str]]) -> Iterator[Item]:
    """Yield texts as items, with their authors told from their titles as in Markdown."""
    for number, (section, text) in enumerate(found, start=1):
        work = unlinked([MarkdownLine(number, [TextPiece(text)])])
        yield as_item(work, section, box_of(section), NO_REMARKS)


def _data(text: str) -> str:
    """Return the front matter of a page, or else the whole text."""
    front = _FRONT.match(text)
    return front[1] if front else text
