"""The launchd agent, read back as macOS reads it."""

import os
import plistlib
from pathlib import Path

import pytest

from recall.autostart import autostart
from recall.autostart.launchd import LAUNCHD
from recall.errors import RecallError
from testing.desktop.autostart import HOSTILE, Recorder

DOMAIN = f"gui/{os.getuid()}"


@pytest.mark.parametrize("name", HOSTILE)
def test_the_agent_is_read_back_as_it_was_meant(tmp_path: Path, name: str) -> None:
    command = [f"/opt/{name}/python3", "-m", "recall", name]
    environ = {"HOME": str(tmp_path), "PGSERVICE": name, "PATH": "/bin"}
    path = LAUNCHD.install(command, environ, Recorder())
    assert plistlib.loads(Path(path).read_bytes()) == {
        "Label": "recall.remind",
        "ProgramArguments": command,
        "EnvironmentVariables": {"PGSERVICE": name},
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 30,
        "LimitLoadToSessionType": "Aqua",
    }


def test_the_steps_are_those_of_launchctl(tmp_path: Path) -> None:
    environ, run = {"HOME": str(tmp_path)}, Recorder(failing="launchctl bootout")
    path = LAUNCHD.install(["/python"], environ, run)
    assert path == str(tmp_path / "Library/LaunchAgents/recall.remind.plist")
    assert run.seen == [
        f"launchctl bootout {DOMAIN}/recall.remind",
        f"launchctl enable {DOMAIN}/recall.remind",
        f"launchctl bootstrap {DOMAIN} {path}",
    ]
    run.seen.clear()
    assert LAUNCHD.uninstall(environ, run)
    assert run.seen == [f"launchctl bootout {DOMAIN}/recall.remind"]


def test_loading_is_tried_again_while_the_old_agent_is_going(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(autostart, "sleep", pauses.append)
    run = Recorder(failing="launchctl bootstrap", status=5, times=3)
    LAUNCHD.install(["/python"], {"HOME": str(tmp_path)}, run)
    assert len([line for line in run.seen if "bootstrap" in line]) == 4
    assert len(pauses) == 3
    with pytest.raises(RecallError, match="ended with status 5"):
        LAUNCHD.install(
            ["/python"], {"HOME": str(tmp_path)}, Recorder(failing="launchctl bootstrap", status=5)
        )
    assert 3 < sum(pauses) < 10
