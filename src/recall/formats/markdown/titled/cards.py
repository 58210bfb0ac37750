"""Cards: a title, and below it bullets with one fact or one link each, after its label."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from recall.domain.library.resource import Link, LinkRole
from recall.domain.lists.link_words import pointer
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Table, TableRow
from recall.formats.markdown.bullets import bears, begins_with_link, own_lines, parted
from recall.formats.markdown.entries import web_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.marks.facts import title_of_card
from recall.formats.markdown.titles import trim
from recall.formats.markdown.works.citing.bylines import FACT
from recall.formats.markdown.works.mentions import Mention, mentions

_LABEL = re.compile(r"\W{0,6}([^\W\d_][^:：。.!?\n]{0,40})[:：]")
_INFORMATION = re.compile(
    r"(?i)\W*(?:\d{1,2}[.、]\s*)?(?:(?:论文|文章|文献|基本|基础|书籍)?(?:信息|資訊|资料|元数据)"
    r"|(?:(?:paper|basic|book|bibliographic|general) )?(?:info|information|metadata|details))\W*"
)
_OF_A_NOTE = re.compile(
    r"(?i)(?:my |reading )?(?:notes?|thoughts?|comments?|remarks?|takeaways?|review|summary|tl;?dr)"
    r"|why|(?:阅读|閱讀|我的|一句话)?(?:笔记|筆記|感想|备注|備註|评论|心得|想法|总结)|notizen|anmerkung(?:en)?"
    r"|kommentare?|notas?|comentarios?|comentários?|remarques?|commentaires?|commenti|メモ|コメント"
    r"|感想文?|메모|감상|заметки|комментарий"
)
_MOST_WORDS = 3
"""Words of a link after a label; more are a title."""
_LEAST_KNOWN = 2
_COLUMNS = 2


class _Line(NamedTuple):
    """A bullet of a card, its label and its only link, if any; known: the label is a usual one.

    A link in the words of a note is none of the card.
    """

    block: Block
    label: str
    link: Mention | None
    known: bool


def oddly_labeled(found: Sequence[Block]) -> list[Block]:
    """Return the bullets of a card that have a link after a label which no other card has."""
    return [line.block for line in _card(found) if line.link and not line.known]


def notes_with_links(found: Sequence[Block]) -> list[Block]:
    """Return the bullets of a card that have links in the words of a note: `Notes: see [this](…)`.

    These are about its work.
    """
    return [line.block for line in _card(found) if line.link is None and bears([line.block])]


def is_card(found: Sequence[Block]) -> bool:
    """Return whether bullets below a title are a card: most that have a link have a usual label."""
    return bool(_card(found, titled=True))


def _card(found: Iterable[Block], *, titled: bool = False) -> list[_Line]:
    """Return the lines of bullets that are a card; none if they are not.

    Most labels are usual ones, and one of these is a fact, a paper or code, unless it is titled: a
    line above names the title after its label.
    """
    card: list[_Line] = []
    for block in found:
        if (line := _line(block)) is None:
            return []
        card.append(line)
    known = [line for line in card if line.known]
    odd = sum(line.link is not None and not line.known for line in card)
    sure = any(line.link is None or line.link.hint in {"paper", "code"} for line in known)
    whole = len(known) > odd and (titled or (sure and len(known) >= _LEAST_KNOWN))
    return card if whole and any(line.link for line in known) else []


def names_paper(block: Block) -> bool:
    """Return whether a bullet begins with a label of a work: `**Paper:** [A title](…)`."""
    return not begins_with_link(block) and _label_of(block) == "paper"


def adds_to_paper(block: Block) -> bool:
    """Return whether a bullet of a card only has further links: `Notes: [pdf](…), [blog](…)`."""
    if _label_of(block) in {None, "paper"} or (isinstance(block, Bullet) and parted(block)[1]):
        return False
    each = [mention for line in own_lines(block) for mention in mentions(line.pieces)]
    small = (mention.link.label[:1].islower() for mention in each)
    return all(
        is_small or not mention.titled for is_small, mention in zip(small, each, strict=True)
    )


def _label_of(block: Block) -> LinkRole | None:
    """Return the link that a bullet names before a colon; None if it does not."""
    lines = own_lines(block)
    label = _LABEL.match(lines[0].text) if lines and lines[0].links else None
    return pointer(trim(label[1]), beside_a_title=True) if label else None


def labeled_links(blocks: Sequence[Block]) -> list[Link]:
    """Return the links of such bullets, each with its label as text."""
    lines = [line for block in blocks if (line := _line(block))]
    return [line.link.as_link._replace(text=line.label) for line in lines if line.link]


def with_cards(found: Sequence[Block], *, titled: bool = False) -> list[Block]:
    """Return blocks with the bullets of a card for each table of two columns that is one.

    A paragraph is one too if its lines have labels, and a link stands after a label of its own.
    It stands right below a heading, or first, where titled says that a title is above. A heading
    between the title and its card that only says so, `Basic information`, is left out.
    """
    shown: list[Block] = []
    for at, block in enumerate(found):
        below = pseudo.is_heading(shown[-1]) if shown else titled
        if below and shown and isinstance(block, Heading) and _only_says_so(found, at):
            title = shown[-1]
            shown[-1] = title._replace(level=2) if isinstance(title, Heading) else title
            continue
        bullets = _in_bullets(block) if below else []
        shown += bullets or [block]
    return shown


def _only_says_so(found: Sequence[Block], at: int) -> bool:
    """Return whether a heading says no more than that facts of a work stand below it."""
    heading = found[at]
    if not isinstance(heading, Heading) or not _INFORMATION.fullmatch(heading.line.text):
        return False
    return bool(
        _card(takewhile(lambda block: isinstance(block, Bullet), islice(found, at + 1, None)))
    )


def _in_bullets(block: Block) -> list[Block]:
    """Return the bullets of a card for a table or a paragraph that is one; none if it is not."""
    if isinstance(block, Table):
        return _as_bullets(block)
    lines = block.lines if isinstance(block, Paragraph) else []
    if lines and title_of_card(lines[0]):
        return []
    bullets: list[Block] = [Bullet(line.number, [Paragraph([line])]) for line in lines]
    return bullets if oddly_labeled(bullets) or notes_with_links(bullets) else []


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
    if found and _OF_A_NOTE.fullmatch(name) and not _LABEL.fullmatch(found[0].gap.strip(" *_`")):
        return _Line(block, name, None, known=True)
    known = _is_usual(name)
    if not found:
        return _Line(block, name, None, known=known)
    alone = len(found) == 1 and len(lines) == 1 and _LABEL.fullmatch(found[0].gap.strip(" *_`"))
    short = alone and len(found[0].link.label.split()) <= _MOST_WORDS
    return _Line(block, name, found[0], known=known) if known or short else None
