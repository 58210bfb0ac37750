"""Signals to stop: work in progress is finished, within a time limit."""

import logging
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from select import select
from socket import socket, socketpair
from threading import Event, Thread
from types import FrameType

LONGEST_SECONDS = 30.0
"""Seconds from the signal to the end. A delivery takes less, and systemd kills after 90."""

GRACE_SECONDS = 3.0
"""Seconds from the signal until no database server is waited for any more."""


@contextmanager
def until_stopped(log: logging.Logger, give_up: Callable[[], None]) -> Iterator[socket]:
    """Yield a socket that becomes readable after a signal to stop; nothing is interrupted.

    A handler that raises would do so in the middle of a bus call or a transaction. give_up is
    called if the work has not ended soon: it lets what waits for a database server fail. If that
    does not help, something else waits for ever: then the process ends with status 1.
    """
    stopped, signaled = socketpair()
    signaled.settimeout(0)  # a signal handler must not wait
    before = signal.set_wakeup_fd(signaled.fileno(), warn_on_full_buffer=False)
    handlers = [
        (number, signal.signal(number, _noted)) for number in (signal.SIGTERM, signal.SIGINT)
    ]
    done = Event()
    watch = Thread(target=_end_late, args=(stopped, done, log, give_up), daemon=True)
    watch.start()
    try:
        yield stopped
    finally:
        done.set()
        with suppress(BlockingIOError):  # the buffer is full of signals, which is enough to read
            signaled.send(b"\0")  # wake the thread if no signal came
        watch.join()
        for number, handler in handlers:
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        stopped.close()
        signaled.close()


def _end_late(
    stopped: socket, done: Event, log: logging.Logger, give_up: Callable[[], None]
) -> None:
    """End the process if it is late; runs in its own thread, because the others may hang."""
    select([stopped], [], [])
    if done.wait(GRACE_SECONDS):
        return
    give_up()
    if done.wait(LONGEST_SECONDS - GRACE_SECONDS):
        return
    log.error("stopped in the middle: something has not answered for %g seconds", LONGEST_SECONDS)
    os._exit(1)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number has been written to the socket."""
