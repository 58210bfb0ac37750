"""Links in what a file says of itself before its first section: they are no readings.

`Also see my [other list](…)` is said to the reader of the page, and so is `[Oak](…) is a tree`; a
line that begins with its link otherwise, or names it with a colon, in quotes or before a tab, is an
entry. So is `[3] A title. https://…`.
"""

import re
from collections.abc import Collection, Sequence

from recall.domain.library.catalog import ParsedList, ReadOptions, Skipped
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph
from recall.formats.markdown.bullets import has_box, is_link_only, own_lines
from recall.formats.markdown.entries import shows_only_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import refusal
from recall.formats.markdown.prose import HERE
from recall.formats.markdown.pseudo import begins_with_kind
from recall.formats.markdown.titles import clean, label
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.mentions import mentions
from recall.lazy_regex import lazy_regex

INTRODUCTION = "in the introduction of the list"

_NAMED = re.compile(r"(?:[:：]|→|=>|->)\W*\Z|[\t\"”»]\s*\Z")
_OPEN = re.compile(r"\S\s*[(（][^()（）]*\Z")
"""A remark in brackets: `This list is open (GitHub: [the list](…))`."""

_REFERENCE = re.compile(r"\s*\[\d{1,3}\]")
_QUOTED_FIRST = re.compile(r"\s*[\"“«][^\"“”«»]{4,300}[\"”»]")
_TOLD_OF = lazy_regex(
    r"(?:,\s(?:an?|the)|\s(?:is|are|was|were|ist|sind|est|sont|es|son|é|são|è))\s\w"
)
"""What goes on after a link that begins a sentence: `[Rust](…), a language that …`."""

_INSPIRED = re.compile(
    r"(?i)\s*(?:inspired by|based on|forked from|thanks to|see also|also see|sources?):?\s*"
)
_BETWEEN = re.compile(r"\s*[·|•/]\s*")
_HAN = lazy_regex(r"[\u4e00-\u9fff]{2}")
"""About a word of Chinese, which has no spaces."""

_HAN_NAME = lazy_regex(r"[^，。；,\s]*[\u4e00-\u9fff][^，。；,\s]*[:：]\s*")
"""What names a link in Chinese has no clauses: `某某在线阅读网站：…`."""

_ENDED = re.compile(r"[.!?。！？]\Z")
_GOES_ON = re.compile(r",\Z|\b(?:and|or|the|an?|of|with|see|by|from|to|in|on)\Z")
_OWN_PAGE = lazy_regex(
    r"(?i)\W*(?:my |我的|个人|個人|作者)?(?:blog|home ?page|博客|主页|主頁|豆瓣(?:想读|已读|在读)?"
    r"|公众号|ブログ|ホームページ|読書メーター|ブクログ|블로그|홈페이지)\W{0,4}[:：]"
)
"""What names a page of who made the list: `我的博客：…`, `ブログ: …`."""

_SPACE = TextPiece(" ")
_LEAST_IN_ROW = 3
_LEAST_WORDS = 3
_MOST_WORDS_OF_A_NAME = 6
"""Words before a colon: `The full playlist: …`."""


def is_said_of_the_list(lines: list[MarkdownLine]) -> bool:
    """Return whether a paragraph is prose with links in it, or a row of links to other pages."""
    leading = [_is_prose(line) or _is_row(line) for line in _joined(lines) if _leads(line)]
    return bool(leading) and all(leading)


def pointing_lines(blocks: Sequence[Block]) -> set[int]:
    """Return the lines before the first section that lead to pages of the list or its author.

    Such are `- [Notion page](…)` and `Blog: https://…`. The title of the list is no section.
    """
    at = next((at for at, block in enumerate(blocks) if _is_section(block)), 0)
    return {line.number for block in blocks[:at] for line in _lines_about_page(block)}


def _lines_about_page(block: Block) -> list[MarkdownLine]:
    lines = block.lines if isinstance(block, Paragraph) else own_lines(block)
    if isinstance(block, Bullet) and _points(block):
        return lines
    return [line for line in lines if line.links and _OWN_PAGE.match(line.text)]


def _is_section(block: Block) -> bool:
    return isinstance(block, Heading) and block.level > 1


def _points(bullet: Bullet) -> bool:
    """Return whether a bullet has nothing but links, which name no more than pages."""
    lines = own_lines(bullet)
    found = [each for line in lines for each in mentions(line.pieces)]
    if not found or not is_link_only(bullet) or has_box(lines):
        return False
    worded = all(len(label(each.link.label)) > 1 and not each.bare for each in found)
    roles = {each.role for each in found}
    return worded and shows_only_links(lines) and roles <= {"page", "discussion", "code"}


def _joined(lines: list[MarkdownLine]) -> list[MarkdownLine]:
    """Return the lines of a paragraph, with those as one that the width of the text parted."""
    joined: list[MarkdownLine] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is not None and _is_wrapped(above, line, lines[-1]):
            joined[-1].pieces.extend([_SPACE, *line.pieces])
        else:
            joined.append(line._replace(pieces=[*line.pieces]))
    return joined


def _is_wrapped(above: MarkdownLine, line: MarkdownLine, last: MarkdownLine) -> bool:
    """Return whether a sentence goes on: in a small letter, or with a link that it has or needs."""
    text = above.text.rstrip()
    if _ENDED.search(text) or not (above.links or len(text.split()) >= _LEAST_WORDS):
        return False
    if not line.pieces or isinstance(line.pieces[0], TextPiece):
        return line.text[:1].islower()
    here = line.links[0].label.casefold() in HERE
    return (
        here
        or bool(_GOES_ON.search(text))
        or (not above.links and last.text.rstrip().endswith("."))
    )


def _leads(line: MarkdownLine) -> bool:
    return any(refusal(link) is None for link in line.links)


def _is_prose(line: MarkdownLine) -> bool:
    before = _text_before_link(line)
    texts = [piece for piece in line.pieces if isinstance(piece, TextPiece)]
    if _REFERENCE.match(before) or _QUOTED_FIRST.match(before) or begins_with_kind(before):
        return False
    if styled_title(texts) or of_citation(clean(before)):
        return False
    if not before.strip() and _TOLD_OF.match(_text_after_link(line)):
        return True
    words = len(before.split()) + len(_HAN.findall(before))
    short = words <= _MOST_WORDS_OF_A_NAME or _HAN_NAME.fullmatch(before)
    named = short and _NAMED.search(before) and not _OPEN.search(before)
    return (words >= _LEAST_WORDS and not named) or _INSPIRED.fullmatch(before) is not None


def _text_before_link(line: MarkdownLine) -> str:
    first = next(at for at, piece in enumerate(line.pieces) if not isinstance(piece, TextPiece))
    return "".join(piece.text for piece in line.pieces[:first] if isinstance(piece, TextPiece))


def _text_after_link(line: MarkdownLine) -> str:
    """Return the text between the first link of a line and the next."""
    first = next(at for at, piece in enumerate(line.pieces) if not isinstance(piece, TextPiece))
    after = next(iter(line.pieces[first + 1 : first + 2]), None)
    return after.text if isinstance(after, TextPiece) else ""


def _is_row(line: MarkdownLine) -> bool:
    between = [piece.text for piece in line.pieces if isinstance(piece, TextPiece)]
    parted = sum(_BETWEEN.fullmatch(text) is not None for text in between)
    return len(line.links) >= _LEAST_IN_ROW and parted >= _LEAST_IN_ROW - 1


def without_introduction(
    parsed: ParsedList, said: Collection[int], options: ReadOptions
) -> ParsedList:
    """Return a list without its introduction, unless most items are in it or sections are chosen.

    said: the indices of the items that stand in the introduction.
    """
    asked = options.sections or options.not_sections
    said = _outside_of_sections(parsed, said)
    if not said or asked or 2 * len(said) > len(parsed.items):
        return parsed
    kept = [item for index, item in enumerate(parsed.items) if index not in said]
    gone = [item for index, item in enumerate(parsed.items) if index in said]
    skipped = tuple(
        Skipped(item.line, f"{text} ({url})" if url else text, INTRODUCTION)
        for item in gone
        for text, url in ((item.title, item.url), *((link.text, link.url) for link in item.links))
    )
    return parsed._replace(items=tuple(kept), skipped=(*parsed.skipped, *skipped))


def _outside_of_sections(parsed: ParsedList, said: Collection[int]) -> set[int]:
    """Return the items that stand under the title of the list, not in the first of its sections.

    If others follow on its level, a heading with more below it is a section.
    """
    tops = {section[:1] for section in parsed.sections}
    others = {item.section for index, item in enumerate(parsed.items) if index not in said}
    return {
        index
        for index in said
        if len(tops) == 1 or parsed.items[index].section not in others - {()}
    }
