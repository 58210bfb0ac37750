"""`recall why`: explains in a paragraph why a resource is in today's queue, or is not."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.usecases.find import find
from recall.views.why import why_view


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Explain why a resource is in today's queue, or is not."""
    with environment.library() as context:
        wanted = find(context.store, resource)
        view = why_view(context, wanted)
        if json:
            environment.print_view(view)
            return
        paragraph(environment.screen, f"{wanted.id} {view.resource.title}", style="title")
        paragraph(environment.screen, view.answer.paragraph)
