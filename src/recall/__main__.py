"""`recall`, and `python -m recall`."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

SELDOM = 50_000
"""Threshold of the garbage collector. A run creates many objects, keeps most of them and is soon
over; with Python's default of 700 an import would spend a quarter of its time on collection."""


def main() -> int:
    """Run one command in this process; return the exit code."""
    gc.set_threshold(SELDOM)
    try:
        from recall.cli.main import main as run

        code = run()
    except KeyboardInterrupt:  # before there was anything to interrupt, or after it
        code = 130
    for stream in (sys.stdout, sys.stderr):
        _flush(stream)
    if not _has_threads():
        # Do not take the interpreter apart: that takes as long as a command. Everything is written
        # and closed by now. With threads, Python has to wait for them.
        os._exit(code)
    return code


def _has_threads() -> bool:
    """Return whether another thread runs; libraries load `threading` without starting any."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _flush(stream: TextIO | None) -> None:
    """Write what is left in a stream; what nobody takes, such as a reader that is gone, is lost.

    Otherwise Python would try again at its end, and give an exit code of its own.
    """
    if stream is None or stream.closed:
        return
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
