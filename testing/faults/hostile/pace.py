"""How long a hostile input takes beside a healthy one of the same size."""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType

MOST_TIMES = 10.0
"""The most that a hostile input may take, in times of a healthy one of its size."""

SECONDS_AT_MOST = 20
"""Seconds of processor time after which a trial is given up."""

_NOTHING = 0.02
"""Seconds of processor time: shorter is not compared, for chance would decide."""

_LEAST = 0.002
"""Seconds that a healthy input counts at least."""

_AGAIN = 3
"""Times that a slow input is done: the quickest counts, since other programs run beside it."""


class Hanging(BaseException):
    """A trial has not ended in time. No library that catches every Exception keeps it."""


@contextmanager
def time_limit(seconds: int = SECONDS_AT_MOST) -> Iterator[None]:
    """Raise Hanging in the block after seconds of processor time, or ten times as many at all."""

    def late(_number: int, _frame: FrameType | None) -> None:
        raise Hanging

    before = [(number, signal.signal(number, late)) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(10 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        for number, handler in before:
            signal.signal(number, handler)


def seconds_of(do: Callable[[], object]) -> float:
    """Return the processor time that something takes."""
    gc.collect(0)
    began = time.process_time()
    do()
    return time.process_time() - began


class Pace:
    """Compares with healthy inputs: `healthy` gives one of at least so many bytes."""

    def __init__(self, do: Callable[[bytes], object], healthy: Callable[[int], bytes]) -> None:
        """Do nothing yet; `do` is what is done with an input. It takes a healthy one."""
        self._do = do
        self._healthy = cache(self._seconds_of_healthy)
        self._grown = healthy

    def slow(self, size: int, seconds: float, again: Callable[[], float]) -> str:
        """Return how much too slow an input of this size, in bytes, was; "" if it was not."""
        if seconds < _NOTHING:
            return ""
        healthy = max(self._healthy(1 << min(22, max(10, size.bit_length()))), _LEAST)
        for _ in range(_AGAIN):
            if seconds <= MOST_TIMES * healthy:
                return ""
            seconds = min(seconds, again())
        return f"{seconds:.2f} s, {seconds / healthy:.0f} times its healthy like"

    def _seconds_of_healthy(self, size: int) -> float:
        data = self._grown(size)
        self._do(data)
        return min(seconds_of(lambda: self._do(data)) for _ in range(2))
