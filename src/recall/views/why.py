"""Why a resource is in today's plan, or is not."""

from __future__ import annotations

from recall.domain.memory.retention import retention
from recall.named_tuples import NamedTuple
from recall.usecases.planning.why import explain
from recall.views.resource import resource_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.domain.library.resource import Resource
    from recall.usecases.context import Context
    from recall.usecases.planning.why import Explanation
    from recall.views.resource import ResourceView


class WhyView(NamedTuple):
    """The answer, and the resource with the minutes planned today, or else of its next visit."""

    explanation: Explanation
    resource: ResourceView
    desired_retention: float

    def as_json(self) -> dict[str, object]:
        """Return what `recall why --json` prints."""
        answer, stands = self.explanation
        card, ahead, day = self.resource.resource.card, answer.ahead, stands.plan.study_date
        overdue = 0 if card.due is None else max(0, (day - card.due).days)
        postponed, expected = card.postponed_from, answer.expected
        return {
            "study_date": day.isoformat(),
            "in_queue": answer.visit is not None,
            "reason": answer.reason,
            "paragraph": answer.text,
            "position": answer.position,
            "minutes_before": answer.minutes_before,
            "budget_minutes": stands.plan.minutes,
            "planned_minutes": sum(visit.visit.minutes for visit in stands.left),
            "spent_minutes": stands.spent_minutes,
            "overdue_days": overdue,
            "postponed_from": None if postponed is None else postponed.isoformat(),
            "desired_retention": self.desired_retention,
            "ahead": {
                "revisit": ahead.revisits,
                "read": ahead.readings,
                "minutes": ahead.minutes,
                "is_rough": ahead.is_rough,
            },
            "held_by": list(answer.held_by),
            "expected": None if expected is None else expected.isoformat(),
            "resource": self.resource.as_json(),
        }


def why_view(context: Context, resource: Resource) -> WhyView:
    """Explain a resource, as it stands today."""
    explanation, view = explain(context, resource), resource_view(context, resource)
    visit = explanation.why.visit
    if visit is not None:
        view = view._replace(minutes=visit.minutes)
    wanted = retention(resource.priority, context.settings.desired_retention)
    return WhyView(explanation, view, wanted)
