"""What an import changes: compares a list with the library. Pure."""

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Entry, Mark
from recall.domain.library.labels import with_hand
from recall.domain.library.resource import (
    ASIDE,
    KIND_MINUTES,
    Link,
    Place,
    ResourceKind,
    Status,
)
from recall.domain.lists.details import with_new_links
from recall.domain.lists.marks import kept, state_after
from recall.domain.lists.section_names import BETWEEN
from recall.domain.lists.telling import gives_way

LONGEST_IDENTITY_BYTES = 2000
"""Bytes; PostgreSQL's indexes allow a little more."""

BROUGHT = "+"
"""Behind a name in `edited`: a join brought this, and no list takes it away that has none."""


class Known(NamedTuple):
    """The fields of a library's resource that an import can change.

    edited names the fields set by hand: an import leaves them alone, and with BROUGHT behind the
    name it only takes nothing away. labels_by_hand is as in
    `domain.library.labels`. here has its places in the list that is being imported, elsewhere its
    places in other lists; for a resource that is gone from all lists, they are its last places.
    mark is what the box of this list said at its last import, None if that is not known. fetched
    names the fields that came from its page.
    """

    id: int
    title: str
    url: str | None
    series: str | None
    part: int | None
    kind: ResourceKind
    language: str
    minutes: int
    status: Status
    gone: bool
    edited: frozenset[str]
    here: tuple[Place, ...]
    elsewhere: tuple[Place, ...]
    note: str | None = None
    description: str | None = None
    links: tuple[Link, ...] = ()
    labels: tuple[str, ...] = ()
    labels_by_hand: tuple[str, ...] = ()
    read_on: str | None = None
    saved_on: date | None = None
    status_before: Status | None = None
    mark: Mark | None = None
    fetched: frozenset[str] = frozenset()

    @property
    def checked(self) -> bool | None:
        """Whether the box of this list was ticked at its last import; None if that is not known."""
        return None if self.mark is None else self.mark == "read"

    @property
    def is_moved(self) -> bool:
        """Whether the person put it into another section than its list does."""
        return "section" in self.edited

    @property
    def is_shared(self) -> bool:
        """Whether another list has it too."""
        return bool(self.elsewhere) and not self.gone


class Update(NamedTuple):
    """One resource that the list changes, if only in its place.

    values has the fields to set, links and labels as in Known; read is True if it is read now.
    """

    known: Known
    entry: Entry
    values: Mapping[str, object]
    read: bool

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands in the list from now on."""
        return places_in(self.known, self.entry)


class Merge(NamedTuple):
    """Everything an import does; unchanged is a number of resources.

    Of the resources that the list no longer has, gone are in no other list, and left are
    in another.
    """

    new: tuple[tuple[str, Entry], ...]
    updated: tuple[Update, ...]
    unchanged: int
    gone: tuple[Known, ...]
    left: tuple[Known, ...] = ()


def identity(entry: Entry) -> str:
    """Return an entry's identity: its canonical URL, or else its section and title."""
    if entry.canonical_url is not None:
        return bounded(entry.canonical_url)
    return bounded(BETWEEN.join((*entry.places[0].section, entry.title)))


def bounded(key: str) -> str:
    """Shorten an identity to fit any database's unique index: a long one ends in its hash."""
    if len(key) <= LONGEST_IDENTITY_BYTES // 4:  # the bytes of a character, at most
        return key
    if len(key.encode("utf-8", "replace")) <= LONGEST_IDENTITY_BYTES:
        return key
    digest = sha256(key.encode("utf-8", "replace")).hexdigest()
    return f"{key[: LONGEST_IDENTITY_BYTES // 8]}…{digest}"


def merge(catalog: Catalog, known: Mapping[str, Known]) -> Merge:
    """Compare a list with the library.

    known is by identity; the resources of this list come in their previous order.
    """
    entries = {identity(entry): entry for entry in catalog.entries}
    stood = {
        key: resource for key, resource in known.items() if resource.here and not resource.gone
    }
    moved = _moved(list(entries), list(stood))
    updates = [
        update
        for key, entry in entries.items()
        if key in known and (update := _update(known[key], entry, catalog, moved=key in moved))
    ]
    refused = {line.text for line in catalog.skipped}
    absent = (resource for key, resource in stood.items() if key not in entries)
    missing = [resource for resource in absent if not _stays(resource, catalog, refused)]
    new = tuple((key, entry) for key, entry in entries.items() if key not in known)
    return Merge(
        new,
        tuple(updates),
        unchanged=len(entries) - len(new) - len(updates),
        gone=tuple(resource for resource in missing if not resource.is_shared),
        left=tuple(resource for resource in missing if resource.is_shared),
    )


def _stays(known: Known, catalog: Catalog, refused: Container[str]) -> bool:
    """Return whether a resource is not gone, though it is no entry of the list.

    It is in a section that the person did not choose, or a title on a line that was not taken.
    """
    if all(place.section in catalog.left_out for place in known.here):
        return True
    return known.url is None and any(place.title in refused for place in known.here)


def marks(catalog: Catalog, known: Mapping[str, Known]) -> dict[str, Mark]:
    """Return what the boxes of the list say, by identity, for its next import."""
    before = {key: resource.mark for key, resource in known.items()}
    entries = ((identity(entry), entry) for entry in catalog.entries)
    return {key: kept(entry.mark, before.get(key)) for key, entry in entries}


def same_list(incoming: Sequence[str], known: Sequence[str], enough: float) -> bool:
    """Return whether one list is an edit of the other: a share of each must be in the other.

    Both are identities. What has no link counts as the same under another heading.
    """
    now, before = set(map(_without_section, incoming)), set(map(_without_section, known))
    shared = len(now & before)
    return shared > 0 and shared >= enough * max(len(now), len(before))


def _without_section(key: str) -> str:
    return key if "://" in key else key.rpartition(BETWEEN)[2]


def _update(known: Known, entry: Entry, catalog: Catalog, *, moved: bool) -> Update | None:
    values = _values(known, entry, exact=catalog.exact)
    status = state_after(entry.mark, known.mark, known.status, known.status_before)
    is_marked_anew = known.mark not in (None, kept(entry.mark, known.mark))
    if status != known.status:
        aside = known.status if status in ASIDE else None
        values |= {"status": status, "status_before": aside}
    if values or moved or is_marked_anew or known.here != places_in(known, entry):
        return Update(known, entry, values, read=values.get("status") == "read")
    return None


def places_in(known: Known, entry: Entry) -> tuple[Place, ...]:
    """Return where a resource stands in a list: as the list says, unless the person moved it."""
    if not known.is_moved or not known.here:
        return entry.places
    return tuple(Place(place.section, entry.places[0].title) for place in known.here)


def _values(known: Known, entry: Entry, *, exact: bool) -> dict[str, object]:
    """Return the fields that the list changes and the person has not set by hand.

    Kind, language and minutes count only if the list gives them: a guess is no news.

    A resource in several lists stays as it is: the lists would overwrite each other's values. A
    title that says nothing gives way wherever a better one comes from, and never takes its place.
    """
    wanted: dict[str, object] = {"gone": False, **_details(known, entry)}
    if known.note is None and entry.note is not None:
        wanted["note"] = entry.note
    if not gives_way(entry.title, known.title, entry.url):
        is_better = gives_way(known.title, entry.title, known.url)
        wanted["title"] = entry.title if is_better or not known.is_shared else known.title
    if not known.is_shared:
        wanted["url"] = entry.url
        wanted |= {"series": entry.series, "part": entry.part}
    if exact and not known.is_shared:
        wanted |= _measured(known, entry)
    return {
        name: value
        for name, value in wanted.items()
        if name not in known.edited
        and getattr(known, name) != value
        and (value or name + BROUGHT not in known.edited)
    }


def _measured(known: Known, entry: Entry) -> dict[str, object]:
    """Return kind, language and minutes of an exact list, but for what the page said better.

    Minutes that the list gives, and not its kind alone, are better than those of the page.
    """
    usual = entry.minutes == KIND_MINUTES[entry.kind]
    better = known.fetched if usual else known.fetched - {"minutes"}
    wanted = {"kind": entry.kind, "language": entry.language, "minutes": entry.minutes}
    return {name: value for name, value in wanted.items() if name not in better}


def _details(known: Known, entry: Entry) -> dict[str, object]:
    """Return what the list says beside title and link.

    In several lists each adds what is missing. Labels that the person took off stay off.
    """
    if not known.is_shared:
        return {
            "description": entry.description,
            "links": with_new_links(known.links, entry.links)
            if "links" + BROUGHT in known.edited
            else entry.links,
            "labels": with_hand(entry.labels, known.labels_by_hand),
            "read_on": entry.read_on,
            "saved_on": entry.saved_on,
        }
    return {
        "description": known.description or entry.description,
        "links": with_new_links(known.links, entry.links),
        "labels": with_hand((*known.labels, *entry.labels), known.labels_by_hand),
        "read_on": known.read_on or entry.read_on,
        "saved_on": known.saved_on or entry.saved_on,
    }


def _moved(now: Sequence[str], before: Sequence[str]) -> set[str]:
    """Return what changed its place: all but the longest subsequence that kept its order."""
    rank = {key: number for number, key in enumerate(now)}
    stayed = [key for key in before if key in rank]
    return set(stayed) - _longest_rising([rank[key] for key in stayed], stayed)


def _longest_rising(ranks: Sequence[int], keys: Sequence[str]) -> set[str]:
    """Return the keys of a longest strictly rising subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for index, rank in enumerate(ranks):
        spot = bisect_left(tails, rank)
        previous.append(tail_at[spot - 1] if spot else -1)
        tails[spot : spot + 1] = [rank]
        tail_at[spot : spot + 1] = [index]
    rising = set()
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        rising.add(keys[index])
        index = previous[index]
    return rising
