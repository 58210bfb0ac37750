"""Takes the pictures of docs/web.md: the page of a library with three weeks behind it, in Chromium.

Run it when the page has changed: `python docs/scripts/page.py`. It needs Chromium and ImageMagick;
the library is made in a temporary folder, at a fixed date.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from json import loads
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, sync_playwright

from recall.cli.environment import Environment
from recall.cli.main import main as recall
from recall.settings.locations import state_folder
from recall.web.guard.devices import Devices
from recall.web.routes.paths import link_path
from recall.web.serving.address import PageAddress, listen
from recall.web.serving.server import PageServer

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ZONE = ZoneInfo("Asia/Shanghai")
MADE = datetime(2026, 11, 2, 20, tzinfo=ZONE)
DAYS = 21
RATINGS = ("good", "good", "easy", "good", "hard", "good", "again")
DESKTOP, TALL, PHONE = (1000, 640), (1000, 1300), (390, 720)
COLORS = 96
"""A picture has few; with all shades of its letters it would be three times as large."""

SHOWN = {
    "web-today": ("/", DESKTOP),
    "web-session": ("/session/{due}/grades", DESKTOP),
    "web-library": ("/library", DESKTOP),
    "web-statistics": ("/statistics", TALL),
    "web-phone": ("/session/{due}/grades", PHONE),
}
"""Each picture with its path, and the width and height of its window."""


def main() -> int:
    """Live three weeks with the example list, and photograph the page of the next day."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        life = _Life(Path(name))
        life.run("init")
        for _ in range(DAYS):
            life.day()
        due = next(one["id"] for one in life.plan() if one["do"] == "revisit")
        with _page_of(life) as (browser, url, link):
            _photograph(browser, url, link, due)
    return 0


class _Life:
    """A library that is lived with: its folder, and the present moment."""

    def __init__(self, folder: Path) -> None:
        self.now, self.done = MADE, 0
        self._environ = {
            "HOME": str(folder),
            "RECALL_DATABASE_URL": f"sqlite:///{folder}/library.db",
            "RECALL_CONFIG": str(folder / "config.toml"),
        }
        self.run("config", "set", "time_zone", ZONE.key)

    def environment(self) -> Environment:
        return Environment(self._environ, lambda: self.now, io.StringIO(), io.StringIO())

    def run(self, *command: str) -> str:
        environment = self.environment()
        if recall(command, environment):
            raise RuntimeError(environment.err.getvalue())  # type: ignore[attr-defined]
        return environment.out.getvalue()  # type: ignore[attr-defined,no-any-return]

    def plan(self) -> list[dict[str, object]]:
        return [one for one in loads(self.run("today", "--json"))["plan"] if one["state"] == "left"]

    def day(self) -> None:
        """Do all that is planned, and go on to the next day."""
        for one in self.plan():
            self.done += 1
            rating, minutes = RATINGS[self.done % len(RATINGS)], str(one["minutes"])
            self.run("grade", str(one["id"]), rating, "--minutes", minutes)
        self.now += timedelta(days=1)


@contextmanager
def _page_of(life: _Life) -> Iterator[tuple[Browser, str, str]]:
    """Serve the page of a library, and give a browser, its address and a link that signs in."""
    listening = listen(PageAddress("127.0.0.1", 0))
    address = PageAddress("127.0.0.1", listening.getsockname()[1])
    server = PageServer(
        lambda: life.environment().library(),
        lambda: "en",
        address,
        settings_path=life.environment().settings_path,
        now=lambda: life.now,
    )
    server.start(listening)
    link = link_path(Devices(state_folder() / "web-devices.json").new_link(life.now))
    chromium = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser, address.url, link
        browser.close()
    server.stop()


def _photograph(browser: Browser, url: str, link: str, due: object) -> None:
    """Write each picture, with few colors, so that it stays small."""
    first = browser.new_context()
    page = first.new_page()
    page.goto(url + link)
    page.wait_for_url(f"{url}/")
    for name, (path, (width, height)) in SHOWN.items():
        size = {"width": width, "height": height}
        page = browser.new_context(storage_state=first.storage_state(), viewport=size).new_page()  # type: ignore[arg-type]
        page.goto(url + path.format(due=due))
        picture = PICTURES / f"{name}.png"
        page.screenshot(path=picture)
        few = (
            "+dither",
            "-colors",
            str(COLORS),
            "-define",
            "png:exclude-chunks=date,time",
        )
        subprocess.run(["convert", str(picture), "-strip", *few, f"png8:{picture}"], check=True)


if __name__ == "__main__":
    sys.exit(main())
