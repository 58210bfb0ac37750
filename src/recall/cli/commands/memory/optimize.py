"""`recall optimize`: fits the memory model to the person's own log."""

from typing import TYPE_CHECKING, Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json, number_of
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Column, rows
from recall.errors import BadInput

if TYPE_CHECKING:
    from recall.domain.memory.fitting import Scores
    from recall.storage.tables.parameters import Kept
    from recall.usecases.memory.optimizing import Fit

LOSS_DIGITS = 4

Listing = Annotated[
    bool, typer.Option("--list", help="List all sets of parameters, with their dates and scores.")
]
Use = Annotated[
    int | None,
    typer.Option(
        "--use",
        metavar="ID",
        parser=number_of("a parameter set", 1, 2**31 - 1),
        help="Go back to an earlier set.",
    ),
]
Reschedule = Annotated[
    bool,
    typer.Option(
        "--reschedule", help="Show which due dates the set in use would move, and ask to move them."
    ),
]
Yes = Annotated[
    bool, typer.Option("--yes", "-y", help="With --reschedule: move them without a question.")
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
    ctx: typer.Context,
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
    world: World = ctx.obj
    if listing:
        _list(world, json)
    elif use is not None:
        _use(world, use, json)
    elif reschedule:
        from recall.cli.commands.memory.optimize_reschedule import reschedule_all

        reschedule_all(world, yes, json)
    else:
        _fit(world, json)


def _fit(world: World, json: bool) -> None:
    from recall.usecases.memory.optimizing import optimize

    with world.library() as context:
        done = optimize(context)
    if json:
        adopted = {"adopted": done.adopted_id, "before": done.before_id}
        action = None if done.adopted_id is None else "optimize"
        world.print_json(
            {"action": action, "resource": None, **adopted, "scores": _scores_json(done.scores)}
        )
    else:
        _print_fit(world, done)


def _print_fit(world: World, done: "Fit") -> None:
    scores, screen = done.scores, world.screen
    paragraph(
        screen,
        f"Fitted to the older {scores.revisits - scores.tested:,} of {scores.revisits:,} revisits, "
        f"and tested on the newest {scores.tested:,}. Log loss, lower is better:",
    )
    table = [
        ["fitted to you", _loss(scores.log_loss)],
        [f"parameter set {done.before_id}, in use until now", _loss(scores.log_loss_before)],
        ["FSRS-6's defaults", _loss(scores.log_loss_default)],
    ]
    for line in rows(screen, _SCORES, table):
        screen.write(f"  {line}")
    paragraph(screen, _verdict(done))


def _verdict(done: "Fit") -> str:
    if done.adopted_id is None:
        return (
            "The fitted set does not predict better than both, so nothing changed: "
            f"parameter set {done.before_id} stays in use."
        )
    return (
        f"Fitted to all of them, it is parameter set {done.adopted_id} and in use from now on. "
        "Due dates stay as they are: 'recall optimize --reschedule' shows what would move. "
        "'recall undo' takes it back."
    )


def _use(world: World, number: int, json: bool) -> None:
    from recall.usecases.memory.optimizing import go_back

    with world.library() as context:
        go_back(context, number)
    if json:
        world.print_json({"action": "parameters", "resource": None, "in_use": number})
    else:
        paragraph(
            world.screen,
            f"parameter set {number} is in use from now on; due dates stay as they are, "
            "'recall optimize --reschedule' shows what would move",
        )


def _list(world: World, json: bool) -> None:
    from recall.usecases.memory.optimizing import kept

    with world.library() as context:
        sets = kept(context)
    if json:
        world.print_json({"parameters": [_set_json(one) for one in sets]})
        return
    for line in rows(world.screen, _SETS, [_row(one) for one in sets], heading=True):
        world.screen.write(line)


def _row(one: "Kept") -> list[str]:
    scores = one.scores
    shown = ["", "", "", ""]
    if scores is not None:
        losses = (scores.log_loss, scores.log_loss_before, scores.log_loss_default)
        shown = [*map(_loss, losses), f"{scores.revisits:,}"]
    in_use = "in use" if one.in_use else ""
    return [str(one.id), one.created_at[:10], in_use, *shown, one.note]


def _set_json(one: "Kept") -> dict[str, object]:
    scores = None if one.scores is None else _scores_json(one.scores)
    return {**one._asdict(), "scores": scores}


def _scores_json(scores: "Scores") -> dict[str, object]:
    return dict(scores._asdict())


def _loss(value: float) -> str:
    return f"{value:.{LOSS_DIGITS}f}"
