"""The commands, in the groups that `recall --help` shows, and how one of them is run."""

from importlib import import_module

import typer

from recall.cli.environment import COMPLETING, World
from recall.errors import BadInput

GROUPS = {
    "Every day": ("today", "next", "open", "read", "grade", "review"),
    "Look": ("show", "why", "list", "history"),
    "Change": ("add", "edit", "note", "undo"),
    "Put aside": ("postpone", "suspend", "pause", "resume", "archive", "keep"),
    "Lists": ("section", "init", "import", "catalog"),
    "Memory": ("stats", "forecast", "workload", "optimize"),
    "Care": ("doctor", "backup", "db", "config"),
    "Reminders": ("remind",),
}
"""One module of cli/ a command; `import` and `list` stand in import_list and list_all."""

ROOMS = {
    "Every day": "daily",
    "Look": "look",
    "Change": "change",
    "Put aside": "aside",
    "Lists": "lists",
    "Memory": "memory",
    "Care": "care",
    "Reminders": "reminders",
}
"""The folder of cli/commands/ that holds the commands of each group."""

MODULES = {"import": "import_list", "list": "list_all", "open": "open_in_browser"}
"""Commands whose own name Python needs for itself."""


def build(only: str | None = None) -> typer.Typer:
    """The whole command line, or the part of it that runs one command."""
    app = typer.Typer(
        name="recall",
        help="Keep a reading list in memory. Without a command: today's queue.",
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_bare)
    for group, names in GROUPS.items():
        for name in names:
            if only in (None, name):
                module = import_module(
                    f"recall.cli.commands.{ROOMS[group]}.{MODULES.get(name, name)}"
                )
                _register(app, name, module.command, group)
    return app


def run(arguments: list[str], world: World) -> int:
    """Run one command; usage errors come out as BadInput, in one line.

    The command's own `main` is left out: it keeps Ctrl-C and a closed pipe from the door.
    """
    command = typer.main.get_command(build(_named_by(arguments)))
    if COMPLETING in world.environ:
        command.main(arguments, prog_name="recall")  # answers the shell and exits
    try:
        with command.make_context("recall", arguments, obj=world) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except typer.TyperException as error:
        return _usage(error)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return 0


def _usage(error: typer.TyperException) -> int:
    """Say what is wrong with the words of a call, in one line."""
    message = error.format_message().rstrip(".")
    if not message:  # the help was shown in place of a missing subcommand
        return BadInput.exit_code
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "recall"
    raise BadInput(f"{message[:1].lower()}{message[1:]} (see '{path} --help')") from error


def _named_by(arguments: list[str]) -> str | None:
    """The command that plainly is meant: the others need not be loaded."""
    known = {name for names in GROUPS.values() for name in names}
    return arguments[0] if arguments and arguments[0] in known else None


def _register(app: typer.Typer, name: str, command: object, group: str) -> None:
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name, rich_help_panel=group)
    elif callable(command):
        app.command(name, rich_help_panel=group)(command)


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
    json: bool = typer.Option(False, "--json", help="Today's queue as one JSON object."),
) -> None:
    if ctx.invoked_subcommand is None:
        from recall.cli.commands.daily import today

        today.command(ctx, json=json)
    elif json:
        raise BadInput(f"--json goes behind the command: recall {ctx.invoked_subcommand} --json")
