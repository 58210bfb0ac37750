"""Reads the bytes of a file: one text, or a zip with several, each in a format of the table."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from recall.domain.library.catalog import WHOLE, Catalog, ParsedList, ReadOptions
from recall.errors import IN, BadFile
from recall.formats.encodings.decoding import decode
from recall.formats.resembling import binary
from recall.formats.table import Format, Found, format_of

_SHOWN = 3
"""Files that cannot be read are named up to here, and then counted."""

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
    found = chosen or format_of(text, PurePath(str(path)).suffix, path, plain=options.plain)
    return found.reads(text, path, options)


def _zipped(data: bytes, path: object, chosen: Format | None, options: ReadOptions) -> Found:
    from recall.formats.zips import files

    parts, below = files(data, path)
    return together(parts, below, path, chosen=chosen, options=options)


def together(
    parts: Sequence[tuple[str, bytes]],
    below: int,
    path: object,
    chosen: Format | None = None,
    options: ReadOptions = WHOLE,
) -> Found:
    """Read the files of a zip or of a folder as one list; below is how many are in its folders.

    BadFile for the first that cannot be read, if none can.
    """
    lists: list[ParsedList] = []
    refused: list[BadFile] = []
    for name, part in parts:
        try:
            found = _single(part, f"{path}{IN}{name}", chosen, options)
        except BadFile as error:
            refused.append(error)
            continue
        if isinstance(found, ParsedList):
            lists.append(found)
        elif len(parts) == 1:
            return found
        else:
            what = "a catalog" if isinstance(found, Catalog) else "a whole library"
            refused.append(BadFile(f"{path}{IN}{name}", f"{what}; import it by itself"))
    if not lists:
        raise refused[0]
    return _joined(lists, [*_not_read(refused), *_left(below)])


def _not_read(refused: Sequence[BadFile]) -> Iterator[str]:
    yield from (f"not read: {error}" for error in refused[:_SHOWN])
    if len(refused) > _SHOWN:
        yield f"further files that are not read: {len(refused) - _SHOWN}"


def _left(below: int) -> list[str]:
    return [f"files in folders below that are not read: {below}"] if below else []


def _joined(lists: list[ParsedList], remarks: list[str]) -> ParsedList:
    sections = dict.fromkeys(section for one in lists for section in one.sections)
    return ParsedList(
        tuple(sections),
        tuple(item for one in lists for item in one.items),
        tuple(line for one in lists for line in one.skipped),
        (*dict.fromkeys(remark for one in lists for remark in one.remarks), *remarks),
    )
