"""`recall remind run` as people have it: a process, a real dunst, a click and a terminal."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import wait_for
from testing.desktop.real_desktop import Desktop, real_desktop

Start = Callable[..., "Popen[str]"]

TITLE = "今天的重温"


@pytest.fixture
def desktop(recall: CommandLine, home: Path, tmp_path: Path) -> Iterator[Desktop]:
    with real_desktop({**recall.environ, "HOME": str(home)}, tmp_path) as running:
        recall.environ |= {"DISPLAY": running.environ["DISPLAY"]}
        yield running


def test_the_daemon_shows_a_reminder_in_chinese_and_a_click_opens_the_review(
    recall: CommandLine, desktop: Desktop, start: Start, tmp_path: Path
) -> None:
    ran, terminal, picture = (tmp_path / name for name in ("ran", "terminal", "screen.png"))
    terminal.write_text(f'#!{shutil.which("sh")}\necho "$@" > "{ran}"\n', encoding="utf-8")
    terminal.chmod(0o755)
    recall.environ |= {"TERMINAL": str(terminal), "LC_ALL": "zh_CN.UTF-8"}

    start("remind", "run")
    wait_for(lambda: desktop.displays(1), "it is displayed")
    desktop.run("import", "-window", "root", str(picture))
    assert int(desktop.run("identify", "-format", "%k", str(picture))) > 10

    desktop.dunstctl("action", "0")
    wait_for(lambda: ran.exists() and ran.read_text(), "a terminal opens")
    assert ran.read_text(encoding="utf-8").endswith("-P -m recall.cli.window review\n")

    desktop.dunstctl("close-all")
    (shown,) = desktop.history()
    assert (shown["appname"], shown["summary"]) == ("recall", TITLE)
    assert shown["body"].startswith("1 项重温，")
    assert shown["body"].endswith(" 分钟 · 接下来：VLLM论文")
