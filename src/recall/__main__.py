"""`recall`, and `python -m recall`."""

import gc
import os
import sys

SELDOM = 50_000
"""Threshold of the garbage collector. A run creates many objects, keeps most of them and is soon
over; with Python's default of 700 an import would spend a quarter of its time on collection."""


def main() -> int:
    """Run one command in this process; return the exit code."""
    gc.set_threshold(SELDOM)
    from recall.cli.main import main as run

    code = run()
    if "threading" not in sys.modules:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """End the process without taking the interpreter apart, which takes as long as a command.

    Everything is written and closed by then. With threads, Python has to wait for them.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            return  # closed, or never there: Python knows what to do
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
