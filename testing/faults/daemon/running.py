"""The background program with its page at a real port, in this process, minute by minute."""

import logging
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import httpx2

from recall.cli.commands.reminders.remind import TICK_SECONDS
from recall.daemon.process import heartbeat
from recall.daemon.reminder_loop import LOGGER, ReminderLoop
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.web.pages.endpoint import WEB_LOGGER
from recall.web.routes.paths import link_path
from recall.web.serving.running import devices
from testing.commands.command_line import CommandLine
from testing.desktop.daemons import ALWAYS, START, Recorder
from testing.web.browser import Browser

RESOURCES = 4

_LOOK_SECONDS = 0.05


class Libraries(NamedTuple):
    """Files that may lie where the library is: as it is, an older copy of it, and another."""

    whole: Path
    older: Path
    other: Path

    @classmethod
    def made(cls, folder: Path) -> "Libraries":
        """Make them, with resources that are due."""
        made = cls(*(folder / f"{name}.db" for name in cls._fields))
        for path, number in ((made.whole, RESOURCES), (made.other, 1)):
            (folder / path.stem).mkdir()
            recall = CommandLine(folder / path.stem)
            for one in range(1, number + 1):
                recall.ok("add", f"https://example.org/{one}", "--title", f"Thing {one}")
                recall.ok("read", str(one), "good", "--on", "2026-02-20")
            if path == made.whole:
                shutil.copy(recall.library, made.older)
                recall.ok("grade", "1", "good")
                recall.ok("note", "2", "newer")
            shutil.copy(recall.library, path)
        return made


class Running:
    """A background program on a library, a desktop that records, and a browser at the page."""

    def __init__(self, library: Path, port: int) -> None:
        """Begin, as `recall remind run` does; nothing is served before the first tick."""
        self.library = library
        self.port = port
        self.now = START
        self.wait_seconds = TICK_SECONDS
        self.desktop = Recorder()
        self.log: list[logging.LogRecord] = []
        self._settings: Settings = ALWAYS._replace(web_on=True, web_port=port)
        self.daemon = ReminderLoop(self._library, [self.desktop], {}, "linux", lambda: self.now)
        self.daemon.begin(1)
        self.client = httpx2.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"sec-fetch-site": "same-origin", "connection": "close"},
            timeout=20,
            trust_env=False,
        )

    def tick(self, after: timedelta = timedelta(minutes=1)) -> str | None:
        """Let time pass, and tick; return the problem that `status` would report."""
        self.now += after
        self.daemon.tick()
        told = heartbeat.read()
        return told.problem if told else None

    def sign_in(self) -> None:
        """Sign the browser in by a link that works once."""
        secret = devices().new_link(datetime.now(UTC))
        assert self.client.get(link_path(secret)).is_success
        assert not self.client.post("/enter", data={"secret": secret}).is_error

    def form(self, number: int) -> dict[str, str]:
        """Return the fields of the grades of a resource; {} if the page does not show them."""
        answer = self.client.get(f"/session/{number}/grades")
        if not answer.is_success or f'action="/visit/{number}/grade"' not in answer.text:
            return {}
        return Browser.fields(answer.text, f"/visit/{number}/grade") | {"since": "", "sure": "1"}

    def reviews(self) -> int | None:
        """Return how many reviews the library holds; None if there is none that can be read."""
        if not self.library.is_file():
            return None
        try:
            with closing(sqlite3.connect(self.library, timeout=_LOOK_SECONDS)) as connection:
                (number,) = connection.execute("SELECT count(*) FROM review").fetchone()
        except sqlite3.Error:
            return None
        return int(number)

    def told(self) -> list[str]:
        """Return the lines of the log, with the tracebacks."""
        return [
            record.getMessage() + (" Traceback" if record.exc_info else "") for record in self.log
        ]

    @contextmanager
    def _library(self) -> Iterator[Context]:
        with Store(f"sqlite:///{self.library}", self.wait_seconds) as store:
            yield Context(store, self._settings, self.now)


class _Into(logging.Handler):
    """Puts what is logged into a list."""

    def __init__(self, log: list[logging.LogRecord]) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        self._log.append(record)


@contextmanager
def running(library: Path, port: int) -> Iterator[Running]:
    """Let the program run, and keep its log; it has ended afterwards."""
    running = Running(library, port)
    handler = _Into(running.log)
    logs = [logging.getLogger(name) for name in (LOGGER, WEB_LOGGER)]
    for log in logs:
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False
    try:
        yield running
    finally:
        running.client.close()
        running.daemon.end()
        for log in logs:
            log.removeHandler(handler)
            log.propagate = True


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])
