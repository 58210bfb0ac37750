"""What commands that change a resource print afterwards."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from recall.cli.environment import Environment
from recall.cli.output.prose import paragraph
from recall.cli.output.width import clip
from recall.domain.library.resource import Resource
from recall.domain.text.plain import plain
from recall.usecases.context import Context
from recall.views.resource import shown_title

if TYPE_CHECKING:
    from recall.usecases.rating.grading import Graded

LONGEST_NAMED_TITLE = 60
"""The most columns of a title inside a sentence."""


def report(
    environment: Environment,
    context: Context,
    sentence: str,
    *,
    action: str | None,
    resource: Resource | None,
    json: bool,
    **more: object,
) -> None:
    """Print what was done: a sentence, or JSON with the action, its resource and more."""
    if not json:
        paragraph(environment.screen, sentence)
        return
    from recall.views.actions import action_view

    environment.print_view(action_view(context, action, resource, more))


def report_all(
    environment: Environment,
    context: Context,
    sentences: Sequence[str],
    *,
    action: str | None,
    changed: Sequence[Resource],
    json: bool,
    **more: object,
) -> None:
    """Print what was done to one resource or several: a sentence each, or one JSON object."""
    if not json:
        for sentence in sentences:
            paragraph(environment.screen, sentence)
        return
    from recall.views.actions import actions_view

    environment.print_view(actions_view(context, action, changed, more))


def report_rating(
    environment: Environment, context: Context, graded: "Graded", *, said: str, json: bool
) -> None:
    """Say what a rating led to; said is the rating in a word."""
    before, after, on = graded.before, graded.resource, graded.review.study_date
    sentence = f"{named(after)}: {said}, {due_phrase(after, context)}"
    memory = before.card.memory
    if memory is not None and memory.last_review == on:
        sentence += "; it takes the place of the rating given before on that day"
    if after.status != "read":
        sentence += f"; it stays {after.status}"
    action = graded.review.source
    more = _review_as_json(graded) if json else {}
    report(environment, context, sentence, action=action, resource=after, json=json, **more)


def _review_as_json(graded: "Graded") -> dict[str, object]:
    from recall.views.memory.log import ReviewView

    return {"review": ReviewView(graded.review, graded.learnt).as_json()}


def readings_phrase(context: Context) -> str:
    """Return a sentence about today's readings if the last action chose them anew, or else ''."""
    from recall.usecases.planning.readings.readings_anew import readings_now

    titles = readings_now(context)
    if titles is None:
        return ""
    return f"; to read today: {', '.join(titles)}" if titles else "; nothing to read today"


def named(resource: Resource, columns: int = LONGEST_NAMED_TITLE) -> str:
    """Return a resource in a sentence: its ID and its title, safe to show and not too long."""
    return f"{resource.id} {clip(plain(shown_title(resource)), columns)}"


def due_phrase(resource: Resource, context: Context) -> str:
    """Return when it comes back, as a date and in days."""
    due = resource.card.due
    if due is None:
        return "no revisits" if resource.once else "not due"
    days = (due - context.today).days
    return f"next {due.isoformat()}, {in_days(days)}"


def in_days(days: int) -> str:
    """Return a distance from today in words."""
    words = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in words:
        return words[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def day_name(day: date, today: date) -> str:
    """Return a day as 'Thu 5 Mar (in 3 days)', with the year if that is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year} ({in_days((day - today).days)})"
