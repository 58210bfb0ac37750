"""A signal to stop: what has begun is finished, but nothing holds the daemon up for long."""

import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from socket import socket, socketpair
from threading import Event, Thread
from types import FrameType

LONGEST = 30.0
"""Seconds from the signal to the end. A delivery needs less, and systemd kills after 90."""


@contextmanager
def signals(log: logging.Logger) -> Iterator[socket]:
    """What can be read from once a signal has said to stop; until then nothing is broken off.

    A handler that raises would do so in the middle of a call on the bus or of a transaction.
    Who is not done in time after the signal waits for what may never come, such as the answer
    of a database that is gone: then the process ends, with status 1.
    """
    told, teller = socketpair()
    teller.settimeout(0)  # a signal handler must not wait
    before = signal.set_wakeup_fd(teller.fileno(), warn_on_full_buffer=False)
    handlers = [(one, signal.signal(one, _noted)) for one in (signal.SIGTERM, signal.SIGINT)]
    done = Event()
    watch = Thread(target=_end_late, args=(told, done, log), daemon=True)
    watch.start()
    try:
        yield told
    finally:
        done.set()
        with suppress(BlockingIOError):  # so many signals came that there is enough to read
            teller.send(b"\0")  # it may be that none came
        watch.join()
        for number, handler in handlers:
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        told.close()
        teller.close()


def _end_late(told: socket, done: Event, log: logging.Logger) -> None:
    """Run in a thread of its own: the others may all be waiting."""
    select([told], [], [])
    if done.wait(LONGEST):
        return
    log.error("stopped in the middle: something has not answered for %g seconds", LONGEST)
    os._exit(1)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number has been written to the socket."""
