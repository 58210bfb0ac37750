"""Who has moved a resource to another section since list and library last agreed. Pure.

Only a resource with a link, in one place of the list, can be followed: by its link it is known
wherever it stands.
"""

from collections.abc import Iterable, Mapping

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Place, Section
from recall.domain.lists.details import storable
from recall.domain.lists.merge import Known, Update, identity
from recall.domain.lists.syncing.base import BaseEntry

_OF_A_BOX = ("status", "status_before", "read_on", "gone")
"""The fields that a box changes."""


def sections_before(base: Iterable[BaseEntry]) -> dict[str, Section]:
    """Return the section of each resource that stood in one line, by identity."""
    found: dict[str, Section | None] = {}
    for entry in base:
        found[entry.key] = None if entry.key in found else tuple(map(storable, entry.section))
    return {key: section for key, section in found.items() if section is not None}


def moved_to(known: Known, now: Section, before: Section | None) -> Section | None:
    """Return the section to which the library has moved a resource; None if it has not.

    now is its section in the file, before that at the last agreement. If both sides have moved it,
    the file counts, unless the person moved it in recall.
    """
    if known.gone or len(known.here) != 1 or known.url is None:
        return None
    (place,) = known.here
    if place.section in (now, before, ()):
        return None
    return place.section if known.is_moved or now == before else None


def as_in_library(
    catalog: Catalog, before: Mapping[str, Section], known: Mapping[str, Known]
) -> Catalog:
    """Return a list with each resource in the section to which the library has moved it."""
    entries = [_entry(entry, before, known) for entry in catalog.entries]
    if all(entry is other for entry, other in zip(entries, catalog.entries, strict=True)):
        return catalog
    return catalog._replace(entries=tuple(entries))


def _entry(entry: Entry, before: Mapping[str, Section], known: Mapping[str, Known]) -> Entry:
    key = identity(entry)
    if key not in known or len(entry.places) != 1 or entry.canonical_url is None:
        return entry
    (place,) = entry.places
    section = moved_to(known[key], place.section, before.get(key))
    return entry if section is None else entry._replace(places=(Place(section, place.title),))


def ticked_only(update: Update) -> Update:
    """Return an update that takes a tick of the file, and leaves title and place as they are."""
    values = {name: value for name, value in update.values.items() if name in _OF_A_BOX}
    entry = update.entry
    if entry.canonical_url is not None and update.known.here:
        entry = entry._replace(places=update.known.here)
    return update._replace(values=values, entry=entry)
