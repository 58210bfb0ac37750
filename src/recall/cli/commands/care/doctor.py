"""`recall doctor`: checks the library against its own log, and mends what can be mended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from recall.cli.confirming import agrees
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option

if TYPE_CHECKING:
    from recall.usecases.context import Context
    from recall.usecases.upkeep.mending import Repair
    from recall.views.doctor import DoctorView

Repairing = Annotated[
    bool,
    option(
        "--repair",
        "--mend",
        help="Show what can be mended without losing anything, and mend it as one action.",
    ),
]
Yes = Annotated[bool, option("--yes", "-y", help="Mend it without a question.")]


def command(
    environment: Environment, repair: Repairing = False, yes: Yes = False, json: Json = False
) -> int:
    """Check every value of the library, and every card against its log.

    A fault is named with its table, row and column. --repair shows what would become
    of those that can be mended, and asks; 'recall undo' takes the repair of rows back.
    """
    from recall.views.doctor import doctor_view

    with environment.library() as context:
        mended = _mended(environment, context, yes=yes, json=json) if repair else []
        view = doctor_view(context, mended)
        where = context.store.location
    if json:
        environment.print_view(view)
    elif not view.problems:
        paragraph(environment.screen, f"{where} is healthy: every card follows from its log")
    else:
        _print(environment, view, is_asked=repair)
    return 1 if view.problems else 0


def _mended(
    environment: Environment, context: "Context", *, yes: bool, json: bool
) -> "Sequence[Repair]":
    """Show what would be mended, and mend it if the person agrees."""
    from recall.usecases.upkeep.mending import repair

    would = [] if yes and json else repair(context, dry_run=True)
    for mend in [] if json else would:
        paragraph(environment.screen, mend.sentence)
    if would and not agrees("Mend this?", yes=yes, ask=not json):
        if not json:
            unchanged = "nothing was changed; 'recall doctor --repair --yes' mends this"
            paragraph(environment.screen, unchanged)
        return []
    done = repair(context) if would or yes else []
    if done and not json:
        is_undone = any(one.is_undone for one in done)
        back = "'recall undo' takes it back" if is_undone else "no row of the library changed"
        paragraph(environment.screen, f"mended; {back}")
    return done


def _print(environment: Environment, view: "DoctorView", *, is_asked: bool) -> None:
    for problem in view.problems:
        paragraph(environment.screen, problem)
    if view.repairs and not is_asked:
        number = len(view.repairs)
        these = "one of these" if number == 1 else f"{number} of these"
        hint = f"{these} can be mended; 'recall doctor --repair' shows how, and asks"
        paragraph(environment.screen, hint)
