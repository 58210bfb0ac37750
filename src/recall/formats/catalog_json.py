"""The catalog as a JSON file, written so that people can edit it and compare two of them."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.lists.catalog_rules import CatalogProblem, check, show
from recall.errors import BadCatalog, BadFile
from recall.formats.url_identity import RULES_VERSION

SCHEMA_VERSION = 1
"""The version of this file format; data/catalog.schema.json has it as well."""

_BY_ROW = frozenset({"places", "links"})
"""Keys whose values have a line each."""

_USUAL = Entry._field_defaults
"""The values of keys that are left out."""

_BEGINNING = 10_000
"""Characters in which a catalog says which version it is; `dump` writes it first."""

BYTE_ORDER_MARK = "\ufeff"


class _RepeatedKey(Exception):
    """A key that is twice in one object; the JSON reader would silently drop the first."""


def looks_like(text: str) -> bool:
    """Tell whether a text is probably a catalog: an object with keys that only catalogs have."""
    begin = text[:_BEGINNING].removeprefix(BYTE_ORDER_MARK).lstrip()
    own = '"identity_rules"' in begin or '"resources"' in text
    return begin.startswith("{") and '"schema"' in begin and own


def parse(text: str, path: object, *, shape_is_known: bool = False) -> Catalog:
    """Return the catalog in the text of a file.

    BadFile if it is not JSON, BadCatalog if it is JSON but no catalog; path is only for their
    messages. `shape_is_known` saves the time of the schema for a file that a test has checked.
    """
    data = _decode(text, path)
    try:
        if not shape_is_known:
            _check_shape(data)
        return check(data)
    except CatalogProblem as bad:
        raise BadCatalog(path, bad.where, bad.problem) from bad


def dump(catalog: Catalog, rules_version: int = RULES_VERSION) -> str:
    """Return the text of a catalog file.

    rules_version is the version of the URL rules that made each canonical_url. Each section,
    each place and each further link has a line, everything else has a line for each key. The file
    leaves out what the catalog skipped, and keys of an entry that say nothing.
    """
    keys = {
        "schema": str(SCHEMA_VERSION),
        "identity_rules": str(rules_version),
        "name": _json(catalog.name),
        "sections": _block("[]", map(_json, catalog.sections), depth=1),
        "resources": _block("[]", map(_entry, catalog.entries), depth=1),
    }
    return _keys(keys, depth=0) + "\n"


def _check_shape(data: object) -> None:
    """Refuse another version before its keys are read, which may differ too; then the rest."""
    if isinstance(data, dict) and "schema" in data:
        version = data["schema"]
        if type(version) is not int or version != SCHEMA_VERSION:
            allowed = f"a version this recall reads; allowed: {SCHEMA_VERSION}"
            raise CatalogProblem("schema", f"{show(version)} is not {allowed}")
    from recall.formats.catalog_shape import check_shape

    check_shape(data)


def _decode(text: str, path: object) -> object:
    text = text.removeprefix(BYTE_ORDER_MARK)
    try:
        # A schema takes the float 30.0 for an integer, but not the Decimal.
        return json.loads(text, object_pairs_hook=_object, parse_float=Decimal)
    except json.JSONDecodeError as bad:
        problem = f"not JSON at line {bad.lineno}, column {bad.colno}: {bad.msg}"
        raise BadFile(path, problem) from bad
    except _RepeatedKey as bad:
        raise BadFile(path, str(bad)) from bad
    except (RecursionError, ValueError) as bad:  # Python's limits on depth and digits
        raise BadFile(path, "no catalog: it is nested too deep, or has a number too long") from bad


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        first = f"{show(pairs[0][0])}: {show(pairs[0][1])}"
        raise _RepeatedKey(f"the key {show(twice)} stands twice in the object that begins {first}")
    return found


def _entry(entry: Entry) -> str:
    keys = {
        name: _json(value)
        for name, value in entry._asdict().items()
        if name not in _USUAL or value != _USUAL[name]
    }
    for name in keys.keys() & _BY_ROW:
        rows = (_json(row._asdict()) for row in getattr(entry, name))
        keys[name] = _block("[]", rows, depth=3)
    return _keys(keys, depth=2)


def _keys(keys: dict[str, str], depth: int) -> str:
    return _block("{}", (f"{_json(key)}: {value}" for key, value in keys.items()), depth)


def _block(brackets: str, rows: Iterable[str], depth: int) -> str:
    """Return rows between brackets, one row a line; depth is the depth of the brackets."""
    margin = "\n" + "  " * depth
    body = ",".join(f"{margin}  {row}" for row in rows)
    return f"{brackets[0]}{body}{margin}{brackets[1]}" if body else brackets


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)
