"""`recall note`: writes the note of a resource."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.parsing.arguments import Argument
from recall.cli.report import named, report
from recall.errors import BadInput
from recall.usecases.find import find

Text = Annotated[
    str | None, Argument(metavar="TEXT", help="The note. If not given, your editor opens.")
]


def command(
    environment: Environment, resource: ResourceText, text: Text = None, json: Json = False
) -> None:
    """Write the note that you see before the next visit.

    An empty text removes it.
    """
    from recall.usecases.resources import changing

    with environment.library() as context:
        wanted = find(context.store, resource)
        if text is None:
            from recall.cli.editor import edited

            text = edited(environment, wanted.note or "")
            if text == (wanted.note or ""):
                raise BadInput("the note was not changed")
        done = changing.note(context, wanted, text)
        sentence = f"{named(done)}: note {'written' if done.note else 'cleared'}"
        report(environment, context, sentence, action="note", resource=done, json=json)
