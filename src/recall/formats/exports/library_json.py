"""The whole library as JSON: every row of every table, which an import brings back the same.

A row has a line, so that two exports can be compared.
"""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from recall.domain.library.export import LibraryExport, LibraryRows, Rows, Value
from recall.errors import BadCatalog, BadFile

SCHEMA = 1
"""The version of this file format."""

_FIRST_WITH_DIGESTS = 13
"""The revision from which on each file has the digests of its tables."""

_BEGINNING = 1_000
"""Characters in which the file says that it is a library; `write` says it first."""

_SIGN = re.compile(r'"recall"\s*:\s*"library"')


def looks_like(text: str) -> bool:
    """Tell whether a text is probably a whole library, also after a program sorted its keys."""
    begin = text[:_BEGINNING].removeprefix("\ufeff").lstrip()
    return begin.startswith("{") and _SIGN.search(begin) is not None


def write(library: LibraryExport) -> str:
    """Return the text of the file."""
    rows = library.rows
    return "".join(
        (
            '{\n"recall": "library",\n',
            f'"schema": {SCHEMA},\n"revision": {rows.revision},\n"at": {_json(rows.at)},\n',
            f'"digests": {_json({name: _digest(rows.tables[name]) for name in rows.tables})},\n',
            '"tables": {\n',
            ",\n".join(f"{_json(name)}: {_table(found)}" for name, found in rows.tables.items()),
            "\n}\n}\n",
        )
    )


def parse(text: str, path: object) -> LibraryRows:
    """Read the rows; BadFile if it is not JSON, BadCatalog with the path of what is wrong.

    What the tables and columns must hold, the storage knows and checks.
    """
    data = _decoded(text.removeprefix("\ufeff"), path)
    if not isinstance(data, dict) or data.get("recall") != "library":
        raise BadFile(path, 'no whole library: it does not say "recall": "library"')
    for where, problem in _problems(data):
        raise BadCatalog(path, where, problem)
    tables = data["tables"]
    said = data.get("digests", {})
    may_lack = data["revision"] < _FIRST_WITH_DIGESTS
    altered = tuple(
        name
        for name in tables
        if not (may_lack and name not in said) and said.get(name) != _digest(tables[name])
    )
    return LibraryRows(data["revision"], data["at"], tables, altered)


def _problems(data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the path of what is wrong, and what is wrong with it."""
    if type(data.get("schema")) is not int or data["schema"] != SCHEMA:
        yield "schema", f"it is not a version that this recall reads; allowed: {SCHEMA}"
    if type(data.get("revision")) is not int:
        yield "revision", "it is not a whole number"
    if not isinstance(data.get("at"), str):
        yield "at", "it is not text"
    if not isinstance(data.get("digests", {}), dict):
        yield "digests", "it is not an object"
    tables = data.get("tables")
    if not isinstance(tables, dict):
        yield "tables", "it is not an object"
        return
    for name, rows in tables.items():
        if not isinstance(rows, list):
            yield f"tables.{_shown(name)}", "it is not a list"
            return
        for number, row in enumerate(rows):
            if not isinstance(row, dict):
                yield f"tables.{_shown(name)}[{number}]", "it is not an object"


def _shown(name: str) -> str:
    return name if name.isidentifier() else ascii(name[:60])


def _decoded(text: str, path: object) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as bad:
        where = f"line {bad.lineno}, column {bad.colno}"
        raise BadFile(path, f"not JSON at {where}: {bad.msg}") from bad
    except (RecursionError, ValueError) as bad:  # Python's limits on depth and digits
        raise BadFile(path, "JSON that is nested too deep, or has a number too long") from bad


def _digest(rows: Rows) -> str:
    """Return the SHA-256 of rows, however their keys are ordered and their numbers written."""
    plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
    text = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _plain(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _table(rows: Rows) -> str:
    return "[\n" + ",\n".join(_json(row) for row in rows) + "\n]" if rows else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
