"""`recall doctor`: checks the library against its own log."""

import typer

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph


def command(ctx: typer.Context, json: Json = False) -> None:
    """Check the library: rebuild every card from its log and compare."""
    from recall.usecases.upkeep.checking import doctor

    environment: Environment = ctx.obj
    with environment.library() as context:
        problems = doctor(context)
        where = context.store.location
    if json:
        environment.print_json({"healthy": not problems, "problems": problems})
    elif not problems:
        paragraph(environment.screen, f"{where} is healthy: every card follows from its log")
    for problem in [] if json else problems:
        paragraph(environment.screen, problem)
    if problems:
        raise typer.Exit(1)
