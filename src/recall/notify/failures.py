"""Reasons why a message cannot be delivered, each with its remedy, shared by all backends."""

from recall.domain.reminders.message import Undelivered
from recall.notify.text import one_line

_LONGEST_REASON = 300


class CannotDeliver(Exception):
    """Raised inside a backend, which turns it into a Undelivered: one reason, and what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = one_line(reason, _LONGEST_REASON)  # it may quote any program's output
        self.hint = hint

    def by(self, backend: str) -> Undelivered:
        """Return the failed attempt of a backend."""
        return Undelivered(backend, self.reason, self.hint)


def no_bus(problem: str) -> CannotDeliver:
    """Return the failure: no desktop session can be reached."""
    return CannotDeliver(
        f"no session bus: {problem}", "run recall inside your desktop session, not over ssh or cron"
    )


def no_server() -> CannotDeliver:
    """Return the failure: nothing in the session shows notifications."""
    return CannotDeliver(
        "no notification server on the session bus",
        "start your desktop's notification service, or install one, such as dunst",
    )


def hangs(seconds: float) -> CannotDeliver:
    """Return the failure: the server does not answer in time."""
    return no_answer(f"nothing within {seconds:g} s")


def no_answer(words: str) -> CannotDeliver:
    """Return the failure: the server was silent or went away."""
    return CannotDeliver(
        f"the notification server did not answer: {words}",
        "restart your desktop's notification service, or log out and in again",
    )


def refused(words: str) -> CannotDeliver:
    """Return the failure that an error message of the bus means."""
    if "ServiceUnknown" in words or "NameHasNoOwner" in words or ".Spawn." in words:
        return no_server()
    if "NoReply" in words:
        return no_answer(words)
    if any(mark in words.lower() for mark in ("autolaunch", "dbus-launch", "connect")):
        return no_bus(words)
    return CannotDeliver(f"the notification was refused: {words}", "see what the message names")


def no_way() -> CannotDeliver:
    """Return the failure: Linux without a program or module that plyer could use."""
    return CannotDeliver(
        "plyer finds neither notify-send nor the dbus module",
        "install libnotify-bin (libnotify on Fedora and Arch)",
    )
