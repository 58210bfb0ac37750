"""`recall review` in a real terminal of 80 columns and 24 lines."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.domain.library.review import Review
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables.log import reviews
from recall.usecases.context import Context
from recall.usecases.resources import changing
from testing.libraries.factories import catalog, entries, entry, everything, make_library
from testing.needs import posix_module

pytestmark = pytest.mark.slow

pexpect, pyte = posix_module("pexpect"), posix_module("pyte")

COLUMNS, LINES = 80, 24
SECONDS = 30
HOSTILE = (
    "CUDA \x1b[2J\x1b]0;owned\x07 \u202e 编程模型与执行层次的一篇很长的文章 "
    + "again and again " * 8
)
SPACE, CTRL_C, CTRL_D, CTRL_Z, PASTED = " ", "\x03", "\x04", "\x1a", "33333"
FIRST, READY = "Space opens it.", "? keys · q quit"


class Terminal:
    """The program in a terminal, and what a person sees there since the last key."""

    def __init__(self, environ: dict[str, str], *options: str) -> None:
        arguments = ["-m", "recall", "review", *options]
        self.child = pexpect.spawn(
            sys.executable, arguments, env=environ, dimensions=(LINES, COLUMNS), timeout=SECONDS
        )
        self.child.delaybeforesend = None
        self.child.delayafterclose = self.child.delayafterterminate = 0
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen; line ends count as spaces."""
        until = time.monotonic() + SECONDS
        while text not in self.text:
            assert time.monotonic() < until, f"{text!r} is not in:\n{self.text}"
            self._read()

    def press(self, key: str) -> None:
        """Press a key once the program waits for one: until then the terminal echoes."""
        until = time.monotonic() + SECONDS
        while self._read() or self.child.getecho():
            assert time.monotonic() < until, f"it waits for no key:\n{self.text}"
        self.screen.reset()
        self.child.send(key)

    def ends(self) -> int:
        """Wait for the end of the program; gives its exit code."""
        until = time.monotonic() + SECONDS
        while self._read() or self.child.isalive():
            assert time.monotonic() < until, f"it does not end:\n{self.text}"
        return int(self.child.exitstatus)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.screen.display).split())

    def _read(self) -> bool:
        try:
            self._stream.feed(self.child.read_nonblocking(65536, timeout=0.02))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of a first reading and two revisits, made once and copied for each test."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    listed = [entry(HOSTILE, read=True), *entries(1, read=1), entry("A first reading")]
    context = make_library(f"sqlite:///{path}", catalog(*listed), datetime.now(UTC))
    changing.note(context, everything(context)[0], "last time: warps\n\x1b[2Jand blocks")
    context.store.close()
    return path


@pytest.fixture
def environ(tmp_path: Path, library: Path, sqlite_url: str) -> dict[str, str]:
    """The library, no editor, and a browser that only takes notes."""
    shutil.copy(library, sqlite_url.removeprefix("sqlite:///"))
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path / "opened"}\n')
    browser.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if name not in ("EDITOR", "VISUAL")}
    wanted = {"TZ": "UTC", "TERM": "xterm", "PYTHONUTF8": "1", "BROWSER": f"{browser} %s"}
    config = str(tmp_path / "config.toml")
    return kept | wanted | {"RECALL_DATABASE_URL": sqlite_url, "RECALL_CONFIG": config}


@pytest.fixture
def session(environ: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    begun: list[Terminal] = []

    def begin(*options: str) -> Terminal:
        begun.append(Terminal(environ, *options))
        return begun[-1]

    yield begin
    for terminal in begun:
        terminal.child.close(force=True)


def stored(url: str) -> list[tuple[Resource, list[Review]]]:
    """The resources in list order, each with its log."""
    with Store(url) as store:
        context = Context(store, Settings(), datetime.now(UTC))
        return [(one, reviews(store, one.id)) for one in everything(context)]


def test_a_day_goes_from_a_reading_to_a_revisit_with_its_note_its_page_and_its_grade(
    session: Callable[..., Terminal], sqlite_url: str, tmp_path: Path
) -> None:
    terminal = session()
    terminal.sees(FIRST)
    assert "first reading, 20 min" in terminal.text
    terminal.press("3")
    terminal.sees("space opens it; d if you have read it already")
    terminal.press(SPACE)
    terminal.sees("b one sitting")
    assert (tmp_path / "opened").read_text() == "https://example.org/A-first-reading\n"
    terminal.press("l")
    terminal.sees("Try to recall the main points")
    assert terminal.text.startswith("3 A first reading: comes last"), "the screen is cleared"
    assert "CUDA 编程模型" in terminal.text
    assert "warps" not in terminal.text, "the note comes after the recall"
    terminal.press(SPACE)
    terminal.sees(READY)
    assert "last time: warps and blocks" in terminal.text
    assert "1 again could not restate it →" in terminal.text
    terminal.press("o")
    terminal.sees("opened")
    terminal.press("３")
    terminal.sees("Resource 1")
    assert "· 1 min · u undoes" in terminal.text
    ((_, (review,)), *_) = stored(sqlite_url)
    assert (review.rating, review.minutes) == (Rating.GOOD, 1), "stored before the session ends"
    terminal.press("q")
    assert terminal.ends() == 0
    assert "1 thing done today, 1 of 45 min. 2 left, 25 min" in terminal.text


def test_what_was_done_last_is_told_at_the_end_without_a_key_that_the_shell_does_not_know(
    session: Callable[..., Terminal],
) -> None:
    terminal = session("1")
    terminal.press(SPACE)
    terminal.sees(READY)
    terminal.press("3")
    assert terminal.ends() == 0
    ending = terminal.text.rpartition("Resource 1")[2]
    assert "· 1 min" in ending
    assert "undoes" not in ending


def test_undo_brings_the_last_one_back_to_be_graded_again(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press("d")
    terminal.sees(READY)
    terminal.press("4")
    terminal.sees("Try to recall")
    terminal.press("u")
    terminal.sees(READY)
    assert "taken back: 3 A first reading" in terminal.text
    terminal.press("2")
    terminal.sees("Try to recall")
    terminal.press(CTRL_C)
    assert terminal.ends() == 0
    assert [review.rating for review in stored(sqlite_url)[2][1]] == [Rating.HARD]


def test_a_note_goes_with_the_grade_and_one_without_a_grade_is_kept(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session("1", "2")
    terminal.press(SPACE)
    terminal.sees(READY)
    terminal.press("n")
    terminal.sees("in one line")
    terminal.press("线程块x\x7f\r")
    terminal.sees("Your new note")
    assert terminal.text.endswith("线程块"), "it is shown back"
    terminal.press("3")
    terminal.sees("Resource 1")
    terminal.press("n")
    terminal.sees("in one line")
    terminal.press("half a thought\r")
    terminal.sees("Your new note")
    terminal.press(CTRL_D)
    assert terminal.ends() == 0
    assert "note kept: 2 Resource 1" in terminal.text
    (first, (review,)), (second, none), _ = stored(sqlite_url)
    assert (first.note, review.note) == ("线程块", "线程块")
    assert (second.note, none) == ("half a thought", [])


def test_a_window_that_is_closed_keeps_the_note(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session("--section", "section")
    terminal.press("n")
    terminal.sees("in one line")
    terminal.press("half a thought\r")
    terminal.sees("Your new note")
    terminal.child.ptyproc.fileobj.close()
    until = time.monotonic() + SECONDS
    while stored(sqlite_url)[0][0].note != "half a thought":
        assert time.monotonic() < until, "the note is lost"
        time.sleep(0.02)


def test_everything_can_be_put_aside_down_to_the_end_of_the_plan(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session("--minutes", "30")
    terminal.press("b")
    terminal.sees("Minutes of this sitting? [20]")
    terminal.press("12\r")
    terminal.sees("Where did you stop?")
    terminal.press("section 2\r")
    terminal.sees("Try to recall")
    terminal.press("p")
    terminal.sees("Postpone until when? [tomorrow]")
    terminal.press("yesterday\r")
    terminal.sees("is not after today")
    terminal.press("p")
    terminal.sees("Postpone until when?")
    terminal.press("\r")
    terminal.sees("(tomorrow)")
    terminal.sees("Try to recall")
    terminal.press("s")
    assert terminal.ends() == 0
    assert "suspended" in terminal.text
    assert "Done for today: 1 thing, 12 of 30 min." in terminal.text
    assert "Due tomorrow: 1 revisit, 5 min." in terminal.text
    postponed, suspended, begun = (resource for resource, _ in stored(sqlite_url))
    assert postponed.card.postponed_from is not None
    assert (suspended.status, begun.status, begun.minutes_read) == ("suspended", "reading", 12)


def test_a_stop_and_a_paste_grade_nothing(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press("d")
    terminal.sees(READY)
    terminal.press(CTRL_Z)
    terminal.sees(READY)
    terminal.press(PASTED)
    terminal.sees("? shows the keys")
    terminal.press("?")
    terminal.sees("quit; what is done is kept")
    terminal.press("Q")
    assert terminal.ends() == 0
    assert all(log == [] for _, log in stored(sqlite_url))


def test_json_comes_after_the_session(session: Callable[..., Terminal]) -> None:
    terminal = session("--json")
    terminal.press("d")
    terminal.sees(READY)
    terminal.press("1")
    terminal.sees("Try to recall")
    terminal.press("q")
    assert terminal.ends() == 0
    line = "".join(terminal.screen.display)
    shown = json.loads(line[line.index('{"schema"') :].rstrip())
    ((graded),) = shown["reviewed"]
    assert (shown["schema"], graded["id"], graded["rating"]) == (1, 3, "again")
    assert (graded["status"], graded["reviews"]) == ("read", 1)


NO_TERMINAL = "recall review needs a terminal; use 'recall today' and 'recall grade'"


@pytest.mark.parametrize("options", [[], ["--json"], ["5", "9"], ["--minutes", "20"]])
def test_without_a_terminal_it_says_what_to_use(options: list[str]) -> None:
    out, err = StringIO(), StringIO()
    assert main(["review", *options], Environment(out=out, err=err)) == 2
    assert out.getvalue() == ""
    assert err.getvalue() == f"recall: {NO_TERMINAL}\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["5", "--section", "gpu"], "name resources or a section, not both"),
        (["5", "--minutes", "20"], "--minutes is for today's plan"),
        (["--section", "gpu", "-m", "20"], "--minutes is for today's plan"),
        (["--minutes", "0"], "minutes cannot be '0'"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    options: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    err = StringIO()
    monkeypatch.setattr("sys.stdin", Screen())
    assert main(["review", *options], Environment(out=Screen(), err=err)) == 2
    assert said in err.getvalue()
