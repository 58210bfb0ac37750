"""`recall`, and `python -m recall`."""

import gc
import sys

SELDOM = 50_000
"""New objects between two looks for cycles. A run makes many objects, keeps most of them and is
soon over: looking at Python's own pace, every 700, takes an import a quarter of its time."""


def main() -> int:
    """Run one command in a process of its own; gives the exit code."""
    gc.set_threshold(SELDOM)
    from recall.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
