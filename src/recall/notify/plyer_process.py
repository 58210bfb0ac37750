"""Calls plyer in a short-lived child process, `plyer_child`.

Inside the daemon, plyer would hide failures, might wait half a minute, and would keep using a dead
bus. A child process can have a time limit and starts fresh each time.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec

from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.notify import failures, session_bus, text
from recall.notify.failures import CannotDeliver
from recall.notify.notifier import Notifier
from recall.notify.plyer_child import SHOWN_SECONDS

# -P: import nothing from the current folder. -X utf8: any text in any locale.
# -W ignore: even with PYTHONWARNINGS=error, plyer's warnings are not failures.
_CHILD = ("-P", "-X", "utf8", "-W", "ignore", "-m", "recall.notify.plyer_child")

_STARTUP_SECONDS = 5


class PlyerProcess(Notifier):
    """Delivers on every platform, without buttons; it cannot replace a message."""

    name = "plyer"

    def __init__(self, environ: Mapping[str, str], platform: str, seconds: float = 10) -> None:
        """Set seconds, the time limit of the desktop; starting the process has its own."""
        self._environ = environ
        self._platform = platform
        self._seconds = seconds

    def problem(self) -> Undelivered | None:
        """Return why plyer cannot deliver here, or None. It starts no process."""
        try:
            self._check()
        except CannotDeliver as error:
            return error.by(self.name)
        return None

    def send(self, message: Message) -> Delivery:
        """Start the process, pass it the message, and read its answer."""
        try:
            self._check()
            self._call(text.fitted(message, self._platform))
        except CannotDeliver as error:
            return error.by(self.name)
        return Delivered(self.name)

    def _check(self) -> None:
        if find_spec("plyer") is None:
            raise CannotDeliver("plyer is not installed", "pip install plyer")
        if self._platform == "darwin" and find_spec("pyobjus") is None:
            raise CannotDeliver("plyer needs pyobjus on macOS", "pip install pyobjus")
        if self._platform == "linux":
            self._check_linux()

    def _check_linux(self) -> None:
        program = shutil.which("notify-send", path=self._environ.get("PATH"))
        if program is None and find_spec("dbus") is None:
            raise failures.no_way()
        session_bus.check(self._environ, self._seconds)

    def _call(self, message: Message) -> None:
        request = {
            "title": message.title,
            "body": message.body,
            "platform": self._platform,
            "seconds": self._seconds,
        }
        shown = SHOWN_SECONDS if self._platform == "win32" else 0
        try:
            done = subprocess.run(
                [sys.executable, *_CHILD],
                check=False,
                input=json.dumps(request).encode(),
                capture_output=True,
                env=dict(self._environ),
                timeout=self._seconds + shown + _STARTUP_SECONDS,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # only on Windows
            )
        except subprocess.TimeoutExpired:
            raise failures.hangs(self._seconds) from None
        except OSError as error:
            raise CannotDeliver(f"cannot start a process: {error}", "see the message") from None
        if done.returncode:
            raise _failure(done)


def _failure(done: subprocess.CompletedProcess[bytes]) -> CannotDeliver:
    """Return the child's answer; if it crashed, its last output stands in for it."""
    try:
        answer = json.loads(done.stdout.splitlines()[-1])
        return CannotDeliver(answer["reason"], answer["hint"])
    except (IndexError, KeyError, TypeError, ValueError):
        *_, said = ["no message", *done.stderr.decode(errors="replace").strip().splitlines()]
        return CannotDeliver(
            f"plyer's process ended with status {done.returncode}: {said}",
            "pip install --force-reinstall plyer",
        )
