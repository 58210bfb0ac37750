"""All that is known of one resource."""

from datetime import datetime
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.library.review import learnt_from
from recall.usecases.context import Context
from recall.usecases.pages.reading_texts import KeptText, kept_text, text_kept_at
from recall.usecases.rating.record import Record, record_of
from recall.views.link_checks.findings import LinkView, link_view
from recall.views.memory.log import ProgressView, ReviewView, SittingView
from recall.views.reminders import instant_as_json
from recall.views.resource import ResourceView, resource_view


class DetailsView(NamedTuple):
    """A resource, its log, what each rating would do, and when its text was kept, in its zone."""

    resource: ResourceView
    record: Record
    text_kept_at: datetime | None = None
    link: LinkView | None = None

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
            "text_kept_at": instant_as_json(self.text_kept_at),
            "link": None if self.link is None else self.link.as_json(),
        }


def details_view(context: Context, resource: Resource) -> DetailsView:
    """Return all that is known of a resource today."""
    return DetailsView(
        resource_view(context, resource),
        record_of(context, resource),
        text_kept_at(context, resource),
        link_view(context, resource),
    )


class KeptTextView(NamedTuple):
    """A resource and the text that is kept of its page."""

    resource: ResourceView
    kept: KeptText

    def as_json(self) -> dict[str, object]:
        """Return what `recall text --json` prints."""
        return {
            "resource": self.resource.as_json(),
            "kept_at": instant_as_json(self.kept.kept_at),
            "text": self.kept.text,
        }


def kept_text_view(context: Context, wanted: str) -> KeptTextView:
    """Return the text of the resource that is meant; RecallError if none is kept."""
    resource, text = kept_text(context, wanted)
    return KeptTextView(resource_view(context, resource), text)
