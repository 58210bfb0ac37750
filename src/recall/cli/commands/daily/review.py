"""`recall review`: goes through the day one resource at a time, with single keys."""

import sys
import time
from typing import TYPE_CHECKING

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.report import named
from recall.errors import BadInput

if TYPE_CHECKING:
    from recall.cli.session.dialog import Dialog


def command(environment: Environment, json: Json = False) -> None:
    """Go through today's queue: recall, look, grade.

    One key does each step, and every grade is stored at once.
    """
    if not (sys.stdin.isatty() and environment.stdout.isatty()):
        raise BadInput("recall review needs a terminal; use 'recall today' and 'recall grade'")
    with environment.library() as context:
        from recall.cli.session.dialog import Dialog
        from recall.cli.session.keys import run

        dialog = Dialog(environment, context, json, time.monotonic)
        finished = False
        try:
            finished = run(dialog)
        except KeyboardInterrupt:
            pass  # Ctrl-C between two keys is the same as q
        finally:
            _keep_notes(dialog)
        _end(dialog, finished)
        if json:
            environment.print_json({"reviewed": _reviewed(dialog)})


def _keep_notes(dialog: "Dialog") -> None:
    for resource in dialog.session.keep_notes(dialog.context):
        dialog.say(f"note kept: {named(resource)}")


def _end(dialog: "Dialog", finished: bool) -> None:
    from recall.cli.session.screen import summary
    from recall.usecases.session import ahead

    context = dialog.context
    to_come = len(dialog.session.waiting(context))
    sentence = summary(
        dialog.session,
        finished=finished,
        to_come=to_come,
        ahead=ahead(context),
        today=context.today,
    )
    dialog.screen.write()
    dialog.say(sentence, "heading")


def _reviewed(dialog: "Dialog") -> list[dict[str, object]]:
    """Return what was graded and not taken back, as it is now."""
    from recall.views.resource import resource_views

    graded = dialog.session.graded(dialog.context)
    views = resource_views(dialog.context, [resource for resource, _ in graded])
    ratings = ({"rating": rating.name.lower()} for _, rating in graded)
    return [view.as_json() | rating for view, rating in zip(views, ratings, strict=True)]
