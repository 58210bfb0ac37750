"""Writes the files of an autostart as a whole, and removes them."""

import os
from contextlib import suppress

from recall.errors import BadFile


def remove(path: str) -> None:
    """Remove a file; BadFile if it cannot be."""
    try:
        os.remove(path)
    except OSError as error:
        raise BadFile(path, f"cannot be removed: {error.strerror}") from error


def write(path: str, data: bytes) -> None:
    """Replace a file as a whole, readable only by the person: a URL may hold a password."""
    from tempfile import mkstemp

    folder = os.path.dirname(path)
    draft = None
    try:
        os.makedirs(folder, exist_ok=True)
        handle, draft = mkstemp(dir=folder, prefix=".recall-")
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError as error:
        if draft:
            with suppress(OSError):
                os.remove(draft)
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
