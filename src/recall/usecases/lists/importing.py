"""Imports a list: finds what is new, changed and gone."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.due_dates.backlog import HORIZON, first_revisits
from recall.domain.library.catalog import Catalog, Entry, Mark, NewResource
from recall.domain.library.timing.pace import Timed
from recall.domain.lists.choosing import with_furniture_known, without_left_out
from recall.domain.lists.matching.followed import Followed, follow, readdressed
from recall.domain.lists.merge import Known, Merge, identity, marks, merge
from recall.domain.lists.reading_dates import without_future
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.tables import lists
from recall.storage.tables.changes import identities, merging, places
from recall.storage.tables.changes import resources as resource_changes
from recall.storage.tables.due_load import planned
from recall.usecases.context import Context
from recall.usecases.lists.addresses import as_known
from recall.usecases.lists.collecting import collector_at_rest
from recall.usecases.lists.in_library import InLibrary, in_library
from recall.usecases.lists.one_video import by_known_moments, parts_by_now
from recall.usecases.lists.renamed_sections import EditedSections, follow_sections
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.lists.report import RenamedSection, Report, names
from recall.usecases.lists.section_moves import RuleMoves, move_rules, readings_of, rule_moves
from recall.usecases.lists.taking_over import taken_over
from recall.usecases.lists.unticking import Untick, taken, unticks, without
from recall.usecases.lists.which_list import Source, Target, list_by_hand, settle, target
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

Tell = Callable[[str], None]


def import_catalog(context: Context, source: Source, tell: Tell = lambda _: None) -> Report:
    """Import a list as one action. Nothing is deleted; without a change there is no action."""
    report = Report()
    # On another clock it may be tomorrow already.
    source = source._replace(
        catalog=without_future(source.catalog, context.today + timedelta(days=1))
    )
    with (
        collector_at_rest(),
        begin(context.store, source.kind, context.now, context.today) as action,
    ):
        tell("comparing with the library")
        renew_identities(action)
        found = compared(action, context, source)
        if follow_sections(action, found.target.list_id, _edited_sections(found)):
            found = compared(action, context, source)
        is_settled = found.target.edit_of is None and source.choice == found.target.choice
        is_news = source.path is not None and not is_settled
        if source.dry_run or not (found.changes or is_news or source.kind != "import"):
            report = reported(found, source, {})
            raise Abandoned
        tell("writing")
        settle(action, found.target, source)
        ids = apply(action, context, found)
        report = reported(found, source, ids)
        action.describe(None, f"{source.catalog.name}: {summary(report)}")
    return report


class Compared(NamedTuple):
    """A list compared with the library: what the import will do, and what it is based on.

    known is what was looked up in the library, with what the boxes of the list said before.
    """

    library: InLibrary
    target: Target
    catalog: Catalog
    known: Mapping[str, Known]
    followed: Followed
    merged: Merge
    unticks: list[Untick]
    rules: RuleMoves
    takes: bool
    is_first: bool

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        merged = self.merged
        return bool(merged.new or merged.updated or merged.gone or merged.left)


def compared(action: Action, context: Context, source: Source) -> Compared:
    """Compare a list with the library, after finding which list of the library it is."""
    chosen = target(action, context, source)
    library = in_library(action, chosen.list_id, source.catalog.entries)
    return compared_with(library, action, source, chosen)


def compared_with(
    library: InLibrary,
    action: Action,
    source: Source,
    chosen: Target,
    *,
    said: Mapping[str, Mark | None] | None = None,
) -> Compared:
    """Compare a list with what was looked up of it in the library.

    said is what its boxes said before, by identity; None if that is as the last import left it.
    """
    known, others = library
    if said is not None:
        known = {key: resource._replace(mark=said.get(key)) for key, resource in known.items()}
    catalog = by_known_moments(source.catalog, known, others.joined)
    catalog = as_known(catalog, known, others)
    catalog = without_left_out(catalog, {key for key, resource in known.items() if resource.here})
    stood = {place.section for resource in known.values() for place in resource.here}
    catalog = with_furniture_known(catalog, stood)
    known = taken_over(action, catalog, known)
    followed = follow(catalog, known, parts_by_now(catalog, known))
    merged = readdressed(merge(catalog, followed.known), followed, catalog)
    found = unticks(action, catalog, followed.known, chosen.list_id)
    if source.take_unticks:
        merged = taken(merged, catalog, found)
    return Compared(
        library=library,
        target=chosen,
        catalog=catalog,
        known=known,
        followed=followed,
        merged=merged,
        unticks=found,
        rules=rule_moves(action, catalog, followed.known, chosen.list_id),
        takes=source.take_unticks,
        is_first=not known and lists.is_empty(action),
    )


def _edited_sections(found: Compared) -> EditedSections:
    entries = {identity(entry): entry for entry in found.catalog.entries}
    known = found.followed.known
    return EditedSections(
        readings_of(found.catalog, known),
        {
            resource.id: {place.section for place in entries[key].places}
            for key, resource in known.items()
            if key in entries
        },
        found.catalog.sections,
    )


def reported(found: Compared, source: Source, ids: Mapping[str, int]) -> Report:
    """Return what an import does; ids are those of what is new, by identity, if it has them."""
    merged, entries = found.merged, found.catalog.entries
    named = names(merged, found.followed.likely, found.known, ids)
    return Report(
        new=len(merged.new),
        updated=len(merged.updated) + len(merged.left),
        unchanged=merged.unchanged,
        gone=len(merged.gone),
        skipped=source.catalog.skipped,
        edit_of=found.target.edit_of,
        remarks=(*source.catalog.remarks, *found.rules.remarks),
        read=sum(entry.read for entry in entries),
        begun=sum(entry.begun for entry in entries),
        sections=len(set(source.catalog.sections) - source.catalog.left_out - {()}),
        names=named._replace(
            unticked=tuple(
                untick.named for untick in found.unticks if untick.why_not or not found.takes
            ),
            sections=tuple(
                RenamedSection(move.rule.section, move.section) for move in found.rules.moves
            ),
        ),
        is_first=found.is_first and bool(merged.new),
    )


def summary(report: Report) -> str:
    """Return the counts of an import in a few words."""
    return f"{report.new} new, {report.updated} updated, {report.gone} gone"


def apply(action: Action, context: Context, found: Compared) -> Mapping[str, int]:
    """Write an import; return the IDs of what is new, by identity."""
    merged, list_id = found.merged, found.target.list_id
    order = {identity(entry): number for number, entry in enumerate(found.catalog.entries)}
    dues = _dues(action, context, merged)
    new = [
        NewResource(identity=key, entry=entry, list_id=list_id, line=order[key], due=dues.get(key))
        for key, entry in merged.new
    ]
    known = found.followed.known
    identities.rename(action, {known[pair.new].id: pair.new for pair in found.followed.sure})
    ids = resource_changes.add(action, new, context.now)
    merging.update(action, list_id, merged.updated, order, dues=dues)
    merging.mark_gone(action, merged.gone)
    merging.leave(action, list_id, merged.left)
    lists.write_places(
        action, list_id, [(ids[key], order[key], entry) for key, entry in merged.new]
    )
    merging.replace_places(action, list_id, merged.updated, order)
    added = {
        update.known.id: {place.section for place in update.places}
        for update in merged.updated
        if not update.known.here
    }
    places.take_in(action, list_id, list_by_hand(action) or 0, added)
    if any(
        resource.here for resource in known.values()
    ):  # in a new list all of it is right already
        merging.reorder(action, list_id, order)
        said = marks(found.catalog, known)
        merging.keep_marks(action, list_id, without(said, found.unticks) if found.takes else said)
    move_rules(action, found.rules.moves)
    return ids


def _dues(action: Action, context: Context, merged: Merge) -> Mapping[str, date]:
    """Return first revisits of everything the list ticks as read, spread over the coming days.

    Resources ticked since the last import have just been read, so they begin tomorrow.
    """
    new = [(key, entry) for key, entry in merged.new if entry.read]
    ticked = [(identity(update.entry), update.entry) for update in merged.updated if update.read]
    if not (new or ticked):
        return {}
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
