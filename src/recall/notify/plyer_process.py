"""plyer, called in a short-lived process of its own: `plyer_child` is its program.

In the daemon's process plyer hides failures, may wait half a minute, and keeps using a bus that
has died. A process can be given a time limit and starts afresh each time.
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

# -P: nothing in the current folder is imported. -X utf8: any text in any locale.
# -W ignore: not even PYTHONWARNINGS=error turns a warning of plyer's into a failure.
_CHILD = ("-P", "-X", "utf8", "-W", "ignore", "-m", "recall.notify.plyer_child")

_STARTUP_SECONDS = 5


class PlyerProcess(Notifier):
    """Delivers on every platform; knows no buttons and cannot replace a message."""

    name = "plyer"

    def __init__(self, environ: Mapping[str, str], platform: str, seconds: float = 10) -> None:
        """seconds limit how long the desktop may take; starting the process has its own."""
        self._environ = environ
        self._platform = platform
        self._seconds = seconds

    def problem(self) -> Undelivered | None:
        """Whether plyer has a way to deliver here. No process is started."""
        try:
            self._check()
        except CannotDeliver as error:
            return error.by(self.name)
        return None

    def send(self, message: Message) -> Delivery:
        """Start the process, hand it the message, and take its answer."""
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
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows alone has it
            )
        except subprocess.TimeoutExpired:
            raise failures.hangs(self._seconds) from None
        except OSError as error:
            raise CannotDeliver(f"cannot start a process: {error}", "see the message") from None
        if done.returncode:
            raise _failure(done)


def _failure(done: subprocess.CompletedProcess[bytes]) -> CannotDeliver:
    """What the child answered; a child that crashed could not, and its last words stand in."""
    try:
        answer = json.loads(done.stdout.splitlines()[-1])
        return CannotDeliver(answer["reason"], answer["hint"])
    except (IndexError, KeyError, TypeError, ValueError):
        *_, said = ["no message", *done.stderr.decode(errors="replace").strip().splitlines()]
        return CannotDeliver(
            f"plyer's process ended with status {done.returncode}: {said}",
            "pip install --force-reinstall plyer",
        )
