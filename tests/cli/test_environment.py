"""A run has one present moment and one reading of the settings."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from io import StringIO

import pytest

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.settings import file
from recall.storage.database.connections import waiting
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW

BEFORE_FOUR = NOW.replace(hour=3, minute=59, second=59)
"""A second before a study day ends."""


class Clock:
    """A clock that is an hour further at each look, and counts the looks."""

    def __init__(self, start: datetime) -> None:
        self.now = start
        self.looks = 0

    def __call__(self) -> datetime:
        self.looks += 1
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def settings_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the settings files that were read, in turn."""
    paths: list[str] = []
    read: Callable[[str], object] = file.problems

    def counted(path: str) -> object:
        paths.append(path)
        return read(path)

    monkeypatch.setattr(file, "problems", counted)
    return paths


COMMANDS = [
    [],
    ["today"],
    ["today", "--json"],
    ["today", "--on", "tomorrow"],
    ["next"],
    ["next", "--json"],
    ["grade", "1", "good"],
    ["grade", "1", "good", "--on", "yesterday", "--json"],
    ["read", "1"],
    ["read", "1", "--json"],
    ["postpone", "2", "3", "days"],
    ["postpone", "2", "next", "week", "--json"],
    ["list", "--json"],
    ["show", "1"],
    ["why", "1"],
    ["history"],
    ["note", "1", "a note"],
    ["undo"],
    ["edit", "1", "--title", "Another"],
    ["add", "https://example.org/b"],
    ["section"],
    ["section", "Deep", "--by", "in 9 days"],
    ["pause", "--until", "in 9 days"],
    ["day"],
    ["day", "tomorrow", "20"],
    ["resume", "--yes"],
    ["forecast"],
    ["stats"],
    ["remind", "snooze", "1h"],
    ["remind", "status"],
]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_command_looks_once_at_the_clock_and_once_into_the_settings(
    one: CommandLine, settings_read: list[str], argv: list[str]
) -> None:
    one.ok("add", "https://example.org/second", "--section", "Deep")
    one.ok("read", "2", "--on", "yesterday")
    settings_read.clear()
    clock = Clock(NOW)
    code = main(argv, Environment(one.environ, clock, StringIO(), StringIO()))
    assert code in (0, 1)
    assert clock.looks == 1
    assert len(settings_read) == 1


def test_a_grade_falls_on_one_side_of_the_end_of_the_day(one: CommandLine) -> None:
    clock = Clock(BEFORE_FOUR - timedelta(hours=1))
    environment = Environment(one.environ, clock, StringIO(), StringIO())
    assert main(["grade", "1", "good"], environment) == 0
    (action, _) = one.ok("history", "--json").json["actions"]
    (review,) = one.ok("show", "1", "--json").json["log"]
    assert action["study_date"] == review["study_date"] == "2026-03-01"


def test_what_goes_on_for_longer_has_a_later_moment() -> None:
    environment = Environment({"RECALL_CONFIG": "/nowhere/config.toml"}, Clock(NOW))
    first = environment.now
    assert environment.now == first
    assert environment.anew().now == first + timedelta(hours=1)
    assert environment.now == first


def test_a_person_who_waits_for_others_is_told(
    one: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "TOLD_SECONDS", 0.02)
    with closing(sqlite3.connect(one.library, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.1, other.rollback).start()
        outcome = one("grade", "1", "good")
    assert outcome.code == 0
    assert outcome.err == "recall: the library is in use by another process; waiting for it\n"
