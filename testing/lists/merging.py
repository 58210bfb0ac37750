"""What a library knows of a list, and what an import of it changes, for tests of merging."""

from recall.domain.library.catalog import Entry
from recall.domain.lists.merge import Known, Merge, Update, identity, merge
from testing.libraries.factories import catalog


def known(entry: Entry, number: int = 1, **other: object) -> Known:
    """Return what the library knows of an entry that was imported as it is."""
    plain = Known(
        id=number,
        title=entry.title,
        url=entry.url,
        series=entry.series,
        part=entry.part,
        kind=entry.kind,
        language=entry.language,
        minutes=entry.minutes,
        status="read" if entry.read else "unread",
        gone=False,
        edited=frozenset(),
        here=entry.places,
        elsewhere=(),
    )
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests


def merged(*entries: Entry, before: dict[str, Known]) -> Merge:
    """Merge a list of these entries into what the library knows."""
    return merge(catalog(*entries), before)


def only_update(now: Entry, before: Known) -> Update:
    """Return the update of a resource that is known, of which the list tells something anew."""
    result = merge(catalog(now), {identity(now): before})
    assert (result.new, result.unchanged, result.gone, result.left) == ((), 0, (), ())
    (update,) = result.updated
    return update
