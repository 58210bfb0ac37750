"""A daemon whose clock the test controls, and which records what it sends.

`python -m testing.desktop.daemons URL DAYS` runs one in its own process: it prints that it is
ready, waits for a line on stdin, ticks on DAYS days, and prints each slot that it has sent.
"""

import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

from recall.daemon.process import heartbeat
from recall.daemon.reminder_loop import ReminderLoop
from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.notify.notifier import Notifier
from recall.settings.table import Settings
from recall.storage.database.location import TIMEOUT_SECONDS
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.libraries.factories import NOW, ZONE

ALWAYS = Settings(
    time_zone=ZONE.key, remind_times="00:00", remind_quiet="none", remind_kinds="digest"
)
"""A digest is owed at any time of day."""

START = NOW + timedelta(days=60)
"""Resources read at NOW are due by then."""


class Recorder(Notifier):
    """A desktop that records messages; without a screen it reports a problem."""

    name = "recorder"

    def __init__(self) -> None:
        self.shown: list[Message] = []
        self.is_there = True

    def problem(self) -> Undelivered | None:
        if self.is_there:
            return None
        return Undelivered(self.name, reason="no screen", hint="buy one")

    def send(self, message: Message) -> Delivery:
        self.shown.append(message)
        return Delivered(self.name)


class Stepped:
    """A daemon on a library. A minute passes before each tick, unless told otherwise."""

    def __init__(
        self,
        url: str,
        chain: Sequence[Notifier],
        environ: Mapping[str, str] | None = None,
        timeout: float = 0.01,
    ) -> None:
        """Set timeout, the seconds to wait for a locked library."""
        self.now = START
        self.settings = ALWAYS
        self.stays_open = False
        self._store = Store(url, timeout)
        self.daemon = ReminderLoop(self._library, chain, environ or {}, "linux", lambda: self.now)
        self.daemon.begin(1)

    def tick(self, after: timedelta = timedelta(minutes=1)) -> str | None:
        """Tick once; return the problem that 'status' would report."""
        self.now += after
        self.daemon.tick()
        told = heartbeat.read()
        assert told is not None
        return told.problem

    @contextmanager
    def _library(self) -> Iterator[Context]:
        with ExitStack() as open_:
            if not self.stays_open:
                open_.enter_context(self._store)
            yield Context(self._store, self.settings, self.now)


class _Careless(sqlite3.Connection):
    """Do not wait for the disk: losing test data in a power cut does not matter."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.execute("PRAGMA synchronous = OFF")
        self.execute("PRAGMA journal_mode = MEMORY")


def main(url: str, days: int) -> None:
    """Tick once a day. The first day comes while other processes are still starting."""
    sqlite3.connect = partial(sqlite3.connect, factory=_Careless)  # type: ignore[assignment]  # for all of this process
    recorder = Recorder()
    stepped = Stepped(url, [recorder], timeout=6 * TIMEOUT_SECONDS)
    stepped.stays_open = True  # opening it each day would take most of the time
    stepped.tick()
    print("ready", flush=True)  # noqa: T201 - its output protocol
    assert sys.stdin.readline()
    for _ in range(days - 1):
        problem = stepped.tick(timedelta(days=1))
        assert problem is None, problem
    sys.stdout.writelines(f"{message.slot}\n" for message in recorder.shown)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
