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
from testing.factories import catalog, entries, entry, everything, make_library
from testing.needs import posix_module

pytestmark = pytest.mark.slow

pexpect, pyte = posix_module("pexpect"), posix_module("pyte")

COLUMNS, LINES = 80, 24
SECONDS = 30
HOSTILE = (
    "CUDA \x1b[2J\x1b]0;owned\x07 \u202e 编程模型与执行层次的一篇很长的文章 "
    + "again and again " * 8
)
REVEAL, CTRL_C, CTRL_D, CTRL_Z, PASTED = " ", "\x03", "\x04", "\x1a", "33"


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
    """A library with two revisits and a first reading, made once and copied for each test."""
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


def test_a_visit_goes_from_recalling_to_the_note_to_the_page_to_the_grade(
    session: Callable[..., Terminal], sqlite_url: str, tmp_path: Path
) -> None:
    terminal = session()
    terminal.sees("Try to recall the main points")
    assert "revisit, 5 min" in terminal.text
    assert "CUDA 编程模型" in terminal.text
    assert "warps" not in terminal.text, "the note comes after the recall"
    terminal.press("3")
    terminal.sees("recall it first")
    terminal.press(REVEAL)
    terminal.sees("q quit")
    assert "last time: warps and blocks" in terminal.text
    assert "1 again could not restate it →" in terminal.text
    assert "(tomorrow)" in terminal.text
    terminal.press("o")
    terminal.sees("opened")
    assert (tmp_path / "opened").read_text().startswith("https://example.org/CUDA")
    terminal.press("３")
    terminal.sees("Resource 1")
    assert "recorded 1 min" in terminal.text
    ((_, (review,)), *_) = stored(sqlite_url)
    assert (review.rating, review.minutes) == (Rating.GOOD, 1), "stored before the session ends"
    terminal.press("q")
    assert terminal.ends() == 0
    assert "1 graded, 1 min; 2 left for today" in terminal.text


def test_undo_brings_the_last_one_back_to_be_graded_again(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press(REVEAL)
    terminal.sees("q quit")
    terminal.press("4")
    terminal.sees("Resource 1")
    terminal.press("u")
    terminal.sees("q quit")
    assert "taken back: 1 CUDA" in terminal.text
    terminal.press("2")
    terminal.sees("Resource 1")
    terminal.press(CTRL_C)
    assert terminal.ends() == 0
    assert "1 graded" in terminal.text
    assert [review.rating for review in stored(sqlite_url)[0][1]] == [Rating.HARD]


def test_a_note_goes_with_the_grade_and_one_without_a_grade_is_kept(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press(REVEAL)
    terminal.sees("q quit")
    terminal.press("n")
    terminal.sees("in one line")
    terminal.press("线程块x\x7f\r")
    terminal.sees("noted")
    terminal.press("3")
    terminal.sees("Resource 1")
    terminal.press("n")
    terminal.sees("in one line")
    terminal.press("half a thought\r")
    terminal.sees("noted")
    terminal.press(CTRL_D)
    assert terminal.ends() == 0
    assert "note kept: 2 Resource 1" in terminal.text
    (first, (review,)), (second, none), _ = stored(sqlite_url)
    assert (first.note, review.note) == ("线程块", "线程块")
    assert (second.note, none) == ("half a thought", [])


def test_everything_can_be_put_aside_down_to_the_end_of_the_queue(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press("p")
    terminal.sees("Postpone until when")
    terminal.press("yesterday\r")
    terminal.sees("is not after today")
    terminal.press("p")
    terminal.sees("Postpone until when")
    terminal.press("\r")
    terminal.sees("Resource 1")
    assert "(tomorrow)" in terminal.text
    terminal.press("s")
    terminal.sees("A first reading")
    terminal.sees("q quit")
    assert "suspended" in terminal.text
    terminal.press("b")
    terminal.sees("Minutes of this sitting (Enter: 20)")
    terminal.press("12\r")
    assert terminal.ends() == 0
    assert "Done for today: 0 graded, 12 min. Tomorrow: 1 revisit, 5 min." in terminal.text
    postponed, suspended, begun = (resource for resource, _ in stored(sqlite_url))
    assert postponed.card.postponed_from is not None
    assert (suspended.status, begun.status, begun.minutes_read) == ("suspended", "reading", 12)


def test_a_stop_and_a_paste_grade_nothing(
    session: Callable[..., Terminal], sqlite_url: str
) -> None:
    terminal = session()
    terminal.press(CTRL_Z)
    terminal.sees("Try to recall the main points")
    terminal.press(REVEAL)
    terminal.sees("q quit")
    terminal.press(PASTED)
    terminal.sees("? shows the keys")
    terminal.press("?")
    terminal.sees("quit; what is graded is kept")
    terminal.press("Q")
    assert terminal.ends() == 0
    assert all(log == [] for _, log in stored(sqlite_url))


def test_json_comes_after_the_session(session: Callable[..., Terminal]) -> None:
    terminal = session("--json")
    terminal.press(REVEAL)
    terminal.sees("q quit")
    terminal.press("1")
    terminal.sees("Resource 1")
    terminal.press("q")
    assert terminal.ends() == 0
    line = "".join(terminal.screen.display)
    shown = json.loads(line[line.index('{"schema"') :].rstrip())
    ((graded),) = shown["reviewed"]
    assert (shown["schema"], graded["id"], graded["rating"]) == (1, 1, "again")
    assert (graded["status"], graded["reviews"]) == ("read", 1)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_without_a_terminal_it_says_what_to_use(options: list[str]) -> None:
    out, err = StringIO(), StringIO()
    assert main(["review", *options], Environment(out=out, err=err)) == 2
    assert out.getvalue() == ""
    assert err.getvalue() == (
        "recall: recall review needs a terminal; use 'recall today' and 'recall grade'\n"
    )
