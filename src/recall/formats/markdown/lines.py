"""Splits markdown's inline content into lines of text and links, with line numbers."""

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from markdown_it.token import Token

from recall.formats.markdown.parsing import bare_urls, relative
from recall.formats.markdown.parsing.identifiers import identifier
from recall.formats.markdown.parsing.parser import BARE, PLAIN
from recall.formats.markdown.parsing.plain_links import PlainLink
from recall.formats.markdown.titles import ESCAPED_STAR

DETAILS_LEVEL = 7
"""The heading level of `<summary>`: below every real heading."""


class TextPiece(NamedTuple):
    """A run of text: in bold (strong), struck through, in italics (slanted), or set as code."""

    text: str
    strong: bool = False
    struck: bool = False
    slanted: bool = False
    code: bool = False


class MarkdownLink(NamedTuple):
    """A link: its text, its target as written, and its line.

    bare: its only text is its URL. image: its text is an image's alternative text, and this is
    the image's source. struck: it is struck through. is_label: its text is no title, as others in
    the list show.
    """

    label: str
    url: str
    line: int
    bare: bool = False
    image: str = ""
    struck: bool = False
    is_label: bool = False


class MarkdownLine(NamedTuple):
    """One line; heading is its level if HTML makes it a heading, ends is True at `</details>`.

    opens is the tag of a table that it begins with, `tr`, `td` or `th`, or `/table` after one.
    rows and columns are how many of them a cell spans. apart: an empty line stands above it, as
    `<br><br>` makes it.
    """

    number: int
    pieces: list[TextPiece | MarkdownLink]
    heading: int = 0
    ends_details: bool = False
    opens: str = ""
    rows: int = 1
    columns: int = 1
    apart: bool = False

    @property
    def links(self) -> list[MarkdownLink]:
        """The links on the line, in order."""
        return [piece for piece in self.pieces if isinstance(piece, MarkdownLink)]

    @property
    def text(self) -> str:
        """The visible text of the line, link texts included."""
        return "".join(
            piece.text if isinstance(piece, TextPiece) else piece.label for piece in self.pieces
        )


_ATTRIBUTES = re.compile(
    r"\{:\s?(?=[.#]|[\w-]+[=}])[^{}\n]{1,200}\}|\{\s?[.#][\w-][^{}\n]{0,80}\}|\{-\}"
    r"|\A\{[\w-]+=[^{}\n]{1,200}\}"
)
"""What only the generator of a site reads: `{:target="_blank"}`, `{:.no_toc}`, `{#id}`."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ATTRIBUTE = re.compile(
    r"""(?i)\s(href|src|alt|rowspan|colspan)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
)
_BREAKS = re.compile("br|p|li|tr|td|th|div|ul|ol|table|hr|dt|dd")
_BREAKS_OF_A_GAP = 2
_CELLS = ("tr", "td", "th")
_MOST_ROWS, _MOST_COLUMNS = 1_000, 20
_HEADINGS = {"summary": DETAILS_LEVEL} | {f"h{level}": level for level in range(1, 7)}


def lines(inline: Token, base: str | None = None) -> list[MarkdownLine]:
    """Split an inline token into lines; empty lines are left out.

    Relative links are resolved against base, a URL, where that gives something to read.
    """
    number = inline.map[0] + 1 if inline.map else 1
    if plain := inline.meta.get(PLAIN):
        return [_plain_line(plain, number, base)]
    reader = _LineReader(number, base)
    for token in inline.children or ():
        reader.read(token)
    return reader.end()


def _plain_line(plain: PlainLink, number: int, base: str | None) -> MarkdownLine:
    link = MarkdownLink(plain.label, relative.resolved(plain.url.strip(), base), number)
    pieces = (TextPiece(plain.before), link, TextPiece(plain.after))
    return MarkdownLine(number, _shown(pieces))


class _LineReader:
    """Collects pieces, token by token. A link stays open until its closing token."""

    def __init__(self, number: int, base: str | None) -> None:
        self._number = number
        self._base = base
        self._lines = [MarkdownLine(number, [])]
        self._strong = self._struck = self._slanted = 0
        self._open: MarkdownLink | None = None
        self._label: list[TextPiece] = []
        self._breaks = 0

    def read(self, token: Token) -> None:
        match token.type:
            case "text" | "code_inline":
                self._text(token.content, code=token.type == "code_inline")
            case "text_special":
                self._text(token.content.replace("*", ESCAPED_STAR))
            case "softbreak" | "hardbreak":
                self._number += 1
                self._break(soft=token.type == "softbreak")
            case "strong_open" | "strong_close" | "em_open" | "em_close" | "s_open" | "s_close":
                self._styled(token.tag, token.nesting)
            case "link_open":
                self._link(str(token.attrs.get("href", "")), bare=token.markup == BARE)
            case "link_close":
                self._close()
            case "image":
                self._image(str(token.attrs.get("src", "")), _alternative(token))
            case "html_inline":
                self._html(token.content)

    def end(self) -> list[MarkdownLine]:
        self._close()
        shown = [line._replace(pieces=_shown(line.pieces)) for line in self._lines]
        if not any(line.links for line in shown):
            shown = [_with_identifier(line) for line in shown]
        return [line for line in shown if line.pieces or line.ends_details or line.opens]

    def _text(self, text: str, *, code: bool = False) -> None:
        if self._open:
            self._label.append(TextPiece(text, struck=self._struck > 0))
            return
        start = 0
        for begin in () if code else bare_urls.without_scheme(text):
            if begin < start:
                continue
            if raw := bare_urls.match(text, begin):
                self._add_text(text[start:begin])
                self._add(
                    MarkdownLink(raw, f"http://{bare_urls.unescape(raw)}", self._number, bare=True)
                )
                start = begin + len(raw)
        self._add_text(text[start:], code=code)

    @property
    def _shown(self) -> str:
        """The text of the open link."""
        return "".join(piece.text for piece in self._label)

    def _add_text(self, text: str, *, code: bool = False) -> None:
        if text:
            styles = (self._strong > 0, self._struck > 0, self._slanted > 0)
            piece = TextPiece(text, *styles, code)
            last = self._lines[-1].pieces[-1:]
            if last and isinstance(last[0], TextPiece) and last[0][1:] == piece[1:]:
                self._lines[-1].pieces[-1] = piece._replace(text=last[0].text + text)
            else:
                self._add(piece)

    def _add(self, piece: TextPiece | MarkdownLink) -> None:
        if self._breaks >= _BREAKS_OF_A_GAP:
            self._lines[-1] = self._lines[-1]._replace(apart=True)
        self._breaks = 0
        self._lines[-1].pieces.append(piece)

    def _break(self, *, soft: bool = False) -> None:
        """Begin a line; in a link, in bold text and in italics, a break is only a space."""
        last = self._lines[-1].pieces[-1:]
        styled = self._strong > 0 or self._slanted > 0
        if self._open or (soft and styled and last and isinstance(last[0], TextPiece)):
            self._text(" ")
        else:
            self._lines.append(MarkdownLine(self._number, [], self._lines[-1].heading))

    def _link(self, url: str, *, bare: bool = False) -> None:
        if not self._open:
            leads_to = relative.resolved(url.strip(), self._base)
            self._open = MarkdownLink("", leads_to, self._number, bare)
            self._label = []

    def _close(self) -> None:
        if link := self._open:
            self._open = None
            struck = [piece.struck for piece in self._label if piece.text.strip()]
            self._add(link._replace(label=self._shown, struck=bool(struck) and all(struck)))

    def _image(self, source: str, alternative: str) -> None:
        if self._open and not self._shown.strip():
            self._open = self._open._replace(image=source)
            self._label = []
            self._text(alternative)

    def _html(self, content: str) -> None:
        tag = _TAG.match(content)
        if tag:
            closing, name = bool(tag[1]), tag[2].lower()
            self._tag(name, content, closing=closing)
        self._number += content.count("\n")

    def _tag(self, name: str, content: str, *, closing: bool) -> None:
        if name == "a" and closing:
            self._close()
        elif name == "a" and (href := _attributes(content).get("href")):
            self._link(href)
        elif name == "iframe" and (source := _attributes(content).get("src")):
            self._link(source, bare=True)
            self._text(source)
            self._close()
        elif name == "img":
            attributes = _attributes(content)
            self._image(attributes.get("src", ""), attributes.get("alt", ""))
        elif name in _HEADINGS:
            self._lines.append(MarkdownLine(self._number, [], 0 if closing else _HEADINGS[name]))
        elif name == "details" and closing:
            self._lines.append(MarkdownLine(self._number, [], ends_details=True))
            self._lines.append(MarkdownLine(self._number, []))
        elif name in _CELLS and not closing and not self._open:
            found = _attributes(content)
            rows = _count(found.get("rowspan"), _MOST_ROWS)
            columns = _count(found.get("colspan"), _MOST_COLUMNS)
            line = MarkdownLine(self._number, [], opens=name, rows=rows, columns=columns)
            self._lines.append(line)
        elif name == "table" and closing and not self._open:
            self._lines.append(MarkdownLine(self._number, [], opens="/table"))
        elif _BREAKS.fullmatch(name):
            self._breaks += name == "br"
            self._break()
        else:
            self._styled(name, -1 if closing else 1)

    def _styled(self, tag: str, change: int) -> None:
        if tag in {"b", "strong"}:
            self._strong += change
        elif tag in {"i", "em"}:
            self._slanted += change
        elif tag in {"s", "del", "strike"}:
            self._struck += change


def _with_identifier(line: MarkdownLine) -> MarkdownLine:
    """Return a line in which the number of a paper is a link to it: `A title. arXiv:2401.00001`."""
    for at, piece in enumerate(line.pieces):
        text = piece.text if isinstance(piece, TextPiece) and not piece.code else ""
        if (found := identifier(text)) and isinstance(piece, TextPiece):
            number = text[found.start : found.end]
            link = MarkdownLink(number, found.url, line.number, bare=True)
            before, after = text[: found.start], text[found.end :]
            texts = (piece._replace(text=before), piece._replace(text=after))
            return line._replace(
                pieces=[*line.pieces[:at], texts[0], link, texts[1], *line.pieces[at + 1 :]]
            )
    return line


def _shown(pieces: Iterable[TextPiece | MarkdownLink]) -> list[TextPiece | MarkdownLink]:
    """Return links, and texts without attributes, if anything is left of them."""
    shown: list[TextPiece | MarkdownLink] = []
    for piece in pieces:
        if isinstance(piece, MarkdownLink):
            shown.append(piece)
        elif "{" in piece.text and not piece.code:
            text = _ATTRIBUTES.sub("", piece.text)
            shown += [piece._replace(text=text)] if text else []
        elif piece.text:
            shown.append(piece)
    return shown


def _attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a link or image tag."""
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(tag)
    }


def _count(text: str | None, most: int) -> int:
    """Return how many rows or columns a cell spans."""
    return max(1, min(int(text[:9]), most)) if text and text.isdecimal() else 1


def _alternative(image: Token) -> str:
    return "".join(token.content for token in image.children or () if not token.children)
