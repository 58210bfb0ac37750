"""Keeps lists in step by itself: looks whether a file or the library has changed."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress

from recall.errors import RecallError
from recall.storage.actions import Abandoned, alone, begin
from recall.storage.tables.syncing import agreements, files, own_lines
from recall.storage.unasked import UNASKED
from recall.usecases.context import Context
from recall.usecases.lists.importing import compared_with
from recall.usecases.lists.in_library import in_library
from recall.usecases.lists.which_list import Source, Target
from recall.usecases.syncing import list_file
from recall.usecases.syncing.file_side import keys_of, side_of
from recall.usecases.syncing.merging import said_before, sides_of, without_undone
from recall.usecases.syncing.own_now import own_now
from recall.usecases.syncing.pairs import ListPair, pairs
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.syncing import How, sync


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
                with suppress(list_file.FileChanged):  # then the next look syncs it
                    _take_out_undone(context, pair)
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


def _take_out_undone(context: Context, pair: ListPair) -> None:
    """Take the lines out of a file that recall wrote for undone actions, and change nothing else.

    That is for a list that waits after `undo` of a sync; it goes on waiting. RecallError if the
    file cannot be read or written.
    """
    data = list_file.read(pair.path)
    side = side_of(data, pair.path, pair.list.name, pair.list.choice)
    here = pair.list.id, pair.file.machine
    with (
        ExitStack() as swap,
        begin(context.store, UNASKED, context.now, context.today) as action,
    ):
        agreed = agreements.base(action, *here)
        said = said_before(action, agreed, *here)
        source = Source(side.catalog, pair.path, "sync", dry_run=True)
        library = in_library(action, pair.list.id, side.entries)
        found = compared_with(library, action, source, Target(pair.list.id), said=said)
        keys = keys_of(side, found)
        sides = sides_of(side, keys, agreed, found, own=own_now(action, pair, side, keys))
        changed = without_undone(action, sides, pair.file)
        new = changed.text.data()
        if new == data:
            raise Abandoned
        own_lines.keep(action.aside, *here, data=new, own=changed.own)
        action.describe(None, f"{pair.list.name}: what was undone is taken out")
        swap.enter_context(list_file.swapped(pair.path, data, new))
    seen = list_file.seen(pair.path)
    known = files.newest_action(context.store)
    with alone(context.store) as connection:
        files.keep(connection, pair.file._replace(seen=seen, known_action=known))
