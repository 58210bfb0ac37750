"""A browser without a screen and without a server: it keeps cookies, and sends forms."""

import atexit
import re
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from functools import cache
from html import unescape
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from httpx2 import Cookies
from starlette.testclient import TestClient

from recall.cli.environment import Environment
from recall.domain.library.timing.stopwatch import Clocks
from recall.files import private
from recall.usecases.context import Context
from recall.usecases.reminding import language_of
from recall.web.app import build
from recall.web.guard.devices import Devices
from recall.web.guard.hosts import own_names
from recall.web.routes.paths import link_path
from recall.web.sent_forms import SentForms
from recall.web.site import Library, Site
from recall.web.uploads import Uploads
from testing.commands.command_line import CommandLine

PORT = 7322
URL = f"http://127.0.0.1:{PORT}"

_SIGNED_IN: dict[datetime, tuple[str, Cookies]] = {}
"""The file of devices and the cookies of a first device, by the moment at which it signed in."""


class Browser:
    """A browser at the page of a library; signed in unless the test wants to do that.

    passed are the seconds that its visit has taken so far, by both clocks.
    """

    def __init__(
        self, recall: CommandLine, library: Library | None = None, *, is_signed_in: bool = True
    ) -> None:
        self.recall = recall
        self.passed = 0.0
        self.asleep = 0.0
        self._devices_file = recall.library.with_name("web-devices.json")
        self.devices = Devices(self._devices_file)
        self.site = Site(
            library or self._library,
            self.devices,
            own_names(PORT),
            lambda: language_of(outside(self.recall).checked_settings[0], {}),
            self._clocks,
            self._now,
            outside(recall).settings_path,
            Uploads(recall.library.with_name("web-uploads")),
            SentForms(),
        )
        self.client = TestClient(
            build(self.site), URL, headers={"sec-fetch-site": "same-origin"}, client=("::1", 9)
        )
        self.client.portal = _portal()
        if is_signed_in:
            self.sign_in()

    def sign_in(self) -> None:
        """Sign in by a one-time link, or as the first device of a library as one did before."""
        now, file = self.recall.now, self._devices_file
        if now in _SIGNED_IN and not file.exists():
            data, cookies = _SIGNED_IN[now]
            private.put(file, data)
            self.client.cookies.update(cookies)
            return
        is_first = not file.exists()
        secret = self.devices.new_link(now)
        assert self.get(link_path(secret)).is_success
        assert self.post("/enter", secret=secret).is_success
        if is_first:
            _SIGNED_IN[now] = file.read_text(encoding="utf-8"), Cookies(self.client.cookies)

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, **more)

    def post(self, path: str, **fields: str) -> Any:
        return self.client.post(path, data=fields)

    def submit(self, page: str, path: str, *, to: str = "", **fields: str) -> Any:
        """Send the form of a page whose action is this path; to is where a button sends it."""
        return self.post(to or path, **{**self.fields(page, path), **fields})

    @staticmethod
    def fields(page: str, path: str) -> dict[str, str]:
        """Return the hidden fields of the form whose action is this path."""
        forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
        (form,) = [one for one in forms if f'action="{path}"' in one]
        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form)
        return {name: unescape(value) for name, value in found}

    @staticmethod
    def link(page: str, path: str) -> str:
        """Return the first link of a page that leads to this path, with its values."""
        (found, *_) = re.findall(rf'(?:href|data-then)="({path}[^"]*)"', page)
        return unescape(found)

    def _library(self) -> AbstractContextManager[Context]:
        return outside(self.recall).library()

    def _now(self) -> datetime:
        return self.recall.now

    def _clocks(self) -> Clocks:
        since = self.recall.now.timestamp()
        return Clocks(since + self.passed + self.asleep, 1000 + self.passed)


@cache
def _portal() -> BlockingPortal:
    """The event loop of all browsers of a process: without it each request would start its own."""
    running = ExitStack()
    atexit.register(running.close)
    return running.enter_context(start_blocking_portal("asyncio"))


def outside(recall: CommandLine) -> Environment:
    """Return the present outside of a library, as each request sees it anew."""
    return Environment(recall.environ, lambda: recall.now)
