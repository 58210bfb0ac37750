"""The files in a zip, as Pocket, Omnivore and others export: with limits on their sizes."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from recall.errors import BadFile
from recall.formats.values import one_line

MOST_FILES = 2_000
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of all files together, unpacked."""

_OFFICE = "[Content_Types].xml"
_OTHERS = (
    (_OFFICE, "an Office file; save it as CSV"),
    ("mimetype", "an e-book or an office file; save a table as CSV"),
    ("META-INF/MANIFEST.MF", "a program"),
)
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,  # a way of packing that Python does not have
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    struct.error,
)


def files(data: bytes, path: object) -> tuple[list[tuple[str, bytes]], int]:
    """Return the names and bytes of the files in the outermost folder that has some.

    The number is that of the files in folders below it, which in exports hold the pages
    themselves. BadFile if the zip is broken, encrypted, too large, or no export.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            outermost, below = _chosen(archive, path)
            return list(_unpacked(archive, outermost, path)), below
    except RuntimeError as error:  # zipfile's error for a password
        raise BadFile(path, "an encrypted zip; unpack it first") from error
    except _BROKEN as error:
        raise BadFile(path, f"a broken zip: {error or type(error).__name__}") from error


def _chosen(archive: zipfile.ZipFile, path: object) -> tuple[list[zipfile.ZipInfo], int]:
    found = [info for info in archive.infolist() if not _is_hidden(info)]
    names = {info.filename for info in found}
    for sign, what in _OTHERS:
        if sign in names:
            raise BadFile(path, f"it looks like {what}; it is not a list")
    if not found:
        raise BadFile(path, "an empty zip")
    depth = min(map(_depth, found))
    outermost = [info for info in found if _depth(info) == depth]
    if len(outermost) > MOST_FILES:
        raise BadFile(path, f"a zip with {len(outermost):,} files; at most {MOST_FILES:,} are read")
    return outermost, len(found) - len(outermost)


def _unpacked(
    archive: zipfile.ZipFile, chosen: list[zipfile.ZipInfo], path: object
) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    for info in chosen:
        with archive.open(info) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            limit = MOST_BYTES // 2**20
            raise BadFile(path, f"a zip of more than {limit} MiB unpacked; that is no reading list")
        yield one_line(info.filename), data


def _depth(info: zipfile.ZipInfo) -> int:
    return len(PurePosixPath(info.filename).parts)


def _is_hidden(info: zipfile.ZipInfo) -> bool:
    """Tell whether it is a folder, or a file that macOS or a person keeps out of sight."""
    parts = PurePosixPath(info.filename).parts
    folder = info.filename.endswith("/")
    return folder or not parts or any(part.startswith((".", "__MACOSX")) for part in parts)
