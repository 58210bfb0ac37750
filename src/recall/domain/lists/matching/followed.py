"""Follows the resources of a list through an edit of it: same IDs under other identities."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.lists.matching.lines import Line
from recall.domain.lists.matching.matching import EditedList, Matches, Pair, match
from recall.domain.lists.merge import Known, Merge, Update, identity

GUESSED = ("kind", "language", "minutes")
"""What is guessed of a resource by its link; a new link is a reason to guess again."""


class Followed(NamedTuple):
    """What the library knows, by the identities of the list as it is now; and the likely pairs."""

    known: Mapping[str, Known]
    sure: Sequence[Pair]
    likely: Sequence[Pair]


def follow(catalog: Catalog, known: Mapping[str, Known], certain: Sequence[Pair] = ()) -> Followed:
    """Find the resources of a list that it now has under other identities.

    known is by identity; the resources of this list come in their previous order. certain are
    pairs that are known already.
    """
    stood = renamed(known, certain)
    found = _matches(catalog, stood) if stood else Matches()
    return Followed(renamed(stood, found.sure), (*certain, *found.sure), found.likely)


def renamed(known: Mapping[str, Known], pairs: Sequence[Pair]) -> Mapping[str, Known]:
    """Return what is known by new identities, in the same order."""
    now = dict(pairs)
    return {now.get(key, key): resource for key, resource in known.items()} if now else known


def readdressed(merged: Merge, followed: Followed, catalog: Catalog) -> Merge:
    """Return an import with what follows from the new links of what was followed."""
    if not followed.sure:
        return merged
    entries = {identity(entry): entry for entry in catalog.entries}
    updates = {identity(update.entry): update for update in merged.updated}
    for _, key in followed.sure:
        known, entry = followed.known[key], entries[key]
        update = updates.get(key) or Update(known, entry, {}, read=False)
        updates[key] = update._replace(values={**_address(known, entry), **update.values})
    unchanged = merged.unchanged - (len(updates) - len(merged.updated))
    return merged._replace(updated=tuple(updates.values()), unchanged=unchanged)


def _address(known: Known, entry: Entry) -> dict[str, Any]:
    """Return the fields that follow from the link, unless the person set that by hand."""
    if "url" in known.edited:
        return {}
    values: dict[str, Any] = {"canonical_url": entry.canonical_url}
    if known.url is None and entry.url is not None:
        values |= {
            name: getattr(entry, name)
            for name in GUESSED
            if name not in known.edited and getattr(entry, name) != getattr(known, name)
        }
    return values


def _matches(catalog: Catalog, known: Mapping[str, Known]) -> Matches:
    entries = {identity(entry): entry for entry in catalog.entries}
    fresh = frozenset(key for key in entries if key not in known)
    stood = {
        key: resource for key, resource in known.items() if resource.here and not resource.gone
    }
    arrived = frozenset(
        key for key in entries if key in known and not known[key].here and not known[key].gone
    )
    if not fresh and not arrived:
        return Matches()
    absent = {key: resource for key, resource in known.items() if key not in entries}
    missing = {key: resource for key, resource in absent.items() if key in stood}
    lost = {
        key: resource
        for key, resource in absent.items()
        if resource.gone and (resource.here or resource.elsewhere)
    }
    return match(
        EditedList(
            before=[_stood(key, resource) for key, resource in stood.items()],
            now=[_line(key, entry) for key, entry in entries.items()],
            fresh=fresh,
            missing=frozenset(key for key, resource in missing.items() if not resource.is_shared),
            shared=frozenset(key for key, resource in missing.items() if resource.is_shared),
            lost=[_stood(key, resource) for key, resource in lost.items() if resource.here],
            lost_elsewhere=[
                _stood(key, resource) for key, resource in lost.items() if not resource.here
            ],
            arrived=arrived,
        )
    )


def _stood(key: str, known: Known) -> Line:
    """Return a line with the link that the list had, even if the person has changed it since."""
    of_the_list = key if "://" in key else None
    url = of_the_list if "url" in known.edited else known.url
    place = (known.here or known.elsewhere)[0]
    return Line(key, place.title, url, place.section)


def _line(key: str, entry: Entry) -> Line:
    return Line(key, entry.places[0].title, entry.url, entry.places[0].section)
