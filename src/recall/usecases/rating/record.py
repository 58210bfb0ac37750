"""Everything that is kept of one resource: its log, its sittings, what it waits for."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.library.card import Rating
from recall.domain.library.progress import Progress
from recall.domain.library.resource import Resource
from recall.domain.library.review import PastNote, Review, Sitting, past_notes
from recall.domain.library.timing.pace import Estimate
from recall.storage.tables import log
from recall.storage.tables.prerequisites import after
from recall.usecases.context import Context
from recall.usecases.find import again
from recall.usecases.planning.pacing import pace_of
from recall.usecases.rating.preview import earliest_date, preview_dates
from recall.usecases.rating.progress import progress_of


class Record(NamedTuple):
    """What is kept of a resource, and what is expected of it.

    earlier is what it is to be read after, read or not. preview has the due date that each rating
    would lead to today. reading and revisit are the minutes of each, and where they come from.
    progress is how far a first reading has come, None if it is not begun or is finished. notes has
    the earlier notes of visits, newest first.
    """

    reviews: list[Review]
    sittings: list[Sitting]
    earlier: list[Resource]
    preview: Mapping[Rating, date]
    reading: Estimate
    revisit: Estimate
    progress: Progress | None
    notes: list[PastNote]


def earlier_notes(context: Context, resource: Resource) -> list[PastNote]:
    """Return the notes of earlier visits, newest first, without the one that is shown anyway."""
    reads = context.store
    return past_notes(
        log.reviews(reads, resource.id), log.sittings(reads, resource.id), resource.note
    )


def record_of(context: Context, resource: Resource) -> Record:
    """Return all that is kept of a resource, oldest first."""
    reads, pace = context.store, pace_of(context.store, context.today)
    reviews, sittings = log.reviews(reads, resource.id), log.sittings(reads, resource.id)
    return Record(
        reviews=reviews,
        sittings=sittings,
        earlier=[again(reads, earlier) for earlier in after(reads, resource.id)],
        preview=preview_dates(context, resource, earliest_date(context, reviews)),
        reading=pace.reading(resource),
        revisit=pace.revisit(resource),
        progress=progress_of(context, [resource]).get(resource.id),
        notes=past_notes(reviews, sittings, resource.note),
    )
