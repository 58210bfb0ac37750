"""Explains in one paragraph why a resource is in today's queue, or is not.

It does not plan a second time: it asks the queue that `today` shows.
"""

from recall.domain.ahead.explain.facts import ResourceFacts, Why
from recall.domain.ahead.explain.listed import listed
from recall.domain.ahead.explain.phrases import joined, memory
from recall.domain.ahead.explain.reasons import REASONS


def why(facts: ResourceFacts) -> Why:
    """Explain one resource."""
    visits = facts.queue.in_turn
    for index, visit in enumerate(visits):
        if visit.resource.id == facts.resource.id:
            before = sum(one.minutes for one in visits[:index])
            text = listed(facts, visit, index, before)
            return Why(
                "planned", text, facts, visit=visit, position=index + 1, minutes_before=before
            )
    reason = next(one for one in REASONS if one.holds(facts))
    return Why(reason.name, joined(reason.says(facts), memory(facts)), facts)
