"""That one page runs on a computer for a person, and where it is."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from recall.errors import BadFile
from recall.files import private
from recall.settings.locations import state_folder
from recall.web.guard.devices import Devices
from recall.web.uploads import Uploads


def devices() -> Devices:
    """Return the devices of this computer's page."""
    return Devices(state_folder() / "web-devices.json")


def uploads() -> Uploads:
    """Return the files that were sent to this computer's page."""
    return Uploads(state_folder() / "web-uploads")


@contextmanager
def only_one() -> Iterator[bool]:
    """Hold the place of the only page; give False if another holds it.

    The system frees it if the process ends in any way.
    """
    path = state_folder() / "web.lock"
    lock = FileLock(path, thread_local=False)  # the reminders end in another thread
    try:
        private.folder(path.parent)
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    except OSError as error:
        raise BadFile(path, f"cannot be locked: {error.strerror}") from error
    try:
        yield True
    finally:
        with suppress(OSError):
            _path().unlink(missing_ok=True)
        lock.release()


def tell_where(url: str) -> None:
    """Note the address of the page that runs."""
    private.put(_path(), json.dumps({"url": url}))


def where() -> str | None:
    """Return the address of the page that runs, as it noted it; None if it did not yet."""
    try:
        return str(json.loads(_path().read_text(encoding="utf-8"))["url"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _path() -> Path:
    return state_folder() / "web.json"
