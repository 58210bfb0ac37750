"""Turns: processes that read and then write the same file do so one after the other."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

TURN_SECONDS = 30.0

_LOOK_SECONDS = 0.005


@contextmanager
def turn(path: str | os.PathLike[str], seconds: float = TURN_SECONDS) -> Iterator[None]:
    """Keep other recall processes from changing files in this file's folder meanwhile.

    The folder must be there. TimeoutError if others do not end in time; the system ends the turn
    of a process that is killed. A file system without locks gives everybody a turn.
    """
    folder = os.path.dirname(os.path.realpath(path))
    end = monotonic() + seconds
    with _place(folder) as taken:
        while not taken():
            if monotonic() >= end:
                problem = "another recall has been writing it for too long"
                raise TimeoutError(errno.ETIMEDOUT, problem)
            sleep(_LOOK_SECONDS)
        yield


if sys.platform == "win32":
    from collections.abc import Callable

    from filelock import FileLock, Timeout

    @contextmanager
    def _place(folder: str) -> Iterator[Callable[[], bool]]:
        """Give a function that takes the turn, and returns whether it has it."""
        lock = FileLock(os.path.join(folder, ".recall.lock"))  # removed with its last holder

        def taken() -> bool:
            try:
                lock.acquire(timeout=0)
            except Timeout:
                return False
            return True

        try:
            yield taken
        finally:
            lock.release()

else:
    from collections.abc import Callable
    from fcntl import LOCK_EX, LOCK_NB, flock

    @contextmanager
    def _place(folder: str) -> Iterator[Callable[[], bool]]:
        """Give a function that takes the turn, and returns whether it has it."""
        number = os.open(folder, os.O_RDONLY)

        def taken() -> bool:
            try:
                flock(number, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                return False
            except OSError:
                return True
            return True

        try:
            yield taken
        finally:
            os.close(number)
