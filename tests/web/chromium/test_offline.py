"""Today and the session without a connection, and what is done there arrives once."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser as Chromium

from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import wait_for
from testing.web.chromium import Served

pytestmark = pytest.mark.timeout(120)  # a browser starts, on a machine that may be busy


def log(recall: CommandLine, number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = recall.ok("show", str(number), "--json").json["log"]
    return found


def test_a_session_offline_and_back(served: Served, chromium: Chromium) -> None:
    served.recall.now += timedelta(hours=1)  # what was done at one moment before counts once
    context = chromium.new_context()
    page = context.new_page()
    served.sign_in(page)
    kept = "caches.open('recall-pages').then(c => c.keys()).then(k => k.length)"
    wait_for(lambda: page.evaluate(kept) >= 14, "what today has is kept")
    context.set_offline(True)
    page.goto(f"{served.url}/")
    assert "Start the session" in page.inner_text("main")
    page.goto(f"{served.url}/session")
    page.keyboard.press("l")
    page.wait_for_function("document.querySelector('h1').innerText !== 'Thing 4'")
    title = page.inner_text("h1")
    number = int(title.removeprefix("Thing "))
    page.keyboard.press("Space")
    page.wait_for_url("**/grades?*")
    assert f"note {number}" in page.inner_text("main")
    page.keyboard.press("1")
    page.wait_for_function(f"document.querySelector('h1').innerText !== '{title}'")
    assert len(log(served.recall, number)) == 1
    page.goto(f"{served.url}/library")
    assert "nothing more here without a connection" in page.inner_text("main")
    page.goto(f"{served.url}/")
    page.wait_for_selector(".unsent:visible")
    assert not page.is_visible(f"#visit-{number} summary")
    assert page.is_visible("#visit-4 summary")
    first = "c.keys().then(k => c.match(k[0])).then(entry => entry.json())"
    body = page.evaluate(f"caches.open('recall-queue').then(c => {first}).then(one => one.body)")
    assert "key" in parse_qs(body)
    context.set_offline(False)
    waiting = "caches.open('recall-queue').then(c => c.keys()).then(k => k.length)"
    page.wait_for_selector("text=Graded")  # it was sent, and the page drawn anew
    assert page.evaluate(waiting) == 0
    assert [one["rating"] for one in log(served.recall, number)] == ["good", "again"]
    left = served.recall.ok("today", "--json").json["plan"]
    assert left[-1]["id"] == 4
    context.close()
