"""Finds the entries in a few lines of text: their links and titles."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recall.domain.library.catalog import Skipped
from recall.domain.lists.link_text import says_something
from recall.formats.markdown.blocks import TableRow
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import address, is_bare, is_titled, leads_nowhere, refusal, title
from recall.formats.markdown.marks.boxes import take_box
from recall.formats.markdown.marks.durations import minutes_of, take_duration
from recall.formats.markdown.titles import clean, from_text, label, trim

SECOND = "second link of the entry above"
NOTHING = "no link and no checkbox"

_TITLE_COLUMN = re.compile(
    r"(?i)\s*(?:title|name|paper|course|lecture|topic|article|book|video|resource"
    r"|标题|题目|名称|论文|课程|文章|书名|视频|内容|主题)\s*"
)


class Found(NamedTuple):
    """An entry without its section and box yet."""

    title: str
    url: str | None
    line: int
    minutes: int | None = None


class _Mention(NamedTuple):
    """A link with the text before and after it, up to the next link."""

    link: MarkdownLink
    before: str
    after: str
    minutes: int | None


def entries(
    lines: list[MarkdownLine], *, bullet: bool, above: str = ""
) -> Iterator[Found | Skipped]:
    """Yield the entries and skipped links in the lines of a bullet or paragraph, in order.

    A link with a title is an entry. If no link has one, the title is the text beside it, or
    else `above`, the text of the bullet above; further links without a title are second links.
    """
    named = False
    for line in _gathered(lines, bullet=bullet):
        yield from refusals([line])
        for found in _line_entries(line, named=named, bullet=bullet, above=above):
            named = named or isinstance(found, Found)
            yield found


def box_entry(lines: list[MarkdownLine]) -> Found:
    """Return the entry of a checkbox without a link: its text is the title."""
    return Found(plain_text(lines), None, lines[0].number)


def is_without_link(lines: list[MarkdownLine]) -> bool:
    """Return whether the lines of a box name something to read without leading to it.

    A link that leads nowhere from here names it too; an anchor or an address of e-mail does not.
    """
    links = [link for line in lines for link in line.links]
    if any(refusal(link) is None for link in links):
        return False
    named = any(leads_nowhere(link) and label(link.label) for link in links)
    texts = [piece.text for line in lines for piece in line.pieces if isinstance(piece, TextPiece)]
    return named or bool(clean("".join(texts)))


def row_entries(row: TableRow) -> Iterator[Found | Skipped]:
    """Yield the entries of a table row; without a titled link, a cell is the title."""
    minutes = next(filter(None, (minutes_of(cell.text) for cell in row.cells)), None)
    above = row_title(row)
    titled = any(is_titled(link) for cell in row.cells for link in web_links([cell]))
    named = False
    for cell in row.cells:
        yield from refusals([cell])
        if titled and not any(map(is_titled, web_links([cell]))):
            yield from (second(link) for link in web_links([cell]))
            continue
        for found in _line_entries(cell, named=named, bullet=True, above=above):
            if isinstance(found, Found) and not named:
                named = True
                yield found._replace(minutes=found.minutes or minutes)
            else:
                yield found


def row_title(row: TableRow) -> str:
    """Return the text of the title cell: the column named "title" or similar, or the first text."""
    texts = [from_text(_own_text(cell)) for cell in row.cells]
    named = (
        text
        for column, text in zip(row.header, texts, strict=False)
        if _TITLE_COLUMN.fullmatch(column)
    )
    return next((text for text in (*named, *texts) if says_something(text)), "")


def web_links(lines: list[MarkdownLine]) -> list[MarkdownLink]:
    """Return the links to something readable."""
    return [link for line in lines for link in line.links if refusal(link) is None]


def says_only_links(lines: list[MarkdownLine]) -> bool:
    """Return whether lines contain only untitled links, and no other text."""
    return bool(web_links(lines)) and not any(
        says_something(_own_text(line)) or any(map(is_titled, web_links([line]))) for line in lines
    )


def plain_text(lines: list[MarkdownLine]) -> str:
    """Return lines as one title, link texts included."""
    return clean(" ".join(line.text for line in lines))


def _gathered(lines: list[MarkdownLine], *, bullet: bool) -> list[MarkdownLine]:
    """Join lines without links to a line with links: the first, or the one they describe.

    In a paragraph they may also be the title of a bare URL that follows.
    """
    gathered: list[MarkdownLine] = []
    waiting: list[TextPiece | MarkdownLink] = []
    for line in lines:
        if not line.links:
            waiting += [*line.pieces, TextPiece(" ")]
            continue
        if gathered and (bullet or not is_bare(line.links[0])):
            gathered[-1].pieces.extend([TextPiece(" "), *waiting])
            waiting = []
        gathered.append(line._replace(pieces=[*waiting, *line.pieces]))
        waiting = []
    if gathered:
        gathered[-1].pieces.extend([TextPiece(" "), *waiting])
    return gathered


def _line_entries(
    line: MarkdownLine, *, named: bool, bullet: bool, above: str
) -> Iterator[Found | Skipped]:
    mentions = list(_mentions(line))
    titled = any(is_titled(mention.link) for mention in mentions)
    for index, mention in enumerate(mentions):
        if titled and not is_titled(mention.link):
            yield second(mention.link)
        elif index == 0 and not named:
            yield _entry(mention, above)
        elif is_titled(mention.link) or _has_own_text(mention, first=index == 0, bullet=bullet):
            yield _entry(mention, "")
        else:
            yield second(mention.link)


def _has_own_text(mention: _Mention, *, first: bool, bullet: bool) -> bool:
    """Return whether an untitled link after an earlier entry is an entry of its own.

    It is if it has text before it or, for a URL that begins a line, after it. A URL alone on a
    line is one too. In a list item, `pdf` or a URL without text belongs to the same resource.
    """
    bare = is_bare(mention.link)
    if says_something(mention.before):
        return bare or (first and not bullet)
    return first and bare and (not bullet or says_something(mention.after))


def _mentions(line: MarkdownLine) -> Iterator[_Mention]:
    """Yield the readable links with the text around them; a refused link counts as text."""
    before, link, minutes, text = "", None, None, ""
    for piece in line.pieces:
        if isinstance(piece, TextPiece) or refusal(piece):
            text += piece.text if isinstance(piece, TextPiece) else _said(piece)
            continue
        if link is not None:
            minutes, text = take_duration(text)
            yield _Mention(link, before, "", minutes)
        before, link, text = text, piece, ""
    if link is not None:
        minutes, text = take_duration(text)
        yield _Mention(link, before, text, minutes)


def _entry(mention: _Mention, above: str) -> Found:
    link = mention.link
    return Found(_title(mention, above), address(link), link.line, mention.minutes)


def _title(mention: _Mention, above: str) -> str:
    """Return the best title: link text, text before, bullet above, text after, or label."""
    if is_titled(mention.link):
        return title(mention.link)
    before, after = from_text(mention.before), trim(clean(mention.after))
    for text in (before, above, after):
        if says_something(text):
            return text
    shown = "" if is_bare(mention.link) else label(mention.link.label)
    return shown or before or title(mention.link)


def refusals(lines: list[MarkdownLine]) -> Iterator[Skipped]:
    """Yield the links that are no readings, with the reason of each."""
    for line in lines:
        for link in line.links:
            if reason := refusal(link):
                yield Skipped(link.line, title(link), reason)


def second(link: MarkdownLink) -> Skipped:
    """Return the report on a further link of the entry above it."""
    return Skipped(link.line, title(link), SECOND)


def _own_text(line: MarkdownLine) -> str:
    """Return the text of a line without its links and its box."""
    _, line = take_box(line)
    return "".join(
        piece.text if isinstance(piece, TextPiece) else _said(piece) if refusal(piece) else " "
        for piece in line.pieces
    )


def _said(link: MarkdownLink) -> str:
    """Return the text of a refused link if it may be the title of what follows."""
    return link.label if not link.image and is_titled(link) else " "
