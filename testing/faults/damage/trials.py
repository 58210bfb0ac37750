"""A trial: a library is damaged, then `doctor`, commands and pages are asked, and all is judged."""

import json
import logging
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import process_time

from recall.storage.database.columns import TABLES
from recall.web.pages.endpoint import WEB_LOGGER
from testing.faults.damage import asked
from testing.faults.damage.full_library import copied
from testing.faults.damage.values import Rows, rows_of
from testing.faults.kind import Trial
from testing.web.browser import Browser

Damage = Callable[[Path, Random], str]
"""Damages the file of a library; returns what was done."""


class Patient:
    """A command line whose library is made healthy again before each trial."""

    def __init__(self, folder: Path, damage: Damage) -> None:
        self.recall = copied(folder)
        self._damage = damage
        self.files = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        self.browser = Browser(self.recall)
        self.healthy: dict[str, float] = {}
        self.refused: set[str] = set()

    def look_at_the_clock(self) -> None:
        """Note how long each command takes on the healthy library, and whether it is refused."""
        for command in ("doctor", *asked.READING, *asked.WRITING):
            self._time(command)

    def damage(self, random: Random) -> str:
        """Damage the library; return what was done."""
        return self._damage(self.recall.library, random)

    def rows(self, but: Sequence[str] = ()) -> Rows:
        """Return the rows of every table, as they are stored."""
        return rows_of(self.recall.library, but)

    def _time(self, command: str) -> None:
        self.heal()
        began = process_time()
        outcome = self.recall(*asked.arguments(self.recall, command))
        self.healthy[command] = process_time() - began
        if outcome.code == asked.STORAGE:
            self.refused.add(command)

    def heal(self) -> None:
        """Put the files back as they were."""
        folder = self.recall.library.parent
        for path in folder.iterdir():
            if path.is_file() and path not in self.files and path.name.startswith(("library", "c")):
                path.unlink()
        for path, data in self.files.items():
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)


@contextmanager
def opened(folder: Path, damage: Damage) -> Iterator[Callable[[int], Trial]]:
    """Make the library; yield what does one trial on a copy of it."""
    with away_from_home(folder):
        yield trials_of(Patient(folder, damage))


@contextmanager
def away_from_home(folder: Path) -> Iterator[None]:
    """Let logs go to a folder, and nothing to the terminal."""
    before = {name: os.environ.get(name) for name in ("HOME", "XDG_STATE_HOME")}
    os.environ.update(dict.fromkeys(before, str(folder / "home")))
    logging.getLogger(WEB_LOGGER).disabled = True
    try:
        yield
    finally:
        logging.getLogger(WEB_LOGGER).disabled = False
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def trials_of(patient: Patient) -> Callable[[int], Trial]:
    """Return what does one trial on a library."""
    patient.look_at_the_clock()
    return lambda seed: _trial(patient, Random(seed))


def _trial(patient: Patient, random: Random) -> Trial:
    patient.heal()
    did = patient.damage(random)[:300]
    return Trial(did, next(_wrong(patient, random), "")[:900])


def _wrong(patient: Patient, random: Random) -> Iterator[str]:
    """Give what went wrong: with doctor, a few commands and a page, and with the repair."""
    examined = _answer(patient, "doctor")
    yield from _problem(examined)
    is_healthy = examined.code == 0
    typed = asked.commands_of(random)
    for command in typed:
        answer = _answer(patient, command)
        yield from _problem(answer)
        yield from _stopped(answer, is_healthy=is_healthy and command not in patient.refused)
    shown = asked.page(patient.browser, random.choice(asked.PAGES))
    yield from _problem(shown)
    yield from _stopped(shown, is_healthy=is_healthy)
    if examined.code == 1 and random.random() < _REPAIRED:
        yield from _repaired(patient)


_REPAIRED = 0.4
"""The share of damaged libraries that are repaired."""


def _answer(patient: Patient, command: str) -> asked.Answer:
    (answer,) = asked.answers(patient.recall, [command], patient.healthy)
    return answer


def _problem(answer: asked.Answer) -> Iterator[str]:
    if answer.problem:
        yield f"{answer.asked}: {answer.problem}: {answer.said}"


def _stopped(answer: asked.Answer, *, is_healthy: bool) -> Iterator[str]:
    if is_healthy and answer.code in (asked.STORAGE, 503):
        yield f"{answer.asked} was stopped, and doctor finds the library healthy: {answer.said}"


def _repaired(patient: Patient) -> Iterator[str]:
    """Repair the library, look again, and take the repair back."""
    try:
        before = patient.rows(but=_OF_ACTIONS)
    except sqlite3.Error:  # there is nothing to compare in a file like that
        return
    done = _answer(patient, "doctor --repair --yes --json")
    yield from _problem(done)
    if re.search(r"the file (is|of the library is) damaged", done.said):  # only rows can be mended
        return
    if done.code not in (0, 1):
        yield f"the repair failed: {done.said}"
        return
    if patient.rows(but=_OF_ACTIONS) == before:
        return
    yield from _problem(_answer(patient, "doctor"))
    back = _answer(patient, "undo")
    yield from _problem(back)
    if back.code:
        yield f"the repair could not be undone: {back.said}"
        return
    now, lost = patient.rows(), _pointed_nowhere(done.out)
    for table, rows in before.items():
        left_out = [
            row
            for row in rows - now[table]
            if (table, row[0]) not in lost and not _lacks_a_value(table, row)
            if _with_texts(table, row) not in now[table]
        ]
        if left_out:
            yield f"undoing the repair left out of {table}: {left_out}"


def _pointed_nowhere(printed: str) -> set[tuple[str, object]]:
    """Return the rows that no database accepts again, because they point at missing rows."""
    references = {
        (table, column.name) for table in TABLES for column in TABLES[table] if column.refers_to
    }
    return {
        (one["table"], one["id"])
        for one in json.loads(printed)["repairs"]
        if (one["table"], one["column"]) in references
    }


def _lacks_a_value(table: str, row: tuple[object, ...]) -> bool:
    """Return whether no database accepts a row again, because a required value is null.

    Rows of PostgreSQL come as one text; it never lets a required value be null.
    """
    columns = zip(TABLES[table], row, strict=False)
    return any(value is None and not column.optional for column, value in columns)


def _with_texts(table: str, row: tuple[object, ...]) -> tuple[object, ...]:
    """Return a row as SQLite stores it again: a number in a column of texts becomes one."""
    columns = zip(TABLES[table], row, strict=False)
    return tuple(
        str(value).encode() if column.type == "str" and isinstance(value, int | float) else value
        for column, value in columns
    )


_OF_ACTIONS = ("action", "change")
