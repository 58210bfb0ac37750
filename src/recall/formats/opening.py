"""Reads the bytes of a file: one text, or a zip with several, each in a format of the table."""

from pathlib import PurePath

from recall.domain.library.catalog import WHOLE, Catalog, ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.decoding import decode
from recall.formats.resembling import binary
from recall.formats.table import Format, Found, format_of

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")


def opened(
    data: bytes, path: object, chosen: Format | None = None, options: ReadOptions = WHOLE
) -> Found:
    """Read the bytes of a file in a format, or else in the one that they and its ending tell.

    BadFile, which names path, if they are no text, in no format, or not in the chosen one. The
    files in a zip are read as one list.
    """
    read = _zipped if data.startswith(_ZIPS) else _single
    return read(data, path, chosen, options)


def _single(data: bytes, path: object, chosen: Format | None, options: ReadOptions) -> Found:
    if what := binary(data):
        raise BadFile(path, f"it looks like {what}; it is not a list")
    text = decode(data, path)
    found = chosen or format_of(text, PurePath(str(path)).suffix, path)
    return found.reads(text, path, options)


def _zipped(data: bytes, path: object, chosen: Format | None, options: ReadOptions) -> Found:
    """Read every file of a zip; BadFile for the first that cannot be read if none can."""
    from recall.formats.zips import files

    lists: list[ParsedList] = []
    refused: list[BadFile] = []
    parts, below = files(data, path)
    for name, part in parts:
        try:
            found = _single(part, f"{path} › {name}", chosen, options)
        except BadFile as error:
            refused.append(error)
            continue
        if isinstance(found, ParsedList):
            lists.append(found)
        elif len(parts) == 1:
            return found
        else:
            what = "a catalog" if isinstance(found, Catalog) else "a whole library"
            refused.append(BadFile(f"{path} › {name}", f"{what}; import it by itself"))
    if not lists:
        raise refused[0]
    return _joined(lists, [*(f"not read: {error}" for error in refused), *_left(below)])


def _left(below: int) -> list[str]:
    return [f"files in folders of the zip that are not read: {below}"] if below else []


def _joined(lists: list[ParsedList], remarks: list[str]) -> ParsedList:
    sections = dict.fromkeys(section for one in lists for section in one.sections)
    return ParsedList(
        tuple(sections),
        tuple(item for one in lists for item in one.items),
        tuple(line for one in lists for line in one.skipped),
        (*dict.fromkeys(remark for one in lists for remark in one.remarks), *remarks),
    )
