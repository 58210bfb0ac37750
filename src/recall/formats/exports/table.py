"""The table of exports, the only list of them: the name, the endings and the module of each."""

from importlib import import_module
from typing import NamedTuple, Protocol, cast

from recall.domain.library.export import LibraryExport


class Writer(Protocol):
    """What the module of an export has."""

    def write(self, library: LibraryExport) -> str:
        """Return the text of the file; it ends with a line break."""


class Export(NamedTuple):
    """A format that a library is written in. Endings are in lower case, with their dot."""

    name: str
    endings: tuple[str, ...]
    module: str

    def writes(self, library: LibraryExport) -> str:
        """Return the text of the file."""
        module = import_module(f"recall.formats.exports.{self.module}")
        return cast(Writer, module).write(library)


EXPORTS = (
    Export("json", (".json",), "library_json"),
    Export("markdown", (".md", ".markdown"), "markdown_list"),
    Export("csv", (".csv",), "resources_csv"),
    Export("csv-reviews", (), "reviews_csv"),
    Export("ics", (".ics",), "icalendar"),
    Export("anki", (".txt",), "anki"),
)

EXPORT_NAMES = tuple(row.name for row in EXPORTS)


def named(name: str) -> Export | None:
    """Return the export with a name; None if there is none."""
    return next((row for row in EXPORTS if row.name == name), None)


def told_by(ending: str) -> Export | None:
    """Return the export that the ending of a file tells; None if it tells none."""
    return next((row for row in EXPORTS if ending.lower() in row.endings), None)
