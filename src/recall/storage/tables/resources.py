"""Reads of resources: plain SQL, and the one place where a row becomes a Resource."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Place, Resource, fold
from recall.storage.database.codec import as_date
from recall.storage.store import Reads

if TYPE_CHECKING:
    from recall.storage.database.connection import Row

COLUMNS = (
    "r.id, r.title, r.url, r.canonical_url, r.kind, r.language, r.minutes, r.minutes_read, "
    "r.series, r.part, r.status, r.gone, r.note, r.due, r.stability, r.difficulty, "
    "r.last_review, r.reviews, r.lapses, r.postponed_from, r.list_id, r.ordinal, "
    "r.priority, r.length, r.edited"
)
WIDTH = 25
"""How many columns that is; queries may select more behind them."""

MANY = 5_000
"""Above this many resources their places are read all at once, not by ID."""

LONGEST_PATTERN = 49_000
"""Bytes of a text that is searched: SQLite takes no longer patterns, and no title is as long."""

STILL_UNREAD = "r.status IN ('unread', 'reading') AND r.gone = false"
"""What is still to be read, and stands in its list."""

AnyResource = TypeVar("AnyResource", bound=Resource)
"""A resource, with its minutes as planned or as they are stored."""

IN_ORDER = "ORDER BY r.list_id, r.ordinal, r.id"


class Filter(NamedTuple):
    """What `list` narrows by; None is everything. text is searched in titles."""

    text: str | None = None
    status: str | None = None
    kind: str | None = None


def to_resource(row: "Row", places: tuple[Place, ...] = ()) -> Resource:
    """Make a Resource of the first WIDTH values of a row."""
    gone, note = bool(row[11]), row[12]
    where = ((row[20], row[21]), places)
    known = [*row[:11], gone, note, _card(row), *where, *row[22:24], None]
    return Resource._make([*known, "minutes" in row[24].split()])


def _card(row: "Row") -> Card:
    due, stability, difficulty, last_review, reviews, lapses, postponed_from = row[13:20]
    reviewed = as_date(last_review)
    memory = None if reviewed is None else Memory(stability, difficulty, reviewed)
    return Card(as_date(due), memory, reviews, lapses, as_date(postponed_from))


def by_id(reads: Reads, number: int) -> Resource | None:
    """The resource with this ID, with its places."""
    return _one(reads, "r.id = :id", {"id": number})


def by_ids(reads: Reads, numbers: Iterable[int]) -> list[Resource]:
    """The resources with these IDs, in any order, without their places."""
    listed = ", ".join(map(str, numbers)) or "0"
    rows = reads.rows(f"SELECT {COLUMNS} FROM resource r WHERE r.id IN ({listed})")
    return [to_resource(row) for row in rows]


def by_identity(reads: Reads, identity: str) -> Resource | None:
    """The resource with this canonical URL, also one that was given it by hand, with its places."""
    given = {"identity": identity}
    found = _one(reads, "r.identity = :identity", given)
    return found or _one(reads, "r.canonical_url = :identity AND r.edited <> ''", given)


def matching(reads: Reads, fragment: str) -> list[Resource]:
    """The resources whose title, or title in a list, holds the fragment."""
    return listed(reads, Filter(text=fragment))


def listed(reads: Reads, wanted: Filter) -> list[Resource]:
    """All resources in list order, with their places."""
    where, params = _conditions(wanted)
    rows = reads.rows(f"SELECT {COLUMNS} FROM resource r WHERE {where} {IN_ORDER}", params)
    places = places_of(reads, None if len(rows) > MANY else [row[0] for row in rows])
    return [to_resource(row, places.get(row[0], ())) for row in rows]


def with_places(reads: Reads, resources: Iterable[AnyResource]) -> list[AnyResource]:
    """The same resources with their places filled in."""
    found = list(resources)
    places = places_of(reads, [one.id for one in found])
    return [one._replace(places=places.get(one.id, ())) for one in found]


def places_of(reads: Reads, ids: list[int] | None) -> Mapping[int, tuple[Place, ...]]:
    """Where resources stand, by ID; None asks for all of them."""
    if ids is not None and not ids:
        return {}
    where = "" if ids is None else f"WHERE resource_id IN ({', '.join(map(str, ids))})"
    rows = reads.rows(
        f"SELECT resource_id, section, title FROM place {where} ORDER BY list_id, ordinal, id"
    )
    places: dict[int, tuple[Place, ...]] = {}
    for number, section, title in rows:
        places[number] = (*places.get(number, ()), Place(to_section(section), title))
    return places


SEPARATOR = "\x1f"


def from_section(section: tuple[str, ...]) -> str:
    """A path of headings as stored: joined by the unit separator, which no heading holds."""
    return SEPARATOR.join(heading.replace(SEPARATOR, " ") for heading in section)


def to_section(stored: str) -> tuple[str, ...]:
    """A stored path of headings, taken apart."""
    return tuple(stored.split(SEPARATOR)) if stored else ()


def _one(reads: Reads, condition: str, params: Mapping[str, object]) -> Resource | None:
    sql = f"SELECT {COLUMNS} FROM resource r WHERE {condition} AND r.status <> 'removed'"
    rows = reads.rows(sql, params)
    if not rows:
        return None
    return with_places(reads, [to_resource(rows[0])])[0]


def _conditions(wanted: Filter) -> tuple[str, dict[str, object]]:
    parts = ["r.status <> 'removed'"]
    params: dict[str, object] = {}
    if wanted.text is not None:
        escaped = fold(wanted.text).replace("!", "!!").replace("%", "!%").replace("_", "!_")
        fits = len(escaped.encode(errors="replace")) <= LONGEST_PATTERN
        parts.append("r.folded LIKE :text ESCAPE '!'" if fits else "1 = 0")
        params["text"] = f"%{escaped}%"
    for name in ("status", "kind"):
        value = getattr(wanted, name)
        if value is not None:
            parts.append(f"r.{name} = :{name}")
            params[name] = value
    return " AND ".join(parts), params
