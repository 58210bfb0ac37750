"""OPML: what outliners such as Workflowy, Dynalist and OmniOutliner write.

A subscription to a feed is not a reading, because it has no end; such rows are skipped.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from recall.domain.library.catalog import WHOLE, ParsedList, ReadOptions, Skipped
from recall.errors import BadFile
from recall.formats.outlines import inline
from recall.formats.outlines.reading import DEEPEST, parsed_list
from recall.formats.outlines.rows import Row, State
from recall.formats.values import day

FEED = "a feed has no end, so it is no reading"

_OPML = re.compile(r"(?i)<opml[\s>]")
_LOOKED_AT = 2_000
_TRUE = frozenset(("true", "checked", "yes", "1", "done"))


def looks_like(text: str) -> bool:
    """Tell whether a text has the root element of OPML near its beginning."""
    return text.lstrip("\ufeff \t\n").startswith("<") and bool(_OPML.search(text, 0, _LOOKED_AT))


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the outline; BadFile if it is no well-formed XML, or defines entities, or has no items.

    Entities that a file defines can grow without limit, and no outliner writes them.
    """
    reader = _Elements(path)
    try:
        reader.parser.Parse(text.removeprefix("\ufeff").encode("utf-8", "replace"), True)  # noqa: FBT003 - expat takes no name
    except expat.ExpatError as bad:
        said = expat.ErrorString(bad.code)
        raise BadFile(path, f"its XML is broken at line {bad.lineno}: {said}") from bad
    if reader.feeds and not any(row.can_be_item for row in reader.rows):
        raise BadFile(path, f"all its links are feeds: {FEED}; add the articles themselves")
    return parsed_list(reader.rows, path, reader.feeds, plain=options.plain)


class _Elements:
    """Collects a row for each `outline` element, as the parser finds them."""

    def __init__(self, path: object) -> None:
        self.rows: list[Row] = []
        self.feeds: list[Skipped] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._refuse
        self._path = path
        self._depth = 0

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.lower() != "outline":
            return
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadFile(self._path, f"it is nested deeper than {DEEPEST} levels")
        given = {key.lower().lstrip("_"): value for key, value in attributes.items()}
        line = self.parser.CurrentLineNumber
        if given.get("xmlurl") or given.get("type", "").lower() in {"rss", "atom"}:
            title = given.get("text") or given.get("title") or given.get("xmlurl", "")
            self.feeds.append(Skipped(line, title, FEED))
            return
        self.rows.append(_row(given, self._depth, line))
        self.rows += _note(given.get("note", ""), self._depth + 1, line)

    def _end(self, name: str) -> None:
        if name.lower() == "outline":
            self._depth -= 1

    def _refuse(self, *_: object) -> None:
        raise BadFile(self._path, "it defines XML entities, which no outliner writes")


def _row(given: Mapping[str, str], depth: int, line: int) -> Row:
    text = given.get("text") or given.get("title") or ""
    boxed, text = inline.take_box(text.strip(), inline.DROPPED_DASH)
    pattern = inline.HTML if "<a" in text.lower() else inline.MARKDOWN
    url = given.get("url") or given.get("htmlurl") or given.get("href") or ""
    said = inline.with_address(inline.said(text, line, pattern), url)
    row = Row(depth, said, state=_state(given) or boxed)
    row.saved_on = day(given.get("created", ""))
    return row


def _note(text: str, depth: int, line: int) -> list[Row]:
    """Return the rows of a note, which are text under the row that has it."""
    found = (inline.said(part, line, inline.HTML) for part in text.splitlines() if part.strip())
    return [Row(depth, one, prose=True) for one in found]


def _state(given: Mapping[str, str]) -> State:
    done = (given.get(name, "").lower() in _TRUE for name in ("complete", "status", "checked"))
    return "read" if any(done) else ""
