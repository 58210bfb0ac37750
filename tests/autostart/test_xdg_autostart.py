"""The file in the autostart folder, read back by GLib, as most desktops read it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from recall.autostart.xdg_autostart import XDG_AUTOSTART
from testing.desktop.autostart import HOSTILE
from testing.desktop.dbus_server import wait_for
from testing.needs import need

COMMAND = ["/usr/bin/python3", "-P", "-m", "recall", "remind", "run"]

ENTRY = """\
[Desktop Entry]
Type=Application
Name=recall reminders
Name[zh_CN]=recall 提醒
Comment=Remind of what is due
Icon=recall-reading
Exec="env" "RECALL_CONFIG=/home/a b/c.toml" "/usr/bin/python3" "-P" "-m" "recall" "remind" "run" \
"--replace"
Terminal=false
NoDisplay=true
StartupNotify=false
"""

RECORDER = """\
#!{python}
import json, os, sys
from pathlib import Path
seen = [sys.argv, os.environ.get("PGUSER")]
draft = Path({file!r} + ".new")
draft.write_text(json.dumps(seen), "utf-8")
draft.rename({file!r})
"""


def test_the_file_is_written_as_the_specification_says() -> None:
    environ = {"RECALL_CONFIG": "/home/a b/c.toml", "PATH": "/bin", "RECALL_DATABASE_URL": ""}
    assert XDG_AUTOSTART.unit(COMMAND, environ) == ENTRY


def test_without_variables_the_command_stands_alone() -> None:
    assert 'Exec="/usr/bin/python3" "-P"' in XDG_AUTOSTART.unit(COMMAND, {})


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"HOME": "/home/me"}, "/home/me/.config/autostart/recall-remind.desktop"),
        ({"HOME": "/home/me", "XDG_CONFIG_HOME": "/c"}, "/c/autostart/recall-remind.desktop"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="written as other systems write paths")
def test_it_lies_in_the_folder_from_which_desktops_start_programs(
    environ: dict[str, str], path: str
) -> None:
    assert XDG_AUTOSTART.path(environ) == path


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_desktop_starts_what_was_written_whatever_its_name(tmp_path: Path, name: str) -> None:
    need("gio")
    (folder := tmp_path / name).mkdir()
    program, seen, file = folder / "recorder", tmp_path / "seen", tmp_path / "a.desktop"
    program.write_text(RECORDER.format(python=sys.executable, file=str(seen)), encoding="utf-8")
    program.chmod(0o755)
    unit = XDG_AUTOSTART.unit([str(program), name], {"PGUSER": name})
    file.write_text(unit, encoding="utf-8")
    subprocess.run(
        ["gio", "launch", str(file)],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=True,
        timeout=20,
    )
    wait_for(seen.exists, "the program was started")
    assert json.loads(seen.read_text("utf-8")) == [[str(program), name, "--replace"], name]
