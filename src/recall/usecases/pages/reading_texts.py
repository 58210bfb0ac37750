"""Reads the texts that were kept of pages."""

from datetime import datetime

from recall.domain.library.resource import Resource, short
from recall.errors import RecallError
from recall.storage.tables.pages import kept_texts
from recall.storage.tables.pages.kept_texts import KeptText
from recall.usecases.context import Context
from recall.usecases.find import find

__all__ = ["KeptText", "kept_text", "text_kept_at"]


def kept_text(context: Context, wanted: str) -> tuple[Resource, KeptText]:
    """Return the resource that is meant, and the text that is kept of it.

    RecallError if none is kept.
    """
    resource = find(context.store, wanted)
    text = kept_texts.of(context.store, resource.id)
    if text is None:
        raise RecallError(
            f"no text is kept of {resource.id} {short(resource.title)}; "
            f"'recall fetch {resource.id} --keep-text' keeps it"
        )
    return resource, text


def text_kept_at(context: Context, resource: Resource) -> datetime | None:
    """Return when a text of a resource was kept, in the person's time zone; None if none is."""
    at = kept_texts.moment_of(context.store, resource.id)
    return None if at is None else at.astimezone(context.now.tzinfo)
