"""`recall db upgrade`: upgrades the tables of a library."""

import typer

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph

command = typer.Typer(help="Upgrade the tables of the library.", no_args_is_help=True)


@command.command("upgrade")
def upgrade(ctx: typer.Context, json: Json = False) -> None:
    """Upgrade the tables of the library; a SQLite file is copied first."""
    from recall.usecases.upkeep.opening import bring_up

    environment: Environment = ctx.obj
    done = bring_up(environment.database_url)
    if json:
        backup = None if done.backup is None else str(done.backup)
        environment.print_json(
            {"revision": done.revision, "upgraded": done.upgraded, "backup": backup}
        )
    else:
        paragraph(environment.screen, done.sentence)
