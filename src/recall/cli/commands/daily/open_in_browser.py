"""`recall open`: shows the last note, then opens the browser."""

from recall.cli.browser import open_resource
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.cli.report import named, report
from recall.domain.text.plain import lines
from recall.usecases.find import find


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Show your last note, then open the resource in the browser."""
    with environment.library() as context:
        wanted = find(context.store, resource)
        if not json:
            for line in lines(wanted.note or ""):
                paragraph(environment.screen, line, label="  ")
        open_resource(wanted)
        sentence = f"opened {named(wanted)}"
        report(environment, context, sentence, action="open", resource=wanted, json=json)
