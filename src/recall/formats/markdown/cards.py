"""Cards: a title, and below it bullets with one fact or one link each, after its label."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recall.domain.library.resource import Link
from recall.domain.lists.link_words import pointer
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Paragraph, Table, TableRow
from recall.formats.markdown.bullets import bears, own_lines, parted
from recall.formats.markdown.entries import web_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.titles import trim
from recall.formats.markdown.works.citing.bylines import FACT
from recall.formats.markdown.works.mentions import Mention, mentions

_LABEL = re.compile(r"\W{0,6}([^\W\d_][^:：。.!?\n]{0,40})[:：]")
_MOST_WORDS = 3
"""Words of a link after a label; more are a title."""
_LEAST_KNOWN = 2
_COLUMNS = 2


class _Line(NamedTuple):
    """A bullet of a card, its label and its only link; known: the label is a usual one."""

    block: Block
    label: str
    link: Mention | None
    known: bool


def oddly_labeled(found: Sequence[Block]) -> list[Block]:
    """Return the bullets of a card that have a link after a label which no other card has.

    It is a card if most labels are usual ones, and one of these is a fact, a paper or code.
    """
    card: list[_Line] = []
    for block in found:
        if (line := _line(block)) is None:
            return []
        card.append(line)
    odd = [line.block for line in card if not line.known]
    known = [line for line in card if line.known]
    sure = any(line.link is None or line.link.hint in {"paper", "code"} for line in known)
    whole = sure and len(known) >= max(_LEAST_KNOWN, len(odd) + 1)
    return odd if whole and any(line.link for line in known) else []


def labeled_links(blocks: Sequence[Block]) -> list[Link]:
    """Return the links of such bullets, each with its label as text."""
    lines = [line for block in blocks if (line := _line(block))]
    return [line.link.as_link._replace(text=line.label) for line in lines if line.link]


def with_cards(found: Sequence[Block]) -> list[Block]:
    """Return blocks with the bullets of a card for each table of two columns that is one."""
    shown: list[Block] = []
    for block in found:
        bullets = _as_bullets(block) if isinstance(block, Table) else []
        shown += bullets if bullets and shown and pseudo.is_heading(shown[-1]) else [block]
    return shown


def _as_bullets(table: Table) -> list[Block]:
    """Return the rows of a table as bullets, if most begin with a usual label."""
    head = [table.head] if web_links(table.head.cells[1:]) else []
    rows = [*head, *table.rows]
    usual = sum(_is_usual(trim(row.cells[0].text)) for row in rows if row.cells)
    two = all(len(row.cells) == _COLUMNS and not row.cells[0].links for row in rows)
    if not two or usual < max(_LEAST_KNOWN, len(rows) // 2 + 1):
        return []
    return [Bullet(row.number, [Paragraph([_labeled(row)])]) for row in rows]


def _labeled(row: TableRow) -> MarkdownLine:
    label, value = row.cells
    return MarkdownLine(row.number, [TextPiece(f"{label.text.strip(': ：')}: "), *value.pieces])


def _is_usual(label: str) -> bool:
    known = label != "" and pointer(label, beside_a_title=True) is not None
    return known or FACT.match(f"{label}:") is not None


def _line(block: Block) -> _Line | None:
    """Return a bullet of a card; None if a block is none."""
    lines = own_lines(block)
    label = _LABEL.match(lines[0].text) if lines and isinstance(block, Bullet) else None
    if label is None or not isinstance(block, Bullet) or bears(parted(block)[1]):
        return None
    found = [mention for line in lines for mention in mentions(line.pieces)]
    name = trim(label[1])
    if not found:
        return _Line(block, name, None, known=True)
    known = _is_usual(name)
    alone = len(found) == 1 and len(lines) == 1 and _LABEL.fullmatch(found[0].gap.strip(" *_`"))
    short = alone and len(found[0].link.label.split()) <= _MOST_WORDS
    return _Line(block, name, found[0], known=known) if known or short else None
