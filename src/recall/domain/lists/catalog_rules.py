"""The rules of a catalog that no JSON Schema can state: values compared, and what is storable.

data/catalog.schema.json states the others: keys, types and limits.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Link, Place, Section
from recall.domain.library.when_read import is_possible
from recall.domain.lists import section_names

LONGEST_SHOWN = 60
MOST_BITS_SHOWN = 64
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""PostgreSQL cannot store NUL, and half a surrogate pair cannot be written as UTF-8."""


class CatalogProblem(ValueError):
    """The first problem found in a catalog.

    where is the path of the bad value, such as `resources[3].kind`; problem says in one line
    what is found there and what is allowed.
    """

    def __init__(self, where: str, problem: str) -> None:
        where = where or "the top level"
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


def check(data: Any) -> Catalog:
    """Return the catalog in decoded JSON that has the shape of one; CatalogProblem if it is bad."""
    _refuse_unstorable(data)
    _refuse_impossible_dates(data["resources"])
    sections = tuple(map(tuple, data["sections"]))
    entries = tuple(map(_entry, data["resources"]))
    _refuse_unlisted_sections(entries, frozenset(sections))
    _refuse_duplicates(entries)
    return Catalog(data["name"], sections, entries)


def show(found: object) -> str:
    """Return a value as a message names it: short, on one line, without control characters."""
    if isinstance(found, str):
        return repr(_short(found))
    if isinstance(found, list | dict):
        return "a list" if isinstance(found, list) else "an object"
    if isinstance(found, int) and found.bit_length() > MOST_BITS_SHOWN:
        return "a huge number"
    return _short(str(found) if isinstance(found, Decimal) else json.dumps(found, default=repr))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def unstorable(text: str) -> str | None:
    """Return the complaint about a character that no database takes; None if there is none."""
    bad = UNSTORABLE.search(text)
    return f"the character {show(bad[0])} cannot be stored; leave it out" if bad else None


def _refuse_unstorable(data: object) -> None:
    if UNSTORABLE.search(json.dumps(data, ensure_ascii=False)):  # much faster than the walk
        told = ((where, unstorable(text)) for where, text in _texts(data, ""))
        raise CatalogProblem(*next((where, said) for where, said in told if said))


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each text, and the text."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{where}[{number}]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{where}.{key}".lstrip("."))


def _entry(fields: dict[str, Any]) -> Entry:
    places = (Place(tuple(place["section"]), place["title"]) for place in fields["places"])
    made: dict[str, Any] = {"places": tuple(places)}
    if "links" in fields:
        made["links"] = tuple(Link(**link) for link in fields["links"])
    if "labels" in fields:
        made["labels"] = tuple(fields["labels"])
    if fields.get("saved_on") is not None:
        made["saved_on"] = date.fromisoformat(fields["saved_on"])
    return Entry(**fields | made)


def _refuse_impossible_dates(resources: Sequence[dict[str, Any]]) -> None:
    """Refuse days that have the right shape but are in no calendar, such as 2024-02-30."""
    for n, fields in enumerate(resources):
        for name in ("read_on", "saved_on"):
            day = fields.get(name)
            if day is not None and not is_possible(day):
                raise CatalogProblem(f"resources[{n}].{name}", f"{show(day)} is in no calendar")


def _refuse_unlisted_sections(entries: Iterable[Entry], known: frozenset[Section]) -> None:
    for n, entry in enumerate(entries):
        for at, place in enumerate(entry.places):
            if place.section not in known:
                name = show(section_names.shown(place.section))
                problem = f"{name} is not one of sections; list it there, or use one"
                raise CatalogProblem(f"resources[{n}].places[{at}].section", problem)


def _refuse_duplicates(entries: Iterable[Entry]) -> None:
    """Refuse the second of two entries that are the same resource."""
    seen: dict[tuple[object, ...], str] = {}
    for n, entry in enumerate(entries):
        where = f"resources[{n}]"
        identity, key = _identity(entry)
        if identity in seen:
            problem = f"the same resource as {seen[identity]}; keep one, with the places of both"
            raise CatalogProblem(f"{where}.{key}", problem)
        seen[identity] = where


def _identity(entry: Entry) -> tuple[tuple[object, ...], str]:
    """Return the identity of a resource, and the key that holds it."""
    if entry.canonical_url is not None:
        return (entry.canonical_url,), "canonical_url"
    return (entry.places[0].section, entry.title), "title"
