"""Titles and citations without links, as people write them down without bullets."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph
from recall.formats.markdown.entries import plain_text
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.plain.paragraphs import (
    BOOK,
    are_wrapped,
    begin_with_titles,
    begins_with_title,
    whole_bullet,
)
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.citing.styled import styled_title
from recall.lazy_regex import lazy_regex

_PROSE = lazy_regex(
    r"[a-z]{3}[)]?[.!?](?:\s+\S|\s*\Z)|[\u3040-\u9fff][)）”」]?[。！？]\s*\Z|.{160}", re.DOTALL
)
_BOOKS = lazy_regex(
    rf"(?P<label>[^《》。！？!?]{{1,30}}[:：])\s*"
    rf"(?P<books>{BOOK.pattern}(?:\s?(?:[、，,和与及&]|以及|and)?\s?{BOOK.pattern}){{0,20}})[。.]?"
)
_OPENED, _CLOSED = "(（[【", ")）]】"
_MOST_PROSE = 0.2
"""The share of lines that may look like prose."""


def lines_as_bullets(found: Sequence[Block]) -> list[Block]:
    """Return blocks with a bullet for each line of text; unchanged if the text is prose.

    Where there is nothing but headings after an introduction, those with none under them are the
    titles.
    """
    begun = _after_introduction(found)
    if len(found) - begun > 1 and all(isinstance(block, Heading) for block in found[begun:]):
        return [*found[:begun], *_lowest(found[begun:])]
    begun = _after_sentences(found)
    paragraphs = [block for block in found[begun:] if isinstance(block, Paragraph)]
    whole = begin_with_titles(paragraphs)
    if not whole and is_mostly_prose([line for block in paragraphs for line in block.lines]):
        return [*found]
    as_bullets = whole_bullet if whole or are_wrapped(paragraphs) else _bullets
    shown = (_books(block) or as_bullets(block) for block in found[begun:])
    return [*found[:begun], *(each for blocks in shown for each in blocks)]


def _after_introduction(found: Sequence[Block]) -> int:
    """Return where a text goes on after the words at its beginning, below its first heading."""
    at = 1 if found and isinstance(found[0], Heading) else 0
    words = len([*takewhile(lambda block: isinstance(block, Paragraph), found[at:])])
    return at + words if words else 0


def _after_sentences(found: Sequence[Block]) -> int:
    """Return where a text goes on after the introduction, if that is sentences; else 0."""
    begun = _after_introduction(found)
    words = [block for block in found[:begun] if isinstance(block, Paragraph)]
    told = all(_is_prose(each.lines[-1]) and not begins_with_title(each) for each in words)
    return begun if told and begun < len(found) else 0


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
    for book in BOOK.findall(told["books"]):
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
