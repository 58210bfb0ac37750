"""Imports a list: finds what is new, changed and gone."""

import os
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.catalog import Catalog, Entry, NewResource, Skipped
from recall.domain.library.pace import Timed
from recall.domain.lists.merge import Known, Merge, identity, marks, merge, same_list
from recall.domain.lists.reading_dates import without_future
from recall.formats.url_identity import RULES_VERSION
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.tables import lists
from recall.storage.tables.changes import merging
from recall.storage.tables.changes import resources as resource_changes
from recall.storage.tables.due_load import planned
from recall.usecases.context import Context
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

BY_HAND = "added by hand"
"""The name of the list of resources added on the command line. No file is an edit of it."""

HALF, NEARLY_ALL = 0.5, 0.9
"""The common share from which a list is an edit of another: HALF if the file may be the other one,
moved or copied, NEARLY_ALL if both files exist under different names."""

Tell = Callable[[str], None]


class Report(NamedTuple):
    """What an import did, or would do in a dry run, in numbers of resources.

    edit_of is the name of the list that this is an edit of, if its path differs. remarks are
    sentences about the file as a whole.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    edit_of: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything changed."""
        return bool(self.new or self.updated or self.gone)


class Source(NamedTuple):
    """The origin of a catalog; kind is the action's name in the history.

    exists returns whether the file of another list is still there.
    """

    catalog: Catalog
    path: str | None
    kind: str = "import"
    dry_run: bool = False
    exists: Callable[[str], bool] = os.path.exists


def import_catalog(context: Context, source: Source, tell: Tell = lambda _: None) -> Report:
    """Import a list as one action. Nothing is deleted; without a change there is no action."""
    report = Report()
    # On another clock it may be tomorrow already.
    source = source._replace(
        catalog=without_future(source.catalog, context.today + timedelta(days=1))
    )
    with begin(context.store, source.kind, context.now, context.today) as action:
        tell("comparing with the library")
        renew_identities(action)
        target, edit_of = _target(action, context, source)
        known = lists.known(action, target)
        catalog = _as_known(source.catalog, known, lists.corrected(action))
        merged = merge(catalog, known)
        report = _report(merged, source, edit_of)
        if source.dry_run or (not report.changes and source.kind == "import"):
            raise Abandoned
        tell("writing")
        _apply(action, context, target, merged, catalog=catalog)
        merging.keep_marks(action, target, marks(catalog, known))
        action.describe(None, f"{source.catalog.name}: {_summary(report)}")
    return report


def _report(merged: Merge, source: Source, edit_of: str | None) -> Report:
    return Report(
        new=len(merged.new),
        updated=len(merged.updated) + len(merged.left),
        unchanged=merged.unchanged,
        gone=len(merged.gone),
        skipped=source.catalog.skipped,
        edit_of=edit_of,
        remarks=source.catalog.remarks,
    )


def _summary(report: Report) -> str:
    return f"{report.new} new, {report.updated} updated, {report.gone} gone"


def _target(action: Action, context: Context, source: Source) -> tuple[int, str | None]:
    """Return the list to import into: the one with this path, or one that this is an edit of."""
    known = [one for one in lists.all_lists(action) if one.name != BY_HAND]
    for one in known:
        if source.path is not None and one.path == source.path:
            return one.id, None
    incoming = [identity(entry) for entry in source.catalog.entries]
    by_list = lists.identities(action)
    for one in known:
        enough = HALF if _may_be(one, source) else NEARLY_ALL
        if same_list(incoming, by_list.get(one.id, []), enough):
            return one.id, one.path or one.name
    name, path = source.catalog.name, source.path
    number = lists.add_list(action, name, path, rules_version=RULES_VERSION, now=context.now)
    return number, None


def _may_be(known: lists.ReadingList, source: Source) -> bool:
    """Return whether the file may be that list, moved or copied.

    It may not if the list's own file has another name and still exists."""
    if known.path is None or source.path is None or not source.exists(known.path):
        return True
    return os.path.basename(known.path) == os.path.basename(source.path)


def _as_known(
    catalog: Catalog, known: Mapping[str, Known], corrected: Mapping[str, str]
) -> Catalog:
    """Return the list with hand-corrected links under the identities known to the library.

    A link changed by hand may be changed in the list too, or not: it stays one resource.
    """
    present = {identity(entry) for entry in catalog.entries}

    def as_known(entry: Entry) -> Entry:
        key = identity(entry)
        old = corrected.get(key, key)
        taken = key in known or old in present
        return entry if taken else entry._replace(canonical_url=old)

    if not corrected:
        return catalog
    return catalog._replace(entries=tuple(as_known(entry) for entry in catalog.entries))


def _apply(action: Action, context: Context, target: int, merged: Merge, catalog: Catalog) -> None:
    order = {identity(entry): number for number, entry in enumerate(catalog.entries)}
    dues = _dues(action, context, merged)
    new = [
        NewResource(identity=key, entry=entry, list_id=target, line=order[key], due=dues.get(key))
        for key, entry in merged.new
    ]
    numbers = resource_changes.add(action, new, context.now)
    merging.update(action, target, merged.updated, order, dues=dues)
    merging.mark_gone(action, merged.gone)
    merging.leave(action, target, merged.left)
    lists.write_places(action, target, [(numbers[key], order[key], one) for key, one in merged.new])
    merging.replace_places(action, target, merged.updated, order)
    merging.reorder(action, target, order)


def _dues(action: Action, context: Context, merged: Merge) -> Mapping[str, date]:
    """Return first revisits of everything the list ticks as read, spread over the coming days.

    Resources ticked since the last import have just been read, so they begin tomorrow.
    """
    new = [(key, entry) for key, entry in merged.new if entry.read]
    ticked = [(identity(one.entry), one.entry) for one in merged.updated if one.read]
    pace = pace_of(action, context.today)
    load = planned(action, context.today, context.today + HORIZON, pace)
    budget = open_days(action, context)
    dues: dict[str, date] = {}
    for start, read in ((context.today, new), (context.today + timedelta(days=1), ticked)):
        minutes = [pace.revisit_minutes(_timed(entry)) for _, entry in read]
        days = first_revisits(minutes, start, budget, load)
        for (key, _), due, need in zip(read, days, minutes, strict=True):
            dues[key] = due
            load[due] = load.get(due, 0) + need
    return dues


def _timed(entry: Entry) -> Timed:
    """Return the Timed of an entry, which has no ID yet."""
    return Timed(
        id=0,
        kind=entry.kind,
        canonical_url=entry.canonical_url,
        language=entry.language,
        minutes=entry.minutes,
    )
