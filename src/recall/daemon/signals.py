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

LONGEST_SECONDS = 30.0
"""Seconds from the signal to the end. A delivery needs less, and systemd kills after 90."""


@contextmanager
def until_stopped(log: logging.Logger) -> Iterator[socket]:
    """What can be read from once a signal has said to stop; until then nothing is broken off.

    A handler that raises would do so in the middle of a call on the bus or of a transaction.
    Who is not done in time after the signal waits for what may never come, such as the answer
    of a database that is gone: then the process ends, with status 1.
    """
    stopped, signaled = socketpair()
    signaled.settimeout(0)  # a signal handler must not wait
    before = signal.set_wakeup_fd(signaled.fileno(), warn_on_full_buffer=False)
    handlers = [
        (number, signal.signal(number, _noted)) for number in (signal.SIGTERM, signal.SIGINT)
    ]
    done = Event()
    watch = Thread(target=_end_late, args=(stopped, done, log), daemon=True)
    watch.start()
    try:
        yield stopped
    finally:
        done.set()
        with suppress(BlockingIOError):  # so many signals came that there is enough to read
            signaled.send(b"\0")  # it may be that none came
        watch.join()
        for number, handler in handlers:
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        stopped.close()
        signaled.close()


def _end_late(stopped: socket, done: Event, log: logging.Logger) -> None:
    """Run in a thread of its own: the others may all be waiting."""
    select([stopped], [], [])
    if done.wait(LONGEST_SECONDS):
        return
    log.error("stopped in the middle: something has not answered for %g seconds", LONGEST_SECONDS)
    os._exit(1)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number has been written to the socket."""
