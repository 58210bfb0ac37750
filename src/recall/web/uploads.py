"""Files that a browser sent, until the person has seen what they would do and has decided.

They lie in a private folder of this computer's state, under a name that cannot be guessed, for an
hour at most.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from secrets import token_urlsafe
from typing import BinaryIO

from recall.domain.text.plain import plain
from recall.errors import BadFile, BadInput
from recall.files import private

KEPT_FOR = timedelta(hours=1)

MOST_KEPT = 4
"""Files; the oldest goes when another comes."""

_KEY = re.compile(r"[\w-]{20,64}", re.ASCII)
_KEY_BYTES = 24
_LONGEST_NAME = 120


class Uploads:
    """The folder of these files. A file is known by its key, never by the name it came with."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which the first file makes."""
        self._folder = folder

    def keep(self, sent: BinaryIO, now: datetime) -> str:
        """Keep what was sent, and return its key."""
        key = token_urlsafe(_KEY_BYTES)
        try:
            self._sweep(now)
            private.keep(self._folder / key, sent)
            os.utime(self._folder / key, (now.timestamp(), now.timestamp()))
        except OSError as error:
            raise BadFile(self._folder, f"cannot be written: {error.strerror}") from error
        return key

    @contextmanager
    def opened(self, key: str) -> Iterator[BinaryIO]:
        """Open a file that is kept; BadInput if it is no longer."""
        try:
            file = self._path(key).open("rb")
        except OSError:
            raise BadInput("the file that was sent is no longer kept; choose it again") from None
        with file:
            yield file

    def drop(self, key: str) -> None:
        """Remove a file; nothing is wrong if it is gone already."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise BadInput("the file that was sent is no longer kept; choose it again")
        return self._folder / key

    def _sweep(self, now: datetime) -> None:
        """Remove what is too old, and the oldest of too many."""
        if not self._folder.is_dir():
            return
        kept = sorted(self._folder.iterdir(), key=lambda path: -path.stat().st_mtime)
        oldest = (now - KEPT_FOR).timestamp()
        for number, file in enumerate(kept):
            if number >= MOST_KEPT - 1 or file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)


def shown_name(sent: str) -> str:
    """Return the name of a file as it may be shown: without folders, and not endless."""
    name = plain(PurePosixPath(sent.replace("\\", "/")).name)
    return name[-_LONGEST_NAME:].strip(". ") or "list"
