"""Details of resources that contradict each other: labels, and what a search finds."""

from collections.abc import Iterator
from typing import NamedTuple

from recall.domain.library.labels import with_hand
from recall.storage.reads import Reads
from recall.storage.tables.details import details, to_lines, to_links
from recall.storage.tables.faults.found import Fault


class _Stored(NamedTuple):
    id: int
    description: str | None
    links: str | None
    labels: str | None
    labels_by_hand: str | None
    folded_details: str | None


_COLUMNS = ", ".join(_Stored._fields)


def detail_faults(reads: Reads) -> Iterator[Fault]:
    """Give what is wrong with the details of all resources."""
    rows = reads.rows(f"SELECT {_COLUMNS} FROM resource WHERE status <> 'removed' ORDER BY id")
    for stored in (_Stored._make(row) for row in rows):
        labels, by_hand = to_lines(stored.labels), to_lines(stored.labels_by_hand)
        if with_hand(labels, by_hand) != labels:
            said = "they are not what was done by hand with them"
            yield Fault("resource", stored.id, "labels", said)
        if details(_told(stored))["folded_details"] != stored.folded_details:
            said = "a search does not look through the description, labels and links that it has"
            yield Fault("resource", stored.id, "folded_details", said)


def _told(stored: _Stored) -> dict[str, object]:
    return {
        "description": stored.description,
        "links": to_links(stored.links),
        "labels": to_lines(stored.labels),
    }
