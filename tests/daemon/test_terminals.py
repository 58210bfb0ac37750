"""The commands that open a terminal, for each platform; none of them is run."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recall.daemon import click_actions, terminals
from recall.daemon.reminder_loop import LOGGER

REVIEW = ["-P", "-m", "recall.cli.window", "review"]


def installed(folder: Path, *names: str) -> dict[str, str]:
    """An environment in which these programs are found."""
    for name in names:
        (folder / name).touch(mode=0o755)
    return {"PATH": str(folder)}


@pytest.mark.skipif(sys.platform == "win32", reason="programs are found by their endings there")
@pytest.mark.parametrize(("name", "flags"), terminals.LINUX_TERMINALS.items())
def test_each_terminal_of_linux_is_told_what_to_run_in_its_own_way(
    tmp_path: Path, name: str, flags: tuple[str, ...]
) -> None:
    (words,) = terminals.commands(installed(tmp_path, name), "linux")
    assert words == [str(tmp_path / name), *flags, sys.executable, *REVIEW]


@pytest.mark.skipif(sys.platform == "win32", reason="programs are found by their endings there")
@pytest.mark.parametrize(
    ("own", "first"),
    [
        ("mine", ["mine", "-e"]),
        ("kitty", ["kitty"]),
        ("xterm", ["xterm", "-e"]),
        ("kitty --single", ["kitty", "--single"]),
        ("xterm -bg 'dark red'", ["xterm", "-bg", "dark red", "-e"]),
        ("xterm -e", ["xterm", "-e"]),
        ("my own", ["my own", "-e"]),
    ],
)
def test_the_persons_own_is_first_and_the_others_follow(
    tmp_path: Path, own: str, first: list[str]
) -> None:
    environ = installed(tmp_path, "mine", "my own", "kitty", "konsole", "xterm") | {"TERMINAL": own}
    words, *rest = terminals.commands(environ, "freebsd14")
    assert [os.path.basename(words[0]), *words[1:]] == [*first, sys.executable, *REVIEW]
    assert {os.path.basename(one[0]) for one in rest} >= {"kitty", "konsole", "xterm"}


@pytest.mark.parametrize("own", ["nowhere", "nowhere --flag", "'", " ", "#"])
def test_one_that_is_not_there_is_left_out_and_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, own: str
) -> None:
    environ = {"PATH": str(tmp_path), "TERMINAL": own}
    assert not list(terminals.commands(environ, "linux"))
    (record,) = caplog.records
    assert record.name.startswith(f"{LOGGER}."), "it is in the log of the reminders"
    assert record.getMessage() == f"TERMINAL is '{own.strip()}', and opens no terminal"


def test_without_one_there_is_nothing_to_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert not list(terminals.commands({"PATH": str(tmp_path), "TERMINAL": ""}, "linux"))
    assert not caplog.records


@pytest.mark.skipif(sys.platform == "win32", reason="programs are found by their endings there")
def test_one_that_opens_is_not_logged_and_one_that_does_not_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ways = terminals.commands(installed(tmp_path, "mine", "xterm") | {"TERMINAL": "mine"}, "linux")
    next(ways)
    assert not caplog.records
    next(ways)  # the first has not opened
    assert [record.getMessage() for record in caplog.records] == [
        "TERMINAL is 'mine', and opens no terminal"
    ]


def test_macos_runs_a_file_with_the_environment_in_it() -> None:
    url = "sqlite:////a b/'论文'.db"
    own = {"RECALL_DATABASE_URL": url, "LANG": "zh_CN.UTF-8", "EDITOR": "vi -n", "PGHOST": "db"}
    environ = own | {"SECRET": "1", "PATH": "/bin"}
    for _ in range(2):  # a file of an earlier click is there already
        (words,) = terminals.commands(environ, "darwin")
    *program, path = words
    assert program == ["open", "-a", "Terminal"]
    first, command = Path(path).read_text(encoding="utf-8").splitlines()
    assert first == "#!/bin/sh"
    assert shlex.split(command) == [
        "exec", "env", f"RECALL_DATABASE_URL={url}", "LANG=zh_CN.UTF-8", "EDITOR=vi -n",
        "PGHOST=db", sys.executable, *REVIEW,
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_nobody_else_can_read_that_file() -> None:
    (words,) = terminals.commands({}, "darwin")
    assert Path(words[-1]).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("running", "console"),
    [("pythonw.exe", "python.exe"), ("PythonW.exe", "python.exe"), ("python.exe", "python.exe")],
)
def test_windows_runs_the_python_that_has_a_console(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, running: str, console: str
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / running))
    assert list(terminals.commands({}, "win32")) == [[str(tmp_path / console), *REVIEW]]


def test_on_windows_it_has_a_console_of_its_own_to_type_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[dict[str, Any]] = []

    class Process:
        def __init__(self, words: list[str], **how: Any) -> None:
            started.append({"words": words, **how})

        def wait(self, seconds: float | None = None) -> int:
            if seconds is not None:
                raise subprocess.TimeoutExpired("python", seconds)
            return 0

    monkeypatch.setattr(subprocess, "Popen", Process)
    monkeypatch.setattr(subprocess, "CREATE_NEW_CONSOLE", 16, raising=False)
    assert click_actions.open_review({"A": "1"}, "win32", None).startswith("opened a review in")
    (how,) = started
    assert how.pop("cwd") is None
    assert how == {"words": [sys.executable, *REVIEW], "env": {"A": "1"}, "creationflags": 16}
