"""Whether decoded JSON has the shape of a catalog: its keys, types and limits.

data/catalog.schema.json alone knows the shape. The `errorMessage` and `patternErrorMessage` in it
complete a sentence that begins with the bad value; editors show them too.
"""

import difflib
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import fastjsonschema

from recall.domain.lists.catalog_rules import CatalogProblem, show, unstorable
from recall.formats.shipped import shipped

Definition = Mapping[str, Any]
"""The part of the schema that a value breaks."""

TYPES: Final = {
    "object": "an object",
    "array": "a list",
    "string": "text",
    "boolean": "true or false",
    "null": "null",
    "integer": "a whole number from {minimum} to {maximum}",
}


def check_shape(data: object) -> None:
    """Raise CatalogProblem for the first value of decoded JSON that the schema does not allow."""
    try:
        _compiled()(data)
    except fastjsonschema.JsonSchemaValueException as bad:
        raise _problem(bad) from bad


@cache
def _compiled() -> Callable[[object], object]:
    """Return the schema as a function; making it takes far longer than most calls."""
    schema = json.loads(shipped("catalog.schema.json").read_text(encoding="utf-8"))
    check: Callable[[object], object] = fastjsonschema.compile(schema, use_default=False)
    return check


def _problem(bad: fastjsonschema.JsonSchemaValueException) -> CatalogProblem:
    where = (bad.name or "").removeprefix("data").removeprefix(".")
    definition: Definition = bad.definition
    own = definition.get("errorMessage")
    if bad.rule == "pattern":  # all patterns refuse NUL
        own = definition.get("patternErrorMessage", own)
        if complaint := unstorable(bad.value):
            return CatalogProblem(where, complaint)
    if own is not None:
        return CatalogProblem(where, f"{show(bad.value)} {own}")
    return CatalogProblem(where, SENTENCES[bad.rule or ""](bad.value, definition, where))


def _type(value: object, definition: Definition, _: str) -> str:
    types = definition["type"]
    names = [types] if isinstance(types, str) else types
    wanted = " or ".join(TYPES[name] for name in names)
    return f"{show(value)} is not {wanted.format_map(definition)}"


def _choice(value: object, definition: Definition, where: str) -> str:
    name = where.rpartition(".")[2]
    return f"{show(value)} is not a {name}; allowed: {', '.join(definition['enum'])}"


def _keys(value: dict[str, object], definition: Definition, _: str) -> str:
    """Name an unknown key first: of a misspelled key it says more than that one is missing."""
    needed = definition["required"]
    for key in value:
        if key not in definition["properties"]:
            names = [*needed, *(name for name in definition["properties"] if name not in needed)]
            return f"unknown key {show(key)}; {_hint(key, names)}"
    missing = next(name for name in needed if name not in value)
    return f"the key '{missing}' is missing"


def _hint(key: str, names: list[str]) -> str:
    near = difflib.get_close_matches(key, names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"allowed: {', '.join(names)}"


def _too_long(value: str, definition: Definition, _: str) -> str:
    most = definition["maxLength"]
    return f"{len(value)} characters are too many; at most {most} are allowed"


def _twice(value: list[object], _: Definition, where: str) -> str:
    seen: dict[str, int] = {}
    for second, item in enumerate(value):
        first = seen.setdefault(json.dumps(item, sort_keys=True, default=repr), second)
        if first < second:
            return f"{where}[{second}] is the same as {where}[{first}]; each is listed once"
    return f"two of {where} are the same; each is listed once"  # such as 1 and 1.0


def _too_short(_: object, __: Definition, ___: str) -> str:
    return "the list is empty; at least one is needed"


SENTENCES: Final[Mapping[str, Callable[[Any, Definition, str], str]]] = {
    "type": _type,
    "minimum": _type,
    "maximum": _type,
    "enum": _choice,
    "required": _keys,
    "additionalProperties": _keys,
    "maxLength": _too_long,
    "minItems": _too_short,
    "uniqueItems": _twice,
}
"""A sentence for each rule that the schema uses and has no sentence of its own for."""
