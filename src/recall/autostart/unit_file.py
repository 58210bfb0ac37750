"""The files of an autostart: written as a whole, and removed."""

import os
from pathlib import Path

from recall.errors import BadFile
from recall.files import drafts


def remove(path: str) -> None:
    """Remove a file; BadFile if it cannot be."""
    try:
        os.remove(path)
    except OSError as error:
        raise BadFile(path, f"cannot be removed: {error.strerror}") from error


def write(path: str, data: bytes) -> None:
    """Replace a file as a whole, readable only by the person: a URL may hold a password."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        drafts.write(path, data, private=True)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
