"""Reads the bytes of a file: one text, or a zip with several, each in a format of the table."""

from pathlib import PurePath

from recall.domain.library.catalog import WHOLE, Catalog, ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.decoding import decode
from recall.formats.resembling import binary
from recall.formats.table import Format, format_of


def opened(
    data: bytes, path: object, chosen: Format | None = None, options: ReadOptions = WHOLE
) -> ParsedList | Catalog:
    """Read the bytes of a file in a format, or else in the one that they and its ending tell.

    BadFile, which names path, if they are no text, in no format, or not in the chosen one.
    """
    if what := binary(data):
        raise BadFile(path, f"it looks like {what}; it is not a list")
    text = decode(data, path)
    found = chosen or format_of(text, PurePath(str(path)).suffix, path)
    return found.reads(text, path, options)
