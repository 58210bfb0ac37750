"""Keeps lists in step by itself: looks whether a file or the library has changed."""

from collections.abc import Iterator

from recall.errors import RecallError
from recall.storage.tables.syncing import agreements, files
from recall.usecases.context import Context
from recall.usecases.syncing import list_file
from recall.usecases.syncing.pairs import ListPair, pairs
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.syncing import How, sync
from recall.usecases.syncing.waiting import take_out_undone


def keep_in_step(context: Context, machine: str) -> Iterator[SyncReport | RecallError]:
    """Sync each list that has changed; yield what was done, or why one could not be.

    Only lists that the person has synced before are looked at. These are no steps of undo.
    """
    agreed = agreements.digests(context.store, machine)
    for pair in pairs(context.store, machine):
        try:
            if not _has_changed(context, pair):
                continue
            if pair.file.waits and _is_as_seen(pair):
                take_out_undone(context, pair)
            elif pair.list.id in agreed:
                report = sync(context, pair, How(by_itself=True))
                if report.changes:
                    yield report
        except RecallError as error:
            yield error


def _has_changed(context: Context, pair: ListPair) -> bool:
    """Return whether there may be something to do, by the file's time, size and number alone."""
    newest = files.newest_action(context.store)
    return not _is_as_seen(pair) or newest > pair.file.known_action


def _is_as_seen(pair: ListPair) -> bool:
    return list_file.seen(pair.path) == pair.file.seen
