"""Reads of resources: plain SQL, and the one place where a row becomes a Resource."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Place, Resource, ResourceKind, Status, fold
from recall.domain.library.when_read import READ_ON_SAID
from recall.storage.database.codec import as_date, to_section
from recall.storage.reads import Reads
from recall.storage.tables.details import to_lines, to_links

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row

_NOT_STORED = ("card", "order", "places", "again_minutes", "minutes_given", "read_on_said")
_OWN = tuple(name for name in Resource._fields if name not in _NOT_STORED)
_CARD = ("due", "reviews", "lapses", "postponed_from")
_REST = ("list_id", "ordinal", "edited")
_TRUTHS = ("gone", "once")
_DECODED = ("links", "labels", "saved_on", "fetched", "fetched_on")
_NO_NAMES: frozenset[str] = frozenset()
_MADE = (*_NOT_STORED, *_TRUTHS, *_DECODED)
_NAMES = (*_OWN, *_CARD, *Memory._fields, *_REST)


def _by_name(
    names: Iterable[str], among: tuple[str, ...] = _NAMES
) -> Callable[[Any], tuple[Any, ...]]:
    """Return what picks values by the names of their columns, where `among` has them."""
    return itemgetter(*map(among.index, names))


_rest_of, _card_of = _by_name((*_TRUTHS, *_DECODED, *_REST)), _by_name((*_CARD, *Memory._fields))
_fields_of = _by_name(Resource._fields, (*_MADE, *_NAMES))

COLUMNS = ", ".join(f"r.{name}" for name in _NAMES)
"""What a SELECT needs for to_resource(): a field of the type is a column of the same name."""

MANY = 5_000
"""For more resources than this, all places are read instead of those by ID."""

LONGEST_PATTERN = 49_000
"""The most bytes of a search text: SQLite refuses longer patterns, and no title is as long."""

STILL_UNREAD = "r.status IN ('unread', 'reading') AND r.gone = false"
"""Selects what is still to be read and not gone from its list."""

AnyResource = TypeVar("AnyResource", bound=Resource)
"""A resource, with its minutes as planned or as they are stored."""

_JOINED = "SELECT j.joined_into FROM resource j WHERE j.joined_into IS NOT NULL"

IN_ORDER = "ORDER BY r.list_id, r.ordinal, r.id"


class Filter(NamedTuple):
    """The filters of `list`; None is everything.

    text is searched in titles. ids are those of the resources to look at.
    """

    text: str | None = None
    status: Status | None = None
    kind: ResourceKind | None = None
    ids: Collection[int] | None = None


def to_resource(row: "Row") -> Resource:
    """Make a Resource, without its places, of a row with exactly COLUMNS."""
    gone, once, links, labels, saved_on, fetched, fetched_on, *rest = _rest_of(row)
    list_id, ordinal, edited = rest
    by_hand = edited.split()
    given, said = "minutes" in by_hand, READ_ON_SAID in by_hand
    of_page = frozenset(fetched.split()) if fetched else _NO_NAMES
    days = (as_date(saved_on), of_page, as_date(fetched_on))
    decoded = (to_links(links), to_lines(labels), *days)
    # SQLite has no truth values. In the order of _MADE, before the row:
    own = (_card(row), (list_id, ordinal), (), None, given, said)
    made = (*own, bool(gone), bool(once), *decoded)
    return Resource._make(_fields_of((*made, *row)))


def parted(rows: "Iterable[Row]") -> "Iterator[tuple[Resource, Row]]":
    """Give the Resource of each row, and what the query selected behind COLUMNS."""
    width = len(_NAMES)
    for row in rows:
        yield to_resource(row[:width]), row[width:]


def _card(row: "Row") -> Card:
    due, reviews, lapses, postponed_from, stability, difficulty, last_review = _card_of(row)
    reviewed, memory = as_date(last_review), None
    if reviewed is not None:
        memory = Memory(stability, difficulty, reviewed)
    return Card(
        due=as_date(due),
        memory=memory,
        reviews=reviews,
        lapses=lapses,
        postponed_from=as_date(postponed_from),
    )


def by_id(reads: Reads, number: int) -> Resource | None:
    """Return the resource with this ID, with its places."""
    return _one(reads, "r.id = :id", {"id": number})


def by_ids(reads: Reads, numbers: Iterable[int]) -> list[Resource]:
    """Return the resources with these IDs, in any order, without their places."""
    listed = ", ".join(map(str, numbers)) or "0"
    rows = reads.rows(f"SELECT {COLUMNS} FROM resource r WHERE r.id IN ({listed})")
    return [to_resource(row) for row in rows]


def by_identity(reads: Reads, identity: str) -> Resource | None:
    """Return the resource with this canonical URL, original or set by hand, with its places.

    The address of one that was joined into another is an address of that.
    """
    given = {"identity": identity}
    found = _one(reads, "r.identity = :identity", given)
    found = found or _one(reads, "r.canonical_url = :identity AND r.edited <> ''", given)
    joined = "j.identity = :identity OR j.canonical_url = :identity"
    return found or _one(reads, f"r.id = ({_JOINED} AND ({joined}) LIMIT 1)", given)


def by_joined_id(reads: Reads, number: int) -> Resource | None:
    """Return the resource that the one with this ID was joined into, with its places."""
    return _one(reads, f"r.id = ({_JOINED} AND j.id = :id)", {"id": number})


def matching(reads: Reads, fragment: str) -> list[Resource]:
    """Return the resources whose title, or title in a list, contains the fragment."""
    return listed(reads, Filter(text=fragment))


def listed(reads: Reads, wanted: Filter) -> list[Resource]:
    """Return the resources that pass a filter in list order, with their places."""
    where, params = _conditions(wanted)
    rows = reads.rows(f"SELECT {COLUMNS} FROM resource r WHERE {where} {IN_ORDER}", params)
    among = wanted.ids
    found = (
        resource for resource in map(to_resource, rows) if among is None or resource.id in among
    )
    return with_places(reads, found)


def still_unread(reads: Reads) -> list[Resource]:
    """Return everything that is still to be read, in list order, with its places."""
    rows = reads.rows(f"SELECT {COLUMNS} FROM resource r WHERE {STILL_UNREAD} {IN_ORDER}")
    return with_places(reads, map(to_resource, rows))


def with_places(reads: Reads, resources: Iterable[AnyResource]) -> list[AnyResource]:
    """Return the same resources with their places filled in."""
    found = list(resources)
    places = places_of(reads, None if len(found) > MANY else [resource.id for resource in found])
    return [resource._replace(places=places.get(resource.id, ())) for resource in found]


def places_of(reads: Reads, ids: list[int] | None) -> Mapping[int, tuple[Place, ...]]:
    """Return places by resource ID; None asks for all resources."""
    if ids is not None and not ids:
        return {}
    where = "" if ids is None else f"WHERE resource_id IN ({', '.join(map(str, ids))})"
    rows = reads.rows(
        f"SELECT resource_id, section, title FROM place {where} ORDER BY list_id, ordinal, id"
    )
    places: dict[int, list[Place]] = {}
    for number, section, title in rows:
        places.setdefault(number, []).append(Place(to_section(section), title))
    return {number: tuple(some) for number, some in places.items()}


def labels_by_hand(reads: Reads, number: int) -> tuple[str, ...]:
    """Return what the person did with a resource's labels, as in `domain.library.labels`."""
    ((stored,),) = reads.rows("SELECT labels_by_hand FROM resource WHERE id = :id", {"id": number})
    return to_lines(stored)


def labels_in_use(reads: Reads) -> Iterator[str]:
    """Give the labels of all resources, as often as they have them."""
    rows = reads.rows(
        "SELECT labels FROM resource WHERE labels IS NOT NULL AND status <> 'removed' ORDER BY id"
    )
    for (stored,) in rows:
        yield from to_lines(stored)


def _one(reads: Reads, condition: str, params: Mapping[str, object]) -> Resource | None:
    sql = f"SELECT {COLUMNS} FROM resource r WHERE {condition} AND r.status <> 'removed'"
    rows = reads.rows(sql, params)
    if not rows:
        return None
    return with_places(reads, [to_resource(rows[0])])[0]


def pattern(text: str) -> str:
    """Return what LIKE compares with, case and width aside, wherever the text stands."""
    return f"%{fold(text).replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"


def _conditions(wanted: Filter) -> tuple[str, dict[str, object]]:
    parts = ["r.status <> 'removed'"]
    params: dict[str, object] = {}
    if wanted.text is not None:
        params["text"] = title = pattern(wanted.text)
        fits = len(title.encode(errors="replace")) <= LONGEST_PATTERN
        parts.append("r.folded LIKE :text ESCAPE '!'" if fits else "1 = 0")
    if wanted.ids is not None and len(wanted.ids) <= MANY:
        parts.append(f"r.id IN ({', '.join(map(str, wanted.ids)) or '0'})")
    for name in ("status", "kind"):
        value = getattr(wanted, name)
        if value is not None:
            parts.append(f"r.{name} = :{name}")
            params[name] = value
    return " AND ".join(parts), params
