"""One library with its page and a terminal, copied for each trial."""

import shutil
from pathlib import Path

from starlette.testclient import TestClient

from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW
from testing.web.browser import URL, Browser

RESOURCES = 8
READ = 5


class Desk:
    """A terminal and a browser at one library, which begins anew with each trial."""

    def __init__(self, folder: Path) -> None:
        """Make a library whose day has revisits and readings, and sign in."""
        self.recall = CommandLine(folder)
        for number in range(1, RESOURCES + 1):
            url = f"https://example.org/{number}"
            self.recall.ok("add", url, "--title", f"Thing {number}", "--minutes", "5")
        for number in range(1, READ + 1):
            note = ("--note", f"note {number}")
            self.recall.ok("read", str(number), "good", "--on", "2026-02-20", *note)
        self.recall.ok("today", "--minutes", "90")
        self.recall.ok("grade", "1", "good", "--on", "2026-03-01")
        self._whole = folder / "whole.db"
        shutil.copy(self.recall.library, self._whole)
        self.browser = Browser(self.recall)
        self._app = self.browser.client.app

    def begin(self, seed: int) -> None:
        """Put the library back, and let somebody else ask: the page counts who asks how often."""
        shutil.copy(self._whole, self.recall.library)
        self.recall.now = NOW
        cookies = self.browser.client.cookies
        headers = {"sec-fetch-site": "same-origin"}
        asker = (f"10.{seed >> 16 & 255}.{seed >> 8 & 255}.{seed & 255}", 9)
        self.browser.client = TestClient(
            self._app, URL, headers=headers, client=asker, cookies=cookies
        )

    def form(self, number: int) -> dict[str, str]:
        """Return the fields of the grades of a resource, as the page shows them now."""
        answer = self.browser.get(f"/session/{number}/grades")
        if not answer.is_success:
            return {}
        fields = Browser.fields(answer.text, f"/visit/{number}/grade")
        return fields | {"since": "", "sure": "1"}
