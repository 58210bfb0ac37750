"""What the library has of the entries of a list, and nothing of all its other resources."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Entry
from recall.domain.lists.merge import Known, identity
from recall.storage.reads import Reads
from recall.storage.tables.known import known
from recall.usecases.lists.addresses import Addresses, addresses
from recall.usecases.lists.one_video import as_video_and_part


class InLibrary(NamedTuple):
    """What stands in a list or is named by its entries, by identity; and other identities."""

    known: Mapping[str, Known]
    others: Addresses


def in_library(reads: Reads, list_id: int, entries: Sequence[Entry]) -> InLibrary:
    """Look up what stands in a list, and what its entries may be."""
    others = addresses(reads)
    keys = {identity(entry) for entry in entries}
    keys.update(*map(as_video_and_part, entries))
    keys |= {of[key] for of in others if of for key in keys if key in of}
    titles = {identity(entry) for entry in entries if entry.url is None}
    return InLibrary(known(reads, list_id, keys, titles), others)
