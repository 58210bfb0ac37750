"""Tracks whether reminders can be delivered on this desktop."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from recall.notify import table
from recall.notify.notifier import Notifier
from recall.usecases.reminding import LEASE, Reminding

SITS_OUT = LEASE + timedelta(minutes=2)
"""How long after a failed delivery only other machines try. It is longer than a lease, so that
they get a tick even if the claim could not be released."""

LOOK_INTERVAL = timedelta(hours=1)
"""How long a successful check counts."""


class DeliveryHealth:
    """The channels of delivery, and their state when last used or checked.

    problem is why no reminder can be delivered, None if no reason is known.
    """

    def __init__(self, chain: Sequence[Notifier]) -> None:
        """Check nothing yet."""
        self.chain = chain
        self.problem: str | None = None
        self._failed: datetime | None = None
        self._known: datetime | None = None

    def sits_out(self, now: datetime) -> bool:
        """Return whether a delivery failed recently, so that another machine should try."""
        return _is_within(SITS_OUT, self._failed, now)

    def learn(self, done: Reminding, now: datetime) -> None:
        """Record the result of an attempt; if nothing was owed, check the channels instead."""
        if done.state in ("cannot deliver", "not delivered"):
            self.problem = f"{done.state}: {table.explained(done.attempts)}"
            self._failed = now if done.state == "not delivered" else None
        elif done.state in ("sent", "not noted"):
            self.problem, self._known = None, now
        elif done.state == "nothing owed":
            self._look(now)

    def _look(self, now: datetime) -> None:
        """Check whether delivery is possible: once an hour, or each time while it is not."""
        if self.problem is None and _is_within(LOOK_INTERVAL, self._known, now):
            return
        obstacles = table.obstacles(self.chain)
        self.problem = f"cannot deliver: {table.explained(obstacles)}" if obstacles else None
        self._known = now


def _is_within(span: timedelta, since: datetime | None, now: datetime) -> bool:
    """Return whether now is within span of since; a since in the future does not count."""
    return since is not None and timedelta() <= now - since < span
