"""`recall why`: explains in a sentence why a resource is in today's plan, or is not."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.usecases.find import find
from recall.usecases.personal import person_today
from recall.usecases.planning.why import explain
from recall.views.resource import shown_title


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Explain why a resource is in today's plan, or is not."""
    with environment.library() as context:
        wanted = find(context.store, resource)
        if json:
            from recall.views.why import why_view

            environment.print_view(why_view(context, wanted))
            return
        paragraph(environment.screen, f"{wanted.id} {shown_title(wanted)}", style="title")
        paragraph(environment.screen, explain(context, wanted).why.text)
        if wanted.card.memory is not None and (person := person_today(context)) is not None:
            paragraph(environment.screen, person)
