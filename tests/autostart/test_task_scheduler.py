"""The Task Scheduler's task, read back as XML; its Python is run."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from recall.autostart.task_scheduler import TASK_SCHEDULER
from testing.desktop.autostart import HOSTILE, Recorder

PYTHON = r"C:\Users\王\My Apps\python.exe"
COMMAND = [PYTHON, "-P", "-m", "recall", "remind", "run"]
PERSON = {"USERDOMAIN": "DESK", "USERNAME": "王"}
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

# Shows how it was started: the arguments, and the variable.
SHOW = "import json, os, sys; print(json.dumps([sys.argv[1:], os.environ['PGSERVICE']]))"


def texts(xml: str | bytes) -> dict[str, str]:
    """Each text of the task by its path; no path comes twice."""
    found: dict[str, str] = {}

    def walk(element: Tree.Element, path: str) -> None:
        for child in element:
            name = f"{path}{child.tag.removeprefix(TASK)}"
            if len(child) == 0:
                assert name not in found
                found[name] = child.text or ""
            walk(child, f"{name}/")

    walk(Tree.fromstring(xml), "")
    return found


def arguments(line: str) -> list[str]:
    """Take an argument line apart as Microsoft's C runtime does (CommandLineToArgvW)."""
    words: list[str] = []
    word, quoted, begun, slashes = "", False, False, 0
    for char in [*line, " "]:
        if char == "\\":
            slashes, begun = slashes + 1, True
            continue
        if char == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += char
            else:
                quoted, begun = not quoted, True
        else:
            word += "\\" * slashes
            if char in " \t" and not quoted:
                words += [word] if begun else []
                word, begun = "", False
            else:
                word, begun = word + char, True
        slashes = 0
    return words


def test_the_task_is_as_the_notes_say(tmp_path: Path) -> None:
    environ = {**PERSON, "LOCALAPPDATA": str(tmp_path)}
    data = Path(TASK_SCHEDULER.install(COMMAND, environ, Recorder())).read_bytes()
    assert data[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert 'encoding="UTF-16"' in data.decode("utf-16").splitlines()[0]
    assert texts(data) == {
        "RegistrationInfo/Description": "Reminders of recall",
        "Triggers/LogonTrigger/Enabled": "true",
        "Triggers/LogonTrigger/UserId": "DESK\\王",
        "Principals/Principal/UserId": "DESK\\王",
        "Principals/Principal/LogonType": "InteractiveToken",
        "Principals/Principal/RunLevel": "LeastPrivilege",
        "Settings/MultipleInstancesPolicy": "IgnoreNew",
        "Settings/DisallowStartIfOnBatteries": "false",
        "Settings/StopIfGoingOnBatteries": "false",
        "Settings/StartWhenAvailable": "true",
        "Settings/ExecutionTimeLimit": "PT0S",
        "Settings/RestartOnFailure/Interval": "PT1M",
        "Settings/RestartOnFailure/Count": "10",
        "Actions/Exec/Command": r"C:\Users\王\My Apps\pythonw.exe",
        "Actions/Exec/Arguments": "-P -m recall remind run",
    }


@pytest.mark.parametrize(
    ("program", "windowless"),
    [
        (r"C:\py\Python.EXE", r"C:\py\pythonw.exe"),
        (r"C:\py\pythonw.exe", r"C:\py\pythonw.exe"),
        (r"C:\py\mypython.exe", r"C:\py\mypython.exe"),
    ],
)
def test_no_console_window_is_opened(program: str, windowless: str) -> None:
    task = texts(TASK_SCHEDULER.unit([program], {}))
    assert task["Actions/Exec/Command"] == windowless


@pytest.mark.parametrize("name", HOSTILE)
def test_arguments_come_through(name: str) -> None:
    task = texts(TASK_SCHEDULER.unit([PYTHON, "-m", "recall", name, "run\\"], {}))
    assert arguments(task["Actions/Exec/Arguments"]) == ["-m", "recall", name, "run\\"]


@pytest.mark.parametrize("name", HOSTILE)
def test_variables_are_set_by_python_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / "shows.py").write_text(SHOW)
    task = texts(TASK_SCHEDULER.unit([PYTHON, "-m", "shows", "remind", "run"], {"PGSERVICE": name}))
    line = task["Actions/Exec/Arguments"]
    assert line.isascii()
    assert not set(line) & set("%$")
    done = subprocess.run(
        [sys.executable, *arguments(line)],
        cwd=tmp_path,
        capture_output=True,
        timeout=30,
        check=True,
    )
    assert json.loads(done.stdout) == [["remind", "run"], name]


def test_a_person_without_a_name_is_left_to_windows() -> None:
    assert not [path for path in texts(TASK_SCHEDULER.unit(COMMAND, {})) if "UserId" in path]


def test_the_task_is_kept_in_the_persons_own_folder() -> None:
    path = TASK_SCHEDULER.path({"USERPROFILE": "/u"})
    assert Path(path) == Path("/u/AppData/Local/recall/recall-remind.xml")


def test_the_steps_are_those_of_schtasks(tmp_path: Path) -> None:
    environ, run = {"LOCALAPPDATA": str(tmp_path)}, Recorder(failing="schtasks /End")
    path = TASK_SCHEDULER.install(COMMAND, environ, run)
    assert run.seen == [
        "schtasks /End /TN recall-remind",
        f"schtasks /Create /TN recall-remind /XML {path} /F",
        "schtasks /Run /TN recall-remind",
    ]
    run.seen.clear()
    assert TASK_SCHEDULER.uninstall(environ, run)
    assert run.seen == ["schtasks /End /TN recall-remind", "schtasks /Delete /TN recall-remind /F"]
