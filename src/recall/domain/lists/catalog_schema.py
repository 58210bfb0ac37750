"""Whether decoded JSON is a catalog: what is wrong with it, where, and what is allowed there.

data/catalog.schema.json tells an editor the same; a test holds the two together.
"""

import difflib
import json
import re
from collections.abc import Iterable
from typing import NamedTuple, NoReturn

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import KINDS, Place, Section
from recall.domain.lists import section_names

SCHEMA_VERSION = 1
TOP_KEYS = ("schema", "identity_rules", "name", "sections", "resources")
EDITOR_KEY = "$schema"
"""Where editors look for the JSON Schema of a file; it says nothing to recall."""

SCHEMES = ("http", "https", "file")
LONGEST_TEXT = 10_000
LONGEST_URL = 8_000
LONGEST_CANONICAL_URL = 12 * LONGEST_URL
"""One character takes at most twelve when percent-encoded."""
MOST_MINUTES = 60_000
MOST_PARTS = 10_000
MOST_RULES = 10_000

LONGEST_SHOWN = 60
MOST_BITS_SHOWN = 64
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""PostgreSQL keeps no NUL, and half a surrogate pair cannot be written as UTF-8."""


class CatalogProblem(ValueError):
    """The first thing found wrong in a catalog.

    where is the path of the bad value, such as `resources[3].kind`; problem says in one line
    what is found there and what is allowed.
    """

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


def check(data: object) -> Catalog:
    """The catalog that decoded JSON holds; CatalogProblem where it holds none."""
    top = _Value(data, "")
    _check_version(top)
    fields = top.fields(TOP_KEYS, optional=(EDITOR_KEY,))
    if EDITOR_KEY in fields:
        fields[EDITOR_KEY].text()
    fields["identity_rules"].whole_number(MOST_RULES)
    name = fields["name"].text()
    sections = _sections(fields["sections"])
    known = frozenset(sections)
    entries = tuple(_entry(value, known) for value in fields["resources"].items())
    _refuse_duplicates(entries)
    return Catalog(name, sections, entries)


def show(found: object) -> str:
    """A value as a message names it: short, on one line, nothing in it a terminal obeys."""
    if isinstance(found, str):
        return repr(found if len(found) <= LONGEST_SHOWN else f"{found[:LONGEST_SHOWN]}…")
    if isinstance(found, list | dict):
        return "a list" if isinstance(found, list) else "an object"
    if isinstance(found, int) and found.bit_length() > MOST_BITS_SHOWN:
        return "a huge number"
    return json.dumps(found, default=repr)


class _Value(NamedTuple):
    """A value of the file, and its path in it."""

    found: object
    where: str

    def refuse(self, problem: str) -> NoReturn:
        raise CatalogProblem(self.where or "the top level", problem)

    def expect(self, wanted: str) -> NoReturn:
        self.refuse(f"{show(self.found)} is not {wanted}")

    @property
    def is_null(self) -> bool:
        return self.found is None

    def fields(self, names: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, "_Value"]:
        """The values of an object that has all of names, and nothing beyond the optional."""
        if not isinstance(self.found, dict):
            self.expect("an object")
        # A misspelled key is also a missing one: the misspelling is what helps.
        for key in self.found:
            if key not in names and key not in optional:
                self.refuse(f"unknown key {show(key)}; {_hint(str(key), names)}")
        for name in names:
            if name not in self.found:
                self.refuse(f"the key '{name}' is missing")
        prefix = f"{self.where}." if self.where else ""
        return {key: _Value(value, f"{prefix}{key}") for key, value in self.found.items()}

    def items(self) -> list["_Value"]:
        if not isinstance(self.found, list):
            self.expect("a list")
        return [_Value(value, f"{self.where}[{n}]") for n, value in enumerate(self.found)]

    def some_items(self) -> list["_Value"]:
        return self.items() or self.refuse("the list is empty; at least one is needed")

    def text(self, longest: int = LONGEST_TEXT) -> str:
        if not isinstance(self.found, str):
            self.expect("text")
        if not self.found.strip():
            self.refuse(f"{show(self.found)} is blank; some text is needed")
        if len(self.found) > longest:
            self.refuse(f"{len(self.found)} characters are too many; at most {longest} are allowed")
        if bad := UNSTORABLE.search(self.found):
            self.refuse(f"the character {show(bad[0])} cannot be stored; leave it out")
        return self.found

    def text_or_null(self, longest: int = LONGEST_TEXT) -> str | None:
        return None if self.is_null else self.text(longest)

    def whole_number(self, most: int, least: int = 1) -> int:
        # To Python a bool is an int, and 1.0 equals 1.
        if type(self.found) is not int or not least <= self.found <= most:
            self.expect(f"a whole number from {least} to {most}")
        return self.found

    def true_or_false(self) -> bool:
        if not isinstance(self.found, bool):
            self.expect("true or false")
        return self.found


def _hint(key: str, names: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key, names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"allowed: {', '.join(names)}"


def _check_version(top: _Value) -> None:
    """Refuse another version before its keys are read: they may be others too."""
    if not isinstance(top.found, dict) or "schema" not in top.found:
        return
    version = _Value(top.found["schema"], "schema")
    if type(version.found) is not int or version.found != SCHEMA_VERSION:
        version.expect(f"a version this recall reads; allowed: {SCHEMA_VERSION}")


def _sections(value: _Value) -> tuple[Section, ...]:
    """The sections in order; none of them twice."""
    seen: dict[Section, str] = {}
    for item in value.items():
        section = _section(item)
        if section in seen:
            item.refuse(f"the same section as {seen[section]}; each is listed once")
        seen[section] = item.where
    return tuple(seen)


def _section(value: _Value) -> Section:
    return tuple(heading.text() for heading in value.items())


def _entry(value: _Value, known: frozenset[Section]) -> Entry:
    fields = value.fields(Entry._fields)
    url, canonical_url = _link(fields["url"], fields["canonical_url"])
    series, part = _series(fields["series"], fields["part"])
    return Entry(
        title=fields["title"].text(),
        url=url,
        canonical_url=canonical_url,
        kind=_kind(fields["kind"]),
        language=_language(fields["language"]),
        minutes=fields["minutes"].whole_number(MOST_MINUTES),
        series=series,
        part=part,
        read=fields["read"].true_or_false(),
        places=tuple(_place(item, known) for item in fields["places"].some_items()),
    )


def _link(url: _Value, canonical_url: _Value) -> tuple[str | None, str | None]:
    """The URL and the identity made of it: both or neither."""
    link = url.text_or_null(LONGEST_URL)
    identity = canonical_url.text_or_null(LONGEST_CANONICAL_URL)
    if link is not None:
        scheme, _, rest = link.partition("://")
        if scheme.lower() not in SCHEMES or not rest.strip():
            url.expect("a link; allowed: http://…, https://… and file://…, or null")
    if url.is_null != canonical_url.is_null:
        canonical_url.expect("right for this url; it is null exactly when url is null")
    return link, identity


def _series(series: _Value, part: _Value) -> tuple[str | None, int | None]:
    name = series.text_or_null()
    number = None if part.is_null else part.whole_number(MOST_PARTS, least=0)
    if name is None and number is not None:
        part.refuse("a part without a series; name the series, or make the part null")
    return name, number


def _kind(value: _Value) -> str:
    if not isinstance(value.found, str) or value.found not in KINDS:
        value.expect(f"a kind; allowed: {', '.join(KINDS)}")
    return value.found


def _language(value: _Value) -> str:
    if not isinstance(value.found, str) or not re.fullmatch("[a-z]{2,3}", value.found):
        value.expect("a language; allowed: two or three lower-case letters, such as en or zh")
    return value.found


def _place(value: _Value, known: frozenset[Section]) -> Place:
    fields = value.fields(Place._fields)
    section = _section(fields["section"])
    if section not in known:
        name = show(section_names.shown(section))
        fields["section"].refuse(f"{name} is not one of sections; list it there, or use one")
    return Place(section, fields["title"].text())


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
    """What makes a resource itself, and the key it stands under."""
    if entry.canonical_url is not None:
        return (entry.canonical_url,), "canonical_url"
    return (entry.places[0].section, entry.title), "title"
