"""Keeps lists in step by itself: looks whether a file or the library has changed."""

from collections.abc import Iterator

from recall.errors import RecallError
from recall.storage.tables.syncing import agreements, files
from recall.usecases.context import Context
from recall.usecases.syncing import list_file
from recall.usecases.syncing.pairs import ListPair, pairs
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.syncing import How, sync


def keep_in_step(context: Context, machine: str) -> Iterator[SyncReport | RecallError]:
    """Sync each list that has changed; yield what was done, or why one could not be.

    Only lists that the person has synced before are looked at. These are no steps of undo.
    """
    agreed = agreements.digests(context.store, machine)
    for pair in pairs(context.store, machine):
        if pair.list.id in agreed and _has_changed(context, pair):
            try:
                report = sync(context, pair, How(by_itself=True))
            except RecallError as error:
                yield error
            else:
                if report.changes:
                    yield report


def _has_changed(context: Context, pair: ListPair) -> bool:
    """Return whether there may be something to do, by the file's time, size and number alone."""
    if list_file.seen(pair.path) != pair.file.seen:
        return True
    return not pair.file.waits and files.newest_action(context.store) > pair.file.known_action
