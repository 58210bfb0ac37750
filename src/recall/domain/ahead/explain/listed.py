"""Why a resource is in today's queue."""

from recall.domain.ahead.explain.facts import ResourceFacts
from recall.domain.ahead.explain.phrases import crowded_order, due_since, joined, memory
from recall.domain.day.visit import Visit


def listed(facts: ResourceFacts, visit: Visit, index: int, before: int) -> str:
    """Return why a visit is listed, and its minutes; before are the minutes planned before it."""
    queue = facts.queue
    number = len(queue.revisit) + len(queue.read)
    end = queue.spent_minutes + before + visit.minutes
    what = "one sitting of it takes" if visit.left else "it takes"
    spent = f"the {queue.spent_minutes} spent and " if queue.spent_minutes else ""
    there = (
        f"It is in today's queue, number {index + 1} of {number}: {_turn(facts, visit)}. "
        f"Planned, {what} {visit.minutes} min; with {spent}what stands before it that makes "
        f"{end} of today's {queue.budget_minutes} min"
    )
    line = ", which is more than the day has: one thing is always offered"
    over = line if end > queue.budget_minutes else ""
    return joined(f"{there}{over}.", crowded_order(facts), memory(facts))


def _turn(facts: ResourceFacts, visit: Visit) -> str:
    """Return why it is listed."""
    due = facts.resource.card.due
    if due is None:
        return f"a first reading, {visit.reason}"
    if facts.resource.card.memory is None:
        return f"it was read before recall knew of it, and its first revisit is {due_since(facts)}"
    return f"a revisit, {due_since(facts)}"
