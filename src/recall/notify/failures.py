"""Why a message cannot be delivered: one reason and one remedy for each, whoever finds it."""

from recall.domain.reminders.message import Undelivered
from recall.notify.text import one_line

_LONGEST_REASON = 300


class CannotDeliver(Exception):
    """Raised inside a backend, which turns it into a Undelivered: one reason, and what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = one_line(reason, _LONGEST_REASON)  # it may quote any program's words
        self.hint = hint

    def by(self, backend: str) -> Undelivered:
        """The failed attempt of that backend."""
        return Undelivered(backend, self.reason, self.hint)


def no_bus(problem: str) -> CannotDeliver:
    """There is no desktop session to reach."""
    return CannotDeliver(
        f"no session bus: {problem}", "run recall inside your desktop session, not over ssh or cron"
    )


def no_server() -> CannotDeliver:
    """There is a session, and nothing in it shows notifications."""
    return CannotDeliver(
        "no notification server on the session bus",
        "start your desktop's notification service, or install one, such as dunst",
    )


def hangs(seconds: float) -> CannotDeliver:
    """Something is there and does not answer."""
    return no_answer(f"nothing within {seconds:g} s")


def no_answer(words: str) -> CannotDeliver:
    """The server was asked, and then was silent or went away."""
    return CannotDeliver(
        f"the notification server did not answer: {words}",
        "restart your desktop's notification service, or log out and in again",
    )


def refused(words: str) -> CannotDeliver:
    """What a failure on the bus means, from the words of whichever program reported it."""
    if "ServiceUnknown" in words or "NameHasNoOwner" in words or ".Spawn." in words:
        return no_server()
    if "NoReply" in words:
        return no_answer(words)
    if any(mark in words.lower() for mark in ("autolaunch", "dbus-launch", "connect")):
        return no_bus(words)
    return CannotDeliver(f"the notification was refused: {words}", "see what the message names")


def no_way() -> CannotDeliver:
    """Linux without a program or a module that plyer could use."""
    return CannotDeliver(
        "plyer finds neither notify-send nor the dbus module",
        "install libnotify-bin (libnotify on Fedora and Arch)",
    )
