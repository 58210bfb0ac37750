"""How the reminders are."""

from datetime import UTC, datetime
from typing import NamedTuple

from recall.domain.reminders.delivered import Sent
from recall.domain.reminders.owed import Reminder


class StatusView(NamedTuple):
    """How the reminders are; problems and notes are sentences that say what to do.

    A note tells of what was chosen, such as that reminders are off: nothing is wrong. started and
    heartbeat are those of the process that sends them; instants are aware. owed is the reminder
    that is sent at the next tick; then next_slot is the present moment.
    """

    running: bool
    pid: int | None
    started: datetime | None
    heartbeat: datetime | None
    next_slot: datetime | None
    last_sent: Sent | None
    snoozed_until: datetime | None
    installed: bool
    problems: list[str]
    log: str
    notes: list[str]
    owed: Reminder | None = None

    def as_json(self) -> dict[str, object]:
        """Return what `recall remind status --json` prints."""
        instants = ("started", "heartbeat", "next_slot", "snoozed_until")
        stamps = {name: instant_as_json(getattr(self, name)) for name in instants}
        sent = self.last_sent
        last = None if sent is None else {**sent._asdict(), "at": instant_as_json(sent.at)}
        owed = self.owed and {"kind": self.owed.kind, "slot": self.owed.slot}
        return {**self._asdict(), **stamps, "last_sent": last, "owed": owed}


def instant_as_json(moment: datetime | None) -> str | None:
    """Return an aware instant as RFC 3339 text in UTC, to the second."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
