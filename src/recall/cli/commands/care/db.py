"""`recall db upgrade`: brings a library to the newest revision."""

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph

command = typer.Typer(help="Look after the database.", no_args_is_help=True)


@command.command("upgrade")
def upgrade(ctx: typer.Context, json: Json = False) -> None:
    """Bring the library to the newest revision; a SQLite file is copied first."""
    from recall.usecases.upkeep.opening import bring_up

    world: World = ctx.obj
    done = bring_up(world.database_url())
    if json:
        backup = None if done.backup is None else str(done.backup)
        world.print_json({"revision": done.revision, "upgraded": done.upgraded, "backup": backup})
    else:
        paragraph(world.screen, done.sentence)
