"""Catalogs for tests: a valid file, a table of bad ones, and strategies for both."""

import copy
from typing import Any, NamedTuple

from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import KINDS, LINK_ROLES, Link, Place

GONE = object()
"""In a Change: the value is removed."""


class Change(NamedTuple):
    """One change to the valid file: a new value at a path, or GONE to remove it."""

    path: tuple[str | int, ...]
    value: Any


class Bad(NamedTuple):
    """A file one change away from a valid one, and the expected error.

    beyond_schema is why a JSON Schema cannot refuse it; None if it must.
    """

    change: Change
    where: str
    says: str
    beyond_schema: str | None = None


def valid() -> dict[str, Any]:
    """Return a valid file as decoded JSON: a series, a resource without a link, two places."""
    return {
        "schema": 1,
        "identity_rules": 1,
        "name": "reading",
        "sections": [["GPU"], ["GPU", "CUDA"], ["空"]],
        "resources": [
            _resource(title="CUDA（一）", series="CUDA", part=1),
            _resource(title="A book", url=None, canonical_url=None, kind="book", read=True),
            _resource(
                title="GEMM",
                url="https://example.org/gemm#top",
                canonical_url="https://example.org/gemm",
                places=[
                    {"section": ["GPU", "CUDA"], "title": "GEMM"},
                    {"section": ["GPU"], "title": "GEMM, again"},
                ],
                links=[{"role": "code", "text": "repo", "url": "https://example.org/code"}],
                labels=["gpu"],
                begun=True,
            ),
        ],
    }


def changed(change: Change) -> Any:
    """Return the valid file with one change."""
    data: Any = {"file": valid()}
    *parents, last = ("file", *change.path)
    holder = data
    for step in parents:
        holder = holder[step]
    if change.value is GONE:
        del holder[last]
    else:
        holder[last] = copy.deepcopy(change.value)
    return data["file"]


def _resource(**fields: Any) -> dict[str, Any]:
    usual = {
        "title": "CUDA",
        "url": "http://example.org/1",
        "canonical_url": "https://example.org/1",
        "kind": "article",
        "language": "en",
        "minutes": 30,
        "series": None,
        "part": None,
        "read": False,
        "places": [{"section": ["GPU"], "title": "CUDA"}],
    }
    return usual | fields


def _bad(path: str, /, value: Any, says: str, *, at: str = "", beyond: str | None = None) -> Bad:
    """Return a bad value at a dotted path; at is where it is reported, if elsewhere."""
    steps = tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)
    written = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).lstrip(".")
    return Bad(Change(steps, value), at or written or "the top level", says, beyond)


INTEGERS = "JSON Schema counts 1.0 among the integers"
HALF_PAIRS = "without Unicode mode a pattern against half pairs refuses whole emoji too"
CALENDAR = "a schema does not know how long a month is"
ELSEWHERE = "a schema cannot compare a value with others elsewhere in the file"

_FIRST, _SECOND, _THIRD = "resources.0", "resources.1", "resources.2"
BAD = (
    _bad("", [], "a list is not an object"),
    _bad("", None, "null is not an object"),
    _bad("schema", 2, "2 is not a version this recall reads; allowed: 1"),
    _bad("schema", value=True, says="true is not a version"),
    _bad("schema", 1.0, "1.0 is not a version", beyond=INTEGERS),
    _bad("schema", GONE, "the key 'schema' is missing", at="the top level"),
    _bad("identity_rules", 0, "0 is not a whole number from 1 to 10000"),
    _bad("$schema", 1, "1 is not text"),
    _bad("nmae", "x", "unknown key 'nmae'; did you mean 'name'?", at="the top level"),
    _bad("zzz", 1, "unknown key 'zzz'; allowed: schema, identity_rules", at="the top level"),
    _bad("a\nb", 1, r"unknown key 'a\nb'", at="the top level"),
    _bad("name", "", "'' is blank"),
    _bad("name", " \u3000", "is blank; some text is needed"),
    _bad("name", None, "null is not text"),
    _bad("name", "a\0b", r"the character '\x00' cannot be stored"),
    _bad("name", "\ud800", r"the character '\ud800' cannot be stored", beyond=HALF_PAIRS),
    _bad("sections", {}, "an object is not a list"),
    _bad("sections.1", "GPU", "'GPU' is not a list"),
    _bad("sections.1.0", 7, "7 is not text"),
    _bad("sections.1.0", "", "'' is blank"),
    _bad("sections.2", ["GPU"], "sections[2] is the same as sections[0]", at="sections"),
    _bad("sections", [0.5, None, None], "sections[2] is the same as sections[1]", at="sections"),
    _bad("resources", None, "null is not a list"),
    _bad(_FIRST, "x" * 100, f"'{'x' * 60}…' is not an object"),
    _bad(f"{_FIRST}.tilte", 1, "unknown key 'tilte'; did you mean 'title'?", at="resources[0]"),
    _bad(f"{_FIRST}.$schema", "x", "unknown key '$schema'", at="resources[0]"),
    _bad(f"{_FIRST}.places", GONE, "the key 'places' is missing", at="resources[0]"),
    _bad(f"{_FIRST}.title", "", "'' is blank"),
    _bad(f"{_FIRST}.title", "x" * 10_001, "10001 characters are too many; at most 10000"),
    _bad(f"{_FIRST}.url", 5, "5 is not text"),
    _bad(f"{_FIRST}.url", "javascript:alert(1)", "allowed: http://…, https://… and file://…"),
    _bad(f"{_FIRST}.url", "ftp://example.org", "is not a link"),
    _bad(f"{_FIRST}.url", "http\u017f://example.org", "is not a link"),
    _bad(f"{_FIRST}.url", " https://example.org", "is not a link"),
    _bad(f"{_FIRST}.url", "https://", "is not a link"),
    _bad(f"{_FIRST}.url", "https:// ", "is not a link"),
    _bad(f"{_FIRST}.url", "https://" + "x" * 7_993, "8001 characters are too many; at most 8000"),
    _bad(f"{_FIRST}.url", "https://a\0b", r"the character '\x00'"),
    _bad(f"{_FIRST}.url", None, "is null exactly when url", at="resources[0].canonical_url"),
    _bad(f"{_FIRST}.canonical_url", None, "null is not right for this url"),
    _bad(f"{_FIRST}.canonical_url", "", "'' is blank"),
    _bad(f"{_FIRST}.canonical_url", "x" * 96_001, "96001 characters are too many"),
    _bad(f"{_SECOND}.canonical_url", "https://example.org/2", "is not right for this url"),
    _bad(f"{_THIRD}.kind", "vidio", "'vidio' is not a kind; allowed: article, paper, video"),
    _bad(f"{_THIRD}.kind", ["book"], "a list is not a kind"),
    _bad(f"{_FIRST}.language", "EN", "'EN' is not a language; allowed: two or three lower-case"),
    _bad(f"{_FIRST}.language", "en\n", r"'en\n' is not a language"),
    _bad(f"{_FIRST}.language", "engl", "'engl' is not a language"),
    _bad(f"{_FIRST}.language", None, "null is not a language"),
    _bad(f"{_FIRST}.minutes", 0, "0 is not a whole number from 1 to 60000"),
    _bad(f"{_FIRST}.minutes", 60_001, "60001 is not a whole number"),
    _bad(f"{_FIRST}.minutes", 10**400, "a huge number is not a whole number"),
    _bad(f"{_FIRST}.minutes", value=True, says="true is not a whole number"),
    _bad(f"{_FIRST}.minutes", "30", "'30' is not a whole number"),
    _bad(f"{_FIRST}.minutes", 1.5, "1.5 is not a whole number"),
    _bad(f"{_FIRST}.minutes", float("nan"), "NaN is not a whole number"),
    _bad(f"{_FIRST}.minutes", 30.0, "30.0 is not a whole number", beyond=INTEGERS),
    _bad(f"{_FIRST}.series", "", "'' is blank"),
    _bad(f"{_FIRST}.series", None, "a part without a series", at="resources[0].part"),
    _bad(f"{_FIRST}.part", -1, "-1 is not a whole number from 0 to 10000"),
    _bad(f"{_FIRST}.part", value=False, says="false is not a whole number"),
    _bad(f"{_SECOND}.part", 3, "a part without a series; name the series"),
    _bad(f"{_FIRST}.read", 1, "1 is not true or false"),
    _bad(f"{_FIRST}.read", None, "null is not true or false"),
    _bad(f"{_FIRST}.places", [], "the list is empty"),
    _bad(f"{_FIRST}.places.0", None, "null is not an object"),
    _bad(f"{_FIRST}.places.0.line", 3, "unknown key 'line'", at="resources[0].places[0]"),
    _bad(f"{_FIRST}.places.0.title", "\t", r"'\t' is blank"),
    _bad(f"{_FIRST}.begun", 1, "1 is not true or false"),
    _bad(f"{_SECOND}.begun", value=True, says="is wrong beside read; only one of read, begun"),
    _bad(f"{_SECOND}.dropped", value=True, says="is wrong beside read; only one of read, begun"),
    _bad(f"{_THIRD}.dropped", value=True, says="is wrong beside begun; only one of read, begun"),
    _bad(f"{_FIRST}.description", " ", "' ' is blank"),
    _bad(f"{_FIRST}.note", "x" * 10_001, "10001 characters are too many"),
    _bad(f"{_FIRST}.labels", "gpu", "'gpu' is not a list"),
    _bad(f"{_FIRST}.labels", ["a", "b", "a"], "labels[2] is the same as"),
    _bad(f"{_THIRD}.labels.0", "", "'' is not a label"),
    _bad(f"{_THIRD}.labels.0", "a\nb", r"'a\nb' is not a label; allowed: some text on one line"),
    _bad(f"{_THIRD}.labels.0", "x" * 101, "101 characters are too many; at most 100"),
    _bad(f"{_THIRD}.links.0.role", "repo", "'repo' is not a role; allowed: work, paper, code"),
    _bad(f"{_THIRD}.links.0.text", "a\tb", r"'a\tb' is not one line of text"),
    _bad(f"{_THIRD}.links.0.text", GONE, "the key 'text' is missing", at="resources[2].links[0]"),
    _bad(f"{_THIRD}.links.0.url", "javascript:x", "allowed: http://…, https://… and file://…"),
    _bad(f"{_THIRD}.links.0.url", "https://a\nb", "is not a link"),
    _bad(f"{_THIRD}.links.0.url", None, "null is not text"),
    _bad(f"{_FIRST}.read_on", "May 2024", "is not a date of reading; allowed: 2024, 2024-05"),
    _bad(f"{_FIRST}.read_on", "2024-5-1", "is not a date of reading"),
    _bad(f"{_FIRST}.read_on", "2024-05\n", "is not a date of reading"),
    _bad(f"{_FIRST}.read_on", 2024, "2024 is not a date of reading"),
    _bad(f"{_FIRST}.saved_on", "2024-05", "'2024-05' is not a date; allowed: a day such as"),
    _bad(f"{_FIRST}.saved_on", "2024-02-30", "is in no calendar", beyond=CALENDAR),
    _bad(f"{_FIRST}.read_on", "2024-13", "'2024-13' is in no calendar", beyond=CALENDAR),
    _bad(
        f"{_THIRD}.places.1.section",
        ["GPU", "Cuda"],
        "'GPU › Cuda' is not one of sections",
        beyond=ELSEWHERE,
    ),
    _bad(
        f"{_THIRD}.canonical_url",
        "https://example.org/1",
        "the same resource as resources[0]",
        beyond=ELSEWHERE,
    ),
    _bad(
        _THIRD,
        valid()["resources"][1],
        "the same resource as resources[1]",
        at="resources[2].title",
        beyond=ELSEWHERE,
    ),
)

GOOD = (
    Change((), valid()),
    Change(("$schema",), "./catalog.schema.json"),
    Change(("resources",), []),
    Change(("resources", 0, "url"), "HTTPS://example.org/a b/中文?q=🙂"),
    Change(("resources", 0, "url"), "file:///home/me/My%20book.pdf"),
    Change(("resources", 0, "url"), "https://" + "x" * 7_992),
    Change(("resources", 0, "title"), "x" * 10_000),
    Change(("resources", 0, "title"), "🙂 \x1b[31m <b>\u202e"),
    Change(("resources", 0, "minutes"), 60_000),
    Change(("resources", 0, "part"), None),
    Change(("resources", 0, "part"), 0),
    Change(("resources", 0, "part"), 10_000),
    Change(("resources", 0, "language"), "yue"),
    Change(("resources", 1, "series"), "a series without parts"),
    Change(("resources", 0, "dropped"), value=True),
    Change(("resources", 0, "links"), []),
    Change(("resources", 2, "links", 0, "text"), ""),
    Change(("resources", 2, "labels", 0), "x" * 100),
    Change(("resources", 0, "description"), "two\nlines"),
    Change(("resources", 0, "note"), None),
    Change(("resources", 1, "read_on"), "2024"),
    Change(("resources", 1, "read_on"), "2024-05"),
    Change(("resources", 1, "read_on"), "2024-02-29"),
    Change(("resources", 1, "read_on"), None),
    Change(("resources", 0, "saved_on"), "1999-12-31"),
)

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
)
TEXTS = TEXTS.filter(lambda text: not text.isspace())
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)
SECTIONS = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TELLING = st.sampled_from([bad.change.value for bad in BAD if bad.change.value is not GONE])
"""Values that are wrong somewhere, which find more than random ones."""


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Return any valid catalog."""
    sections = tuple(draw(st.lists(SECTIONS, unique=True, min_size=1, max_size=4)))
    entries = draw(st.lists(_entries(sections), max_size=4, unique_by=_identity))
    return Catalog(draw(TEXTS), sections, tuple(entries))


@st.composite
def _entries(draw: st.DrawFn, sections: tuple[tuple[str, ...], ...]) -> Entry:
    link = draw(st.none() | TEXTS.map("https://{}".format))
    series = draw(st.none() | TEXTS)
    places = st.builds(Place, st.sampled_from(sections), TEXTS)
    links = st.builds(
        Link, st.sampled_from(LINK_ROLES), st.just("") | WORDS, WORDS.map("https://{}".format)
    )
    state = draw(st.sampled_from(["", "read", "begun", "dropped"]))
    return Entry(
        title=draw(TEXTS),
        url=link,
        canonical_url=None if link is None else draw(TEXTS),
        kind=draw(st.sampled_from(KINDS)),
        language=draw(st.sampled_from(["en", "zh", "yue"])),
        minutes=draw(st.integers(1, 60_000)),
        series=series,
        part=None if series is None else draw(st.none() | st.integers(1, 10_000)),
        read=state == "read",
        places=tuple(draw(st.lists(places, min_size=1, max_size=3))),
        links=tuple(draw(st.lists(links, max_size=2))),
        begun=state == "begun",
        dropped=state == "dropped",
        description=draw(st.none() | TEXTS),
        note=draw(st.none() | TEXTS),
        labels=tuple(draw(st.lists(WORDS, max_size=2, unique=True))),
        read_on=draw(st.none() | st.sampled_from(["2024", "2024-05", "2024-05-01"])),
        saved_on=draw(st.none() | st.dates()),
    )


def _identity(entry: Entry) -> object:
    return entry.canonical_url or (entry.places[0].section, entry.title)


@st.composite
def mutations(draw: st.DrawFn) -> Any:
    """Return the valid file with one value replaced, removed, or added under a new key."""
    path = draw(st.sampled_from(list(_paths(valid()))))
    kind = draw(st.sampled_from(["replace", "take out", "add"]))
    if kind == "take out" and path:
        return changed(Change(path, GONE))
    value = draw(TELLING | JSON)
    named = path and isinstance(path[-1], str)
    if kind == "add" and named:
        path = (*path[:-1], draw(st.text() | st.sampled_from(["$schema", "line", "minute"])))
    return changed(Change(path, value))


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> Any:
    yield path
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _paths(value, (*path, step))
