"""Arguments and options of commands, described without the command-line library.

`cli/app.py` makes Typer's parameters of them, for help, completion and usage errors;
`cli/parsing/plain_calls.py` reads most calls with them alone.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

Parser = Callable[[str], Any]
"""Makes a value of the text that was typed; BadInput says what is allowed."""

Completion = Callable[..., Iterable[str | tuple[str, str]]]
"""Gives what a shell offers, each with a description if it has one."""

Run = Callable[..., int | None]
"""A command: takes the environment and its parameters, returns the exit code, None for 0."""


class Argument(NamedTuple):
    """A value that stands by itself, such as RESOURCE."""

    metavar: str
    help: str
    parser: Parser | None = None
    autocompletion: Completion | None = None


class Option(NamedTuple):
    """A value that follows its name, such as `--minutes 12`, or a flag such as `--json`."""

    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    parser: Parser | None = None
    autocompletion: Completion | None = None


def option(*names: str, **given: Any) -> Option:
    """Return an option that has these names; the other fields by name."""
    return Option(names, **given)


class CommandGroup(NamedTuple):
    """A command with subcommands; bare is what it does without one, None to show the help.

    The values of the subcommands in raw may look like options: `config set KEY -5`.
    """

    help: str
    commands: Mapping[str, Run]
    bare: Run | None = None
    raw: frozenset[str] = frozenset()
