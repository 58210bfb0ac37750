"""A trial: a library is damaged, then `doctor`, commands and pages are asked, and all is judged."""

import json
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from recall.storage.database.columns import TABLES
from recall.web.pages.endpoint import WEB_LOGGER
from testing.faults.damage import asked
from testing.faults.damage.full_library import copied
from testing.faults.damage.values import rows_of
from testing.faults.kind import Trial
from testing.web.browser import Browser

Damage = Callable[[Path, Random], str]
"""Damages the file of a library; returns what was done."""


class Patient:
    """A command line whose library is made healthy again before each trial."""

    def __init__(self, folder: Path) -> None:
        self.recall = copied(folder)
        self.files = {one: one.read_bytes() for one in folder.iterdir() if one.is_file()}
        self.browser = Browser(self.recall)
        self.healthy: dict[str, float] = {}
        for command in ("doctor", *asked.READING, *asked.WRITING):
            self._time(command)

    def _time(self, command: str) -> None:
        from time import process_time

        self.heal()
        began = process_time()
        self.recall(*asked.arguments(self.recall, command))
        self.healthy[command] = process_time() - began

    def heal(self) -> None:
        """Put the files back as they were."""
        folder = self.recall.library.parent
        for one in folder.iterdir():
            if one.is_file() and one not in self.files and one.name.startswith(("library", "c")):
                one.unlink()
        for one, data in self.files.items():
            if not one.exists() or one.read_bytes() != data:
                one.write_bytes(data)


@contextmanager
def opened(folder: Path, damage: Damage) -> Iterator[Callable[[int], Trial]]:
    """Make the library; yield what does one trial on a copy of it."""
    before = {name: os.environ.get(name) for name in ("HOME", "XDG_STATE_HOME")}
    os.environ.update(dict.fromkeys(before, str(folder / "home")))
    try:
        logging.getLogger(WEB_LOGGER).disabled = True
        patient = Patient(folder)
        yield lambda seed: _trial(patient, damage, Random(seed))
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def _trial(patient: Patient, damage: Damage, random: Random) -> Trial:
    patient.heal()
    did = damage(patient.recall.library, random)
    for wrong in _wrong(patient, random):
        return Trial(did[:300], wrong[:900])
    return Trial(did[:300])


def _wrong(patient: Patient, random: Random) -> Iterator[str]:
    """Give what went wrong: with doctor, a few commands and a page, and with the repair."""
    examined = _answer(patient, "doctor")
    yield from _problem(examined)
    is_healthy = examined.code == 0
    typed = asked.commands_of(random)
    for command in typed:
        answer = _answer(patient, command)
        yield from _problem(answer)
        yield from _stopped(answer, is_healthy=is_healthy)
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
    library = patient.recall.library
    try:
        before = rows_of(library, but=_OF_ACTIONS)
    except sqlite3.Error:  # there is nothing to compare in a file like that
        return
    done = _answer(patient, "doctor --repair --yes --json")
    yield from _problem(done)
    if "the file is damaged: " in done.said:  # only rows can be mended
        return
    if done.code not in (0, 1):
        yield f"the repair failed: {done.said}"
        return
    if rows_of(library, but=_OF_ACTIONS) == before:
        return
    yield from _problem(_answer(patient, "doctor"))
    back = _answer(patient, "undo")
    yield from _problem(back)
    if back.code:
        yield f"the repair could not be undone: {back.said}"
        return
    now, lost = rows_of(library), _pointed_nowhere(done.out)
    for table, rows in before.items():
        left_out = [row for row in rows - now[table] if (table, row[0]) not in lost]
        if left_out:
            yield f"undoing the repair left out of {table}: {left_out}"


def _pointed_nowhere(printed: str) -> set[tuple[str, object]]:
    """Return the rows that no database takes again, because what they point at is not there."""
    references = {
        (table, column.name) for table in TABLES for column in TABLES[table] if column.refers_to
    }
    return {
        (one["table"], one["id"])
        for one in json.loads(printed)["repairs"]
        if (one["table"], one["column"]) in references
    }


_OF_ACTIONS = ("action", "change")
