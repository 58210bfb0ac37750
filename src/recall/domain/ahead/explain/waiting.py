"""Why a resource that could be in today's queue has to wait."""

from collections.abc import Sequence

from recall.domain.ahead.explain.facts import ResourceFacts
from recall.domain.ahead.explain.phrases import crowded_order, due_since, joined
from recall.domain.day.visit import LONG, MOST_BEGUN
from recall.domain.library.resource import Planned, short
from recall.domain.text.wording import counted


def waiting(facts: ResourceFacts) -> str:
    """Return why a resource that is due, or could be read, is not in the queue."""
    there = f"It is not in today's queue, although {_ready(facts)}: {_line(facts)}."
    return joined(there, crowded_order(facts), _first(facts))


def _ready(facts: ResourceFacts) -> str:
    if facts.resource.card.due is None:
        return "it could be read"
    return f"it is {due_since(facts)}"


def _is_long_and_new(facts: ResourceFacts) -> bool:
    one = facts.resource
    most = LONG * facts.queue.budget_minutes
    return one.card.due is None and not one.minutes_read and one.next_minutes > most


def _line(facts: ResourceFacts) -> str:
    """Return why it does not fit today's minutes."""
    queue, minutes = facts.queue, facts.resource.next_minutes
    if not queue.budget_minutes:
        return "today is a day off, without minutes"
    if facts.resource.card.due is not None and minutes > queue.budget_minutes:
        return (
            f"it takes {minutes} min, more than today's {queue.budget_minutes}; what is longer "
            "than a day, and a week overdue, has the first of a month, or once a week a day that "
            "would be half empty; or the day it is postponed to"
        )
    begun = facts.standing.begun
    if _is_long_and_new(facts) and begun >= MOST_BEGUN:
        return (
            f"it takes {minutes} min, and {begun} readings are begun; no other long one is begun "
            "before one of them is read, suspended or archived"
        )
    sitting = next((one.resource for one in queue.read if one.left), None)
    if minutes > queue.budget_minutes and sitting is not None:
        return (
            f"it takes {minutes} min, and of what is longer than a day one thing is planned, "
            f"{sitting.id} ({short(sitting.title)})"
        )
    return (
        f"of today's {queue.budget_minutes} min {queue.planned_minutes + queue.spent_minutes} "
        f"are planned or spent, and it takes {minutes}"
    )


def _first(facts: ResourceFacts) -> str:
    """Return what comes before it, and the minutes that would be enough."""
    ahead, text = facts.ahead, ""
    if ahead:
        wait = "waits" if len(ahead) == 1 else "wait"
        text = f"In front of it {_things(ahead)} {wait}, {facts.ahead_minutes} min in all."
    if facts.enough is None:
        return text
    return joined(text, f"'recall today --minutes {facts.enough}' would have it.")


def _things(ahead: Sequence[Planned]) -> str:
    revisits = sum(one.card.due is not None for one in ahead)
    readings = len(ahead) - revisits
    counts = ((revisits, "revisit"), (readings, "first reading"))
    return " and ".join(counted(count, name) for count, name in counts if count)
