"""A list into the library: what is new, what changed, what is gone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.catalog import Catalog, Entry, Skipped
from recall.domain.merge import Merge, Update, identity, merge, same_list
from recall.domain.resource import revisit_minutes
from recall.domain.spread import first_revisits
from recall.formats.url_identity import RULES_VERSION
from recall.storage import day, lists, schema
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.values import instant
from recall.usecases.context import Context

HORIZON = timedelta(days=3650)
"""How far ahead planned revisits are looked at when new ones are laid among them."""

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
    """Where a catalog came from; kind is the action's name in the history."""

    catalog: Catalog
    path: str | None
    kind: str = "import"
    dry_run: bool = False


def import_catalog(context: Context, source: Source, tell: Tell = lambda _: None) -> Report:
    """Take a list over as one action. Nothing is deleted; no change, no action."""
    report = Report()
    with begin(context.store, source.kind, context.now, context.today) as action:
        tell("comparing with the library")
        target, edit_of = _target(action, context, source)
        known = lists.known(action, target)
        merged = merge(source.catalog, known)
        report = _report(merged, source, edit_of)
        if source.dry_run or (not report.changes and source.kind == "import"):
            raise Abandoned
        tell("writing")
        _apply(action, context, target, merged, source.catalog)
        action.describe(None, f"{source.catalog.name}: {_summary(report)}")
    return report


def _report(merged: Merge, source: Source, edit_of: str | None) -> Report:
    counts = (len(merged.new), len(merged.updated), merged.unchanged, len(merged.gone))
    return Report(*counts, source.catalog.skipped, edit_of)


def _summary(report: Report) -> str:
    return f"{report.new} new, {report.updated} updated, {report.gone} gone"


def _target(action: Action, context: Context, source: Source) -> tuple[int, str | None]:
    """The list this is: the one with its path, or one that it is plainly an edit of."""
    known = lists.all_lists(action)
    for one in known:
        if source.path is not None and one.path == source.path:
            return one.id, None
    incoming = [identity(entry) for entry in source.catalog.entries]
    by_list = lists.identities(action)
    for one in known:
        if same_list(incoming, by_list.get(one.id, [])):
            return one.id, one.path or one.name
    values = {
        "name": source.catalog.name,
        "path": source.path,
        "rules_version": RULES_VERSION,
        "imported_at": instant(context.now),
    }
    return lists.add_list(action, values), None


def _apply(action: Action, context: Context, target: int, merged: Merge, catalog: Catalog) -> None:
    order = {identity(entry): number for number, entry in enumerate(catalog.entries)}
    dues = _dues(action, context, merged)
    numbers = _add(action, context, target, merged.new, order, dues)
    for update in merged.updated:
        _update(action, update, dues)
    action.update_many(schema.resource, {one.id: {"gone": True} for one in merged.gone})
    fresh = [(numbers[key], order[key], entry) for key, entry in merged.new] + _replaced(
        action, target, merged.updated, order
    )
    lists.write_places(action, target, fresh)
    _reorder(action, target, order)


def _dues(action: Action, context: Context, merged: Merge) -> Mapping[str, date]:
    """First revisits of everything the list says is read, spread over the coming days."""
    read = [(key, entry) for key, entry in merged.new if entry.read]
    read += [(identity(one.entry), one.entry) for one in merged.updated if one.read]
    load = day.planned(action, context.today, context.today + HORIZON)
    dates = first_revisits(
        [revisit_minutes(entry.minutes) for _, entry in read],
        context.today,
        context.settings.daily_minutes,
        load,
    )
    return {key: due for (key, _), due in zip(read, dates, strict=True)}


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
    action.update_many(schema.resource, revived)
    fresh = [key for key in rows if key not in old]
    ids = action.insert(schema.resource, [rows[key] for key in fresh])
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


def _update(action: Action, update: Update, dues: Mapping[str, date]) -> None:
    values = dict(update.values)
    title = str(values.get("title", update.known.title))
    values["folded"] = lists.searched(title, update.entry.places)
    if update.read:
        values |= {"status": "read", "due": dues[identity(update.entry)]}
    action.update(schema.resource, update.known.id, values)


def _replaced(
    action: Action, target: int, updated: Sequence[Update], order: Mapping[str, int]
) -> list[tuple[int, int, Entry]]:
    """Take the old places of what has moved or is renamed out; gives what to write instead."""
    moved = [one for one in updated if one.known.here != one.entry.places]
    ids = lists.place_ids(action, target)
    for one in moved:
        action.delete(schema.place, ids.get(one.known.id, []))
    return [(one.known.id, order[identity(one.entry)], one.entry) for one in moved]


def _reorder(action: Action, target: int, order: Mapping[str, int]) -> None:
    """Bring the numbers in line with the list where a line was put in or taken out."""
    by_id = {one.id: order[key] for key, one in lists.known(action, target).items() if key in order}
    stored = lists.ordinals(action, target)
    wrong = {number: by_id[number] for number in by_id if stored.get(number, -1) != by_id[number]}
    mine = {number: {"ordinal": at} for number, at in wrong.items() if number in stored}
    action.update_many(schema.resource, mine)
    places = lists.place_ids(action, target)
    moved = {
        place: {"ordinal": at} for number, at in wrong.items() for place in places.get(number, ())
    }
    action.update_many(schema.place, moved)
