"""Reads a list from a file: its bytes, its encoding, its format, and the catalog made of it."""

from pathlib import Path
from typing import BinaryIO

from recall.domain.library.catalog import WHOLE, Catalog, Entry, ReadOptions
from recall.domain.library.export import LibraryRows
from recall.domain.lists.choosing import with_choice, with_choice_known
from recall.errors import BadCatalog, BadFile, BadInput
from recall.formats.table import NAMES, Format, Found, named
from recall.masking import masked
from recall.usecases.lists.cataloging import assemble, joined, key_of
from recall.usecases.lists.collecting import collector_at_rest

LARGEST_FILE_BYTES = 64 * 1024 * 1024
"""Bytes; a list of a million links is smaller."""

MOST_ITEMS = 200_000
"""The most items of one list. They take 20 seconds and 400 MB of memory."""

LARGEST_LIBRARY_BYTES = 1024 * 1024 * 1024
"""Bytes of a whole library with its history."""

STANDARD_INPUT = Path("standard input")
"""The name of a list that comes in by a pipe. It is no path: such a list has none."""


def read_list(path: Path, format_name: str | None = None, options: ReadOptions = WHOLE) -> Catalog:
    """Read a list like `read_file`; BadFile for a whole library as well."""
    return _list(read_file(path, format_name, options), path)


def read_file(
    path: Path, format_name: str | None = None, options: ReadOptions = WHOLE
) -> Catalog | LibraryRows:
    """Read a file in the format that is named, or else the format that the file tells.

    The files of a folder, without those in folders below, are read as one list.

    Relative links start from the folder of the file, unless the options say otherwise. BadFile
    if the file is missing, too large, binary, or neither a list nor a library.
    """
    chosen = None if format_name is None else _named(format_name)
    if _is_folder(path):
        return _read_folder(path, chosen, _based(options, path / "file"))
    return _read(_bytes(path), path, chosen, _based(options, path))


def _is_folder(path: Path) -> bool:
    """Return whether it is a folder; BadFile for a path that the system cannot look at."""
    try:
        return path.is_dir()
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror}") from error


def read_stream(
    stream: BinaryIO,
    format_name: str | None = None,
    options: ReadOptions = WHOLE,
    name: Path = STANDARD_INPUT,
) -> Catalog | LibraryRows:
    """Read a list or a library that is in no file of this computer, under a name.

    The name is no path: only its ending counts. Its relative links stay unresolved without a base.
    BadFile as for `read_file`.
    """
    chosen = None if format_name is None else _named(format_name)
    options = options if options.base is None else _based(options, name)
    try:
        data = _limited(stream, name)
    except OSError as error:
        raise BadFile(name, f"cannot be read: {error.strerror}") from error
    return _read(data, name, chosen, options)


def read_upload(
    stream: BinaryIO, name: Path, format_name: str | None = None, options: ReadOptions = WHOLE
) -> Catalog:
    """Read a list like `read_stream`; BadFile for a whole library as well."""
    return _list(read_stream(stream, format_name, options, name), name)


def _based(options: ReadOptions, path: Path) -> ReadOptions:
    from recall.formats.url_identity import checked_url

    if options.base is not None:
        return options._replace(base=checked_url(options.base))
    return options._replace(base=f"{path.resolve().parent.as_uri()}/")


def read_catalog(path: Path) -> Catalog:
    """Read a file that must be a catalog."""
    return _list(_read(_bytes(path), path, _named("catalog")), path)


def _list(found: Catalog | LibraryRows, path: Path) -> Catalog:
    if isinstance(found, LibraryRows):
        raise BadFile(path, "a whole library, not a list; 'recall import' brings it back")
    return found


def written(catalog: Catalog, format_name: str) -> str:
    """Return the text of a catalog in a format; BadInput if that can only be read."""
    writes = _named(format_name).writes
    if writes is None:
        raise BadInput(f"a list cannot be written as {format_name}")
    return writes(catalog)


def _named(name: str) -> Format:
    found = named(name)
    if found is None:
        raise BadInput(f"'{name}' is not a format; allowed: {', '.join(NAMES)}")
    return found


def _read(
    data: bytes, path: Path, chosen: Format | None, options: ReadOptions = WHOLE
) -> Catalog | LibraryRows:
    from recall.formats.opening import opened

    with collector_at_rest():
        return _as_list(opened(data, path, chosen, options), path, options)


def _read_folder(path: Path, chosen: Format | None, options: ReadOptions) -> Catalog | LibraryRows:
    from recall.formats.opening import together
    from recall.formats.zips import MOST_BYTES, MOST_FILES

    try:
        inside = sorted(file for file in path.iterdir() if not file.name.startswith("."))
        files = [file for file in inside if file.is_file()]
        below = sum(file.is_dir() for file in inside)
        if not files:
            raise BadFile(path, "is a directory without files; name a file")
        if len(files) > MOST_FILES or sum(file.stat().st_size for file in files) > MOST_BYTES:
            limit = f"{MOST_FILES:,} files and {MOST_BYTES // 2**20} MiB"
            raise BadFile(path, f"is a directory with more than {limit}; name a file")
        parts = [(file.name, file.read_bytes()) for file in files]
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror}") from error
    with collector_at_rest():
        return _as_list(together(parts, below, path, chosen=chosen, options=options), path, options)


def _as_list(found: Found, path: Path, options: ReadOptions) -> Catalog | LibraryRows:
    if isinstance(found, LibraryRows):
        return found
    if isinstance(found, Catalog):
        _refuse_many(len(found.entries), path)
        return with_choice_known(_checked(found, path), options)
    _refuse_many(len(found.items), path)
    made = with_choice_known(assemble(list_name(path), with_choice(found, options)), options)
    skipped = tuple(line._replace(text=masked(line.text)) for line in made.skipped)
    return made._replace(skipped=skipped)


def list_name(path: Path) -> str:
    """Return the name of a file or a folder, also of one that is given as `.` or `..`."""
    if path.name not in ("", ".."):
        return path.name
    whole = path.resolve()
    return whole.name or str(whole)


def _refuse_many(items: int, path: Path) -> None:
    if items > MOST_ITEMS:
        raise BadFile(path, f"has {items:,} links and titles; a list may have {MOST_ITEMS:,}")


def _checked(catalog: Catalog, path: Path) -> Catalog:
    """Take the kinds and minutes of a catalog as they are; its identities must be right.

    An identity by older rules is right as well. Where two have become one, so do their entries.
    """
    entries: dict[tuple[str, ...], Entry] = {}
    for index, written_entry in enumerate(catalog.entries):
        entry = _by_present_rules(written_entry, path, index)
        key = key_of(entry)
        entries[key] = joined([entries[key], entry]) if key in entries else entry
    return catalog._replace(exact=True, entries=tuple(entries.values()))


def _by_present_rules(entry: Entry, path: Path, index: int) -> Entry:
    from recall.formats.moments import identities
    from recall.formats.url_identity import canonical_url

    if entry.url is None or entry.canonical_url is None:
        return entry
    if entry.canonical_url in identities(entry.url):
        return entry
    identity = canonical_url(entry.url)
    if entry.canonical_url != identity and canonical_url(entry.canonical_url) != identity:
        problem = f"'{entry.canonical_url}' is not the identity of the url; it is '{identity}'"
        raise BadCatalog(path, f"resources[{index}].canonical_url", problem)
    return entry._replace(canonical_url=identity)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise BadFile(path, "is a directory; name a file")
        with path.open("rb") as file:
            return _limited(file, path)
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror}") from error


def _limited(file: BinaryIO, path: Path) -> bytes:
    from recall.formats.exports.library_json import looks_like as is_library

    data = file.read(LARGEST_FILE_BYTES + 1)
    if len(data) > LARGEST_FILE_BYTES and is_library(data[:1_000].decode(errors="replace")):
        data += file.read(LARGEST_LIBRARY_BYTES - LARGEST_FILE_BYTES)
        if len(data) > LARGEST_LIBRARY_BYTES:
            raise BadFile(path, f"is larger than {LARGEST_LIBRARY_BYTES // 2**20} MiB")
    elif len(data) > LARGEST_FILE_BYTES:
        raise BadFile(
            path, f"is larger than {LARGEST_FILE_BYTES // 2**20} MiB; that is no reading list"
        )
    return data
