"""Asks for confirmation, but only at a terminal."""

import sys


def agrees(question: str, *, yes: bool, ask: bool = True) -> bool:
    """Return whether to go on: yes was given, or the person at the terminal agrees."""
    if yes or not ask:
        return yes
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    import typer

    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        typer.echo(err=True)
        return False
