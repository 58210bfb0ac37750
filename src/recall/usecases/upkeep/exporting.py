"""Takes the library out: into a text in a format of the table, and into a file."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource, fold
from recall.errors import AmbiguousList, BadInput, UnknownList
from recall.formats.exports.table import EXPORT_NAMES, Export, named, told_by
from recall.storage.reads import Reads
from recall.storage.tables import known, lists, log, resources
from recall.storage.tables.whole.rows import everything
from recall.usecases.context import Context
from recall.usecases.lists.collecting import collector_at_rest
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of

LONGEST_WAIT_DAYS = 366
"""Days after a due date on which a day with minutes is looked for."""


def collected(context: Context, list_name: str | None = None) -> LibraryExport:
    """Return the library as it is at this moment, or the resources of one list as it has them.

    list_name is any unique part of the list's name or path: UnknownList or AmbiguousList if it is
    none. The rows are always those of the whole library.
    """
    store = context.store
    with collector_at_rest(), store.snapshot():
        pace = pace_of(store, context.today)
        reviews = chain.from_iterable(log.all_reviews(store).values())
        found = resources.listed(store, resources.Filter())
        if list_name is not None:
            found = _of_list(store, found, list_name)
        ids = {resource.id for resource in found}
        due = {
            resource.id: resource.card.due for resource in found if resource.card.due is not None
        }
        return LibraryExport(
            now=context.now,
            today=context.today,
            made_at=log.made_at(store),
            rows=everything(store, context.now),
            resources=found,
            revisit_minutes={
                resource.id: pace.revisit_minutes(resource)
                for resource in found
                if resource.id in due
            },
            revisit_days=_days(context, due),
            reviews=sorted(
                (review for review in reviews if review.resource_id in ids),
                key=lambda review: review.id,
            ),
        )


def _of_list(reads: Reads, every: Sequence[Resource], name: str) -> list[Resource]:
    """Return the resources of a list, in its order, with their places there."""
    wanted = fold(name)
    lists_there = lists.all_lists(reads)
    fitting = [
        reading_list
        for reading_list in lists_there
        if wanted in fold(reading_list.path or reading_list.name)
    ]
    exact = [
        reading_list
        for reading_list in fitting
        if wanted in (fold(reading_list.name), fold(reading_list.path or ""))
    ]
    named_so = exact or fitting
    if not named_so:
        raise UnknownList(name, [reading_list.name for reading_list in lists_there])
    if len(named_so) > 1:
        raise AmbiguousList(
            name, [reading_list.path or reading_list.name for reading_list in named_so]
        )
    here = known.places_in(reads, named_so[0].id)
    by_id = {resource.id: resource for resource in every}
    return [by_id[key]._replace(places=places) for key, places in here.items() if key in by_id]


def _days(context: Context, due: Mapping[int, date]) -> dict[int, date]:
    """Return when each revisit can be done: when it is due, or on the next day with minutes."""
    budget, today = open_days(context.store, context), context.today
    first: dict[date, date] = {}
    for day in {max(due_date, today) for due_date in due.values()}:
        room = min(LONGEST_WAIT_DAYS, (date.max - day).days)
        coming = (day + timedelta(days=wait) for wait in range(room + 1))
        found = next((candidate for candidate in coming if not budget.is_away(candidate)), None)
        if found is not None:
            first[day] = found
    days = ((number, first.get(max(due_date, today))) for number, due_date in due.items())
    return {number: day for number, day in days if day is not None}


def chosen(path: Path | None, name: str | None) -> Export:
    """Return the format that is named, or else the one that the ending tells; None is no file.

    BadInput if there is no format of that name, or the ending tells none.
    """
    allowed = ", ".join(EXPORT_NAMES)
    if name is not None:
        found = named(name)
        if found is None:
            raise BadInput(f"'{name}' is not a format; allowed: {allowed}")
        return found
    found = None if path is None else told_by(path.suffix)
    if found is None:
        what = "standard output" if path is None else f"the ending of {path}"
        raise BadInput(f"{what} tells no format; --format does: {allowed}")
    return found
