"""The table of formats, the only list of them: the name, the endings and the module of each.

The command line, the import, the contract in tests/formats/test_contract.py and the help come
from it. A module is imported when its format is used, or asked about a text.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from recall.domain.library.catalog import WHOLE, Catalog, ParsedList, ReadOptions
from recall.domain.library.export import LibraryRows
from recall.errors import BadFile

Found = ParsedList | Catalog | LibraryRows
"""What a file holds: a list, a catalog, or a whole library that recall exported."""


class Reader(Protocol):
    """What the module of a format has: functions that know its text.

    A module whose format can be written has `dump(catalog) -> str` as well. The parse of a format
    with options in the table takes them as a third argument.
    """

    def looks_like(self, text: str) -> bool:
        """Tell whether a text is probably in this format; the name of its file does not count.

        It looks for a sure sign, best at the beginning, and takes linear time for any text.
        """

    def parse(self, text: str, path: object) -> Found:
        """Read a text; BadFile, which names path, if it is not in this format."""


class Format(NamedTuple):
    """A format of lists. Endings are in lower case, with their dot; a name is typed by people.

    begins is a regular expression for the first characters of its texts, after white space: other
    texts do not load its module. without is what a text in it never has: a text that has it does
    not load the module either. prose is whether its texts have no sure sign: it is asked last,
    and only about texts that look like nothing else. options is whether its parse takes the
    ReadOptions.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    begins: str = ""
    without: str = ""
    prose: bool = False
    options: bool = False

    def looks_like(self, text: str) -> bool:
        """Tell whether a text is probably in this format."""
        if self.without and self.without in text:
            return False
        begins = re.match(rf"[\ufeff\s]*+(?:{self.begins})", text)
        return begins is not None and self._reader.looks_like(text)

    def reads(self, text: str, path: object, options: ReadOptions = WHOLE) -> Found:
        """Read a text; BadFile, which names path, if it is not in this format."""
        parse: Callable[..., Found] = self._reader.parse
        return parse(text, path, options) if self.options else parse(text, path)

    @property
    def writes(self) -> Callable[[Catalog], str] | None:
        """The function that writes a catalog in this format; None if the format is only read."""
        return getattr(self._reader, "dump", None)

    @property
    def _reader(self) -> Reader:
        return cast(Reader, import_module(f"recall.formats.{self.module}"))


FORMATS = (
    Format("library", (), "exports.library_json", r"\{"),
    Format("catalog", (), "catalog_json", r"\{"),
    Format("note", (), "texts.note", "---"),
    Format("bookmarks", (), "bookmarks", "<"),
    Format("csl", (), "references.csl", r"[\[{]"),
    Format("ris", (".ris",), "references.ris", "TY"),
    Format("bibtex", (".bib", ".bibtex"), "references.bibtex", "[@%]"),
    Format("opml", (".opml",), "outlines.opml", "<", options=True),
    Format("org", (".org",), "outlines.org", without="](http", options=True),
    Format("logseq", (), "outlines.logseq", r"-|[\w.-]+::", options=True),
    Format("json", (".json", ".jsonl", ".ndjson"), "fields.json_file", r"[\[{]", options=True),
    Format("csv", (".csv", ".tsv"), "fields.csv_file", r"[^\s#*+>|`\[<{@%-]", options=True),
    Format("yaml", (".yml", ".yaml"), "fields.yaml_file", "---", options=True),
    Format("todo.txt", (), "texts.todo_txt", prose=True),
    Format("text", (), "texts.plain_text", prose=True),
    Format("markdown", (".md", ".markdown"), "markdown.reader", prose=True, options=True),
)
"""In the order in which they are asked about a text: the more special first, prose last."""

NAMES = tuple(row.name for row in FORMATS)


def format_of(text: str, ending: str, path: object = "the list", *, plain: bool = False) -> Format:
    """Return the format that a text looks like, or else the one that the file's ending tells.

    The content counts first: exports are renamed, and one ending stands for many programs.
    plain: a text that looks like nothing else is a list of titles, in Markdown. BadFile, which says
    what the text looks like and what was looked for, if it is in none.
    """
    ending = ending.lower()
    if found := next((row for row in FORMATS if not row.prose and row.looks_like(text)), None):
        return found
    told = next((row for row in FORMATS if ending in row.endings), None)
    return told if told and not told.prose else _prose(text, ending, path, told, plain=plain)


def _prose(text: str, ending: str, path: object, told: Format | None, *, plain: bool) -> Format:
    """Return the format of a text without a sure sign, unless it looks like something else.

    A text whose ending tells a format in prose is that as soon as it has a line of a list.
    """
    from recall.formats.resembling import MARKUPS, has_list, resembles

    what = None if told and has_list(text) else resembles(text, ending)
    if what is None:
        asked = (row for row in FORMATS if row.prose and row.looks_like(text))
        titles = FORMATS[-1] if plain and text.strip() else None
        if found := told or next(asked, titles):
            return found
    if what in dict(MARKUPS):
        raise BadFile(path, f"it looks like {what}; 'pandoc -t gfm' makes Markdown of it")
    formats = f"{', '.join(NAMES[:-1])} or {NAMES[-1]}"
    if what is None and text.strip():
        raise BadFile(
            path,
            f"it looks like a text without links and checkboxes, not like {formats};"
            " --plain takes its lines as titles, --format says what it is",
        )
    what = what or "an empty file"
    raise BadFile(path, f"it looks like {what}, not like {formats}; --format says what it is")


def named(name: str) -> Format | None:
    """Return the format with a name; None if there is none."""
    return next((row for row in FORMATS if row.name == name), None)
