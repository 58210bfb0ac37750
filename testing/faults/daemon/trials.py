"""One trial: the background program meets trouble, says so once, and goes on as if nothing was."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from datetime import timedelta
from io import StringIO
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from recall.files.drafts import ENDING
from testing.commands.command_line import CommandLine
from testing.faults.daemon.running import RESOURCES, Libraries, Running, free_port, running
from testing.faults.daemon.troubles import TROUBLES, Trouble, taken_port
from testing.faults.damage.trials import away_from_home
from testing.faults.kind import Kind, Trial

_PAGES = ("/", "/library", "/r/1", "/days", "/lists", "/statistics", "/settings", "/session")
_DONE = 303
_DEFECT = 500
_DAY = timedelta(days=1)
_IS_TAKEN = 0.3
"""The share of the trials that begin while the port is taken."""


class Asked(NamedTuple):
    """What became of a form: its status, and how many reviews the library has more."""

    status: int
    stored: int


class Trials:
    """Does trials with libraries that are made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._libraries = Libraries.made(folder)
        self._library = folder / "used" / "library.db"

    def __call__(self, seed: int) -> Trial:
        """Do the trial of a seed."""
        random = Random(seed)
        shutil.rmtree(self._library.parent, ignore_errors=True)
        self._library.parent.mkdir()
        shutil.copy(self._libraries.whole, self._library)
        met = random.sample(TROUBLES, random.randint(1, 3))
        is_taken = random.random() < _IS_TAKEN
        did = "; ".join(["the port is taken"] * is_taken + [trouble.name for trouble in met])
        aside = StringIO()
        with redirect_stderr(aside), running(self._library, free_port()) as one:
            wrong = next(self._wrong(one, met, random, is_taken=is_taken), "")
        return Trial(did, wrong or _left(one, aside.getvalue(), self._folder))

    def _wrong(
        self, running: Running, met: list[Trouble], random: Random, *, is_taken: bool
    ) -> Iterator[str]:
        if is_taken:
            with taken_port(running):
                problems = [running.tick(), running.tick()]
            if problems != [None, None] or len(running.desktop.shown) != 1:
                yield f"without the page it reports {problems} and sent {running.desktop.shown}"
            if sum("cannot listen" in line for line in running.told()) != 1:
                yield f"it tells of the port: {running.told()}"
        yield from _well(running)
        running.sign_in()
        for trouble in met:
            yield from self._meet(running, trouble, random)

    def _meet(self, running: Running, trouble: Trouble, random: Random) -> Iterator[str]:
        number, before, lines = (
            random.randint(1, RESOURCES),
            len(running.desktop.shown),
            len(running.log),
        )
        running.now += _DAY
        form = running.form(number)
        with trouble.happens(running, self._libraries, random):
            problems = [running.tick() for _ in range(3)]
            yield from _asked(running, random.choice(_PAGES), number, form)
            running.tick()
        told = running.told()[lines:]
        if any("Traceback" in line for line in told):
            yield f"{trouble.name}: a defect: {told}"
        for line, times in Counter(told).items():
            if times > 1:
                yield f"{trouble.name}: it says {times} times: {line} (problems: {problems})"
        yield from _well(running)
        slots = [message.slot for message in running.desktop.shown[before:]]
        most = 2 if trouble.forgets else 1
        if not 1 <= len(slots) <= most or len(set(slots)) != 1:
            yield f"{trouble.name}: the reminders of the day: {slots}"
        yield from _graded(running, number)


def _well(running: Running) -> Iterator[str]:
    """Give what is wrong once there is no trouble."""
    if problem := running.tick():
        yield f"it still reports: {problem}"
    status = running.client.get("/").status_code
    if status not in (200, 401):
        yield f"the page answers {status}"


def _asked(running: Running, path: str, number: int, form: dict[str, str]) -> Iterator[str]:
    """Ask for a page, and send a form that was drawn before, in the middle of a trouble."""
    answer = running.client.get(path, follow_redirects=True)
    if answer.status_code == _DEFECT:
        yield f"{path} answers {answer.status_code}"
    if not form:
        yield "the page shows no grades of what is due"
    asked = _sent(running, number, form)
    if asked.status == _DEFECT or asked.stored != (asked.status == _DONE):
        yield f"a form sent in the middle: {asked}"


def _graded(running: Running, number: int) -> Iterator[str]:
    """Give what is wrong with a grade after the trouble."""
    form = running.form(number)
    asked = _sent(running, number, form)
    if form and asked != (_DONE, 1):
        yield f"a grade afterwards: {asked}"


def _sent(running: Running, number: int, form: dict[str, str]) -> Asked:
    before = running.reviews()
    fields = form | {"rating": "good"}
    answer = running.client.post(f"/visit/{number}/grade", data=fields)
    after = running.reviews()
    return Asked(answer.status_code, 0 if None in (before, after) else after - before)  # type: ignore[operator] # neither is None


def _left(running: Running, aside: str, folder: Path) -> str:
    """Return what was written that must not be, or what is wrong with the library at the end."""
    if aside:
        return f"it wrote to the terminal: {aside}"
    if found := [
        path.name for path in folder.rglob("*") if path.name.endswith((ENDING, "-journal"))
    ]:
        return f"it leaves {', '.join(found)}"
    recall = CommandLine(running.library.parent)
    recall.now = running.now
    examined = recall("doctor")
    return "" if examined.code == 0 else f"doctor: {examined.out}{examined.err}"


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Make the libraries; yield what does one trial."""
    with (
        away_from_home(folder),
        patch("recall.web.app.REQUESTS_A_MINUTE", 10**9),
        patch("recall.web.routes.signing_in.SIGN_INS_A_MINUTE", 10**9),
    ):
        yield Trials(folder)


def lacks() -> str:
    """Return why no file can be kept from growing here."""
    return "it limits files as Linux does" if sys.platform == "win32" else ""


KIND = Kind(
    "daemon",
    "a background program with the page: port taken, disk full, library away or replaced",
    full=1_000,
    few=1,
    opened=opened,
    lacks=lacks,
)
