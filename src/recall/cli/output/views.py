"""How resources look: a line in a table, and the same everywhere in JSON."""

from collections.abc import Sequence
from datetime import date

from recall.cli.output.table import Cell
from recall.domain.library.resource import Resource
from recall.domain.memory.forgetting_curve import retrievability

SHORT = 24
"""Characters; a longer title always says something."""

R_DIGITS = 4


def shown_title(resource: Resource) -> str:
    """The title as a person reads it: with its section where it says nothing alone."""
    if len(resource.title) > SHORT or not resource.places or not resource.places[0].section:
        return resource.title
    from recall.domain.lists.link_text import says_something

    if says_something(resource.title):
        return resource.title
    return f"{resource.title} ({resource.places[0].section[-1]})"


def title_cell(resource: Resource) -> Cell:
    """The title, leading to the resource where the terminal can follow it."""
    return Cell(shown_title(resource), url=resource.url)


def resource_json(
    resource: Resource, today: date, weights: Sequence[float], minutes: int | None = None
) -> dict[str, object]:
    """A resource as every command prints it.

    minutes are those of the next visit: what is planned of it, or else all of it.
    """
    card = resource.card
    memory = card.memory
    recall = None
    if memory is not None:
        days = (today - memory.last_review).days
        recall = round(retrievability(memory, days, weights), R_DIGITS)
    return {
        "id": resource.id,
        "title": resource.title,
        "url": resource.url,
        "kind": resource.kind,
        "sections": [list(place.section) for place in resource.places],
        "series": resource.series,
        "part": resource.part,
        "status": resource.status,
        "minutes": resource.next_minutes if minutes is None else minutes,
        "due": None if card.due is None else card.due.isoformat(),
        "stability": None if memory is None else memory.stability,
        "difficulty": None if memory is None else memory.difficulty,
        "retrievability": recall,
        "reviews": card.reviews,
        "note": resource.note,
        "language": resource.language,
        "canonical_url": resource.canonical_url,
        "reading_minutes": resource.minutes,
        "gone": resource.gone,
        "priority": resource.priority,
        "length": resource.length,
    }
