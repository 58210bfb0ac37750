"""The systemd unit, checked by systemd itself for paths that nobody should have."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from recall.autostart.systemd import SYSTEMD
from testing.desktop.autostart import HOSTILE, Recorder
from testing.needs import need

COMMAND = ["/usr/bin/python3", "-P", "-m", "recall", "remind", "run"]

UNIT = """\
[Unit]
Description=Reminders of recall
StartLimitIntervalSec=10min

[Service]
Type=exec
ExecStart="/usr/bin/python3" "-P" "-m" "recall" "remind" "run"
Environment="RECALL_CONFIG=/home/a b/c.toml"
KillMode=process
Restart=on-failure
RestartSec=15
RestartPreventExitStatus=3

[Install]
WantedBy=default.target
"""


def verify(unit: Path) -> tuple[int, str]:
    """What systemd says of a unit: its exit status and its complaints.

    A test's own folder can be too deep for the sockets of other units, of which it complains too.
    """
    with TemporaryDirectory(prefix="recall-") as runtime:
        done = subprocess.run(
            ["systemd-analyze", "verify", "--user", unit],
            env={**os.environ, "XDG_RUNTIME_DIR": runtime, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    return done.returncode, done.stderr


@pytest.fixture
def systemd() -> None:
    """Skipped where systemd is not installed, but never in CI."""
    need("systemd-analyze")


def program(folder: Path) -> str:
    """An executable file, for systemd looks whether the program is there."""
    folder.mkdir()
    file = folder / "python3"
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return str(file)


def test_the_unit_is_written_as_the_notes_say() -> None:
    environ = {"RECALL_CONFIG": "/home/a b/c.toml", "PATH": "/bin", "RECALL_DATABASE_URL": ""}
    assert SYSTEMD.unit(COMMAND, environ) == UNIT


@pytest.mark.usefixtures("systemd")
@pytest.mark.parametrize("name", HOSTILE)
def test_systemd_takes_the_unit_without_a_word(tmp_path: Path, name: str) -> None:
    command = [program(tmp_path / name), "-m", "recall", name]
    environ = {
        "HOME": str(tmp_path / "home"),
        "RECALL_CONFIG": f"/etc/{name}/config.toml",
        "RECALL_DATABASE_URL": f"sqlite:///{name}",
    }
    unit = SYSTEMD.install(command, environ, Recorder())
    assert verify(Path(unit)) == (0, "")


@pytest.mark.usefixtures("systemd")
@pytest.mark.parametrize(
    ("right", "wrong"),
    [("RestartSec=15", "RestartSecs=15"), ("%%", "%Z"), ('"-m"', '"-m'), ("Type=exec", "Type=x")],
)
def test_a_wrong_unit_would_be_noticed(tmp_path: Path, right: str, wrong: str) -> None:
    text = SYSTEMD.unit([program(tmp_path / "100%"), "-m", "recall"], {})
    assert right in text
    unit = tmp_path / "recall-remind.service"
    unit.write_text(text.replace(right, wrong))
    assert verify(unit) != (0, "")


def words(unit: str, name: str) -> list[str]:
    """The words of a line; in quotes, a POSIX shell reads backslashes as systemd does."""
    (line,) = [line for line in unit.splitlines() if line.startswith(f"{name}=")]
    return [word.replace("%%", "%") for word in shlex.split(line.removeprefix(f"{name}="))]


def started_by_shell(command: list[str]) -> list[str]:
    """What the shell of a unit starts, and with what: printf in the place of exec."""
    shell, flag, script, *rest = command
    show = script.replace("exec", "printf '%s\\0'")
    done = subprocess.run([shell, flag, show, *rest], capture_output=True, text=True, check=True)
    assert show != script
    return done.stdout.removesuffix("\0").split("\0")


@pytest.mark.parametrize("name", HOSTILE)
def test_arguments_and_variables_come_through(name: str) -> None:
    command = [f"/opt/{name}/python3", name]
    unit = SYSTEMD.unit(command, {"PGSERVICE": name})
    program, *arguments = words(unit, "ExecStart")
    told = [program, *(word.replace("$$", "$") for word in arguments)]
    if program == "/bin/sh":
        told = started_by_shell(told)
    assert told == command
    assert not set(program) & set("\"'\\$")  # systemd would refuse it, or read it as a variable
    assert words(unit, "Environment") == [f"PGSERVICE={name}"]


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"HOME": "/h"}, "/h/.config/systemd/user/recall-remind.service"),
        ({"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x/systemd/user/recall-remind.service"),
    ],
)
def test_the_unit_lies_where_systemd_looks(environ: Mapping[str, str], path: str) -> None:
    assert SYSTEMD.path(environ) == path


def test_the_steps_are_those_of_systemctl(tmp_path: Path) -> None:
    run, environ = Recorder(), {"HOME": str(tmp_path)}
    SYSTEMD.install(COMMAND, environ, run)
    assert run.seen == [
        "systemctl --user --quiet daemon-reload",
        "systemctl --user --quiet enable recall-remind.service",
        "systemctl --user --quiet restart recall-remind.service",
    ]
    run.seen.clear()
    SYSTEMD.uninstall(environ, run)
    assert run.seen == [
        "systemctl --user --quiet disable --now recall-remind.service",
        "systemctl --user --quiet daemon-reload",
    ]
