"""`recall review`: goes through today's plan one thing at a time, with single keys."""

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from recall.cli.commands.daily.today import Budget
from recall.cli.completion import resources
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import named
from recall.domain.day.plan import PlannedVisit
from recall.domain.library.resource import Resource
from recall.errors import BadInput, RecallError
from recall.usecases.context import Context

if TYPE_CHECKING:
    from recall.cli.session.dialog import Dialog

SomeResources = Annotated[
    list[str] | None,
    Argument(
        metavar="RESOURCE",
        help="Only these, planned or not, in this order.",
        autocompletion=resources,
    ),
]
Section = Annotated[
    str | None,
    option(
        "--section",
        "-s",
        metavar="S",
        help="Only what is due or to be read under headings that hold this text.",
    ),
]


def command(
    environment: Environment,
    some: SomeResources = None,
    minutes: Budget = None,
    section: Section = None,
    json: Json = False,
) -> None:
    """Go through today's plan: recall, look, grade; read, grade.

    One key does each step, and every step is stored at once.
    """
    if not (sys.stdin and sys.stdin.isatty() and environment.stdout.isatty()):
        raise BadInput("recall review needs a terminal; use 'recall today' and 'recall grade'")
    if some and section is not None:
        raise BadInput("name resources or a section, not both")
    if minutes is not None and (some or section is not None):
        raise BadInput("--minutes is for today's plan; leave it out for what you name")
    with environment.library() as context:
        visits = _visits(context, some, section)
        if minutes is not None:
            from recall.usecases.planning.revising import set_minutes

            set_minutes(context, minutes)
        _review(environment, context, visits, json=json)


def _visits(
    context: Context, texts: list[str] | None, section: str | None
) -> Sequence[PlannedVisit] | None:
    """Return the visits of a session beside the plan; None for today's plan."""
    if not texts and section is None:
        return None
    from recall.usecases.session.beside import named_visits, section_visits

    return named_visits(context, texts) if texts else section_visits(context, section or "")


def _review(
    environment: Environment,
    context: Context,
    visits: Sequence[PlannedVisit] | None,
    *,
    json: bool,
) -> None:
    from recall.cli.session.dialog import Dialog
    from recall.cli.session.hanging_up import until_hung_up
    from recall.cli.session.loop import run

    dialog = Dialog(environment, context, time.monotonic, visits, json=json)
    with until_hung_up():
        try:
            with dialog.keyboard.silent():
                run(dialog)
        except KeyboardInterrupt:
            pass  # Ctrl-C between two keys is the same as q
        finally:
            kept = _keep_notes(dialog)
        _end(dialog, [f"note kept: {named(resource)}" for resource in kept])
        if json:
            environment.print_json({"reviewed": _reviewed(dialog)})


def _keep_notes(dialog: "Dialog") -> list[Resource]:
    """Store the notes that wait; those that cannot be stored are shown, to be copied."""
    try:
        return dialog.session.keep_notes(dialog.context)
    except RecallError:
        for note in dialog.session.notes.values():
            dialog.say(f"this note could not be kept: {note}", "warn")
        raise


def _end(dialog: "Dialog", kept: Sequence[str]) -> None:
    from recall.cli.session.closing import coming_line, day_lines, past_day_lines
    from recall.usecases.session.coming import next_revisits
    from recall.views.day import day_view

    context, session = dialog.context, dialog.session
    dialog.screen.write()
    dialog.say_last()
    for line in kept:
        dialog.say(line)
    view = day_view(context)
    if context.today == session.day or dialog.is_beside:
        first, *others = day_lines(view)
    else:
        begun = day_view(context, session.day)
        first, *others = past_day_lines(begun, context.settings.day_start)
    dialog.say(first, "heading")
    if view.study.pause is None:
        others.append(coming_line(next_revisits(context), context.today, view.study.counts.due))
    for line in filter(None, others):
        dialog.say(line)


def _reviewed(dialog: "Dialog") -> list[dict[str, object]]:
    """Return what was graded and not taken back, as it is now."""
    from recall.views.resource import resource_views

    graded = dialog.session.graded(dialog.context)
    views = resource_views(dialog.context, [resource for resource, _ in graded])
    ratings = ({"rating": rating.name.lower()} for _, rating in graded)
    return [view.as_json() | rating for view, rating in zip(views, ratings, strict=True)]
