"""`recall`, and `python -m recall`."""

import gc
import sys

SELDOM = 50_000
"""Threshold of the garbage collector. A run creates many objects, keeps most of them and is soon
over; with Python's default of 700 an import would spend a quarter of its time on collection."""


def main() -> int:
    """Run one command in this process; return the exit code."""
    gc.set_threshold(SELDOM)
    from recall.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
