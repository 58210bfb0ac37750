"""How often the page may be asked."""

import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import Scope

from recall.web.guard.refusal import Refusal

REQUESTS_A_MINUTE = 1200
"""Search as you type asks at each key; a script that asks more often is no person."""

SIGN_INS_A_MINUTE = 10
"""Attempts to sign in."""

_MOST_ASKERS = 1000
"""Askers that are remembered; the one that was silent longest is forgotten first."""


class Rate:
    """Counts what each asker does in a minute; a part comes back with each part of a minute."""

    def __init__(self, a_minute: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody counted. monotonic counts seconds."""
        self._a_minute = a_minute
        self._monotonic = monotonic
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, asker: str) -> bool:
        """Count one more, and return whether it is not too many."""
        now = self._monotonic()
        left, since = self._left.pop(asker, (float(self._a_minute), now))
        left = min(self._a_minute, left + (now - since) * self._a_minute / 60)
        self._left[asker] = (max(0.0, left - 1), now)
        if len(self._left) > _MOST_ASKERS:
            self._left.popitem(last=False)
        return left >= 1

    def check(self, scope: Scope) -> Refusal | None:
        """Refuse a request of an asker that asks too often."""
        return None if self.allows(asker_of(scope)) else Refusal(429, "rate")


def asker_of(scope: Scope) -> str:
    """Return the address that asks."""
    return str((scope.get("client") or ("unknown",))[0])
