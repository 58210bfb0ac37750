"""Why a resource is in today's queue, or is not."""

from typing import NamedTuple

from recall.domain.ahead.explain.facts import ResourceFacts, Why
from recall.domain.library.resource import Resource
from recall.usecases.context import Context
from recall.usecases.planning.looking_ahead import why
from recall.usecases.recalling import Recall
from recall.views.resource import ResourceView


class WhyView(NamedTuple):
    """The answer, and the resource with the minutes planned today, or else of its next visit."""

    answer: Why
    resource: ResourceView

    def as_json(self) -> dict[str, object]:
        """Return what `recall why --json` prints."""
        answer, facts, queue = self.answer, self.answer.facts, self.answer.facts.queue
        postponed = facts.resource.card.postponed_from
        return {
            "study_date": queue.study_date.isoformat(),
            "in_queue": answer.visit is not None,
            "reason": answer.reason,
            "paragraph": answer.paragraph,
            "position": answer.position,
            "minutes_before": answer.minutes_before,
            "budget_minutes": queue.budget_minutes,
            "planned_minutes": queue.planned_minutes,
            "spent_minutes": queue.spent_minutes,
            "overdue_days": answer.overdue_days,
            "postponed_from": None if postponed is None else postponed.isoformat(),
            "desired_retention": facts.wanted,
            "ahead": _ahead_as_json(facts),
            "held_by": [holder.id for holder in facts.holders],
            "resource": self.resource.as_json(),
        }


def why_view(context: Context, resource: Resource) -> WhyView:
    """Explain a resource, as it stands today."""
    answer = why(context, resource)
    planned, visit = answer.facts.resource, answer.visit
    minutes = planned.next_minutes if visit is None else visit.minutes
    recall = Recall(context.store, answer.facts.queue.study_date)
    return WhyView(answer, ResourceView(planned, minutes, recall))


def _ahead_as_json(facts: ResourceFacts) -> dict[str, object]:
    ahead = facts.ahead
    revisits = sum(resource.card.due is not None for resource in ahead)
    readings = len(ahead) - revisits
    return {"revisit": revisits, "read": readings, "minutes": facts.ahead_minutes}
