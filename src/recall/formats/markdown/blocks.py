"""Parses markdown into a tree of headings, lines, bullets and table rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from markdown_it.token import Token

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.lines import DETAILS_LEVEL, MarkdownLine, TextPiece, lines
from recall.formats.markdown.parsing import parser
from recall.formats.markdown.parsing.containers import as_folds
from recall.formats.markdown.parsing.embeds import with_links
from recall.formats.markdown.parsing.hidden import Hidden
from recall.formats.markdown.parsing.legends import with_boxes
from recall.formats.markdown.parsing.letter_boxes import with_signs
from recall.formats.markdown.parsing.mended import mended
from recall.formats.markdown.tables import html


class Heading(NamedTuple):
    """A heading; level 1 to 6, or 7 for `<summary>`."""

    level: int
    line: MarkdownLine


class Paragraph(NamedTuple):
    """Consecutive lines of text; quoted: they stand after `>`."""

    lines: list[MarkdownLine]
    quoted: bool = False


class Bullet(NamedTuple):
    """A list item with everything in it; level is that of a heading which is read as one."""

    number: int
    blocks: "list[Block]"
    level: int = 0


class TableRow(NamedTuple):
    """A row of a table: its line and its cells."""

    number: int
    cells: list[MarkdownLine]


class Table(NamedTuple):
    """A table: its head and its rows."""

    head: TableRow
    rows: list[TableRow]


class EndOfDetails(NamedTuple):
    """`</details>`: what `<summary>` opened is closed."""

    number: int


class Titled(NamedTuple):
    """A heading that is the title of a work, and the blocks under it, which only add to it.

    about are the lines beside the title.
    """

    heading: Heading
    under: "Sequence[Block]"
    about: Sequence[MarkdownLine] = ()


class Rule(NamedTuple):
    """A line across the page, `---`."""

    number: int


Block = Titled | Rule | Heading | Paragraph | Bullet | Table | EndOfDetails


class Document(NamedTuple):
    """A text as a tree of blocks, and the links in it that markdown does not show as links."""

    blocks: list[Block]
    hidden: list[Skipped]


_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?=[ \t]*(?:#[^\n]*|[\w\"'][\w .\"'-]*:(?:[ \t][^\n]*)?)\n).*?\n(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n.*?\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)


def document(text: str, base: str | None = None) -> Document:
    """Parse markdown; front matter is skipped, but counts in the line numbers.

    Relative links are resolved against base, a URL.
    """
    front, rest = _parted(text)
    shown = "\n" * front.count("\n") + with_signs(with_boxes(with_links(as_folds(mended(rest)))))
    tokens, definitions = parser.parsed(shown)
    hidden = Hidden(front, definitions)
    blocks = _TreeReader(hidden.watched(tokens), shown.split("\n"), base).blocks()
    return Document(blocks, hidden.skipped())


def _parted(text: str) -> tuple[str, str]:
    """Separate the front matter from the rest."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    found = _FRONT_MATTER.match(text)
    return (found.group(), text[found.end() :]) if found else ("", text)


_BREAK = TextPiece("\n")
_CAPTION_LEVEL = 8
_MOST_WORDS = 6
_GAP = 2


class _TreeReader:
    """Walks the flat token stream once; the innermost open bullet is at the end of the stack."""

    def __init__(self, tokens: Iterable[Token], source: Sequence[str], base: str | None) -> None:
        self._tokens = tokens
        self._source = source
        self._base = base
        self._stack: list[list[Block]] = [[]]
        self._depths: list[int] = []
        self._starts: list[int] = []
        self._single: Bullet | None = None  # of the list that ended last
        self._heading = 0
        self._quotes = 0
        self._table: Table | None = None
        self._row: TableRow | None = None
        self._unclosed = False

    def blocks(self) -> list[Block]:
        for token in self._tokens:
            self._read(token)
        return self._stack[0]

    def _read(self, token: Token) -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "bullet_list_open" | "ordered_list_open":
                self._begin_list(_number(token))
            case "bullet_list_close" | "ordered_list_close":
                self._end_list()
            case "list_item_open" | "list_item_close":
                self._item(token)
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "hr":
                self._stack[-1].append(Rule(_number(token)))
            case "table_open" | "tr_open" | "tr_close":
                self._in_table(token)
            case "inline":
                self._inline(token)

    def _in_table(self, token: Token) -> None:
        """Begin a table or a row, or keep a row that ends; the first of a table is its head."""
        if token.type == "table_open":
            self._table = None
        elif token.type == "tr_open":
            self._row = TableRow(_number(token), [])
        elif self._row is not None:
            self._end_row(self._row)

    def _item(self, token: Token) -> None:
        if token.nesting < 0:
            ended = self._stack.pop()
            if isinstance(ended[-1] if ended else None, EndOfDetails) and not _opens(ended):
                self._stack[-1].append(ended.pop())
            return
        bullet = Bullet(_number(token), [])
        self._stack[-1].append(bullet)
        self._stack.append(bullet.blocks)

    def _begin_list(self, number: int) -> None:
        """Begin a list: under the bullet above it, if it is indented further than that.

        Markdown wants more spaces under `1.` than people write.
        """
        self._depths.append(len(self._stack))
        above = self._stack[-1][-1] if self._stack[-1] else None
        if isinstance(above, Bullet):
            names_it = above is self._single and _is_name(above)
            if names_it or self._indent(number) > self._indent(above.number):
                self._stack.append(above.blocks)
        self._starts.append(len(self._stack[-1]))

    def _end_list(self) -> None:
        """End a list; a name that is alone in it is that of the next: `1. Books` over bullets."""
        read = self._stack[-1][self._starts.pop() :]
        self._single = read[0] if len(read) == 1 and isinstance(read[0], Bullet) else None
        del self._stack[self._depths.pop() :]

    def _indent(self, number: int) -> int:
        line = self._source[number - 1].expandtabs(4)
        return len(line) - len(line.lstrip(" >"))

    def _inline(self, token: Token) -> None:
        found = lines(token, self._base)
        if self._row is not None:
            pieces = [piece for line in found for piece in (*line.pieces, _BREAK)]
            self._row.cells.append(MarkdownLine(self._row.number, pieces[:-1]))
        elif self._heading and len(found) == 1:
            self._stack[-1].append(Heading(self._heading, found[0]))
        else:
            # Dashes under several lines were meant as a separator, not as a heading's underline.
            self._paragraphs(found)

    def _paragraphs(self, found: list[MarkdownLine]) -> None:
        """Read a run of lines; an empty line does not end a table in HTML."""
        read = [*_split(found, quoted=self._quotes > 0)]
        above, first = self._stack[-1][-1:], read[:1]
        if self._unclosed and found[0].opens:
            for table, more in zip(above, first, strict=False):
                if isinstance(table, Table) and isinstance(more, Table) and not more.head.cells:
                    table.rows.extend(more.rows)
                    del read[0]
        words = bool(found) and not any(line.links for line in found)
        below = words and self._depths and self._stack[-1]
        outside = below and self._is_apart(found[0].number, found[-1].number)
        self._stack[0 if outside else -1].extend(read)
        opened = [line.opens for line in found if line.opens]
        self._unclosed = bool(opened) and opened[-1] != "/table"

    def _is_apart(self, first: int, last: int) -> bool:
        """Return whether two empty lines stand above lines, and no more of a list below them."""
        above = "".join(self._source[max(0, first - 1 - _GAP) : first - 1])
        below = next(filter(str.strip, islice(self._source, last, None)), "#")
        return not above.strip() and below.startswith("#")

    def _end_row(self, row: TableRow) -> None:
        self._row = None
        if self._table is None:
            self._table = Table(row, [])
            self._stack[-1].append(self._table)
        else:
            self._table.rows.append(row)


def _is_name(bullet: Bullet) -> bool:
    """Return whether a bullet is a few words as names of sections are, without a link and a box."""
    block = bullet.blocks[0] if len(bullet.blocks) == 1 else None
    line = block.lines[0] if isinstance(block, Paragraph) and len(block.lines) == 1 else None
    if line is None or line.links or len(line.text.split()) > _MOST_WORDS:
        return False
    return line.text[:1].isalpha() and not (line.text[:1].islower() or line.text.endswith("."))


def _number(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _split(found: list[MarkdownLine], *, quoted: bool) -> Iterator[Block]:
    """Yield what HTML makes of a run of lines, and the paragraphs between."""
    for run in html.runs(found):
        if run[0].opens:
            yield from _table(html.rows(run))
        else:
            yield from _paragraphs(run, quoted=quoted)


def _opens(blocks: Sequence[Block]) -> bool:
    """Return whether a fold begins in these blocks, so that it ends there too."""
    return any(isinstance(block, Heading) and block.level == DETAILS_LEVEL for block in blocks)


def _is_caption(row: html.HtmlRow) -> bool:
    return sum(bool(cell.pieces) for cell in row.cells) == 1


def _table(rows: list[html.HtmlRow]) -> Iterator[Heading | Table]:
    """Yield a table; its first row is the head if it says so, or if only the others have links.

    A single head above the heads names the table.
    """
    while len(rows) > 1 and rows[0].heads and rows[1].heads and _is_caption(rows[0]):
        yield Heading(_CAPTION_LEVEL, next(cell for cell in rows[0].cells if cell.pieces))
        del rows[0]
    if not rows:
        return
    first, *rest = [TableRow(row.number, row.cells) for row in rows]
    linked = [any(cell.links for cell in row.cells) for row in rows]
    if rows[0].heads or (not linked[0] and any(linked)):
        yield Table(first, rest)
    else:
        yield Table(TableRow(first.number, []), [first, *rest])


def _paragraphs(found: list[MarkdownLine], *, quoted: bool) -> Iterator[Block]:
    """Yield the HTML headings in a run of lines, and the paragraphs between them."""
    paragraph: list[MarkdownLine] = []
    for line in found:
        is_text = not (line.heading or line.ends_details)
        if paragraph and (line.apart or not is_text):
            yield Paragraph(paragraph, quoted)
            paragraph = []
        if is_text:
            paragraph.append(line)
        else:
            yield EndOfDetails(line.number) if line.ends_details else Heading(line.heading, line)
    if paragraph:
        yield Paragraph(paragraph, quoted)
