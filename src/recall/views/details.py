"""All that is known of one resource."""

from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.library.review import learnt_from
from recall.usecases.context import Context
from recall.usecases.rating.record import Record, record_of
from recall.views.log import ProgressView, ReviewView, SittingView
from recall.views.resource import ResourceView, resource_view


class DetailsView(NamedTuple):
    """A resource, its log, and what each rating would do."""

    resource: ResourceView
    record: Record

    @property
    def progress(self) -> ProgressView | None:
        """How far the first reading has come; None if it is not begun, or is finished."""
        found = self.record.progress
        return None if found is None else ProgressView(found)

    def as_json(self) -> dict[str, object]:
        """Return what `recall show --json` prints."""
        record = self.record
        preview, progress = record.preview.items(), self.progress
        return {
            "resource": self.resource.as_json(),
            "log": [
                ReviewView(review, learnt).as_json()
                for review, learnt in zip(record.reviews, learnt_from(record.reviews), strict=True)
            ],
            "preview": {rating.name.lower(): day.isoformat() for rating, day in preview},
            "sittings": [SittingView(sitting).as_json() for sitting in record.sittings],
            "after": [earlier.id for earlier in record.earlier],
            "reading": record.reading._asdict(),
            "revisit": record.revisit._asdict(),
            "progress": None if progress is None else progress.as_json(),
        }


def details_view(context: Context, resource: Resource) -> DetailsView:
    """Return all that is known of a resource today."""
    return DetailsView(resource_view(context, resource), record_of(context, resource))
