"""What every way to start with the desktop does alike."""

import stat
import sys
from pathlib import Path

import pytest

from recall.autostart import autostart
from recall.autostart.autostart import Autostart, daemon_command, kept
from recall.autostart.launchd import LAUNCHD
from recall.autostart.runner import NOT_FOUND, TOO_LONG, Ended, run_program
from recall.autostart.systemd import SYSTEMD
from recall.autostart.table import AUTOSTARTS, for_platform, installed, usable
from recall.autostart.task_scheduler import TASK_SCHEDULER
from recall.autostart.xdg_autostart import XDG_AUTOSTART
from recall.errors import BadFile, BadInput, RecallError
from testing.desktop.autostart import Recorder

COMMAND = ["/opt/python", "-m", "recall", "remind", "run"]

NAMES = {
    SYSTEMD: "systemd",
    XDG_AUTOSTART: "xdg",
    LAUNCHD: "launchd",
    TASK_SCHEDULER: "task scheduler",
}
WAYS = [way for ways in AUTOSTARTS.values() for way in ways]
LAST = {
    SYSTEMD: "systemctl --user --quiet restart",
    LAUNCHD: "launchctl enable",
    TASK_SCHEDULER: "schtasks /Run",
}
"""The step of a start that matters; the ways that are not here have no steps."""
STOP = {SYSTEMD: "systemctl --user --quiet disable", TASK_SCHEDULER: "schtasks /Delete"}

with_steps = pytest.mark.parametrize(("way", "last"), LAST.items(), ids=map(NAMES.get, LAST))


@pytest.fixture(params=WAYS, ids=map(NAMES.get, WAYS))
def way(request: pytest.FixtureRequest) -> Autostart:
    assert isinstance(request.param, Autostart)
    return request.param


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "RECALL_DATABASE_URL": "postgresql://me:secret@host/db"}


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autostart, "sleep", lambda _seconds: None)


def test_what_is_installed_can_be_uninstalled(way: Autostart, environ: dict[str, str]) -> None:
    assert not way.installed(environ)
    path = Path(way.install(COMMAND, environ, Recorder()))
    assert way.installed(environ)
    assert path.read_text(way.encoding) == way.unit(COMMAND, environ)
    assert "postgresql://me:secret@host/db" in path.read_text(way.encoding)
    assert way.uninstall(environ, Recorder())
    assert not way.installed(environ)
    assert list(path.parent.iterdir()) == []


def test_uninstalling_nothing_runs_nothing(way: Autostart, environ: dict[str, str]) -> None:
    run = Recorder()
    assert not way.uninstall(environ, run)
    assert run.seen == []


def test_installing_again_puts_the_new_unit_in_place(
    way: Autostart, environ: dict[str, str]
) -> None:
    way.install(["/old/python", *COMMAND[1:]], environ, Recorder())
    path = Path(way.install(COMMAND, environ, Recorder()))
    assert path.read_text(way.encoding) == way.unit(COMMAND, environ)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_unit_is_for_the_person_alone(way: Autostart, environ: dict[str, str]) -> None:
    path = Path(way.install(COMMAND, environ, Recorder()))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_unit_is_there_before_anything_runs(way: Autostart, environ: dict[str, str]) -> None:
    there: list[bool] = []

    def run(_args: object) -> Ended:
        there.append(way.installed(environ))
        return Ended(0)

    way.install(COMMAND, environ, run)
    assert there == [True] * len(way.start("path"))
    assert there or not way.supervised


@with_steps
def test_a_start_that_fails_is_said_with_the_remedy(
    way: Autostart, last: str, environ: dict[str, str]
) -> None:
    run = Recorder(failing=last, status=7, words="no session")
    with pytest.raises(RecallError, match=r"'.*' ended with status 7 \(no session\); run 'recall"):
        way.install(COMMAND, environ, run)
    assert run.seen[-1].startswith(last)


@with_steps
@pytest.mark.parametrize("status", [1, NOT_FOUND])
def test_what_could_not_be_started_does_not_look_installed(
    way: Autostart, last: str, environ: dict[str, str], status: int
) -> None:
    with pytest.raises(RecallError, match="cannot be started"):
        way.install(COMMAND, environ, Recorder(failing=last, status=status))
    assert not way.installed(environ)


@with_steps
def test_what_was_installed_stays_when_it_cannot_be_started_anew(
    way: Autostart, last: str, environ: dict[str, str]
) -> None:
    way.install(COMMAND, environ, Recorder())
    with pytest.raises(RecallError, match="cannot be started"):
        way.install(COMMAND, environ, Recorder(failing=last))
    assert way.installed(environ)


def test_the_unit_keeps_what_the_daemon_needs_of_the_terminal(
    way: Autostart, environ: dict[str, str]
) -> None:
    needed = {"PGSERVICE": "readings", "TERMINAL": "foot", "EDITOR": "vi", "TZ": "Asia/Shanghai"}
    unit = way.unit(COMMAND, {**environ, **needed, "PATH": "/secret/bin"})
    assert all(name in unit and value in unit for name, value in needed.items())
    assert "/secret/bin" not in unit


def test_a_place_is_kept_in_full_for_the_daemon_starts_in_another_folder(
    way: Autostart, environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = {"RECALL_CONFIG": "mine.toml", "RECALL_DATABASE_URL": "sqlite:///a.db"}
    unit = way.unit(COMMAND, {**environ, **written})
    assert str(tmp_path / "mine.toml") in unit
    assert f"sqlite:///{tmp_path / 'a.db'}" in unit


PLACES = [
    ("RECALL_CONFIG", "mine.toml", "{here}/mine.toml"),
    ("RECALL_CONFIG", "../mine.toml", "{above}/mine.toml"),
    ("RECALL_CONFIG", "~/mine.toml", "{home}/mine.toml"),
    ("RECALL_CONFIG", "/etc/mine.toml", "/etc/mine.toml"),
    ("RECALL_DATABASE_URL", "sqlite:///library.db", "sqlite:///{here}/library.db"),
    ("RECALL_DATABASE_URL", "sqlite:///~/library.db", "sqlite:///{home}/library.db"),
    ("RECALL_DATABASE_URL", "sqlite:////lib.db", "sqlite:////lib.db"),
    ("RECALL_DATABASE_URL", "sqlite:///", "sqlite:///"),
    ("RECALL_DATABASE_URL", "sqlite:///:memory:", "sqlite:///:memory:"),
    ("RECALL_DATABASE_URL", "postgresql://me@host/db", "postgresql://me@host/db"),
    ("XDG_STATE_HOME", "state", "{here}/state"),
    ("PGPASSFILE", "pass", "{here}/pass"),
    ("PGHOST", "host", "host"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="written as other systems write them")
@pytest.mark.parametrize(("name", "value", "full"), PLACES)
def test_a_place_in_full_is_the_one_that_the_terminal_uses(
    name: str, value: str, full: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    expected = full.format(here=tmp_path, above=tmp_path.parent, home=home)
    assert kept({name: value}) == {name: expected}


@pytest.mark.parametrize(("way", "step"), STOP.items(), ids=map(NAMES.get, STOP))
def test_a_stop_that_fails_is_said_and_the_unit_removed(
    way: Autostart, step: str, environ: dict[str, str]
) -> None:
    way.install(COMMAND, environ, Recorder())
    with pytest.raises(RecallError, match=r"is removed, but '.*' ended with status 1; remind"):
        way.uninstall(environ, Recorder(failing=step))
    assert not way.installed(environ)


@pytest.mark.parametrize("way", LAST, ids=map(NAMES.get, LAST))
def test_a_machine_without_the_program_is_named(way: Autostart, environ: dict[str, str]) -> None:
    with pytest.raises(RecallError, match=r"this machine has no '(systemctl|launchctl|schtasks)'"):
        way.install(COMMAND, environ, Recorder(failing="", status=NOT_FOUND))


def test_a_folder_that_cannot_be_written_is_said(way: Autostart, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    run = Recorder()
    with pytest.raises(BadFile, match="cannot be written: "):
        way.install(COMMAND, {"HOME": str(tmp_path / "home")}, run)
    assert run.seen == []


@pytest.mark.parametrize("bad", ["a\nb", "a\0b", "\x1b[31m", "half \udce9"])
def test_a_control_character_is_refused(way: Autostart, environ: dict[str, str], bad: str) -> None:
    with pytest.raises(BadInput, match="the path of Python holds a character that cannot be part"):
        way.unit([*COMMAND, bad], environ)
    secret = f"a secret {bad}"
    with pytest.raises(BadInput, match="PGPASSWORD holds a character that cannot be") as told:
        way.install(COMMAND, {**environ, "PGPASSWORD": secret}, Recorder())
    assert "secret" not in str(told.value)
    assert not way.installed(environ)


def test_a_platform_that_is_not_known_is_refused_with_the_remedy() -> None:
    with pytest.raises(RecallError, match=r"on plan9; let your desktop run 'recall remind run'"):
        for_platform("plan9")


@pytest.mark.parametrize("ending", [Ended(0), Ended(1), Ended(NOT_FOUND)])
def test_on_linux_systemd_is_taken_where_it_answers_and_else_the_autostart_folder(
    ending: Ended,
) -> None:
    run = Recorder(failing="systemctl --user --quiet show-environment", status=ending.status)
    assert usable("linux", run) is (XDG_AUTOSTART if ending.status else SYSTEMD)


@pytest.mark.parametrize("platform", AUTOSTARTS)
def test_every_platform_has_a_way_where_no_program_can_be_run(platform: str) -> None:
    assert usable(platform, Recorder(failing="", status=NOT_FOUND)) is for_platform(platform)[-1]


def test_what_is_installed_is_found_whichever_way_it_is(environ: dict[str, str]) -> None:
    assert installed("linux", environ) == []
    for count, way in enumerate(for_platform("linux"), start=1):
        way.install(COMMAND, environ, Recorder())
        assert installed("linux", environ) == list(for_platform("linux")[:count])


def test_the_daemon_is_started_apart_from_its_folder() -> None:
    command = daemon_command("/venv/bin/python")
    assert command == ["/venv/bin/python", "-P", "-m", "recall", "remind", "run"]


@pytest.mark.parametrize(
    ("args", "status"),
    [(["true"], 0), (["sh", "-c", "exit 7"], 7), (["no-such-program-here"], NOT_FOUND)],
)
def test_a_program_gives_its_exit_status(args: list[str], status: int) -> None:
    assert run_program(args) == Ended(status)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("one\nthe last \n\n", "the last"),
        ("\33[31mred\33[0m", "red"),
        ("the last\n\33[0m\n", "the last"),
        ("\u202egnp.exe", "gnp.exe"),
        ("找不到总线", "找不到总线"),
        ("x" * 999, "x" * 200),
    ],
)
def test_a_program_that_fails_has_the_last_word(said: str, words: str) -> None:
    script = 'printf "%s" "$0" >&2; exit 3'
    assert run_program(["sh", "-c", script, said]) == Ended(3, words)


def test_a_program_that_succeeds_may_say_what_it_likes() -> None:
    assert run_program(["sh", "-c", "echo warning >&2"]) == Ended(0)


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recall.autostart.runner._SECONDS", 0.05)
    assert run_program(["sleep", "30"]) == Ended(TOO_LONG)
