"""Asking before something is done: only a person at a terminal can be asked."""

import sys


def agrees(question: str, *, yes: bool, ask: bool = True) -> bool:
    """Whether to go on: yes was given, or the person at the terminal says so when asked."""
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
