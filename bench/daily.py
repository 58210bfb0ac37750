"""Measures the commands that people use every day, on libraries of a given size."""

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, cycle, islice, repeat
from pathlib import Path
from typing import NamedTuple

from bench.processes import Measured, home, in_turn, run

CHECKOUT = Path(__file__).parents[1]

SEARCHED = '"gpu memory 3（一）"'
"""Part of exactly one title, at every size."""

COMMON = '"memory 1"'
"""Part of hundreds of titles, where there are 100,000."""


class Result(NamedTuple):
    """One command at one number of resources."""

    command: str
    size: int
    measured: Measured


def daily(folder: Path, size: int, rounds: int) -> Iterator[Result]:
    """Measure the daily commands on a library of this size."""
    library = folder / f"{size}.db"
    make(library, size)
    around = home(folder, library)
    first_screen = in_turn(repeat(("review",), rounds + 1), around, until="q quit")
    yield Result("review, first screen", size, first_screen)  # before all that is planned is done
    for command, words in _runs(library).items():
        yield Result(command, size, in_turn(islice(words, rounds + 1), around))
    settings = {**around, "RECALL_CONFIG": str(_settings(folder))}
    yield Result("today, settings file", size, in_turn(repeat(("today",), rounds + 1), settings))
    library.unlink()


def _runs(library: Path) -> dict[str, Iterable[Sequence[str]]]:
    """Return what each round of a command is called with, in the order of the table."""
    read, unread = with_status(library, "read"), with_status(library, "unread")
    said = ("--minutes", "12", "--note", "It was about memory.")
    return {
        "today, first of a day": _mornings(library),  # before anything is done on it
        "today": repeat(("today",)),
        "next": repeat(("next",)),
        "list TEXT": repeat(("list", SEARCHED)),
        "list TEXT, hundreds": repeat(("list", COMMON)),
        "stats": repeat(("stats",)),
        "why": (("why", number) for number in cycle(some_of_all(library))),
        "forecast": repeat(("forecast",)),
        "grade": (("grade", number, "good") for number in cycle(read)),
        "grade, with options": (("grade", number, "good", *said) for number in cycle(read)),
        "read": (("read", number, "good") for number in unread),
        "read, with options": (("read", number, "good", *said) for number in reversed(unread)),
        "edit": (("edit", number, "--minutes", "25") for number in read),
        "undo": repeat(("undo",)),
    }


def _mornings(library: Path) -> Iterator[Sequence[str]]:
    """Take away the plan of today before each call, which then makes it."""
    while True:
        with closing(sqlite3.connect(library)) as connection, connection:
            connection.execute("DELETE FROM planned_visit")
            connection.execute("DELETE FROM plan")
        yield ("today",)


def _settings(folder: Path) -> Path:
    """Write a settings file as people have it, and return its path."""
    path = folder / "settings.toml"
    path.write_text('daily_minutes = 40\n\n[remind]\ntimes = "08:00 20:00"\n')
    return path


def with_status(library: Path, status: str) -> list[str]:
    """IDs of the resources with this status."""
    question = "SELECT id FROM resource WHERE status = ?"
    rows = sqlite3.connect(library).execute(question, (status,))
    return [str(number) for (number,) in rows]


def some_of_all(library: Path) -> list[str]:
    """IDs of a few resources that are due, that are not, and that are unread, in turn."""
    unread, read = with_status(library, "unread"), with_status(library, "read")
    few = 10
    return [*chain(*zip(read[:: len(read) // few], unread[:: len(unread) // few], strict=False))]


def make(path: Path, size: int, *more: str) -> None:
    """Make a library or a list in a child process: see `bench.processes`."""
    command = (sys.executable, "-m", "bench.library", str(size), str(path), *more)
    run(command, {**os.environ, "PYTHONPATH": str(CHECKOUT)})
