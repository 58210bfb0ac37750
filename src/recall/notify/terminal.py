"""The last resort: a bell and a line on stderr, which may reach nobody."""

import sys
from collections.abc import Mapping
from typing import TextIO

from recall.domain.reminders.message import Message, Undelivered
from recall.notify import text
from recall.notify.notifier import Notifier

_BELL = "\a"


class Terminal(Notifier):
    """Writes the message, but reports it as not delivered, because nobody may be looking."""

    name = "terminal"

    def __init__(
        self, environ: Mapping[str, str], platform: str, stream: TextIO | None = None
    ) -> None:
        """Use the stream, or else the stderr of the moment of a message."""
        self._environ = environ
        self._platform = platform
        self._stream = stream

    def problem(self) -> Undelivered:
        """Always return a problem: a line is not a reminder, and must not claim a slot."""
        return Undelivered(
            self.name,
            reason="written to the terminal only",
            hint="mend one of the ways before it; 'recall remind test' tries them",
        )

    def send(self, message: Message) -> Undelivered:
        """Write the message to the stream."""
        stream = self._stream or sys.stderr
        if stream is not None:  # a program without a console has no stderr
            self._write(stream, text.fitted(message, self._platform))
        return self.problem()

    def _write(self, stream: TextIO, message: Message) -> None:
        parts = [message.title, *message.body.splitlines()]
        line = f"{text.APP_NAME}: {' | '.join(parts)}\n"
        try:
            audible = stream.isatty() and self._environ.get("TERM") != "dumb"
            stream.write((_BELL if audible else "") + line)
            stream.flush()
        except (OSError, ValueError):
            pass  # closed, or it cannot encode this; it counts as not delivered anyway
