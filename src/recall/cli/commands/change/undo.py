"""`recall undo`: undoes the last action."""

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.report import named, report
from recall.domain.library.resource import short


def command(environment: Environment, json: Json = False) -> None:
    """Undo the last action; run it again to go back further."""
    from recall.usecases.undoing import undo

    with environment.library() as context:
        last, resource = undo(context)
        what = f" of {named(resource)}" if resource is not None else ""
        sentence = f"undone: {last.kind}{what} ({short(last.summary)})"
        report(environment, context, sentence, action="undo", resource=resource, json=json)
