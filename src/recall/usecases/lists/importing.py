"""A list into the library: what is new, what changed, what is gone."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.catalog import Catalog, Entry, Skipped
from recall.domain.library.pace import Timed
from recall.domain.lists.merge import Known, Merge, Update, identity, merge, same_list
from recall.formats.url_identity import RULES_VERSION
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.database.codec import instant
from recall.storage.tables import lists
from recall.storage.tables.due_load import planned
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

BY_HAND = "added by hand"
"""The name of the list that holds what was added on the command line. No file is an edit of it."""

HALF, NEARLY_ALL = 0.5, 0.9
"""Shares of two lists that make one an edit of the other: where a file may well be the other one,
and where two files with names of their own lie side by side."""

Tell = Callable[[str], None]


class Report(NamedTuple):
    """What an import did, or with a dry run would do, in numbers of resources.

    edit_of names the list that this was taken for an edit of, where its path is another.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    edit_of: str | None = None

    @property
    def changes(self) -> bool:
        """Did anything change?"""
        return bool(self.new or self.updated or self.gone)


class Source(NamedTuple):
    """Where a catalog came from; kind is the action's name in the history.

    exists tells whether the file of another list is still there.
    """

    catalog: Catalog
    path: str | None
    kind: str = "import"
    dry_run: bool = False
    exists: Callable[[str], bool] = os.path.exists


def import_catalog(context: Context, source: Source, tell: Tell = lambda _: None) -> Report:
    """Take a list over as one action. Nothing is deleted; no change, no action."""
    report = Report()
    with begin(context.store, source.kind, context.now, context.today) as action:
        tell("comparing with the library")
        target, edit_of = _target(action, context, source)
        known = lists.known(action, target)
        catalog = _as_known(source.catalog, known, lists.corrected(action))
        merged = merge(catalog, known)
        report = _report(merged, source, edit_of)
        if source.dry_run or (not report.changes and source.kind == "import"):
            raise Abandoned
        tell("writing")
        _apply(action, context, target, merged, catalog)
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
    )


def _summary(report: Report) -> str:
    return f"{report.new} new, {report.updated} updated, {report.gone} gone"


def _target(action: Action, context: Context, source: Source) -> tuple[int, str | None]:
    """The list this is: the one with its path, or one that it is plainly an edit of."""
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
    values = {
        "name": source.catalog.name,
        "path": source.path,
        "rules_version": RULES_VERSION,
        "imported_at": instant(context.now),
    }
    return lists.add_list(action, values), None


def _may_be(known: lists.ReadingList, source: Source) -> bool:
    """Could the file be that list, moved or copied? Not if that has another name and is there."""
    if known.path is None or source.path is None or not source.exists(known.path):
        return True
    return os.path.basename(known.path) == os.path.basename(source.path)


def _as_known(
    catalog: Catalog, known: Mapping[str, Known], corrected: Mapping[str, str]
) -> Catalog:
    """The same list, its corrected links under the identities that the library knows them by.

    Who changes a link by hand may change it in the list too, or never: it is one resource.
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
    numbers = _add(action, context, target, merged.new, order, dues)
    changed = {one.known.id: _changed(action, target, one, order, dues) for one in merged.updated}
    action.update_many("resource", changed)
    action.update_many("resource", {one.id: {"gone": True} for one in merged.gone})
    _leave(action, target, merged.left)
    fresh = [(numbers[key], order[key], entry) for key, entry in merged.new] + _replaced(
        action, target, merged.updated, order
    )
    lists.write_places(action, target, fresh)
    _reorder(action, target, order)


def _dues(action: Action, context: Context, merged: Merge) -> Mapping[str, date]:
    """First revisits of everything the list says is read, spread over the coming days.

    What has its tick since the last import was read just now, so it begins tomorrow.
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
    """What the pace has to know of something that has no ID yet."""
    return Timed(0, entry.kind, entry.canonical_url, entry.language, entry.minutes)


def _add(
    action: Action,
    context: Context,
    target: int,
    new: Sequence[tuple[str, Entry]],
    order: Mapping[str, int],
    dues: Mapping[str, date],
) -> dict[str, int]:
    """Write new resources; those whose adding was once undone get their old IDs back."""
    rows = {
        key: resource_row(key, entry, context, (target, order[key]), dues.get(key))
        for key, entry in new
    }
    old = lists.removed(action)
    revived = {old[key]: row for key, row in rows.items() if key in old}
    action.update_many("resource", revived)
    fresh = [key for key in rows if key not in old]
    ids = action.insert("resource", [rows[key] for key in fresh])
    return dict(zip(fresh, ids, strict=True)) | {key: old[key] for key in rows if key in old}


def resource_row(
    key: str, entry: Entry, context: Context, order: tuple[int, int], due: date | None
) -> dict[str, object]:
    """A new resource as stored; due is the first revisit of one that is read already."""
    return {
        "identity": key,
        "url": entry.url,
        "canonical_url": entry.canonical_url,
        "title": entry.title,
        "folded": lists.searched(entry.title, entry.places),
        "kind": entry.kind,
        "language": entry.language,
        "minutes": entry.minutes,
        "minutes_read": 0,
        "series": entry.series,
        "part": entry.part,
        "note": None,
        "edited": "",
        "list_id": order[0],
        "ordinal": order[1],
        "gone": False,
        "added_at": instant(context.now),
        "status": "unread" if due is None else "read",
        "status_before": None,
        "due": due,
        "postponed_from": None,
        "stability": None,
        "difficulty": None,
        "last_review": None,
        "reviews": 0,
        "lapses": 0,
    }


def _changed(
    action: Action, target: int, update: Update, order: Mapping[str, int], dues: Mapping[str, date]
) -> dict[str, object]:
    """What an update sets. One that comes back also leaves where it stood meanwhile."""
    known, entry = update.known, update.entry
    values = dict(update.values)
    title = str(values.get("title", known.title))
    elsewhere = known.elsewhere if known.is_shared else ()
    values["folded"] = lists.searched(title, (*entry.places, *elsewhere))
    if update.read:
        values |= {"status": "read", "due": dues[identity(entry)]}
    if known.gone:  # it comes back here, wherever it last stood
        values |= {"list_id": target, "ordinal": order[identity(entry)]}
        stale = lists.places_outside(action, known.id, target)
        action.delete("place", [row[0] for row in stale])
    return values


def _leave(action: Action, target: int, left: Sequence[Known]) -> None:
    """Take resources out of this list; another one has each still, and gives it its order."""
    ordered, places = lists.ordinals(action, target), lists.place_ids(action, target)
    changed: dict[int, dict[str, object]] = {}
    for known in left:
        (_, list_id, ordinal), *_ = lists.places_outside(action, known.id, target)
        changed[known.id] = {"folded": lists.searched(known.title, known.elsewhere)}
        if known.id in ordered:
            changed[known.id] |= {"list_id": list_id, "ordinal": ordinal}
    action.update_many("resource", changed)
    action.delete("place", [number for known in left for number in places[known.id]])


def _replaced(
    action: Action, target: int, updated: Sequence[Update], order: Mapping[str, int]
) -> list[tuple[int, int, Entry]]:
    """Take the old places of what has moved or is renamed out; gives what to write instead."""
    moved = [one for one in updated if one.known.here != one.entry.places]
    ids = lists.place_ids(action, target)
    old = [number for one in moved for number in ids.get(one.known.id, [])]
    action.delete("place", old)
    return [(one.known.id, order[identity(one.entry)], one.entry) for one in moved]


def _reorder(action: Action, target: int, order: Mapping[str, int]) -> None:
    """Bring the numbers in line with the list where a line was put in or taken out."""
    by_id = {one.id: order[key] for key, one in lists.known(action, target).items() if key in order}
    stored = lists.ordinals(action, target)
    wrong = {number: by_id[number] for number in by_id if stored.get(number, -1) != by_id[number]}
    mine = {number: {"ordinal": at} for number, at in wrong.items() if number in stored}
    action.update_many("resource", mine)
    places = lists.place_ids(action, target)
    moved = {
        place: {"ordinal": at} for number, at in wrong.items() for place in places.get(number, ())
    }
    action.update_many("place", moved)
