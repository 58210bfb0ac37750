"""Serves the page beside the reminders, while the setting says so."""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from recall.domain.text.host_names import read_hosts
from recall.errors import RecallError
from recall.settings.locations import settings_path
from recall.usecases.context import Context
from recall.usecases.reminding import language_of

if TYPE_CHECKING:
    from recall.domain.reminders.wording import Language
    from recall.settings.table import Settings

# The server takes memory, so it is imported only if `web.on` is set.


class PageBeside:
    """Starts and ends the page as the settings change; a problem is logged once."""

    def __init__(
        self,
        library: Callable[[], AbstractContextManager[Context]],
        environ: Mapping[str, str],
        log: logging.Logger,
    ) -> None:
        """Serve nothing yet."""
        self._library, self._environ, self._log = library, environ, log
        self._problem = ""
        self._served: ExitStack | None = None
        self._settings: Settings | None = None

    def tick(self, settings: "Settings") -> None:
        """Serve the page from now on, or no longer."""
        served_as, self._settings = self._settings, settings
        is_as_before = served_as is not None and _address(served_as) == _address(settings)
        if self._served is not None and not (settings.web_on and is_as_before):
            self.end()
        if settings.web_on and self._served is None:
            self._try_to_begin(settings)

    def session_link(self, now: datetime) -> str | None:
        """Return a link to the session that works once; None if there is no page."""
        if self._settings is None or not self._settings.web_on or not _is_installed():
            return None
        from recall.web.routes.paths import link_path
        from recall.web.serving.running import devices, only_one, where

        if self._served is None:
            with only_one() as is_free:
                if is_free:  # nobody serves one
                    return None
        url = where()
        return None if url is None else url + link_path(devices().new_link(now), "session")

    def end(self) -> None:
        """End the page; answers that are being given are finished."""
        if self._served is not None:
            self._served.close()
            self._served = None
            self._log.info("the page has ended")

    def _try_to_begin(self, settings: "Settings") -> None:
        try:
            problem = self._begin(settings)
        except RecallError as error:
            problem = f"the page is not served: {error}"
        except Exception as error:  # reminders come without it
            problem = f"the page is not served: unexpected {type(error).__name__}: {error}"
        if problem and problem != self._problem:
            self._log.warning(problem)
        self._problem = problem

    def _begin(self, settings: "Settings") -> str:
        """Begin to serve; return why not, '' if it does."""
        if not _is_installed():
            return "the page is not served: it needs pipx install 'recall-reading[web]'"
        from recall.web.serving.address import LOCAL, PageAddress, listen
        from recall.web.serving.running import only_one
        from recall.web.serving.server import PageServer

        with ExitStack() as begun:
            if not begun.enter_context(only_one()):
                return "another program serves the page"
            address = PageAddress(LOCAL, settings.web_port)
            hosts = read_hosts(settings.web_hosts)
            server = PageServer(
                self._library,
                self._language,
                address,
                settings_path=settings_path(self._environ),
                further_hosts=hosts,
            )
            server.start(listen(address))
            begun.callback(server.stop)
            self._served = begun.pop_all()
        self._log.info("the page is at %s", address.url)
        return ""

    def _language(self) -> "Language":
        from recall.settings.table import Settings

        return language_of(self._settings or Settings(), self._environ)


def _is_installed() -> bool:
    return find_spec("starlette") is not None and find_spec("uvicorn") is not None


def _address(settings: "Settings") -> tuple[int, str]:
    return settings.web_port, settings.web_hosts
