"""Runs a command in a window of its own: `python -m recall.cli.window review`.

A terminal that a click opens closes when its program ends. So the program stays until a key is
pressed, or the last line, or the reason of a failure, would be gone unread.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.cli.session.keyboard import Keyboard


def run(argv: Sequence[str], environment: Environment | None = None) -> int:
    """Run the command, wait for a key, and return the exit code of the command."""
    outside = environment or Environment()
    code = main(argv, outside)
    if sys.stdin is not None and sys.stdin.isatty() and outside.stdout.isatty():
        outside.say("Press any key to close this window.")
        _forget_typed()
        Keyboard().read_key()
    return code


def _forget_typed() -> None:
    """Discard the keys that were typed before: a key pressed twice must not close the window."""
    with suppress(ImportError):  # Windows has no termios, and keeps such keys
        import termios

        with suppress(termios.error):
            termios.tcflush(sys.stdin, termios.TCIFLUSH)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
