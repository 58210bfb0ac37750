"""`recall open`: shows the last note and how far a reading has come, then opens the browser."""

from recall.cli.browser import open_resource
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.cli.report import named, report
from recall.usecases.find import find
from recall.views.log import before_opening


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Show your last note, then open the resource in the browser.

    If you are in the middle of it, you also see how far you are and where you stopped.
    """
    with environment.library() as context:
        wanted = find(context.store, resource)
        if not json:
            for line in before_opening(context, wanted):
                paragraph(environment.screen, line, label="  ")
        open_resource(wanted)
        sentence = f"opened {named(wanted)}"
        report(environment, context, sentence, action="open", resource=wanted, json=json)
