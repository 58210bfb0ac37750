"""Gives the entries of a list the identities by which the library knows them."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.lists.matching.matching import Pair
from recall.domain.lists.merge import Known, identity
from recall.storage.reads import Reads
from recall.storage.tables import lists
from recall.usecases.lists.cataloging import joined


class Addresses(NamedTuple):
    """Other identities of resources, each with the one that the library keeps.

    corrected are those of links that were changed by hand, joined those of resources that were
    joined into others.
    """

    corrected: Mapping[str, str]
    joined: Mapping[str, str]

    def renamed(self, pairs: Sequence[Pair]) -> "Addresses":
        """Return the same for resources that have new identities."""
        now = dict(pairs)
        return Addresses(*({key: now.get(kept, kept) for key, kept in of.items()} for of in self))


def addresses(reads: Reads) -> Addresses:
    """Return the other identities of all resources."""
    return Addresses(lists.corrected(reads), lists.joined(reads))


def as_known(catalog: Catalog, known: Mapping[str, Known], others: Addresses) -> Catalog:
    """Return the list with each entry under the identity that the library has for it.

    A link that was changed by hand may be changed in the list too, or not: it stays one resource,
    unless the list has both. What was joined stays one also then.
    """
    if not others.corrected and not others.joined:
        return catalog
    present = {identity(entry) for entry in catalog.entries}
    found: dict[str, list[Entry]] = {}
    own: dict[str, Entry] = {}
    for entry in catalog.entries:
        key = identity(entry)
        kept = kept_identity(key, known, others, present)
        if key in known:
            own[key] = entry
        elif key in others.joined:
            entry = _as(known[kept], entry, kept)  # noqa: PLW2901 - the same entry, as it is known
        elif kept != key:
            entry = entry._replace(canonical_url=kept)  # noqa: PLW2901 - as above
        found.setdefault(kept, []).append(entry)
    united = (_united(key, entries, own.get(key)) for key, entries in found.items())
    return catalog._replace(entries=tuple(united))


def kept_identity(
    key: str, known: Container[str], others: Addresses, present: Container[str]
) -> str:
    """Return the identity that the library has for one of a list; present are all of the list."""
    if key in known:
        return key
    if (kept := others.joined.get(key)) is not None:
        return kept
    corrected = others.corrected.get(key, key)
    return key if corrected in present else corrected


def _as(known: Known, entry: Entry, key: str) -> Entry:
    """Return an entry as one of a resource that it was joined into: title and link are that's.

    A title that the list did not have before is news, and taken.
    """
    stood = {place.title for place in known.here}
    return entry._replace(
        canonical_url=key,
        url=known.url,
        title=entry.title if stood and entry.title not in stood else known.title,
        series=known.series,
        part=known.part,
    )


def _united(key: str, entries: list[Entry], own: Entry | None) -> Entry:
    """Make one entry of all that are one resource, with the title and link of its own entry.

    Its identity is the key: another place may stand first now.
    """
    if len(entries) == 1:
        return entries[0]
    places = tuple(dict.fromkeys(place for one in entries for place in one.places))
    others = [one for one in entries if one is not own]
    entry = joined([*([own] if own else []), *others])
    return entry._replace(places=places, canonical_url=key)
