"""`recall remind install` and `uninstall`, with a systemctl that only takes notes."""

import shutil
import sys
from pathlib import Path

import pytest

from recall.daemon import installing
from recall.daemon.process import heartbeat
from recall.daemon.process.heartbeat import Heartbeat
from testing.commands.command_line import CommandLine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")


@pytest.fixture
def systemctl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemctl that writes down how it was called."""
    calls, program = tmp_path / "calls", tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    program.write_text(f'#!{shutil.which("sh")}\necho "$@" >> "{calls}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return calls


def alive(pid: int) -> None:
    """As if a daemon with this process number had begun."""
    heartbeat.write(Heartbeat(pid, "2026-03-02T01:30:00+00:00", "2026-03-02T01:30:00+00:00"))


@pytest.fixture
def starting(monkeypatch: pytest.MonkeyPatch, systemctl: Path, lock: None) -> Path:
    """A systemctl that starts a daemon, which has the lock and writes its heartbeat."""
    began = installing.sleep
    monkeypatch.setattr(installing, "sleep", lambda seconds: (alive(7), began(seconds)))
    return systemctl


def test_it_is_installed_and_removed(one: CommandLine, starting: Path) -> None:
    told = one("remind", "install", "--json").json
    assert (told["installed"], told["running"], told["started"]) == (True, True, True)
    unit = Path(told["path"])
    printed = one.ok("remind", "install", "--print").out
    assert unit.read_text(encoding="utf-8") == printed
    assert f'"{sys.executable}" "-P" "-m" "recall" "remind" "run"' in printed
    assert str(one.library) in printed
    assert "enable recall-remind.service" in starting.read_text(encoding="utf-8")
    assert one("remind", "status", "--json").json["installed"]
    assert one.ok("remind", "uninstall").out.startswith("reminders are stopped and removed")
    assert not unit.exists()
    assert not one.ok("remind", "uninstall", "--json").json["removed"]


@pytest.mark.usefixtures("starting")
@pytest.mark.parametrize("before", [None, 6])
def test_the_reminders_run_once_a_daemon_has_begun(one: CommandLine, before: int | None) -> None:
    if before is not None:
        alive(before)
    assert one.ok("remind", "install").out.startswith("reminders run, and start with the desktop: ")


@pytest.mark.usefixtures("systemctl", "lock", "impatient")
def test_one_that_was_started_by_hand_and_goes_on_is_told_of(one: CommandLine) -> None:
    alive(4711)
    told = one.ok("remind", "install").out
    assert told.startswith("reminders start with the desktop, from your next login on: ")
    assert "until then process 4711 sends them" in told
    assert "end it and run 'recall remind install' again" in told
    shown = one("remind", "install", "--json").json
    assert (shown["running"], shown["started"], shown["pid"]) == (True, False, 4711)


@pytest.mark.usefixtures("systemctl", "impatient")
def test_that_nothing_runs_after_it_was_installed_is_told(one: CommandLine) -> None:
    alive(4711)  # it has ended since
    tried = one("remind", "install")
    assert (tried.code, tried.out) == (1, "")
    assert "but none run after" in tried.err
    assert "'recall remind status' says more" in tried.err
    shown = one("remind", "install", "--json")
    assert (shown.code, shown.json["running"], shown.json["pid"]) == (1, False, None)
    assert Path(shown.json["path"]).exists(), "the desktop starts it all the same"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Does not wait for what will not come."""
    monkeypatch.setattr(installing, "START_PATIENCE_SECONDS", 0)


def test_nothing_is_installed_with_wrong_settings(one: CommandLine, systemctl: Path) -> None:
    one.configure("[remind]", 'times = "25:00"')
    assert one("remind", "install").code == 1
    assert not systemctl.exists()


def test_printing_changes_nothing(one: CommandLine, systemctl: Path, home: Path) -> None:
    told = one("remind", "install", "--print", "--json").json
    assert "ExecStart=" in told["unit"]
    assert not Path(told["path"]).exists()
    assert systemctl.read_text(encoding="utf-8") == "--user --quiet show-environment\n"
