"""The rig that damages libraries sees what it is to see: each planted fault is told."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from recall.cli import crash
from recall.storage import integrity
from recall.usecases.upkeep import mending
from recall.usecases.upkeep.around_damage import SetAside
from testing.faults.damage import asked, trials
from testing.faults.kind import Trial

pytestmark = pytest.mark.slow


def no_date(library: Path, _random: Random) -> str:
    """A pause whose first day is no date stops whatever plans a day."""
    with closing(sqlite3.connect(library)) as file, file:
        file.execute("UPDATE pause SET first = 'soon'")
    return "spoiled a pause"


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], Trial]]:
    monkeypatch.setattr(asked, "commands_of", lambda _: ["today"])
    monkeypatch.setattr(asked, "PAGES", ("/",))
    monkeypatch.setattr(trials, "_REPAIRED", 1)
    with trials.opened(tmp_path, no_date) as one:
        yield one


def test_recall_as_it_is_holds(trial: Callable[[int], Trial]) -> None:
    assert trial(0) == Trial("spoiled a pause")


def test_a_traceback_is_seen(
    trial: Callable[[int], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "_damage", lambda _: SetAside())
    assert trial(0).wrong.startswith("today: an unexpected error: recall: this should not have")


def test_a_command_that_is_stopped_though_doctor_is_content_is_seen(
    trial: Callable[[int], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "bad_rows", lambda _: [])
    monkeypatch.setattr(crash, "NEED_ALL", frozenset({"today"}))
    assert "today was stopped, and doctor finds the library healthy" in trial(0).wrong


def test_a_repair_that_loses_something_is_seen(
    trial: Callable[[int], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        mending,
        "apply",
        lambda action, _: action.drop("pause", [1]),
    )
    assert trial(0).wrong.startswith("undoing the repair left out of pause: ")
