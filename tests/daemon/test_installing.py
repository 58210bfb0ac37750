"""Starting the daemon with the desktop, where the way to do so changes, or has no program."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from subprocess import Popen

import pytest

from recall.autostart import menu_entry
from recall.autostart.autostart import Autostart, daemon_command
from recall.autostart.systemd import SYSTEMD
from recall.autostart.xdg_autostart import XDG_AUTOSTART
from recall.daemon import installing
from recall.daemon.host import Host
from recall.daemon.process import detached, heartbeat, instance_lock, stopping
from recall.daemon.process.heartbeat import Heartbeat
from recall.errors import RecallError
from recall.formats.shipped import shipped
from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import NotificationServer, wait_for
from testing.libraries.factories import NOW

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has two ways")

COMMAND = daemon_command("/opt/python")

Start = Callable[..., "Popen[str]"]
Systemctl = Callable[[int], None]


@pytest.fixture
def systemctl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Systemctl:
    """Put a systemctl on PATH that ends with a status."""
    program = tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent))

    def end_with(status: int) -> None:
        program.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        program.chmod(0o755)

    return end_with


@pytest.fixture
def host(home: Path) -> Host:
    """A machine with Linux, of this test alone."""
    return Host({"HOME": str(home)}, "linux", NOW)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands that were started apart from this process; none of them runs."""
    words: list[Sequence[str]] = []

    def note(command: Sequence[str], *_: object) -> None:
        words.append(command)

    monkeypatch.setattr(detached, "start", note)
    monkeypatch.setattr(installing, "START_PATIENCE_SECONDS", 0)
    return words


def test_without_a_systemd_of_the_person_the_autostart_folder_is_used(
    systemctl: Systemctl, host: Host, started: list[Sequence[str]]
) -> None:
    systemctl(1)
    start = installing.install(COMMAND, host)
    assert start.path == XDG_AUTOSTART.path(host.environ)
    assert XDG_AUTOSTART.installed(host.environ)
    assert started == [[*COMMAND, "--replace"]], "it does not wait for the next login"
    assert installing.uninstall(host) == (start.path, True)
    assert not XDG_AUTOSTART.installed(host.environ)


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 0)])
def test_one_way_alone_starts_it_also_when_another_is_used_now(
    systemctl: Systemctl, host: Host, started: list[Sequence[str]], before: int, after: int
) -> None:
    ways = {0: SYSTEMD, 1: XDG_AUTOSTART}
    for status in (before, after):
        systemctl(status)
        installing.install(COMMAND, host)
    assert ways[after].installed(host.environ)
    assert not ways[before].installed(host.environ)


@pytest.mark.parametrize("status", [0, 1])
def test_the_desktop_lists_recall_as_long_as_it_is_installed(
    systemctl: Systemctl, host: Host, started: list[Sequence[str]], status: int
) -> None:
    systemctl(status)
    assert installing.install(COMMAND, host).unlisted is None
    entry, icon = map(Path, menu_entry.paths(host.environ))
    assert '"/opt/python" "-P" "-m" "recall.cli.window" "review"' in entry.read_text("utf-8")
    assert icon.read_bytes() == shipped("recall-reading.svg").read_bytes()
    installing.uninstall(host)
    assert not entry.exists()
    assert not icon.exists()


def test_a_menu_that_cannot_be_written_is_said_and_keeps_no_reminder_back(
    systemctl: Systemctl, host: Host, home: Path, started: list[Sequence[str]]
) -> None:
    systemctl(1)
    (home / ".local").write_text("a file")
    start = installing.install(COMMAND, host)
    assert started
    assert start.unlisted
    said = start._replace(started=True).sentence()
    assert "start with the desktop: " in said
    assert "; the desktop's menu will not list recall: " in said
    assert start._replace(started=True, unlisted=None).sentence() in said


def test_only_linux_has_such_a_menu(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "START_PATIENCE_SECONDS", 0)
    monkeypatch.setattr(Autostart, "install", lambda *_: "the path")
    start = installing.install(COMMAND, host._replace(platform="darwin"))
    assert (start.path, start.unlisted) == ("the path", None)
    assert not any(Path(path).exists() for path in menu_entry.paths(host.environ))


def test_nothing_is_uninstalled_where_nothing_was_installed(
    systemctl: Systemctl, host: Host
) -> None:
    systemctl(0)
    assert installing.uninstall(host) == (SYSTEMD.path(host.environ), False)


def test_a_python_that_is_gone_is_said(
    systemctl: Systemctl, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    systemctl(1)
    monkeypatch.setattr(installing, "START_PATIENCE_SECONDS", 0)
    with pytest.raises(RecallError, match=r"cannot be started: .*/nonexistent/py"):
        installing.install(daemon_command("/nonexistent/python"), host)


# --- stopping


@pytest.fixture
def sleeper() -> Iterator["Popen[bytes]"]:
    """A process that nobody may end by mistake."""
    with Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


def test_where_none_runs_nothing_is_ended(sleeper: "Popen[bytes]") -> None:
    heartbeat.write(Heartbeat(sleeper.pid, NOW.isoformat(), NOW.isoformat()))
    assert stopping.stop(NOW)
    assert sleeper.poll() is None


@pytest.mark.usefixtures("lock")
def test_a_number_from_an_old_heartbeat_may_be_anybodys_and_is_not_ended(
    sleeper: "Popen[bytes]",
) -> None:
    assert not stopping.stop(NOW), "no heartbeat"
    old = NOW.replace(year=2020).isoformat()
    heartbeat.write(Heartbeat(sleeper.pid, old, old))
    assert not stopping.stop(NOW)
    assert sleeper.poll() is None


@pytest.mark.usefixtures("lock")
def test_one_that_does_not_end_is_not_waited_for_for_ever(
    sleeper: "Popen[bytes]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopping, "PATIENCE_SECONDS", 0)
    heartbeat.write(Heartbeat(sleeper.pid, NOW.isoformat(), NOW.isoformat()))
    assert not stopping.stop(NOW)
    assert sleeper.wait(10) == -signal.SIGTERM


@pytest.mark.usefixtures("lock")
def test_one_that_is_gone_but_whose_lock_is_held_is_not_stopped(sleeper: "Popen[bytes]") -> None:
    sleeper.kill()
    sleeper.wait()
    heartbeat.write(Heartbeat(sleeper.pid, NOW.isoformat(), NOW.isoformat()))
    assert not stopping.stop(NOW)


def test_a_file_that_is_removed_while_its_daemon_goes_on_is_said(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    XDG_AUTOSTART.install(COMMAND, host.environ)
    monkeypatch.setattr(stopping, "stop", lambda _now: False)
    heartbeat.write(Heartbeat(4711, NOW.isoformat(), NOW.isoformat()))
    with pytest.raises(RecallError, match="is removed, but process 4711 goes on with the remind"):
        installing.uninstall(host)
    assert not XDG_AUTOSTART.installed(host.environ)


# --- a real daemon


@pytest.fixture
def no_daemon_left() -> Iterator[None]:
    """End the daemon that outlives the command which started it."""
    yield
    last = heartbeat.read()
    if last is not None and instance_lock.is_running():
        os.kill(last.pid, signal.SIGKILL)


def run(start: Start, *arguments: str) -> tuple[int, str]:
    process = start(*arguments)
    out, err = process.communicate(timeout=20)
    return process.returncode, out + err


@pytest.mark.usefixtures("no_daemon_left")
def test_it_runs_from_now_on_until_it_is_uninstalled(
    recall: CommandLine, server: NotificationServer, start: Start, home: Path
) -> None:
    recall.environ["PATH"] = ""  # no systemctl
    code, said = run(start, "remind", "install")
    assert (code, said.startswith("reminders run, and start with the desktop: ")) == (0, True), said
    wait_for(lambda: server.shown, "what is owed is sent")
    code, said = run(start, "remind", "status", "--json")
    status = json.loads(said)
    assert (status["running"], status["installed"], status["problems"]) == (True, True, [])
    code, said = run(start, "remind", "uninstall")
    assert (code, said.startswith("reminders are stopped and removed: ")) == (0, True), said
    assert not instance_lock.is_running()
    assert not XDG_AUTOSTART.installed({"HOME": str(home), **os.environ})


def test_a_daemon_that_replaces_another_ends_it_first(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    first = start("remind", "run")
    wait_for(heartbeat.read, "the first runs")
    second = start("remind", "run", "--replace")
    assert first.wait(20) == 0
    wait_for(lambda: (last := heartbeat.read()) and last.pid == second.pid, "the second runs")
    assert second.poll() is None


def test_a_daemon_that_may_replace_another_needs_none(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    start("remind", "run", "--replace")
    wait_for(lambda: server.shown, "what is owed is sent")
