"""Bookmarks in Netscape's format, as browsers and bookmark managers export them.

Also the pages that Pocket and Instapaper made. Tags are found by a scanner of our own: on Python
3.11 `html.parser` takes quadratic time for open tags and comments.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.errors import BadFile
from recall.formats.markdown.outline import Outline
from recall.formats.page_titles import page_title
from recall.formats.values import day, no_reading, one_line, paragraphs

_NETSCAPE = re.compile(r"(?i)<!doctype netscape-bookmark-file")
_PAGE = re.compile(r"(?i)<!doctype html|<html")
_EXPORT = re.compile(r"(?i)<title>\s*(?:pocket export|instapaper: export)")
_BOOKMARK = re.compile(r"(?i)<dt>\s*<(?:a|h3)\s")
_BEGINNING = 20_000

_PIECE = re.compile(r"<([^<]*)")
_TAG = re.compile(r"(/?[a-z][a-z0-9]*+)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_OPEN_TAG = re.compile(r"(/?[a-z][a-z0-9]*+|!)([^>]*)>?", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(href|add_date|time_added|tags)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+)",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(r"/?(?:a|h[1-6]|d[ltd]|[uo]l|li)")
_LISTS = ("dl", "ul", "ol")
_FOLD = re.compile(r"\s*\n\s*")
_NOTES = re.compile(r"(?s)\[linkding-notes\](.*)\[/linkding-notes\]")

_DEEPEST = 100
_READ_FOLDER = "read archive"
_STATES = {"unread": False, "archive": True, _READ_FOLDER: True}
"""Headings of Pocket's and Instapaper's pages, and whether what follows is read."""

_ARCHIVED = "linkding:bookmarks.archived"


class _Heading(NamedTuple):
    """The heading before a list: its tag, and its text."""

    level: str
    name: str


class _Tag(NamedTuple):
    """A tag in lower case (`/a` closes), its attributes, the text behind it, and its line."""

    name: str
    attributes: str
    text: str
    line: int


def looks_like(text: str) -> bool:
    """Tell whether a text begins as an export of bookmarks does."""
    begin = text[:_BEGINNING].lstrip("\ufeff \t\n")
    if not begin.startswith("<"):
        return False
    if _NETSCAPE.search(begin):
        return True
    return bool((_EXPORT if _PAGE.search(begin) else _BOOKMARK).search(begin))


def parse(text: str, path: object) -> ParsedList:
    """Read bookmarks with their folders as sections; BadFile if there are none."""
    reader = _Reader(path)
    for tag in _tags(text):
        reader.take(tag)
    reader.finish()
    if not reader.items and not reader.skipped:
        raise BadFile(path, "no bookmarks in it; a web page that was saved is no list")
    return ParsedList(reader.outline.sections(), tuple(reader.items), tuple(reader.skipped))


def _tags(text: str) -> Iterator[_Tag]:
    """Yield the tags of a page. What only looks like a tag, as in `a < b`, is text of the last."""
    line, counted = 1, 0
    for piece in _PIECE.finditer(text):
        line += text.count("\n", counted, piece.start())
        counted = piece.start()
        inside = piece.group(1)
        if tag := _TAG.match(inside) or _OPEN_TAG.match(inside):
            yield _Tag(tag.group(1).lower(), tag.group(2), inside[tag.end() :], line)
        else:
            yield _Tag("", "", piece.group(), line)


class _Reader:
    """Walks the tags: lists nest, and the text of a tag goes on until the next one that counts."""

    def __init__(self, path: object) -> None:
        self.outline = Outline()
        self.items: list[Item] = []
        self.skipped: list[Skipped] = []
        self._path = path
        self._collecting: _Tag | None = None
        self._texts: list[str] = []
        self._heading = _Heading("", "")
        self._open: list[tuple[int, bool]] = []
        self._read = False

    def take(self, tag: _Tag) -> None:
        """Read one tag and the text behind it."""
        if not _STRUCTURE.fullmatch(tag.name):
            self._texts += ("\n" if tag.name == "br" else "", tag.text)
            return
        self.finish()
        self._collecting, self._texts = tag, [tag.text]
        if tag.name in _LISTS:
            self._begin(tag.name)
        elif tag.name[1:] in _LISTS:
            self._end()

    def finish(self) -> None:
        """Use the text that was collected for the last tag."""
        tag = self._collecting
        text = unescape("".join(self._texts)) if tag else ""
        if tag is None:
            return
        if tag.name == "a":
            self._bookmark(tag, one_line(text))
        elif tag.name == "dd" and self.items:
            self._describe(text)
        elif tag.name[0] == "h":
            self._heading = _Heading(tag.name, one_line(text))

    def _begin(self, kind: str) -> None:
        """Begin a list: a folder, or a state on the pages of Pocket and Instapaper."""
        level, name = self._heading
        self._heading = _Heading("", "")
        self._open.append((len(self.outline.path), self._read))
        if len(self._open) > _DEEPEST:
            raise BadFile(self._path, f"its folders are nested more than {_DEEPEST} deep")
        state = _STATES.get(name.lower()) if level == "h1" else None
        if state is not None:
            self._read = state
        elif name.lower() == _READ_FOLDER:
            self._read = True
        if name and state is None and (level, kind) != ("h1", "dl"):
            self.outline.open(name)

    def _end(self) -> None:
        if self._open:
            depth, self._read = self._open.pop()
            self.outline.close(depth)

    def _bookmark(self, tag: _Tag, title: str) -> None:
        found = _ATTRIBUTE.findall(tag.attributes)
        given = {name.lower(): unescape(value.strip("\"'")) for name, value in found}
        url = _FOLD.sub("", given.get("href", "").strip())
        title = page_title(title or one_line(url), url)
        reason = no_reading(url) if url and title else "a bookmark without a link"
        if reason:
            self.skipped.append(Skipped(tag.line, title, reason))
            return
        tags = [one_line(name) for name in given.get("tags", "").split(",")]
        item = Item(
            title=title,
            url=url,
            section=self.outline.use(),
            checked=self._read or _ARCHIVED in tags,
            line=tag.line,
            labels=tuple(dict.fromkeys(name for name in tags if name and name != _ARCHIVED)),
            saved_on=day(given.get("add_date") or given.get("time_added")),
        )
        self.items.append(item)

    def _describe(self, text: str) -> None:
        """Keep the text under the last bookmark."""
        notes = _NOTES.search(text)
        rest = text if notes is None else text[: notes.start()] + text[notes.end() :]
        note = None if notes is None else paragraphs(notes.group(1))
        self.items[-1] = self.items[-1]._replace(description=paragraphs(rest), note=note)
