"""The table of formats, the only list of them: the name, the endings and the module of each.

The command line, the import, the contract in tests/formats/test_contract.py and the help come
from it. A module is imported when its format is used, or asked about a text.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from recall.domain.library.catalog import WHOLE, Catalog, ParsedList, ReadOptions


class Reader(Protocol):
    """What the module of a format has: functions that know its text.

    A module whose format can be written has `dump(catalog) -> str` as well. The parse of a format
    with options in the table takes them as a third argument.
    """

    def looks_like(self, text: str) -> bool:
        """Tell whether a text of unknown format is probably in this one."""

    def parse(self, text: str, path: object) -> ParsedList | Catalog:
        """Read a text; BadFile, which names path, if it is not in this format."""


class Format(NamedTuple):
    """A format of lists. Endings are in lower case, with their dot; a name is typed by people.

    options is True if the format's parse takes the ReadOptions.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    options: bool = False

    def looks_like(self, text: str) -> bool:
        """Tell whether a text is probably in this format; for files with an unknown ending."""
        return self._reader.looks_like(text)

    def reads(self, text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList | Catalog:
        """Read a text; BadFile, which names path, if it is not in this format."""
        parse: Callable[..., ParsedList | Catalog] = self._reader.parse
        return parse(text, path, options) if self.options else parse(text, path)

    @property
    def writes(self) -> Callable[[Catalog], str] | None:
        """The function that writes a catalog in this format; None if the format is only read."""
        return getattr(self._reader, "dump", None)

    @property
    def _reader(self) -> Reader:
        return cast(Reader, import_module(f"recall.formats.{self.module}"))


FORMATS = (
    Format("catalog", (".json",), "catalog_json"),
    Format("markdown", (".md", ".markdown"), "markdown.reader", options=True),
)
"""In the order in which they are asked about a text; markdown, which takes any text, is last."""

NAMES = tuple(row.name for row in FORMATS)


def format_of(text: str, ending: str) -> Format:
    """Return the format that a file's ending tells, or else the first that its text looks like."""
    told = (row for row in FORMATS if ending.lower() in row.endings)
    return next(told, None) or next(row for row in FORMATS if row.looks_like(text))


def named(name: str) -> Format | None:
    """Return the format with a name; None if there is none."""
    return next((row for row in FORMATS if row.name == name), None)
