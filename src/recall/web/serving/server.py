"""Serves the page until it is told to stop."""

import logging
import socket
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from threading import Thread, Timer
from types import FrameType

import uvicorn

from recall.domain.library.timing.stopwatch import Clocks
from recall.domain.reminders.wording import Language
from recall.loggers import ours_alone
from recall.usecases.upkeep.opening import give_up_servers
from recall.web.app import build
from recall.web.sent_forms import SentForms
from recall.web.serving.address import PageAddress
from recall.web.serving.connection import TimedConnection
from recall.web.serving.day_keeper import DayKeeper
from recall.web.serving.running import devices, tell_where, uploads
from recall.web.site import Library, Site

END_SECONDS = 3
"""How long an answer may still take when the server ends."""

_HEADER_BYTES = 32_768
_KEEP_ALIVE_SECONDS = 5
_MOST_AT_ONCE = 100


def _now() -> datetime:
    return datetime.now(UTC)


class _Server(uvicorn.Server):
    """A server that answers for a moment after a signal, and then waits for no database server."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end."""
        super().handle_exit(sig, frame)
        late = Timer(END_SECONDS, give_up_servers)
        late.daemon = True
        late.start()


class PageServer:
    """The page at an address. `run` stays until a signal; `start` and `stop` use a thread."""

    def __init__(
        self,
        library: Library,
        language: Callable[[], Language],
        address: PageAddress,
        *,
        settings_path: str,
        further_hosts: Iterable[str] = (),
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Prepare; nothing listens yet. now is the moment for links and devices."""
        self._address = address
        hosts = address.names(further_hosts)
        site = Site(
            library,
            devices(),
            hosts,
            language,
            clocks=_clocks,
            now=now,
            settings_path=settings_path,
            uploads=uploads(),
            sent=SentForms(),
        )
        self._server = _Server(
            uvicorn.Config(
                build(site),
                lifespan="off",
                ws="none",
                http=TimedConnection,
                loop="asyncio",
                access_log=False,
                log_config=None,
                server_header=False,
                h11_max_incomplete_event_size=_HEADER_BYTES,
                limit_concurrency=_MOST_AT_ONCE,
                timeout_keep_alive=_KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=END_SECONDS,
            )
        )
        self._keeper = DayKeeper(library)
        self._thread: Thread | None = None

    def run(self, listening: socket.socket) -> None:
        """Serve in this thread until SIGINT or SIGTERM."""
        tell_where(self._address.url)
        self._serve(listening)

    def start(self, listening: socket.socket) -> None:
        """Serve in a thread."""
        tell_where(self._address.url)
        self._thread = Thread(target=self._serve, args=(listening,), name="page", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End what `start` began; answers that are being given are finished."""
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join(END_SECONDS + 1)

    def _serve(self, listening: socket.socket) -> None:
        ours_alone()
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        self._keeper.start()
        try:
            self._server.run(sockets=[listening])
        finally:
            self._keeper.stop()
            listening.close()


def _clocks() -> Clocks:
    return Clocks(time.time(), time.monotonic())
