"""What the daemon knows of its own desktop: whether a reminder would arrive, and did."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from recall.notify import table
from recall.notify.notifier import Notifier
from recall.usecases.reminding import LEASE, Reminding

SITS_OUT = LEASE + timedelta(minutes=2)
"""How long after a failed delivery other machines alone may try. It is more than a lease, so
that they have a tick to do it in even if the claim could not be released."""

LOOK_INTERVAL = timedelta(hours=1)
"""How long it is believed that a reminder would arrive."""


class DeliveryHealth:
    """The ways to deliver, and how they were when they were last used or asked.

    problem is what keeps a reminder from arriving, None where nothing is known to.
    """

    def __init__(self, chain: Sequence[Notifier]) -> None:
        """Ask nothing yet."""
        self.chain = chain
        self.problem: str | None = None
        self._failed: datetime | None = None
        self._known: datetime | None = None

    def sits_out(self, now: datetime) -> bool:
        """Has a delivery failed here a moment ago? Another machine may be better off."""
        return _is_within(SITS_OUT, self._failed, now)

    def learn(self, done: Reminding, now: datetime) -> None:
        """Take what came of an attempt; where nothing was owed, look without one."""
        if done.state in ("cannot deliver", "not delivered"):
            self.problem = f"{done.state}: {table.explained(done.attempts)}"
            self._failed = now if done.state == "not delivered" else None
        elif done.state in ("sent", "not noted"):
            self.problem, self._known = None, now
        elif done.state == "nothing owed":
            self._look(now)

    def _look(self, now: datetime) -> None:
        """Ask whether a reminder would arrive: once an hour, and always while it would not."""
        if self.problem is None and _is_within(LOOK_INTERVAL, self._known, now):
            return
        obstacles = table.obstacles(self.chain)
        self.problem = f"cannot deliver: {table.explained(obstacles)}" if obstacles else None
        self._known = now


def _is_within(span: timedelta, since: datetime | None, now: datetime) -> bool:
    """A time that the clock has gone back from counts no more."""
    return since is not None and timedelta() <= now - since < span
