"""The moment at which a server's time is over, even if it sends a byte a second."""

from collections.abc import Callable

from recall.fetching.answer import NoAnswer


class Deadline:
    """Seconds from now on; waiting before a host's turn does not count."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        """Begin. The clock gives seconds and never goes back."""
        self.seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self, host: str) -> float:
        """Return the seconds that are left, more than 0; NoAnswer if there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise too_slow(host, self.seconds)
        return left

    def put_off(self, seconds: float) -> None:
        """Give back time that went into waiting."""
        self._end += seconds


def too_slow(host: str, seconds: float) -> NoAnswer:
    """Return the failure: the answer is not there in time."""
    return NoAnswer("silent", f"{host} has not answered within {max(1, round(seconds))} s")
