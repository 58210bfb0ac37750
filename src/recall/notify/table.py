"""The delivery backends, in the order of trying."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.notify.dbus_buttons import DbusButtons
from recall.notify.failures import CannotDeliver
from recall.notify.notifier import Notifier, OnAction
from recall.notify.osascript import Osascript
from recall.notify.plyer_process import PlyerProcess
from recall.notify.terminal import Terminal

LINUX, MACOS, WINDOWS = "linux", "darwin", "win32"

Answer = TypeVar("Answer")


class Backend(NamedTuple):
    """One backend, and the platforms it is for."""

    backend: Callable[[Mapping[str, str], str], Notifier]
    platforms: tuple[str, ...]


BACKENDS = (
    Backend(DbusButtons, (LINUX,)),
    Backend(PlyerProcess, (LINUX, MACOS, WINDOWS)),
    Backend(Osascript, (MACOS,)),
    Backend(Terminal, (LINUX, MACOS, WINDOWS)),
)


def chain(environ: Mapping[str, str], platform: str) -> list[Notifier]:
    """Return the backends for a value of sys.platform. A chain can send many messages."""
    if platform not in (MACOS, WINDOWS):
        platform = LINUX  # the BSDs have the same desktops
    return [row.backend(environ, platform) for row in BACKENDS if platform in row.platforms]


def obstacles(chain: Iterable[Notifier]) -> list[Undelivered]:
    """Return why nothing could be delivered now, by backend; empty if one of them could.

    Call it before claiming a slot. It shows nothing.
    """
    found = []
    for notifier in chain:
        problem = _guarded(notifier, notifier.problem)
        if problem is None:
            return []
        found.append(problem)
    return found


def deliver(message: Message, chain: Iterable[Notifier]) -> list[Delivery]:
    """Try the backends in turn until one has delivered; return every attempt, in order."""
    attempts: list[Delivery] = []
    for notifier in chain:
        attempt = _guarded(notifier, partial(notifier.send, message))
        attempts.append(attempt)
        if isinstance(attempt, Delivered):
            break
    return attempts


def explained(attempts: Sequence[Delivery]) -> str:
    """Return why nothing arrived and what to do, the preferred backend first."""
    failed = [attempt for attempt in attempts if isinstance(attempt, Undelivered)]
    ways: dict[str, list[str]] = {}
    for reminder in failed:
        ways.setdefault(reminder.reason, []).append(reminder.backend)
    tried = "; ".join(f"{', '.join(names)}: {reason}" for reason, names in ways.items())
    return f"{tried} ({failed[0].hint})"


def listen(chain: Iterable[Notifier], on_action: OnAction) -> None:
    """Report the clicks since the last call, without waiting."""
    for notifier in chain:
        notifier.listen(on_action)


def close(chain: Iterable[Notifier]) -> None:
    """Release what the backends keep; the chain can still be used."""
    for notifier in chain:
        notifier.close()


def _guarded(notifier: Notifier, ask: Callable[[], Answer]) -> Answer | Undelivered:
    """Return a backend's answer. A bug in one must not keep the next one from delivering."""
    try:
        return ask()
    except Exception as error:
        reason = f"unexpected {type(error).__name__}: {error}"
        return CannotDeliver(reason, "please report this").by(notifier.name)
