"""What commands that change one resource have in common: what they print afterwards."""

from recall.cli.environment import World
from recall.cli.output.prose import paragraph
from recall.cli.output.views import resource_json, shown_title
from recall.cli.output.width import clip
from recall.domain.library.resource import Resource
from recall.domain.text.plain import plain
from recall.storage.tables.parameters import latest
from recall.usecases.context import Context

LONGEST_TITLE = 60
"""Columns of a title inside a sentence."""


def report(
    world: World,
    context: Context,
    action: str,
    resource: Resource | None,
    sentence: str,
    json: bool = False,
    **more: object,
) -> None:
    """Say what was done: one sentence, or the JSON of the action, its resource and more."""
    if not json:
        paragraph(world.screen, sentence)
        return
    shown = None
    if resource is not None:
        shown = resource_json(resource, context.today, latest(context.store).weights)
    world.print_json({"action": action, "resource": shown, **more})


def named(resource: Resource) -> str:
    """A resource in a sentence: its ID and its title, safe to show and not too long."""
    return f"{resource.id} {clip(plain(shown_title(resource)), LONGEST_TITLE)}"


def due_phrase(resource: Resource, context: Context) -> str:
    """When it comes back, as a date and in days."""
    due = resource.card.due
    if due is None:
        return "not due"
    days = (due - context.today).days
    return f"next {due.isoformat()}, {in_days(days)}"


def in_days(days: int) -> str:
    """A distance from today in words."""
    words = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in words:
        return words[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
