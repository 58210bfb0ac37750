"""`recall undo`: undoes the last action."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import option
from recall.cli.report import named, report
from recall.domain.library.resource import short

LeaveFile = Annotated[
    bool,
    option("--leave-file", help="Undo a sync though its file has changed since; leave the file."),
]


def command(environment: Environment, leave_file: LeaveFile = False, json: Json = False) -> None:
    """Undo the last action; run it again to go back further.

    If that is a sync, the file is brought back too, if it is as recall left it.
    """
    from recall.usecases.undoing import undo

    with environment.library() as context:
        last, resource = undo(context, leave_files=leave_file)
        what = f" of {named(resource)}" if resource is not None else ""
        sentence = f"undone: {last.kind}{what} ({short(last.summary)})"
        report(environment, context, sentence, action="undo", resource=resource, json=json)
