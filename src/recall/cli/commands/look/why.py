"""`recall why`: explains in a paragraph why a resource is in today's queue, or is not."""

import typer

from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.cli.output.views import resource_json, shown_title
from recall.domain.ahead.explanation import Facts, Why
from recall.usecases.find import find
from recall.usecases.planning.looking_ahead import why


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Explain why a resource is in today's queue, or is not."""
    world: World = ctx.obj
    with world.library() as context:
        found = find(context.store, resource)
        answer = why(context, found)
        if json:
            world.print_json(_json(answer))
            return
        paragraph(world.screen, f"{found.id} {shown_title(found)}", style="title")
        paragraph(world.screen, answer.paragraph)


def _json(answer: Why) -> dict[str, object]:
    facts, visit = answer.facts, answer.visit
    resource, queue = facts.resource, facts.queue
    postponed = resource.card.postponed_from
    return {
        "study_date": queue.study_date.isoformat(),
        "in_queue": visit is not None,
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
        "ahead": _ahead_json(facts),
        "held_by": [one.id for one in facts.holders],
        "resource": resource_json(
            resource, queue.study_date, facts.weights, None if visit is None else visit.minutes
        ),
    }


def _ahead_json(facts: Facts) -> dict[str, object]:
    ahead = facts.ahead
    revisits = sum(one.card.due is not None for one in ahead)
    return {
        "revisit": revisits,
        "read": len(ahead) - revisits,
        "minutes": facts.ahead_minutes,
    }
