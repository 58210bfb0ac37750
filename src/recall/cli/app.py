"""Builds the command line from the table of commands, and runs one command."""

import typer
from typer.core import TyperGroup

from recall.cli.commands.table import ROOMS, WORDS, Command, load, rows_of
from recall.cli.environment import COMPLETING, Environment
from recall.cli.parsing.arguments import CommandGroup
from recall.cli.parsing.typer_parameters import UsageCommand, typer_function
from recall.errors import BadInput


class _InOrder(TyperGroup):
    """The commands in the order of the table: typer would list those with subcommands last."""

    def list_commands(self, _ctx: object) -> list[str]:
        return [word for word in WORDS if word in self.commands]


def build(only: str | None = None) -> typer.Typer:
    """Return the whole command line, or the part of it that runs one command."""
    app = typer.Typer(
        name="recall",
        cls=_InOrder,
        help="Remember what you read. Without a command, recall shows today's plan.",
        epilog="'recall COMMAND --help' says more about a command, with an example.",
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_bare)
    for word in WORDS if only is None else (only,):
        _register(app, word, rows_of(word))
    return app


def run(arguments: list[str], environment: Environment) -> int:
    """Run one command; usage errors come out as BadInput, in one line.

    The `main` of the command-line library is not called: it would catch Ctrl-C and a closed pipe,
    which cli/main.py answers.
    """
    command = typer.main.get_command(build(_named_by(arguments)))
    if COMPLETING in environment.environ:
        command.main(arguments, prog_name="recall")  # answers the shell's request and exits
    try:
        with command.make_context("recall", arguments, obj=environment) as context:
            command.invoke(context)
    except SystemExit as left:  # Rich exits with 1 if the reader of a help goes away
        raise BrokenPipeError from left
    except typer.Exit as done:
        return done.exit_code
    except typer.TyperException as error:
        return _usage(error)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return 0


def _usage(error: typer.TyperException) -> int:
    """Raise a usage error as BadInput, in one line that names the help."""
    message = error.format_message().rstrip(".")
    if not message:  # help was shown because the subcommand is missing
        return BadInput.exit_code
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "recall"
    raise BadInput(f"{message[:1].lower()}{message[1:]} (see '{path} --help')") from error


def _named_by(arguments: list[str]) -> str | None:
    """Return the command that the first argument names: the others need not be loaded."""
    return arguments[0] if arguments and arguments[0] in WORDS else None


def _register(app: typer.Typer, word: str, rows: list[Command]) -> None:
    """Add a command with its subcommands; the help of each ends with its example."""
    command = load(word)
    panel, epilog = ROOMS[rows[0].room], _example(rows[0])
    if isinstance(command, CommandGroup):
        app.add_typer(_group(command, rows), name=word, rich_help_panel=panel, epilog=epilog)
    else:
        register = app.command(word, cls=UsageCommand, rich_help_panel=panel, epilog=epilog)
        register(typer_function(command))


def _group(group: CommandGroup, rows: list[Command]) -> typer.Typer:
    """Make the command with subcommands that the rows belong to."""
    is_bare = group.bare is not None
    app = typer.Typer(help=group.help, no_args_is_help=not is_bare, invoke_without_command=is_bare)
    if group.bare is not None:
        app.callback()(typer_function(group.bare, only_bare=True))
    epilogs = {row.name.partition(" ")[2]: _example(row) for row in rows}
    for name, command in group.commands.items():
        settings = {"ignore_unknown_options": True} if name in group.raw else {}
        register = app.command(
            name, cls=UsageCommand, epilog=epilogs[name], context_settings=settings
        )
        register(typer_function(command))
    return app


def _example(row: Command) -> str:
    return f"Example: {row.example}"


def _tell_version(wanted: bool) -> None:
    if wanted:
        from recall import __version__

        typer.echo(f"recall {__version__}")
        raise typer.Exit


def _bare(
    ctx: typer.Context,
    _version: bool = typer.Option(
        False, "--version", callback=_tell_version, is_eager=True, help="Show the version."
    ),
    json: bool = typer.Option(False, "--json", help="Print today's plan as one JSON object."),
) -> None:
    if ctx.invoked_subcommand is None:
        from recall.cli.commands.daily import today

        today.command(ctx.obj, json=json)
    elif json:
        raise BadInput(f"--json goes behind the command: recall {ctx.invoked_subcommand} --json")
