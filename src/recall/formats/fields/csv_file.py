"""Tables as CSV, with commas, semicolons or tabs; columns are known by their names."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice
from typing import NamedTuple

from recall.domain.library.catalog import WHOLE, Item, ParsedList, ReadOptions, Skipped
from recall.errors import BadFile
from recall.formats.fields.cells import is_link
from recall.formats.fields.columns import TableColumns, is_list_of_titles, link_column
from recall.formats.fields.dialects import layout_of
from recall.formats.fields.paths import with_base
from recall.formats.fields.records import Fields, item_of, list_of
from recall.formats.values import one_line

_DELIMITERS = ",;\t"
_NOTHING = f" {_DELIMITERS}"
_SAMPLE_CHARACTERS, _SAMPLE_ROWS = 200_000, 100
_LONGEST_NAME = 60
_CONSISTENT = 0.8
_SHOWN = 10
_END = "\ue000 the end"
"""A last row, which a quote that is never closed would swallow."""

csv.field_size_limit(2**27)  # characters; a whole file is smaller


class _Row(NamedTuple):
    """A row that says something, and the line that it begins in."""

    line: int
    cells: list[str]


def looks_like(text: str) -> bool:
    """Tell whether a text begins as a table whose header is known, or with a column of links."""
    begin = text[:_SAMPLE_CHARACTERS].lstrip("\ufeff\n ")
    rows = _sample(begin, _delimiter(begin))
    if not rows or len(rows[0]) == 1:
        return False
    if _is_header(rows[0]):
        layout = layout_of(tuple(rows[0]))
        if "url" in layout.places and "title" in layout.places:
            return True
        if "url" in layout.places or is_list_of_titles(layout):
            return _is_consistent(rows)
        if "title" in layout.places and TableColumns(tuple(rows[0]), rows[1:]).has_links:
            return _is_consistent(rows)
    return _is_consistent(rows) and link_column(rows, range(len(rows[0]))) is not None


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read a table; BadFile if it has no column of links, and is no list of titles."""
    text = text.lstrip("\ufeff")
    delimiter = _delimiter(text[:_SAMPLE_CHARACTERS])
    rows = _rows(text, delimiter, path)
    first = list(islice(rows, _SAMPLE_ROWS))
    names = tuple(first[0].cells) if first else ()
    if _is_header(names):
        del first[:1]
    else:
        names = tuple(f"column {number}" for number in range(1, len(names) + 1))
    if not first:
        raise BadFile(path, "a table without rows")
    base = options.base
    first = [_based(row, names, base) for row in first]
    further = (_based(row, names, base) for row in rows)
    return _read(chain(first, further), _columns(names, first, path), len(names))


def _based(row: _Row, names: tuple[str, ...], base: str | None) -> _Row:
    return row._replace(cells=list(map(str, with_base(names, row.cells, base))))


def _columns(names: tuple[str, ...], rows: Sequence[_Row], path: object) -> TableColumns:
    columns = TableColumns(names, [row.cells for row in rows])
    if not columns.has_links and not is_list_of_titles(columns.layout):
        shown = ", ".join(f"'{one_line(name)}'" for name in names[:_SHOWN])
        raise BadFile(path, f"no column of this table holds links; it has {shown}")
    return columns


def _read(rows: Iterable[_Row], columns: TableColumns, width: int) -> ParsedList:
    every: list[Item | Skipped] = []
    longer = 0
    for row in rows:
        longer += len(row.cells) > width
        found = item_of(Fields(columns.layout, row.cells[:width], (), row.line))
        if columns.has_links and isinstance(found, Item) and _is_only_title(found, row):
            found = Skipped(row.line, found.title, "a row with nothing but a title")
        every.append(found)
    remarks = columns.remarks
    if longer:
        remarks = [
            *remarks,
            f"rows with more cells than the header: {longer}; the rest is not used",
        ]
    return list_of(every, remarks)


def _is_only_title(item: Item, row: _Row) -> bool:
    return item.url is None and sum(map(bool, map(str.strip, row.cells))) == 1


def _rows(text: str, delimiter: str, path: object) -> Iterator[_Row]:
    """Yield the rows of a whole table; BadFile if a quote in it is never closed."""
    last = _Row(0, [])
    for row in _written(f"{text}\n{_END}", delimiter, path):
        if last.cells:
            yield last
        last = row
    if last.cells != [_END]:
        raise BadFile(path, f"the quote that opens in the row of line {last.line} is never closed")


def _written(text: str, delimiter: str, path: object) -> Iterator[_Row]:
    padded = StringIO(text, newline="")  # by spaces: `"Title" , "Author"`
    reader = csv.reader(padded, delimiter=delimiter, skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip(_NOTHING) for cell in cells) and not cells[0].startswith("sep="):
                yield _Row(line, [cell.strip(" ") for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadFile(path, f"no table at line {line}: {error}") from error


def _sample(begin: str, delimiter: str) -> list[list[str]]:
    """Return the first rows, without the last of them if it may be cut."""
    rows = [row.cells for row in islice(_written(begin, delimiter, ""), _SAMPLE_ROWS)]
    return rows[:-1] if len(begin) >= _SAMPLE_CHARACTERS and len(rows) > 1 else rows


def _delimiter(begin: str) -> str:
    """Return the delimiter that gives the first row most columns with a known name."""

    def columns(delimiter: str) -> tuple[int, int]:
        first = next(_written(begin, delimiter, ""), _Row(0, [])).cells
        return sum(map(len, layout_of(tuple(first)).places.values())), len(first)

    return max(_DELIMITERS, key=columns)


def _is_header(cells: Sequence[str]) -> bool:
    return not any(map(is_link, cells)) and all(len(cell) <= _LONGEST_NAME for cell in cells)


def _is_consistent(rows: Sequence[Sequence[str]]) -> bool:
    same = sum(len(row) == len(rows[0]) for row in rows)
    return same >= _CONSISTENT * len(rows)
