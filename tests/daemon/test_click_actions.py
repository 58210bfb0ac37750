"""What a click opens: a terminal, or else the browser."""

import os
import shutil
import signal
import sys
import webbrowser
from pathlib import Path

import pytest

from recall.daemon import click_actions, display_env
from testing.desktop.dbus_server import wait_for

URL = "https://example.org/a"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a browser was asked for."""
    pages: list[str] = []

    def note(url: str) -> bool:
        pages.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return pages


def program(folder: Path, name: str, status: int) -> Path:
    """A terminal that writes down what it is to run, and ends."""
    path = folder / name
    path.write_text(
        f'#!{shutil.which("sh")}\necho "$@" > "{folder}/{name}.ran"\nexit {status}\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return folder / f"{name}.ran"


def test_the_review_opens_in_a_terminal(tmp_path: Path, opened: list[str]) -> None:
    ran = program(tmp_path, "xterm", 0)
    said = click_actions.open_review({"PATH": str(tmp_path)}, "linux", URL)
    assert said == "opened a review in xterm"
    window = "-P -m recall.cli.window review\n"
    assert ran.read_text(encoding="utf-8") == f"-e {sys.executable} {window}"
    assert not opened


def test_the_persons_own_terminal_comes_first(tmp_path: Path) -> None:
    program(tmp_path, "xterm", 0)
    program(tmp_path, "mine", 0)
    environ = {"PATH": str(tmp_path), "TERMINAL": "mine"}
    assert click_actions.open_review(environ, "linux", URL).endswith("mine")


def test_a_terminal_that_fails_leaves_it_to_the_next(tmp_path: Path, opened: list[str]) -> None:
    program(tmp_path, "gnome-terminal", 1)
    program(tmp_path, "xterm", 0)
    assert click_actions.open_review({"PATH": str(tmp_path)}, "linux", URL).endswith("xterm")
    assert not opened


def test_without_a_terminal_the_next_resource_opens(tmp_path: Path, opened: list[str]) -> None:
    assert "browser" in click_actions.open_review({"PATH": str(tmp_path)}, "linux", URL)
    assert opened == [URL]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "mailto:a@example.org"])
def test_what_is_no_page_is_not_opened(tmp_path: Path, opened: list[str], url: str | None) -> None:
    assert "neither" in click_actions.open_review({"PATH": str(tmp_path)}, "linux", url)
    assert not opened


def script(path: Path, text: str) -> None:
    path.write_text(f"#!{shutil.which('sh')}\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def is_process(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_terminal_that_stays_open_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click_actions, "_SECONDS", 0.01)
    script(tmp_path / "xterm", f"echo $$ > {tmp_path}/number; exec {shutil.which('sleep')} 60")
    assert click_actions.open_review({"PATH": str(tmp_path)}, "linux", URL).endswith("xterm")
    number = tmp_path / "number"
    wait_for(lambda: number.exists() and number.read_text().strip(), "the terminal runs")
    os.kill(int(number.read_text()), signal.SIGKILL)
    wait_for(lambda: not is_process(int(number.read_text())), "it is gone, and no zombie")


def test_the_page_opens_in_the_desktops_own_browser(tmp_path: Path, opened: list[str]) -> None:
    ran = program(tmp_path, "xdg-open", 0)
    assert "browser" in click_actions.open_review({"PATH": str(tmp_path)}, "linux", URL)
    assert ran.read_text(encoding="utf-8") == f"{URL}\n"
    assert not opened


SYSTEMDS = "DISPLAY=:7\nXAUTHORITY=/run/x\nPATH=/elsewhere\nWAYLAND_DISPLAY=$'a b'\n"


@pytest.mark.parametrize(
    ("own", "seen"),
    [
        ({}, ":7 /run/x "),
        ({"DISPLAY": ":1"}, ":1  "),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "  wayland-0"),
    ],
)
def test_a_screen_that_came_after_the_daemon_is_found(
    tmp_path: Path, own: dict[str, str], seen: str
) -> None:
    script(
        tmp_path / "systemctl", f"""[ "$*" = "--user show-environment" ] && echo "{SYSTEMDS}\""""
    )
    script(tmp_path / "xterm", f'echo "$DISPLAY $XAUTHORITY $WAYLAND_DISPLAY" > "{tmp_path}/seen"')
    click_actions.open_review({"PATH": str(tmp_path), **own}, "linux", None)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == f"{seen}\n"


@pytest.mark.parametrize("said", ["exit 1", "exec sleep 60", "printf '\\377=\\n'"])
def test_a_systemd_that_does_not_answer_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setattr(display_env, "_SECONDS", 0.1)
    script(tmp_path / "systemctl", said)
    environ = {"PATH": f"{tmp_path}{os.pathsep}/bin"}
    assert display_env.with_screen(environ, "linux") == environ


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_platforms_know_their_screen(tmp_path: Path, platform: str) -> None:
    program(tmp_path, "systemctl", 0)
    assert display_env.with_screen({"PATH": str(tmp_path)}, platform) == {"PATH": str(tmp_path)}
    assert not (tmp_path / "systemctl.ran").exists()
