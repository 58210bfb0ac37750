"""`recall open`: shows the last note and how far a reading has come, then opens the browser."""

from recall.cli.browser import open_resource
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.cli.report import named, report
from recall.domain.library.resource import Resource
from recall.domain.text.plain import lines
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.views.log import progress_view


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Show your last note, then open the resource in the browser.

    If you are in the middle of it, you also see how far you are and where you stopped.
    """
    with environment.library() as context:
        wanted = find(context.store, resource)
        if not json:
            for line in _before(context, wanted):
                paragraph(environment.screen, line, label="  ")
        open_resource(wanted)
        sentence = f"opened {named(wanted)}"
        report(environment, context, sentence, action="open", resource=wanted, json=json)


def _before(context: Context, resource: Resource) -> list[str]:
    """Return the lines to read before a resource is opened: how far it has come, and its note."""
    view, note = progress_view(context, resource), lines(resource.note or "")
    if view is None:
        return note
    is_of_sitting = view.progress.last.note == resource.note
    return [view.amount, *view.stop(context.today), *([] if is_of_sitting else note)]
