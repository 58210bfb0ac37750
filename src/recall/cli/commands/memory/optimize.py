"""`recall optimize`: what the memory model has learned about the person, and its parameters."""

from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import option
from recall.domain.text.given_numbers import number_of
from recall.errors import BadInput
from recall.views.actions import ActionView

if TYPE_CHECKING:
    from recall.domain.memory.rated_log import Kept
    from recall.usecases.memory.optimizing import MemoryModel

LOSS_DIGITS = 4

Listing = Annotated[
    bool, option("--list", help="List all sets of parameters, with their dates and scores.")
]
Use = Annotated[
    int | None,
    option(
        "--use",
        metavar="ID",
        parser=number_of("a parameter set", 1, 2**31 - 1),
        help="Go back to an earlier set.",
    ),
]
Reschedule = Annotated[
    bool,
    option(
        "--reschedule", help="Show which due dates the set in use would move, and ask to move them."
    ),
]
Yes = Annotated[
    bool, option("--yes", "-y", help="With --reschedule: move them without a question.")
]

_NOTHING_YET = "It learns from each revisit that you grade, from the next day on."

_DATES = (
    "It learns from each grade, from the next day on. Due dates that stand stay as they are; "
    "'recall optimize --reschedule' shows which would move."
)

_SETS = (
    Column("id", right=True),
    Column("date"),
    Column("in use", style="good"),
    Column("log loss", right=True),
    Column("before", right=True),
    Column("defaults", right=True),
    Column("revisits", right=True, priority=2),
    Column("note", flexible=True, style="dim"),
)


def command(
    environment: Environment,
    listing: Listing = False,
    use: Use = None,
    reschedule: Reschedule = False,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Show what the memory model knows of you, and how sure that is.

    It learns from each revisit by itself, from the next day on. Due dates that stand do not move
    until you run it with '--reschedule'.
    """
    if listing + (use is not None) + reschedule > 1:
        raise BadInput("--list, --use and --reschedule are given one at a time")
    if yes and not reschedule:
        raise BadInput("--yes goes with --reschedule")
    if listing:
        _list(environment, json)
    elif use is not None:
        _use(environment, use, json)
    elif reschedule:
        from recall.cli.commands.memory.optimize_reschedule import reschedule_all

        reschedule_all(environment, yes, json)
    else:
        _show(environment, json)


def _show(environment: Environment, json: bool) -> None:
    from recall.views.memory.parameters import memory_model_view

    with environment.library() as context:
        view = memory_model_view(context)
    if json:
        environment.print_view(view)
    else:
        _print_model(environment.screen, view.model)


def _print_model(screen: Screen, model: "MemoryModel") -> None:
    from recall.domain.memory.in_words import (
        compared_in_words,
        person_in_words,
        undecided_in_words,
    )

    other = "that of most people" if model.is_published else f"parameter set {model.parameters_id}"
    if model.compared is None:
        paragraph(screen, f"Your memory model is {other} so far. {_NOTHING_YET}")
        return
    said = person_in_words(model.length, model.person.intervals)
    paragraph(screen, said or undecided_in_words(model.length))
    paragraph(screen, compared_in_words(model.compared, other))
    paragraph(screen, _DATES, style="dim")


def _use(environment: Environment, set_id: int, json: bool) -> None:
    from recall.usecases.memory.optimizing import go_back

    with environment.library() as context:
        go_back(context, set_id)
    if json:
        environment.print_view(ActionView("parameters", more={"in_use": set_id}))
    else:
        paragraph(
            environment.screen,
            f"parameter set {set_id} is in use from now on; due dates stay as they are, "
            "'recall optimize --reschedule' shows what would move",
        )


def _list(environment: Environment, json: bool) -> None:
    from recall.views.memory.parameters import sets_view

    with environment.library() as context:
        view = sets_view(context)
    if json:
        environment.print_view(view)
        return
    cells = [_row(parameters) for parameters in view.sets]
    for line in rows(environment.screen, _SETS, cells, heading=True):
        environment.screen.write(line)


def _row(parameters: "Kept") -> list[str]:
    scores = parameters.scores
    shown = ["", "", "", ""]
    if scores is not None:
        losses = (scores.log_loss, scores.log_loss_before, scores.log_loss_default)
        shown = [*map(_loss, losses), f"{scores.revisits:,}"]
    in_use = "in use" if parameters.in_use else ""
    return [str(parameters.id), parameters.created_at[:10], in_use, *shown, parameters.note]


def _loss(value: float) -> str:
    return f"{value:.{LOSS_DIGITS}f}"
