"""`recall optimize`: fits the memory model to the person's own log."""

from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, number_of
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.parsing.arguments import option
from recall.errors import BadInput
from recall.views.actions import ActionView

if TYPE_CHECKING:
    from recall.domain.memory.fitting import Kept
    from recall.usecases.memory.optimizing import Fit

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

_SCORES = (Column("set", flexible=True), Column("log loss", right=True))
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
    """Fit the memory model to your log, and use it if it does better.

    The fit uses the older four fifths of your revisits and is tested on the newest fifth. It needs
    1,000 revisits. No due date moves until you run it with '--reschedule'.
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
        _fit(environment, json)


def _fit(environment: Environment, json: bool) -> None:
    from recall.views.parameters import fit_view

    with environment.library() as context:
        view = fit_view(context)
    if json:
        environment.print_view(view)
    else:
        _print_fit(environment.screen, view.fit)


def _print_fit(screen: Screen, fit: "Fit") -> None:
    scores = fit.scores
    paragraph(
        screen,
        f"Fitted to the older {scores.revisits - scores.tested:,} of {scores.revisits:,} revisits, "
        f"and tested on the newest {scores.tested:,}. Log loss, lower is better:",
    )
    table = [
        ["fitted to you", _loss(scores.log_loss)],
        [f"parameter set {fit.before_id}, in use until now", _loss(scores.log_loss_before)],
        ["FSRS-6's defaults", _loss(scores.log_loss_default)],
    ]
    for line in rows(screen, _SCORES, table):
        screen.write(f"  {line}")
    paragraph(screen, _verdict(fit))


def _verdict(fit: "Fit") -> str:
    if fit.adopted_id is None:
        return (
            "The fitted set does not predict better than both, so nothing changed: "
            f"parameter set {fit.before_id} stays in use."
        )
    return (
        f"Fitted to all of them, it is parameter set {fit.adopted_id} and in use from now on. "
        "Due dates stay as they are: 'recall optimize --reschedule' shows what would move. "
        "'recall undo' takes it back."
    )


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
    from recall.views.parameters import sets_view

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
