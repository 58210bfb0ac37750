"""Brings a list and the library in step: one action, and the file as that leaves it."""

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import timedelta
from typing import NamedTuple

from recall.domain.library.catalog import Mark
from recall.domain.lists.marks import is_read
from recall.domain.lists.reading_dates import without_future
from recall.errors import BadFile, RecallError
from recall.storage.actions import Abandoned, Action, alone, begin
from recall.storage.tables.syncing import additions as added_rows
from recall.storage.tables.syncing import agreements, files
from recall.storage.tables.syncing.additions import ByHand
from recall.storage.tables.syncing.agreements import Agreement, digest
from recall.usecases.context import Context
from recall.usecases.lists.collecting import collector_at_rest
from recall.usecases.lists.importing import Compared, apply, compared, reported
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.lists.report import Named, Report
from recall.usecases.lists.which_list import Source
from recall.usecases.syncing import list_file
from recall.usecases.syncing.copies import Copies, copies_beside
from recall.usecases.syncing.file_side import FileSide, base_of, keys_of, parsed_side, side_of
from recall.usecases.syncing.merging import (
    merged,
    said_before,
    sides_of,
    take_unticks,
    ticks_before,
    written_lines,
)
from recall.usecases.syncing.pairs import Pair
from recall.usecases.syncing.report import SyncReport

TRIES = 3
"""How often a sync begins again if the file changes while it works."""

BY_ITSELF = "in step"
"""The kind of an action that is no step of undo: nobody ordered it."""


Said = Mapping[str, Mark | None] | None
"""What the boxes of a list said before, by identity; None for what the last import left."""


class How(NamedTuple):
    """How to sync. by_itself: the background program does it, and it is no step of undo.

    may_write is whether the person allows the file to be written. take_unticks: what the file no
    longer ticks is unread again, also if it has reviews.
    """

    dry_run: bool = False
    take_unticks: bool = False
    by_itself: bool = False
    may_write: bool = False


_ORDERED = How()


class NotAllowed(RecallError):
    """A file would be written, and the person was not asked yet."""

    def __init__(self, path: str) -> None:
        super().__init__(f"recall has not written {path} before; --yes allows it, --dry-run shows")


def sync(context: Context, pair: Pair, how: How = _ORDERED) -> SyncReport:
    """Bring a list and the library in step.

    RecallError, and nothing is changed, if the file cannot be read or written, keeps changing, or
    would be written without being allowed.
    """
    for _ in range(TRIES):
        try:
            with collector_at_rest():
                return _once(context, pair, how)
        except list_file.FileChanged:
            continue
    raise BadFile(pair.path, "changes all the time; nothing was done, try again")


class _Work(NamedTuple):
    """One try: its action, the file as it was read, and the state of the last agreement."""

    action: Action
    context: Context
    pair: Pair
    how: How
    data: bytes
    seen: str
    agreed: Agreement | None


def _once(context: Context, pair: Pair, how: How) -> SyncReport:
    seen = list_file.seen(pair.path)
    data = list_file.read(pair.path)
    side = side_of(data, pair.path, pair.list.name)
    report, copies = None, Copies()
    with (
        ExitStack() as swap,
        begin(
            context.store, BY_ITSELF if how.by_itself else "sync", context.now, context.today
        ) as action,
    ):
        renew_identities(action)
        agreed = agreements.base(action, pair.list.id, pair.file.machine)
        work = _Work(action, context, pair, how, data, seen, agreed)
        report, copies, agreement = _compare(work, side)
        is_news = agreed is None or digest(agreed.data) != digest(report.after)
        if how.dry_run or not (report.changes or is_news):
            raise Abandoned
        agreements.keep(action, agreement, context.now)
        action.describe(None, f"{pair.list.name}: {report.summary}")
        if not report.changes:
            action.call(BY_ITSELF)
        if report.writes:
            if not (pair.file.may_write or how.may_write):
                raise NotAllowed(pair.path)
            swap.enter_context(list_file.swapped(pair.path, data, report.after))
    assert report is not None  # noqa: S101 - begin lets only Abandoned pass
    if not how.dry_run:
        _remember(context, pair, how, report, copies, seen)
    return report


def _compare(work: _Work, side: FileSide) -> tuple[SyncReport, Copies, Agreement]:
    """Compare the sides, and write what follows to the library."""
    action, context, pair = work.action, work.context, work.pair
    list_id, machine = pair.list.id, pair.file.machine
    said = said_before(action, work.agreed, list_id, machine)
    source = _source(context, pair, side, work.how)
    found = compared(action, context, source, list_id, said)
    sides = sides_of(side, keys_of(action, side, found), work.agreed, found)
    unread = take_unticks(action, sides, list_id, reviewed=work.how.take_unticks)
    if unread:
        said = _said(found, said, {key: mark for key, (_, mark) in unread.items()})
        found = compared(action, context, source, list_id, said)
        sides = sides_of(side, sides.keys, work.agreed, found)
    before = [one.key for one in sides.base or ()]
    present = {key for key in sides.keys if key is not None}
    copies = copies_beside(pair.path, pair.list.name, pair.file.copies, present, {*before})
    merge = merged(action, sides, list_id, copies)
    keys, side_then, rows = sides.keys, side, list[ByHand]()
    if merge.changed.done:
        side_then = parsed_side(
            merge.changed.text, merge.changed.parsed, pair.list.name, side.options
        )
        written = {change.added for change in merge.changed.done}
        rows = [row for row, one in merge.adopted.here if one in written]
        order = {row.id: number for number, row in enumerate(rows, len(side.by_item))}
        added_rows.adopt(action, list_id, order)
        source = _source(context, pair, side_then, work.how)
        said = _said(found, said, merge.marks)
        found = compared(action, context, source, list_id, said)
        keys = keys_of(action, side_then, found)
    report = reported(found, source, {})
    if report.changes or unread or merge.changed.done:
        report = reported(found, source, apply(action, context, found))
    report = _without(report, {row.id for row in rows})
    data = merge.changed.text.data()
    stays_read = {
        key for key, one in found.followed.known.items() if is_read(one.status, one.status_before)
    }
    lines = written_lines(merge.changed, merge.adopted, sides.base)
    agreement = Agreement(
        list_id,
        machine,
        pair.path,
        data,
        base_of(side_then, keys, ticks_before(sides), stays_read, lines),
        work.data if data != work.data else None,
    )
    done = SyncReport(
        pair=pair,
        imported=report,
        file=merge.report,
        before=work.data,
        after=data,
        unread=tuple(Named(known.id, known.title) for known, _ in unread.values()),
        homeless=tuple(Named(one.id, one.title) for one in merge.adopted.homeless),
        copies=copies.names,
    )
    return done, copies, agreement


def _without(report: Report, adopted: set[int]) -> Report:
    """Return a report of an import without what recall itself has just written to the file."""
    updated = tuple(one for one in report.names.updated if one.id not in adopted)
    fewer = len(report.names.updated) - len(updated)
    return report._replace(
        updated=report.updated - fewer, names=report.names._replace(updated=updated)
    )


def _source(context: Context, pair: Pair, side: FileSide, how: How) -> Source:
    catalog = without_future(side.catalog, context.today + timedelta(days=1))
    return Source(catalog, pair.path, "sync", how.dry_run)


def _said(found: Compared, said: Said, changed: Mapping[str, Mark]) -> Said:
    """Return what boxes said before, with those that recall or the person has changed since."""
    if said is None:
        said = {key: one.mark for key, one in found.known.items()}
    now = {pair.old: pair.new for pair in found.followed.sure}
    back = {new: old for old, new in now.items()}
    return {**said, **{back.get(key, key): mark for key, mark in changed.items()}}


def _remember(
    context: Context, pair: Pair, how: How, report: SyncReport, copies: Copies, seen: str
) -> None:
    """Write that the file was looked at, and that the person allowed it to be written."""
    file = pair.file._replace(
        may_write=pair.file.may_write or (how.may_write and report.writes),
        waits=False,
        seen=list_file.seen(pair.path) if report.writes else seen,
        known_action=files.newest_action(context.store),
        copies=(*pair.file.copies, *copies.digests),
    )
    if file != files.here(context.store, file.machine).get(file.list_id):
        with alone(context.store) as connection:
            files.keep(connection, file)
