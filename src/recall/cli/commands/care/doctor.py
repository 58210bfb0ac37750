"""`recall doctor`: checks the library against its own log."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option

Mend = Annotated[
    bool,
    option(
        "--mend",
        help="Take out plans that cannot be, which 'recall undo' brings back, and what is left of "
        "resources that were deleted by hand.",
    ),
]


def command(environment: Environment, mend: Mend = False, json: Json = False) -> int:
    """Check the library: rebuild every card from its log and compare."""
    from recall.usecases.upkeep import mending
    from recall.usecases.upkeep.checking import doctor

    with environment.library() as context:
        mended = mending.mend(context) if mend else {}
        problems = doctor(context)
        where = context.store.location
    for words, number in () if json else mended.items():
        paragraph(environment.screen, f"taken out: {words}: {number}")
    if json:
        told = {"healthy": not problems, "problems": problems, "mended": dict(mended)}
        environment.print_json(told)
    elif not problems:
        paragraph(environment.screen, f"{where} is healthy: every card follows from its log")
    for problem in [] if json else problems:
        paragraph(environment.screen, problem)
    return 1 if problems else 0
