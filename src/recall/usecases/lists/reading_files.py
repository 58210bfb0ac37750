"""From a file to a catalog: its bytes, its encoding, its format."""

from collections.abc import Callable
from pathlib import Path

from recall.domain.library.catalog import Catalog
from recall.errors import BadCatalog, BadFile, BadInput
from recall.usecases.lists.cataloging import assemble

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a list of a million links is smaller."""


def _markdown(text: str, path: Path) -> Catalog:
    from recall.formats.markdown.reader import parse

    return assemble(path.name, parse(text, path))


def _catalog(text: str, path: Path) -> Catalog:
    """What kinds and minutes it gives count; what it says of identity must be true."""
    from recall.formats.catalog_json import parse
    from recall.formats.url_identity import canonical_url

    catalog = parse(text, path)
    for number, entry in enumerate(catalog.entries):
        if entry.url is not None and entry.canonical_url != canonical_url(entry.url):
            found = f"'{entry.canonical_url}' is not the identity of the url"
            allowed = f"it is '{canonical_url(entry.url)}'"
            raise BadCatalog(path, f"resources[{number}].canonical_url", f"{found}; {allowed}")
    return catalog._replace(exact=True)


FORMATS: dict[str, Callable[[str, Path], Catalog]] = {"markdown": _markdown, "catalog": _catalog}
"""A new format is one module in formats/ and one line here."""


def read_list(path: Path, format_name: str | None = None) -> Catalog:
    """Read a list in the format named, or the one its ending and content tell.

    BadFile for a file that is missing, a directory, too large, binary, or not a list.
    """
    if format_name is not None and format_name not in FORMATS:
        raise BadInput(f"'{format_name}' is not a format; allowed: {', '.join(FORMATS)}")
    text = _text(path)
    chosen = format_name or ("catalog" if path.suffix.lower() == ".json" else "markdown")
    return FORMATS[chosen](text, path)


def read_catalog(path: Path) -> Catalog:
    """Read a file that must be a catalog."""
    return _catalog(_text(path), path)


def _text(path: Path) -> str:
    from recall.formats.decoding import decode

    try:
        if path.is_dir():
            raise BadFile(path, "is a directory; name a file")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_FILE:
        raise BadFile(path, f"is larger than {LARGEST_FILE // 2**20} MiB; that is no reading list")
    return decode(data, path)
