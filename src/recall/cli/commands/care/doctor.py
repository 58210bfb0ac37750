"""`recall doctor`: checks the library against its own log."""

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph


def command(environment: Environment, json: Json = False) -> int:
    """Check the library: rebuild every card from its log and compare."""
    from recall.usecases.upkeep.checking import doctor

    with environment.library() as context:
        problems = doctor(context)
        where = context.store.location
    if json:
        environment.print_json({"healthy": not problems, "problems": problems})
    elif not problems:
        paragraph(environment.screen, f"{where} is healthy: every card follows from its log")
    for problem in [] if json else problems:
        paragraph(environment.screen, problem)
    return 1 if problems else 0
