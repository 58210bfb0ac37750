"""`recall undo`: undoes the last action."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.cli.report import named, report
from recall.domain.library.resource import short
from recall.domain.text.plain import plain

LeaveFile = Annotated[
    bool,
    option("--leave-file", help="Leave the files of lists as they are, if a sync is undone."),
]


def command(environment: Environment, leave_file: LeaveFile = False, json: Json = False) -> None:
    """Undo the last action; run it again to go back further.

    Undoing a sync also takes out of the file the lines that recall wrote. Your own lines stay.
    """
    from recall.usecases.undoing import undo
    from recall.views.undone import left_sentences

    with environment.library() as context:
        undone = undo(context, leave_files=leave_file)
        last, resource = undone.action, undone.resource
        what = f" of {named(resource)}" if resource is not None else ""
        sentence = f"undone: {last.kind}{what} ({short(last.summary)})"
        left = [line._asdict() for line in undone.left]
        more = {"left": left, "left_files": list(undone.left_files)}
        report(environment, context, sentence, action="undo", resource=resource, json=json, **more)
        for said in () if json else left_sentences(undone):
            paragraph(environment.screen, plain(said))
