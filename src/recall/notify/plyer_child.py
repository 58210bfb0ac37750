"""The child process that calls plyer (`python -m recall.notify.plyer_child`).

It reads a message as JSON on stdin and ends with status 0 if the desktop accepted it, or with 1
and `{"reason", "hint"}` on stdout. It chooses plyer's backend itself, because plyer's `instance()`
fails when warnings are errors, and uses the Flatpak portal if there is any folder /app, where it
loses errors and pastes text into code.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

from recall.notify import failures, text
from recall.notify.failures import CannotDeliver

SHOWN_SECONDS = 10
"""How long plyer shows a balloon on Windows; it disappears when the process ends."""

_PLYERS_NAMES = {"win32": "win", "darwin": "macosx"}


def main() -> int:
    """Deliver the message on stdin; return the exit status."""
    request = json.load(sys.stdin)
    try:
        _deliver(**request)
    except CannotDeliver as error:
        return _answer(error)
    except Exception as error:  # plyer can raise anything; each error must become one reason
        return _answer(failures.refused(f"{type(error).__name__}: {error}"))
    return 0


def _answer(error: CannotDeliver) -> int:
    sys.stdout.write(json.dumps({"reason": error.reason, "hint": error.hint}) + "\n")
    return 1


def _deliver(title: str, body: str, platform: str, seconds: float) -> None:
    plyer = import_module(f"plyer.platforms.{_PLYERS_NAMES.get(platform, 'linux')}.notification")
    if platform in _PLYERS_NAMES:
        backend = plyer.instance()
    else:
        backend = _linux(plyer, seconds)
        # plyer cannot ask whether the server parses markup; nearly every server does.
        body = text.escaped(body)
    # In seconds on Windows; on Linux 0 keeps it until it is dismissed.
    timeout = SHOWN_SECONDS if platform == "win32" else 0
    _in_full(partial(backend.notify, title, body, text.APP_NAME, timeout=timeout))


def _linux(plyer: Any, seconds: float) -> Any:
    """Return one of plyer's two backends on Linux."""
    if find_spec("dbus") is not None:
        return plyer.NotifyDbus()
    if shutil.which("notify-send") is None:
        raise failures.no_way()
    plyer.subprocess = SimpleNamespace(call=partial(_run, seconds=seconds))
    return plyer.NotifySendNotification()


def _run(command: tuple[str, ...], seconds: float) -> None:
    """Replace subprocess.call, whose exit status plyer ignores."""
    program, title, body, *options = command
    body = body.replace("\\", "\\\\")  # notify-send interprets escapes such as \n
    try:
        done = subprocess.run(
            [program, *options, "--", title, body],  # "--": the text is never an option
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            env=os.environ | {"LC_ALL": "C.UTF-8"},  # failures are told by English text
        )
    except subprocess.TimeoutExpired:
        raise failures.hangs(seconds) from None
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip()
        raise failures.refused(words or f"notify-send ended with status {done.returncode}")


def _in_full(call: Callable[[], None]) -> None:
    """Call, wait for the threads it started, and raise their errors."""
    raised: list[BaseException] = []

    def note(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            raised.append(failed.exc_value)

    threading.excepthook = note
    call()
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    if raised:
        raise raised[0]


if __name__ == "__main__":
    sys.exit(main())
