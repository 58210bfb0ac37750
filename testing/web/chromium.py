"""A real Chromium, that of the system, at a page that is served on a port of its own."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, sync_playwright

from recall.settings.locations import state_folder
from recall.web.guard.devices import Devices
from recall.web.routes.paths import link_path
from recall.web.serving.address import PageAddress, listen
from recall.web.serving.server import PageServer
from testing.commands.command_line import CommandLine
from testing.web.browser import outside

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def executable() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running() -> Iterator[Chromium]:
    """Start the browser; skipped where there is none, but never in CI's Linux jobs."""
    path = executable()
    if path is None:
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail("Chromium is not installed, and in CI it must be")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Served:
    """The page of a library, served on a free port of this computer."""

    def __init__(self, recall: CommandLine) -> None:
        self.recall = recall
        address = PageAddress("127.0.0.1", 0)
        listening = listen(address)
        address = PageAddress("127.0.0.1", listening.getsockname()[1])
        self.url = address.url
        self.server = PageServer(
            lambda: outside(recall).library(),
            lambda: "en",
            address,
            settings_path=outside(recall).settings_path,
            now=lambda: recall.now,
        )
        self.server.start(listening)

    def sign_in(self, page: Page) -> None:
        """Open a one-time link, as `recall web` does."""
        page.goto(self.link())
        page.wait_for_url(f"{self.url}/")

    def link(self) -> str:
        """Return a new link that works once."""
        secret = Devices(state_folder() / "web-devices.json").new_link(self.recall.now)
        return self.url + link_path(secret)

    def stop(self) -> None:
        self.server.stop()
