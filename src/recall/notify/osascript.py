"""Notifications on macOS through osascript, which comes with the system."""

import shutil
import subprocess
from collections.abc import Mapping

from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.notify import text
from recall.notify.failures import CannotDeliver
from recall.notify.notifier import Notifier

# The text is passed as arguments, never in the script, so that it cannot become code.
_SCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)

_HINT = "allow notifications for Script Editor in System Settings"


class Osascript(Notifier):
    """Shows a notification in the name of Script Editor, without buttons."""

    name = "osascript"

    def __init__(self, environ: Mapping[str, str], platform: str, seconds: float = 10) -> None:
        """Set seconds, the time limit of the program."""
        self._environ = environ
        self._platform = platform
        self._seconds = seconds

    def problem(self) -> Undelivered | None:
        """Return why it cannot deliver (the program is missing), or None."""
        if shutil.which("osascript", path=self._environ.get("PATH")) is not None:
            return None
        missing = CannotDeliver("osascript is not on PATH", "add /usr/bin to PATH")
        return missing.by(self.name)

    def send(self, message: Message) -> Delivery:
        """Run the script; the message is delivered if it succeeds."""
        problem = self.problem()
        if problem is not None:
            return problem
        try:
            self._run(text.fitted(message, self._platform))
        except CannotDeliver as error:
            return error.by(self.name)
        return Delivered(self.name)

    def _run(self, message: Message) -> None:
        script = [part for line in _SCRIPT for part in ("-e", line)]
        texts = [_as_argument(message.title), _as_argument(message.body)]
        program = str(shutil.which("osascript", path=self._environ.get("PATH")))
        try:
            done = subprocess.run(
                [program, *script, *texts],
                check=False,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=dict(self._environ),
                timeout=self._seconds,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CannotDeliver(f"osascript failed: {error}", _HINT) from None
        if done.returncode:
            words = done.stderr.decode(errors="replace")
            reason = f"osascript ended with status {done.returncode}: {words}"
            raise CannotDeliver(reason, _HINT)


def _as_argument(words: str) -> str:
    """Return words that cannot be taken for an option; the added space is invisible."""
    return " " + words if words.startswith("-") else words
