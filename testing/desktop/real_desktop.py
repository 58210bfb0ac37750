"""A virtual screen with a real dunst that shows notifications."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from testing.desktop.dbus_server import wait_for
from testing.needs import need

NEEDED = ("Xvfb", "dunst", "dunstctl", "notify-send", "import", "identify", "fc-list")

FONT = "WenQuanYi Micro Hei"
"""A font with Chinese characters, from the package fonts-wqy-microhei."""

_DUNST = """
[global]
    font = {font} {points}
    markup = full
    format = "<b>%s</b>\\n%b"
    width = {width}
    offset = 20x20
    show_indicators = no
[urgency_normal]
    timeout = {seconds}
    background = "#285577"
    foreground = "#ffffff"
"""


class Desktop:
    """A screen with dunst on it."""

    def __init__(self, environ: Mapping[str, str], dunst: subprocess.Popen[bytes]) -> None:
        """Set environ, the environment of programs on the screen."""
        self.environ = environ
        self._dunst = dunst

    def run(self, *command: str) -> str:
        """Run a program on the screen; return its output."""
        return subprocess.check_output(command, env=self.environ, text=True)

    def dunstctl(self, *arguments: str) -> str:
        """Return dunstctl's output; empty while dunst starts."""
        command = ["dunstctl", *arguments]
        done = subprocess.run(
            command, check=False, env=self.environ, capture_output=True, text=True
        )
        return done.stdout if done.returncode == 0 else ""

    def displays(self, number: int) -> bool:
        """Return whether this many notifications are on the screen."""
        return self.dunstctl("count", "displayed").strip() == str(number)

    def kill_server(self) -> None:
        """Kill dunst, so that nothing shows notifications."""
        self._dunst.kill()
        self._dunst.wait()

    def history(self) -> list[dict[str, str]]:
        """Return the notifications in dunst's history, each with summary, body and app name."""
        (entries,) = json.loads(self.dunstctl("history"))["data"]
        return [{key: str(value["data"]) for key, value in entry.items()} for entry in entries]


@contextmanager
def real_desktop(
    environ: Mapping[str, str],
    folder: Path,
    points: int = 12,
    width: int = 360,
    seconds: int = 10,
) -> Iterator[Desktop]:
    """Start a desktop on environ's session bus.

    points (font) and width (px) are the pop-up's; seconds is how long it is shown.
    """
    need(*NEEDED)
    config = folder / "dunstrc"
    config.write_text(_DUNST.format(font=FONT, points=points, width=width, seconds=seconds))
    with _screen() as display:
        around = {**environ, "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        with _running(["dunst", "-conf", str(config)], env=around) as dunst:
            desktop = Desktop(around, dunst)
            wait_for(lambda: desktop.dunstctl("count"), "dunst answers")
            yield desktop


@contextmanager
def _screen() -> Iterator[str]:
    """Start a private display, whose number Xvfb picks and reports when it is ready."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24"]
    with _running(command, pass_fds=[write]):
        os.close(write)
        with open(read) as told:
            yield f":{told.readline().strip()}"


@contextmanager
def _running(
    command: Sequence[str], env: Mapping[str, str] | None = None, pass_fds: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=env, pass_fds=pass_fds)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)
