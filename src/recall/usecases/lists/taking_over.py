"""What was added by hand and stands in a list now belongs to that list."""

from collections.abc import Mapping

from recall.domain.library.catalog import Catalog
from recall.domain.lists.merge import Known, identity
from recall.storage.reads import Reads
from recall.storage.tables.changes import places
from recall.usecases.lists.which_list import list_by_hand


def taken_over(reads: Reads, catalog: Catalog, known: Mapping[str, Known]) -> Mapping[str, Known]:
    """Return what is known, without the places by hand that the list has too.

    Otherwise a resource would be shared by two lists at this import, and the list's alone at the
    next, which would then change it once more.
    """
    arrived = [
        (entry, known[key])
        for entry in catalog.entries
        if (key := identity(entry)) in known and not known[key].here
    ]
    number = list_by_hand(reads) if arrived else None
    if number is None:
        return known
    by_hand = places.stands_of(reads, number, [one.id for _, one in arrived])
    found = dict(known)
    for entry, resource in arrived:
        sections = [place.section for place in entry.places]
        left = list(resource.elsewhere)
        for place in by_hand.get(resource.id, ()):
            if any(places.ends_with(section, place.section) for section in sections):
                left.remove(place)
        found[identity(entry)] = resource._replace(elsewhere=tuple(left))
    return found
