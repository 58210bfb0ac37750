"""Brings a list and the library in step: one action, and the file as that leaves it."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from typing import NamedTuple

from recall.domain.library.catalog import Mark
from recall.domain.lists.marks import is_read
from recall.domain.lists.reading_dates import without_future
from recall.domain.lists.syncing.base import BaseEntry, unticked
from recall.domain.lists.syncing.own_lines import Own
from recall.domain.lists.syncing.standing import as_in_library, sections_before
from recall.errors import BadFile, RecallError
from recall.storage.actions import Abandoned, Action, alone, begin
from recall.storage.tables.syncing import additions as added_rows
from recall.storage.tables.syncing import agreements, files, own_lines
from recall.storage.tables.syncing.agreements import Agreement
from recall.storage.unasked import UNASKED
from recall.usecases.context import Context
from recall.usecases.lists.collecting import collector_at_rest
from recall.usecases.lists.importing import Compared, apply, compared_with, reported
from recall.usecases.lists.in_library import in_library
from recall.usecases.lists.renamed_sections import follow_sections
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.lists.report import Named, Report
from recall.usecases.lists.which_list import Source, Target
from recall.usecases.syncing import list_file
from recall.usecases.syncing.copies import Copies, copies_beside
from recall.usecases.syncing.file_side import FileSide, base_of, keys_of, parsed_side, side_of
from recall.usecases.syncing.lagging import (
    Lag,
    lag_of,
    lines_to_add,
    lines_to_remove,
    without_old,
)
from recall.usecases.syncing.merging import (
    Merged,
    Sides,
    merged,
    said_before,
    sides_of,
    take_unticks,
    ticked_by_person,
    ticked_by_recall,
    ticks_before,
)
from recall.usecases.syncing.own_now import own_now
from recall.usecases.syncing.pairs import ListPair
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.section_edits import edited_sections, follow_back, with_rules
from recall.usecases.syncing.to_file.moves import let_file_count, settle

TRIES = 3
"""How often a sync begins again if the file changes while it works."""


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
        super().__init__(f"{path} was never written by recall; --yes allows it, --dry-run shows")


def sync(context: Context, pair: ListPair, how: How = _ORDERED) -> SyncReport:
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


class _Outcome(NamedTuple):
    """What a try came to: its report, what copies brought, and the state in which both agree.

    own are the lines of the file that recall wrote.
    """

    report: SyncReport
    copies: Copies
    agreement: Agreement
    own: Own


def _once(context: Context, pair: ListPair, how: How) -> SyncReport:
    """Try once; FileChanged if somebody else writes the file meanwhile."""
    seen = list_file.seen(pair.path)
    data = list_file.read(pair.path)
    side = side_of(data, pair.path, pair.list.name, pair.list.choice)
    kind = UNASKED if how.by_itself else "sync"
    outcome = None
    with (
        ExitStack() as swap,
        begin(context.store, kind, context.now, context.today) as action,
    ):
        if list_file.read(pair.path) != data:  # another sync has written it, and kept a base
            raise list_file.FileChanged(pair.path)
        merging = _Sync(action, context, pair, how)
        outcome = merging.of(side, data)
        report = outcome.report
        if how.dry_run or not (report.changes or merging.is_news(report.after)):
            raise Abandoned
        agreements.keep(action, outcome.agreement, context.now)
        here = pair.list.id, pair.file.machine
        own_lines.keep(action.aside, *here, data=report.after, own=outcome.own)
        action.describe(None, f"{pair.list.name}: {report.summary}")
        if not report.changes:
            action.call(UNASKED)
        if report.writes:
            if not (pair.file.may_write or how.may_write):
                raise NotAllowed(pair.path)
            swap.enter_context(list_file.swapped(pair.path, data, report.after))
    assert outcome is not None  # noqa: S101 - begin lets only Abandoned pass
    if not how.dry_run:
        _remember(context, pair, how, outcome=outcome, seen=seen)
    return outcome.report


class _Sync:
    """One try within its action: compares the sides, and writes to the library what follows."""

    def __init__(self, action: Action, context: Context, pair: ListPair, how: How) -> None:
        """Look up the state of the last agreement."""
        self._action = action
        self._context = context
        self._pair = pair
        self._how = how
        renew_identities(action)
        self._lag: Lag | None = None
        self._agreed = agreements.base(action, pair.list.id, pair.file.machine)
        self._said: Said = said_before(action, self._agreed, pair.list.id, pair.file.machine)
        self._before = {} if self._agreed is None else sections_before(self._agreed.entries)
        entries = () if self._agreed is None else self._agreed.entries
        self._file_counts = let_file_count(action, pair.list.id, entries)

    def is_news(self, data: bytes) -> bool:
        """Return whether the file differs from the last agreement, or its sections count again."""
        return self._agreed is None or self._agreed.data != data or self._file_counts

    def of(self, side: FileSide, data: bytes) -> _Outcome:
        """Return what comes of a file with these bytes; the library is written, the file is not."""
        if files.elsewhere(self._action, self._pair.list.id, self._pair.file.machine):
            self._lag = lag_of(self._agreed, side, data, self._pair.list.name)
        found = self._compared(side)
        keys = keys_of(side, found)
        renamed = {pair.old: pair.new for pair in found.followed.sure}
        own = own_now(self._action, self._pair, side, keys, renamed=renamed)
        sides = sides_of(side, keys, self._agreed, found, own=own)
        if self._follows_sections(sides, data):
            found = self._compared(side)
            sides = sides_of(side, keys, self._agreed, found, own=own)
        if self._knows_whose_ticks(found, sides):
            found = self._compared(side)
            sides = sides_of(side, keys, self._agreed, found, own=own)
        unread = take_unticks(
            self._action, sides, self._pair.list.id, reviewed=self._how.take_unticks
        )
        if unread:
            self._say(found, {key: mark for key, (_, mark) in unread.items()})
            found = self._compared(side)
            sides = sides_of(side, keys, self._agreed, found, own=own)
        copies = copies_beside(self._pair, sides.keys, [entry.key for entry in sides.base or ()])
        merge = merged(self._action, sides, self._pair.file, self._others(copies, sides, found))
        now, found = self._rewritten(side, found, merge, sides)
        report = self._imported(found, now, merge, is_needed=bool(unread))
        after = now.text.data()
        done = SyncReport(
            pair=self._pair,
            imported=report,
            file=merge.report,
            before=data,
            after=after,
            unread=tuple(Named(known.id, known.title) for known, _ in unread.values()),
            homeless=tuple(
                Named(resource.id, resource.title) for resource in merge.adopted.homeless
            ),
            copies=copies.names,
        )
        agreement = Agreement(
            list_id=self._pair.list.id,
            machine=self._pair.file.machine,
            path=self._pair.path,
            data=after,
            entries=self._base(now, found, sides),
        )
        return _Outcome(done, copies, agreement, merge.changed.own)

    def _compared(self, side: FileSide) -> Compared:
        """Compare what a file says with the library; what the library has moved stays there."""
        source, chosen = self._source(side), Target(self._pair.list.id)
        library = in_library(self._action, chosen.list_id, side.entries)
        found = compared_with(library, self._action, source, chosen, said=self._said)
        catalog = as_in_library(found.catalog, self._before, found.followed.known)
        if catalog is not found.catalog:
            source = source._replace(catalog=catalog)
            found = compared_with(library, self._action, source, chosen, said=self._said)
        return found if self._lag is None else without_old(found, self._lag)

    def _follows_sections(self, sides: Sides, data: bytes) -> bool:
        """Let what was put into a section in recall follow the file's new name for it."""
        if self._agreed is None:
            return False
        name, follows = self._pair.list.name, False
        if self._agreed.data != data:
            edited = edited_sections(sides, self._agreed, name)
            follows = follow_sections(self._action, self._pair.list.id, edited)
        return follow_back(self._action, sides, self._pair.file, name) or follows

    def _knows_whose_ticks(self, found: Compared, sides: Sides) -> bool:
        """Count the person's own ticks again where a reading was undone in recall.

        Those that recall wrote for such a reading are no news. Return whether there are any.
        """
        if self._lag is not None:
            return False
        theirs, own = ticked_by_person(sides), ticked_by_recall(sides)
        news: dict[str, Mark] = {**dict.fromkeys(own, "read"), **dict.fromkeys(theirs, "")}
        if news:
            self._say(found, news)
        if theirs and self._agreed is not None:
            self._agreed = self._agreed._replace(entries=unticked(sides.base or (), theirs))
        return bool(news)

    def _others(self, copies: Copies, sides: Sides, found: Compared) -> Copies:
        """Return what copies bring, and what other computers brought to the library before."""
        if self._lag is None:
            return copies
        brought = {reading.reading.url for reading in copies.added}
        added = lines_to_add(found, sides.keys, self._lag)
        return copies._replace(
            added=(
                *copies.added,
                *(reading for reading in added if reading.reading.url not in brought),
            ),
            removed=tuple(lines_to_remove(sides.keys, sides.side, found, sides.base or ())),
        )

    def _rewritten(
        self, side: FileSide, found: Compared, merge: Merged, sides: Sides
    ) -> tuple[FileSide, Compared]:
        """Return the file as it will be, compared with the library; what goes in moves there."""
        if merge.changed.text == side.text:
            return side, found
        changed = merge.changed
        now = parsed_side(changed.text, changed.parsed, self._pair.list.name, side.options)
        order = {row.id: at for at, row in enumerate(merge.adopted_rows, len(side.by_item))}
        added_rows.adopt(self._action, self._pair.list.id, order)
        said = {item.url: item.section for item in now.parsed.items}
        known = found.followed.known
        settle(
            self._action,
            self._pair.list.id,
            merge.changed.done,
            known,
            now=said,
            keys=sides.keys,
        )
        self._say(found, merge.marks)
        return now, with_rules(self._compared(now), found.rules)

    def _imported(
        self, found: Compared, now: FileSide, merge: Merged, *, is_needed: bool
    ) -> Report:
        """Write to the library what the file says, and return what of it is news."""
        source = self._source(now)
        report = reported(found, source, {})
        if report.changes or merge.changed.done or is_needed:
            report = reported(found, source, apply(self._action, self._context, found))
        written = [
            *(row.id for row in merge.adopted_rows),
            *(resource.id for resource in merge.report.moved),
        ]
        return _without(report, written)

    def _base(self, now: FileSide, found: Compared, sides: Sides) -> tuple[BaseEntry, ...]:
        known = found.followed.known.items()
        return base_of(
            now,
            keys_of(now, found),
            before=ticks_before(sides),
            stays_read={
                key for key, resource in known if is_read(resource.status, resource.status_before)
            },
        )

    def _say(self, found: Compared, changed: Mapping[str, Mark]) -> None:
        """Note how boxes are now, so that the next import takes none of these changes for news."""
        said = self._said
        if said is None:
            said = {key: resource.mark for key, resource in found.known.items()}
        old = {pair.new: pair.old for pair in found.followed.sure}
        self._said = {**said, **{old.get(key, key): mark for key, mark in changed.items()}}

    def _source(self, side: FileSide) -> Source:
        catalog = without_future(side.catalog, self._context.today + timedelta(days=1))
        return Source(catalog, self._pair.path, "sync", self._how.dry_run)


def _without(report: Report, written: Sequence[int | None]) -> Report:
    """Return a report of an import without what recall itself has just written to the file."""
    updated = tuple(resource for resource in report.names.updated if resource.id not in written)
    fewer = len(report.names.updated) - len(updated)
    return report._replace(
        updated=report.updated - fewer, names=report.names._replace(updated=updated)
    )


def _remember(context: Context, pair: ListPair, how: How, *, outcome: _Outcome, seen: str) -> None:
    """Write that the file was looked at, and that the person allowed it to be written."""
    writes = outcome.report.writes
    file = pair.file._replace(
        may_write=pair.file.may_write or how.may_write,
        waits=False,
        seen=list_file.seen(pair.path) if writes else seen,
        known_action=files.newest_action(context.store),
        copies=(*pair.file.copies, *outcome.copies.digests),
    )
    if file != files.of_list(context.store, file.list_id, file.machine):
        with alone(context.store) as connection:
            files.keep(connection, file)
