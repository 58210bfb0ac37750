"""Private folders and files: they show what a person reads, and addresses may hold a password."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from recall.files.drafts import drafted, write

_ONLY_THE_PERSON = 0o600


def folder(path: Path) -> Path:
    """Create a folder that nobody else may open, and those above it, if there are none."""
    for missing in reversed([path, *path.parents]):
        if not missing.is_dir():
            missing.mkdir(mode=0o700, exist_ok=True)
    return path


def put(path: Path, text: str) -> None:
    """Replace a file as a whole, and make its folder if there is none."""
    folder(path.parent)
    write(path, text.encode(), private=True)


def keep(path: Path, sent: BinaryIO) -> None:
    """Write what comes by a stream to a new file, and make its folder if there is none."""
    folder(path.parent)
    with drafted(path, private=True, new=True) as draft:
        shutil.copyfileobj(sent, draft)


def put_program(path: Path, text: str) -> None:
    """Replace a file that only the person may run."""
    put(path, text)
    path.chmod(0o700)


def appending(path: str | Path) -> TextIO:
    """Open a log that only the person may read. It is private too if an earlier recall made it."""

    def opener(name: str, flags: int) -> int:
        number = os.open(name, flags, _ONLY_THE_PERSON)
        with suppress(OSError):
            if stat.S_ISREG(os.fstat(number).st_mode):
                os.chmod(name, _ONLY_THE_PERSON)
        return number

    return open(path, "a", encoding="utf-8", opener=opener)


@contextmanager
def lent(text: str) -> Iterator[Path]:
    """Give another program a file with a text, which is removed at the end."""
    from tempfile import mkstemp

    number, name = mkstemp(prefix="recall-", suffix=".md")
    try:
        with open(number, "w", encoding="utf-8") as file:
            file.write(text)
        yield Path(name)
    finally:
        with suppress(OSError):
            os.unlink(name)
