"""Titles and citations without links, as people write them down without bullets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph
from recall.formats.markdown.entries import plain_text
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.citing.ways import LEAST_ALIKE, MOST_OF_THEM
from recall.formats.markdown.works.leading.lines import columns, fits

_PROSE = re.compile(
    r"[a-z]{3}[)]?[.!?](?:\s+\S|\s*\Z)|[\u3040-\u9fff][)）”」]?[。！？]\s*\Z|.{160}", re.DOTALL
)
_BOOK = re.compile(r"《[^《》]{1,100}》")
_BOOKS = re.compile(
    rf"(?P<label>[^《》。！？!?]{{1,30}}[:：])\s*"
    rf"(?P<books>{_BOOK.pattern}(?:\s?(?:[、，,和与及&]|以及|and)?\s?{_BOOK.pattern}){{0,20}})[。.]?"
)
_COLONS = (":", "：")
_OPENED, _CLOSED = "(（[【", ")）]】"
_LEAST_ENDS, _MOST_WRAPPED = 3, 0.9
"""Ends of lines that tell whether a text was wrapped, and the share of them that were."""
_MOST_PROSE = 0.2
"""The share of lines that may look like prose."""


def lines_as_bullets(found: Sequence[Block]) -> list[Block]:
    """Return blocks with a bullet for each line of text; unchanged if the text is prose.

    Where there is nothing but headings, those with none under them are the titles.
    """
    if len(found) > 1 and all(isinstance(block, Heading) for block in found):
        return [*_lowest(found)]
    paragraphs = [block for block in found if isinstance(block, Paragraph)]
    titled = _begin_with_titles(paragraphs)
    if not titled and is_mostly_prose([line for block in paragraphs for line in block.lines]):
        return [*found]
    as_bullets = _whole if titled or _is_wrapped(paragraphs) else _bullets
    return [each for block in found for each in _books(block) or as_bullets(block)]


def _begin_with_titles(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether most paragraphs begin with a title in italics, in bold or in `《》`."""
    marked = sum(map(_begins_with_title, paragraphs))
    return marked >= max(LEAST_ALIKE, MOST_OF_THEM * len(paragraphs))


def _begins_with_title(block: Paragraph) -> bool:
    pieces = [piece for line in block.lines for piece in line.pieces if piece[0].strip()]
    if not pieces:
        return False
    first, after = pieces[0], "".join(piece[0] for piece in pieces[1:])
    marked = isinstance(first, TextPiece) and (first.slanted or first.strong)
    apart = after and not first[0].endswith(_COLONS) and not after.lstrip().startswith(_COLONS)
    return bool(marked and apart) or _BOOK.match(first[0].lstrip()) is not None


def _is_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the lines of a text were ended by its width, in paragraphs of a work each."""
    texts = [[line.text for line in block.lines] for block in paragraphs]
    widest = max((columns(line) for lines in texts for line in lines), default=0)
    ends = [not fits(*two, widest) for lines in texts for two in pairwise(lines)]
    several = 2 * len(paragraphs) > len(ends) >= _LEAST_ENDS
    return several and sum(ends) >= _MOST_WRAPPED * len(ends)


def _whole(block: Block) -> Iterator[Block]:
    yield Bullet(block.lines[0].number, [block]) if isinstance(block, Paragraph) else block


def is_mostly_prose(lines: Sequence[MarkdownLine]) -> bool:
    """Return whether more of these lines look like prose than titles do."""
    return sum(map(_is_prose, lines)) > _MOST_PROSE * len(lines)


def _bullets(block: Block) -> Iterator[Block]:
    """Yield a bullet for each line; a line with the authors belongs to the title above it."""
    if not isinstance(block, Paragraph):
        yield block
        return
    entries: list[list[MarkdownLine]] = []
    for line in block.lines:
        if entries and (is_byline(line.text) or _is_open(entries[-1])):
            entries[-1].append(line)
        else:
            entries.append([line])
    yield from (Bullet(lines[0].number, [Paragraph(lines)]) for lines in entries)


def _is_prose(line: MarkdownLine) -> bool:
    prose = _PROSE.search(line.text) is not None
    return prose and not is_byline(line.text) and not _is_citation([line])


def _is_citation(lines: Sequence[MarkdownLine]) -> bool:
    pieces = [piece for line in lines for piece in line.pieces if isinstance(piece, TextPiece)]
    return bool(styled_title(pieces) or of_citation(plain_text([*lines])))


def _is_open(lines: list[MarkdownLine]) -> bool:
    """Return whether a bracket goes on in the next line."""
    text = " ".join(line.text for line in lines)
    return sum(map(text.count, _OPENED)) > sum(map(text.count, _CLOSED))


def _lowest(headings: Sequence[Block]) -> Iterator[Block]:
    """Yield headings; those without one under them, as bullets."""
    for block, below in zip_longest(headings, headings[1:]):
        if isinstance(block, Heading):
            holds = isinstance(below, Heading) and below.level > block.level
            yield block if holds else Bullet(block.line.number, [Paragraph([block.line])])


def citations_as_bullets(found: Sequence[Block]) -> list[Block]:
    """Return blocks with a bullet for each paragraph, or line of one, that is a citation.

    Each book in a line such as `教科书：《甲》和《乙》` is one too, below the label of the line.
    """
    return [each for block in found for each in _books(block) or _cited(block)]


def _books(block: Block) -> list[Block]:
    """Return the label of each line that is nothing but titles in `《》`, and a bullet for each."""
    lines = block.lines if isinstance(block, Paragraph) else []
    named = [_BOOKS.fullmatch(line.text.strip()) for line in lines if not line.links]
    if len(named) < len(lines) or not all(named):
        return []
    return [
        each for line, told in zip(lines, named, strict=True) if told for each in _parts(line, told)
    ]


def _parts(line: MarkdownLine, told: re.Match[str]) -> Iterator[Block]:
    yield Paragraph([line._replace(pieces=[TextPiece(told["label"])])])
    for book in _BOOK.findall(told["books"]):
        yield Bullet(line.number, [Paragraph([line._replace(pieces=[TextPiece(book)])])])


def _cited(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph) or any(line.links for line in block.lines):
        yield block
        return
    lines = block.lines
    for entries in [lines[at : at + 1] for at in range(len(lines))], [lines]:
        if all(map(_is_citation, entries)):
            yield from (Bullet(entry[0].number, [Paragraph(entry)]) for entry in entries)
            return
    yield block
