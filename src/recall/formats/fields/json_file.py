"""JSON that holds objects with links, as bookmark managers export it; JSON Lines too."""

import json
import re
from collections.abc import Callable, Iterator

from recall.domain.library.catalog import WHOLE, ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.fields.json_walk import records, titles
from recall.formats.fields.records import Fields, item_of, list_of

_BEGIN = re.compile(
    r"\ufeff?\s*+(?:\{\s*+(?:\"|\})"
    r"|(?:\[\s*+)++(?:\{\s*+[\"}]|\"(?:[^\"\\\n]|\\.)*+\"\s*+(?:,|\]\s*+(?:\Z|[,\]]))))"
)


class _SeveralValues(Exception):
    """More than one JSON value, on lines of their own."""


def looks_like(text: str) -> bool:
    """Tell whether a text begins as JSON does: an object, or a list of objects or of texts."""
    return _BEGIN.match(text) is not None


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the objects with a link, or else those with a title and an author.

    BadFile if it is not JSON, or has none.
    """
    text = text.removeprefix("\ufeff")
    found = list_of(map(item_of, _records(text, path, lambda data: records(data, options.base))))
    if not found.items and not found.skipped:
        found = list_of(map(item_of, _records(text, path, titles)))
    if not found.items and not found.skipped:
        raise BadFile(path, "JSON without links: no object in it has a field such as url or link")
    return found


def _records(
    text: str, path: object, read: Callable[[object], Iterator[Fields]]
) -> Iterator[Fields]:
    """Yield the records of one value, or else of a value on each line."""
    try:
        data = _decoded(text, path)
    except _SeveralValues:
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                for record in read(_decoded(line, path, number)):
                    yield record._replace(line=number)
    else:
        yield from read(data)


def _decoded(text: str, path: object, line: int | None = None) -> object:
    """Return decoded JSON. line is that of a text that is one of several."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as bad:
        if bad.msg == "Extra data" and bad.lineno > 1 and line is None:
            raise _SeveralValues from bad
        where = f"line {line or bad.lineno}, column {bad.colno}"
        raise BadFile(path, f"not JSON at {where}: {bad.msg}") from bad
    except (RecursionError, ValueError) as bad:  # Python's limits on depth and digits
        raise BadFile(path, "JSON that is nested too deep, or has a number too long") from bad
