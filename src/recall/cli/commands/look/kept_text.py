"""`recall text`: shows the text that was kept of a page."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.domain.text.plain import lines


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Show the text that was kept of a page.

    'recall fetch --keep-text' and 'recall add --keep-text' keep it.
    """
    from recall.views.details import kept_text_view

    with environment.library() as context:
        view = kept_text_view(context, resource)
        if json:
            environment.print_view(view)
            return
        for line in lines(view.kept.text):
            paragraph(environment.screen, line)
