"""`recall db upgrade`: upgrades the tables of a library."""

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import CommandGroup


def upgrade(environment: Environment, json: Json = False) -> None:
    """Upgrade the tables of the library; a SQLite file is copied first."""
    from recall.usecases.upkeep.opening import bring_up

    done = bring_up(environment.database_url)
    if json:
        backup = None if done.backup is None else str(done.backup)
        environment.print_json(
            {"revision": done.revision, "upgraded": done.upgraded, "backup": backup}
        )
    else:
        paragraph(environment.screen, done.sentence)


command = CommandGroup("Upgrade the tables of the library.", {"upgrade": upgrade})
