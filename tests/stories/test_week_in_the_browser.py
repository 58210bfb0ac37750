"""A week lived in the browser and the same week lived in the terminal leave the same library."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

DAYS = 7
RATINGS = ("good", "hard", "easy", "again", "good")


def plan(recall: CommandLine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = recall.ok("today", "--json").json["plan"]
    return [one for one in found if one["state"] == "left"]


def kept(recall: CommandLine) -> list[list[Any]]:
    """Return what a person did, and the cards that came of it, without the instants."""
    questions = (
        "SELECT resource_id, rating, study_date, minutes, note, stability, due, source FROM review",
        "SELECT resource_id, study_date, minutes, note, progress, stopped_at FROM sitting",
        "SELECT id, status, due, stability, difficulty, note FROM resource",
        "SELECT kind, study_date, resource_id, summary FROM action",
    )
    with closing(sqlite3.connect(recall.library)) as library:
        return [library.execute(question).fetchall() for question in questions]


def in_the_browser(browser: Browser, visit: dict[str, Any], rating: str) -> None:
    number, minutes = visit["id"], str(visit["minutes"])
    page = browser.get("/session").text
    assert f"/session/{number}/grades" in page
    page = browser.get(browser.link(page, f"/session/{number}/grades")).text
    fields = {"minutes": minutes, "note": f"note of {browser.recall.now:%d}"}
    action = f"/visit/{number}/grade"
    if visit["do"] == "sitting":
        answer = browser.submit(page, action, to=f"/visit/{number}/sitting", **fields)
    else:
        answer = browser.submit(page, action, rating=rating, **fields)
    assert answer.status_code == 200


def in_the_terminal(recall: CommandLine, visit: dict[str, Any], rating: str) -> None:
    words = [str(visit["id"])] + ([] if visit["do"] == "sitting" else [rating])
    command = "grade" if visit["do"] == "revisit" else "read"
    words += ["--minutes", str(visit["minutes"]), "--note", f"note of {recall.now:%d}"]
    recall.ok(command, *words, *(["--sitting"] if visit["do"] == "sitting" else []))


def test_a_week_leaves_the_same_library(shipped: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "twin").mkdir()
    twin = CommandLine(tmp_path / "twin")
    shutil.copy(shipped.library, twin.library)
    browser = Browser(shipped)
    for day in range(DAYS):
        assert [one["id"] for one in plan(shipped)] == [one["id"] for one in plan(twin)]
        for number, visit in enumerate(plan(shipped)):
            rating = RATINGS[(day + number) % len(RATINGS)]
            in_the_browser(browser, visit, rating)
            in_the_terminal(twin, visit, rating)
        assert "Nothing is left of today" in browser.get("/session").text
        for recall in (shipped, twin):
            recall.now += timedelta(days=1)
    assert kept(shipped) == kept(twin)
    assert shipped.ok("doctor").code == 0
