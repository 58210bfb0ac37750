"""The file of one of several computers: it may lag behind what another one brought to the library.

What such a file has not changed since its last agreement is no news, and takes nothing back.
"""

from collections.abc import Collection
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Entry
from recall.domain.lists.marks import is_read
from recall.domain.lists.merge import Known, Merge, identity
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.standing import ticked_only
from recall.errors import RecallError
from recall.formats.markdown.editing.new_lines import NewReading
from recall.formats.markdown.editing.proof import Added
from recall.storage.tables.syncing.agreements import Agreement
from recall.usecases.lists.importing import Compared
from recall.usecases.syncing.file_side import FileSide, side_of


class Lag(NamedTuple):
    """How a file was when it last agreed: what each entry said, and which resources it had."""

    catalog: Catalog | None
    had: frozenset[str]

    @property
    def says(self) -> dict[str, Entry]:
        """The entries by identity, without what their boxes said."""
        entries = () if self.catalog is None else self.catalog.entries
        return {identity(entry): _unmarked(entry) for entry in entries}


def lag_of(agreed: Agreement | None, side: FileSide, data: bytes, name: str) -> Lag:
    """Return how a file was at its last agreement; nothing is known of one that never agreed."""
    if agreed is None:
        return Lag(None, frozenset())
    had = frozenset(entry.key for entry in agreed.entries)
    if agreed.data == data:
        return Lag(side.catalog, had)
    try:
        before = side_of(agreed.data, agreed.path, name, side.options)
    except RecallError:  # it was read otherwise then
        return Lag(None, had)
    return Lag(before.catalog, had)


def without_old(found: Compared, lag: Lag) -> Compared:
    """Return a comparison without what the file says only because it lags behind."""
    says = lag.says
    old = {
        key
        for entry in found.catalog.entries
        if says.get(key := identity(entry)) == _unmarked(entry)
    }
    merged = found.merged
    known = {resource.id: key for key, resource in found.followed.known.items()}
    news = Merge(
        merged.new,
        tuple(
            update if identity(update.entry) not in old else ticked_only(update)
            for update in merged.updated
            if identity(update.entry) not in old or "status" in update.values
        ),
        merged.unchanged,
        gone=_had(merged.gone, known, lag.had),
        left=_had(merged.left, known, lag.had),
    )
    return found._replace(merged=news)


def _unmarked(entry: Entry) -> Entry:
    return entry._replace(read=False, begun=False, dropped=False, read_on=None)


def _had(
    missing: Collection[Known], keys: dict[int, str], had: Collection[str]
) -> tuple[Known, ...]:
    return tuple(resource for resource in missing if keys.get(resource.id) in had)


def lines_to_add(found: Compared, present: Collection[str | None], lag: Lag) -> list[Added]:
    """Return the lines that another computer brought and this file never had."""
    return [
        Added(
            NewReading(
                resource.title, resource.url, is_read(resource.status, resource.status_before)
            ),
            place.section,
            key=key,
        )
        for key, resource in found.followed.known.items()
        if resource.here and not resource.gone and key not in present and key not in lag.had
        for place in resource.here[:1]
        if place.section
    ]


def lines_to_remove(
    keys: tuple[str | None, ...], side: FileSide, found: Compared, base: Collection[BaseEntry]
) -> list[int]:
    """Return the readings whose lines another computer has taken out, if they are as they were."""
    known = found.followed.known
    titles = {(entry.key, entry.title) for entry in base}
    return [
        index
        for index, (item, key) in enumerate(zip(side.parsed.items, keys, strict=True))
        if key is not None and key in known and (key, item.title) in titles
        if known[key].gone or not known[key].here
    ]
