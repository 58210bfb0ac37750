"""`recall note`: writes the note of a resource."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.parsing.arguments import Argument
from recall.cli.report import named, report
from recall.domain.library.notes import mark_of
from recall.domain.library.resource import Resource
from recall.errors import RecallError
from recall.usecases.context import Context
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
            _edit(environment, context, wanted, json=json)
            return
        done = changing.note(context, wanted, text)
        sentence = f"{named(done)}: note {'written' if done.note else 'cleared'}"
        report(environment, context, sentence, action="note", resource=done, json=json)


def _edit(environment: Environment, context: Context, wanted: Resource, *, json: bool) -> None:
    """Open the note in the person's editor; the library is not locked meanwhile."""
    from recall.cli.editor import edited

    context.store.close()
    before = wanted.note or ""
    text = edited(environment, before)
    if text == before:
        sentence = f"{named(wanted)}: note unchanged"
        report(environment, context, sentence, action=None, resource=wanted, json=json)
        return
    done = _stored(environment, context, wanted, text)
    sentence = f"{named(done)}: note {_said(done.note or '', text)}"
    report(environment, context, sentence, action="note", resource=done, json=json)


def _said(stands: str, text: str) -> str:
    """Say what became of a note that was edited."""
    if stands == text:
        return "written" if text else "cleared"
    kept = "both stand, yours last" if text else "that one stays"
    return f"changed elsewhere meanwhile; {kept}"


def _stored(environment: Environment, context: Context, wanted: Resource, text: str) -> Resource:
    """Store a note; one that cannot be stored is shown, to be copied."""
    from recall.usecases.resources import changing

    try:
        return changing.note(context, wanted, text, over=mark_of(wanted.note))
    except RecallError:
        environment.say(f"this note could not be kept: {text}")
        raise
