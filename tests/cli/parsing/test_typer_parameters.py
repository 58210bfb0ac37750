"""Typer's functions of commands."""

from recall.cli.environment import Environment
from recall.cli.parsing.typer_parameters import typer_function


def command(environment: Environment) -> None:
    """Do it.

    The help wraps these two lines
    to its own width.

    This is another paragraph.
    """


def test_a_paragraph_of_the_help_is_one_line() -> None:
    assert typer_function(command).__doc__ == (
        "Do it.\n\nThe help wraps these two lines to its own width.\n\nThis is another paragraph."
    )
