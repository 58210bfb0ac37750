"""How long a PostgreSQL server may keep recall waiting. It loads nothing of the driver."""

from collections.abc import Callable
from threading import Event
from time import monotonic

LIMIT_SECONDS = 15.0
"""Seconds that a server may be silent, all waits of a command added up."""

FATE_SECONDS = 4.0
"""Seconds to find out afterwards whether an action was stored, so that a command ends within 20."""

_PROMPT = 1 / 20
_REST = 1 / 2

_ending = Event()


def give_up_all() -> None:
    """Wait for no server any more, in any thread: this process ends."""
    _ending.set()


class Patience:
    """The silences of one server, added up until it answers promptly.

    An answer within a second is prompt, so work that goes on may take as long as it needs. A server
    that was given up is not asked again for a while, half the limit: the command has to end.
    """

    def __init__(self, limit: float, clock: Callable[[], float] = monotonic) -> None:
        """Start without having waited; limit is in seconds, the other times are shares of it."""
        self.limit = limit
        self._clock = clock
        self._silent = 0.0
        self._since = 0.0
        self._gave_up: float | None = None

    def begin(self) -> None:
        """Begin to wait for an answer."""
        self._since = self._clock()
        if self._gave_up is not None and self._since - self._gave_up > self.limit * _REST:
            self._silent, self._gave_up = 0.0, None

    def heard(self) -> None:
        """Note that the server has said something, or that there is nothing to wait for."""
        now = self._clock()
        seconds, self._since = now - self._since, now
        self._silent = 0.0 if seconds <= self.limit * _PROMPT else self._silent + seconds

    def is_over(self) -> bool:
        """Return whether recall has run out of patience with the server."""
        if self._gave_up is None and self._clock() - self._since >= self.limit - self._silent:
            self._gave_up = self._clock()
        return self._gave_up is not None or _ending.is_set()
