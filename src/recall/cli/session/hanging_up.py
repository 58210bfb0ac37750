"""Ends a session when its terminal is closed, as `q` does."""

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager


class HungUp(KeyboardInterrupt):
    """The terminal was closed. Unlike Ctrl-C it also ends a session that asks for a line."""


@contextmanager
def until_hung_up() -> Iterator[None]:
    """Interrupt what runs when the terminal is closed; nobody sees what is said after that.

    It interrupts once: a shell passes the hangup on, and the system sends another.
    """
    hung_up = False

    def hang_up(*_: object) -> None:
        nonlocal hung_up
        hung_up = True
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        raise HungUp

    handles = hasattr(signal, "SIGHUP")
    before = signal.signal(signal.SIGHUP, hang_up) if handles else None
    try:
        yield
    except KeyboardInterrupt:
        if not hung_up:
            raise
    except OSError as error:
        if error.errno != errno.EIO:  # there is no terminal to write to any more
            raise
    finally:
        if handles:
            signal.signal(signal.SIGHUP, before or signal.SIG_DFL)
