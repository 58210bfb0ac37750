"""Ends a session as `q` does if its terminal is closed, or if the program is told to end.

SIGQUIT, which Ctrl-\\ sends, is left alone: by custom it ends a program at once, also one that
hangs, and what was typed and not stored yet goes with it.
"""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ENDS = [
    getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)
]  # Windows has no SIGHUP


class HungUp(KeyboardInterrupt):
    """The session has to end now. Unlike Ctrl-C it also ends one that asks for a line."""


@contextmanager
def until_hung_up() -> Iterator[None]:
    """Interrupt what runs when the terminal is closed, or when the program is told to end.

    It interrupts once: a shell passes the hangup on, and the system sends another. What is said
    after the terminal has gone, nobody sees.
    """
    hung_up = False

    def hang_up(*_: object) -> None:
        nonlocal hung_up
        hung_up = True
        for number in _ENDS:
            signal.signal(number, signal.SIG_IGN)
        raise HungUp

    before = {number: signal.signal(number, hang_up) for number in _ENDS}
    try:
        yield
    except KeyboardInterrupt:
        if not hung_up:
            raise
    except OSError as error:
        if error.errno != errno.EIO:  # there is no terminal to write to any more
            raise
        _say_no_more()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _say_no_more() -> None:
    """Discard all further output, or Python's final flush fails on the closed terminal again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # such as a stream of a test, which is no file
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
