"""Recognizes headings that are not markdown headings, and names sections."""

import re
from collections.abc import Iterator

from recall.formats.markdown.blocks import Block, EndOfDetails, Heading, Paragraph
from recall.formats.markdown.lines import (
    DETAILS_LEVEL,
    MarkdownLine,
    MarkdownLink,
    TextPiece,
)
from recall.formats.markdown.links import is_control, is_titled
from recall.formats.markdown.marks.boxes import first_text, take_box, take_marker, without
from recall.formats.markdown.marks.short_lines import (
    framed,
    heads_addresses,
    is_address,
    is_short_name,
    undecorated,
)
from recall.formats.markdown.outline import BOLD_LEVEL, COLON_LEVEL, only_unfolds
from recall.formats.markdown.titles import clean, trim
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.mentions import mentions
from recall.lazy_regex import lazy_regex

# A hashtag is one word after one `#`; Chinese has no spaces, so there one word is a heading.
_HASHES = re.compile(r"\s*(#{1,6})(?=[^\s#!])")
_HASHTAGS = re.compile(r"\s*#(?:[A-Za-z0-9_/-]+|\S+(?:\s+#\S+)+)\s*")
_HEADING_OF_LIST = re.compile(r"#[A-Z][a-z]+\s*")
"""A tag is that, but where a list follows at once, `#Readings` is a heading without its space."""

_NUMBER_SIGN = re.compile(r"\s*#\d")
_COLONS = ("：", ":")
_SENTENCE = lazy_regex(
    r"(?i)[。！？!?；;，,]|\.\s|['’](?:s|re|ve|m)\s(?=a\b|the\b|some\b|found|list)"
    r"|\A(?:read|watch|see|do|listen to|check|complete|review) (?:the|this|these|all|an?)\b"
    r"|\b(?:is|are|was|were|can|could|should|will|would|including|found|recommend)\b"
)
# `一、行为习惯` above a list.
_NUMBERED_HEADING = lazy_regex(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节節部编编篇]|[一二三四五六七八九十]{1,3}\s?[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])\s*[^\s。！？；，,]{1,30}\Z"
)
_LONGEST_COLON_LINE = 60
_MOST_WORDS = 6
_MOST_WORDS_IN_BOLD = 10
_WORDS_OF_A_TITLE = 5
"""Fewer words in bold over the name of a repository are a section."""

_EMOJI_CODES = re.compile(r":[a-z][a-z0-9_+-]{1,40}:")
_BRACKETED = lazy_regex(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_IN_BRACKETS = re.compile(
    r"[\[【](?!.*(?:\d[/.-]\d|更新|[Uu]pdate))([^\[\]【】]*[^\W\d_]{2}[^\[\]【】]*)[\]】]"
)
"""`【视频】` above a list"""

_REMARK = re.compile(r"[(（](?:[^()（）\s]+\s+){3,}[^()（）\s]+[)）]")
"""A line in brackets says something of the section: `**(my favourites come first)**`."""

_EMPTY_BRACKETS = re.compile(r"[(（\[【]\s*[)）\]】]")
_DASH = re.compile(r"\s*[-–—]\s")
_BY = re.compile(r"\s*(?:by|von|par|por)\s+[^\W\d_a-z]")
_OUTER_DASH = re.compile(r"\A[-–—]\s+|\s+[-–—]+\Z")
_GAPS = re.compile(r"(?:\s*([/|·•,、])\s*){2,}")
_ARROW = r"\s*[↑⬆🔝⤴🔼]?\ufe0f?\s*"
_TO_TOP = re.compile(
    rf"(?i)[\s\-–—|]*[(（\[]?{_ARROW}(?:(?:go )?back to (?:the )?(?:top|index|contents|toc|table of"
    r" contents)|return to top|回到顶部|返回顶部|返回目录|回到目录|トップへ戻る|nach oben"
    r"|volver arriba|volver al [ií]ndice|retour en haut|voltar ao topo|torna su"
    r"|наверх|к содержанию)"
    rf"{_ARROW}[)）\]]?\s*$|\s*[↑⬆🔝⤴🔼]\ufe0f?\s*$"
)
_TO_UNFOLD = re.compile(
    r"(?i)\s*[(（\[]\s*(?:click|tap|press|点击|點擊|クリック|нажми|klick|cliquez|clic)[^()（）\[\]]*[)）\]]$"
)
_LONGEST_CONTROL = 80
_KIND = re.compile(
    r"(?:[Ee]-?)?(?:[Bb]ook|Novel|Podcast|Blog|Course|Article|Film|Movie|Documentary)s?:\s+"
    r"(?!https?:|www\.)\S"
)
"""`Book: A title - Ann Lee` in a paragraph of such lines."""

_NUMBERED_LINK = re.compile(r"\s*\d{1,3}[.)]\s*\Z")
"""`1.[A title](…)`; Markdown takes a number without a space for text of the line above."""

_BELOW = 3
"""Lines below a line that tell whether it names them."""

_BROKEN_BOLD = re.compile(r"\s*(\*\*|__)(?!\s*\*)(.+?)\1\s*(?:[：:]\s*)?")


def parts(
    lines: list[MarkdownLine], *, before_list: bool = False
) -> Iterator[Heading | list[MarkdownLine]]:
    """Split a paragraph into headings and entries, which begin at a box or a typed bullet.

    before_list: a list follows the paragraph, so its last line may name that list.
    """
    waiting: list[MarkdownLine] = []
    linked = _links_from(lines, after=before_list)
    for index, line in enumerate(lines):
        heading = (
            None
            if _titles_labels(lines, index, waiting)
            else _pseudo_heading(
                line,
                lines[index + 1 : index + 1 + _BELOW],
                alone=not _is_prose(waiting),
                before_links=linked[index + 1],
            )
        )
        alike = bool(waiting) and _is_signed(line) and _is_signed(waiting[0])
        if waiting and (heading or alike or _begins_entry(line)):
            yield waiting
            waiting = []
        if heading:
            yield heading
        else:
            waiting.append(line)
    if waiting:
        yield waiting


def split_at_boxes(lines: list[MarkdownLine]) -> list[list[MarkdownLine]]:
    """Split the text of a bullet at lines that were meant as bullets: with a box, `1.[A](…)`."""
    if len(lines) == 1 and first_text(lines[0])[:1] in ("", "["):
        return [lines]
    split: list[list[MarkdownLine]] = [[]]
    for line in lines:
        _, bare = take_marker(line)
        boxed = take_box(bare)[0] is not None or _is_numbered_link(line)
        if boxed and split[-1]:
            split.append([])
        split[-1].append(bare if boxed else line)
    return split


def begins_with_kind(text: str) -> bool:
    """Return whether a text says first what it is of: `Book: A title`."""
    return _KIND.match(text) is not None


def _is_signed(line: MarkdownLine) -> bool:
    """Return whether a line is a title behind a sign, a box or its kind: `🟢 [A tool](…)`."""
    if begins_with_kind(line.text):
        return True
    first, *rest = line.pieces or [TextPiece("")]
    sign = first.text.strip() if isinstance(first, TextPiece) else ""
    link = rest[0] if rest else None
    signed = sign != "" and not any(map(str.isalnum, sign))
    return signed and isinstance(link, MarkdownLink) and is_titled(link)


def _is_numbered_link(line: MarkdownLine) -> bool:
    linked = len(line.pieces) > 1 and isinstance(line.pieces[1], MarkdownLink)
    return linked and _NUMBERED_LINK.match(first_text(line)) is not None


def heading_title(line: MarkdownLine) -> str:
    """Return the name of a section: its text without untitled links; "" if it names nothing."""
    pieces = [piece for piece in line.pieces if isinstance(piece, TextPiece) or _names(piece)]
    text = clean(line._replace(pieces=pieces).text)
    if len(pieces) < len(line.pieces):
        text = trim(_GAPS.sub(_between, _EMPTY_BRACKETS.sub("", text)))
    return section_name(text) or section_name(clean(line.text))


def section_name(text: str) -> str:
    """Return the text of a heading without a final colon, hashes, emoji codes and page controls."""
    text = _EMOJI_CODES.sub(" ", text).rstrip("：: ").lstrip("#")
    text = text.rstrip("#") if text.endswith("##") else text
    end = _TO_UNFOLD.sub("", _TO_TOP.sub("", text[-_LONGEST_CONTROL:]))
    text = text[:-_LONGEST_CONTROL] + end
    text = _OUTER_DASH.sub("", " ".join(text.split())).rstrip("：: ")
    text = found[1] if (found := _IN_BRACKETS.fullmatch(text)) else text
    return text if any(map(str.isalnum, text)) else ""


def titling(block: Block) -> Heading | None:
    """Return the heading, real or bold, that may be the title of what is under it."""
    if isinstance(block, Heading):
        folded = block.level == DETAILS_LEVEL and only_unfolds(heading_title(block.line))
        return block if block.level > 1 and not folded else None
    if not isinstance(block, Paragraph) or any(line.links for line in block.lines):
        return None
    line = block.lines[0]
    if _is_bold(line):
        return Heading(BOLD_LEVEL, line)
    first, *rest = [piece for piece in line.pieces if isinstance(piece, TextPiece)]
    beside = rest[0].text if rest and first.strong else ""
    described = _DASH.match(beside) or _BY.match(beside)
    return Heading(BOLD_LEVEL, line._replace(pieces=[first])) if described else None


def beside_title(block: Block) -> list[MarkdownLine]:
    """Return what stands beside a bold title: `— about nets`, and the lines after it."""
    if not isinstance(block, Paragraph):
        return []
    line, *others = block.lines
    pieces = [] if _is_bold(line) else line.pieces[1:]
    text = trim("".join(piece.text for piece in pieces if isinstance(piece, TextPiece)))
    return [*([line._replace(pieces=[TextPiece(text)])] if text else []), *others]


def label_in(block: Block) -> MarkdownLine | None:
    """Return the line of a paragraph that is a few words and no more, as names of sections are.

    Signs around it are left out: `-- Books`.
    """
    line = block.lines[0] if isinstance(block, Paragraph) and len(block.lines) == 1 else None
    if line is None or line.links or len(line.text) > _LONGEST_COLON_LINE:
        return None
    if take_box(line)[0] is not None or _is_bold(line):
        return None
    text = undecorated(clean(line.text))
    if not text and _begins_entry(line):
        return None
    text = text or clean(line.text)
    return line._replace(pieces=[TextPiece(text)]) if is_short_name(text) else None


def names_addresses(block: Block) -> bool:
    """Return whether a line of a paragraph names a section of the addresses below it."""
    lines = block.lines if isinstance(block, Paragraph) else []
    return any(heads_addresses(line, lines[at : at + _BELOW]) for at, line in enumerate(lines, 1))


def is_heading(block: Block) -> bool:
    """Return whether a block is a heading, or begins with a bold line that is one."""
    return isinstance(block, Heading | EndOfDetails) or titling(block) is not None


def is_subheading(block: Block) -> bool:
    """Return whether a paragraph begins with a heading below others: `##On trees`."""
    hashes = _HASHES.match(block.lines[0].text) if isinstance(block, Paragraph) else None
    return hashes is not None and len(hashes[1]) > 1


def _between(gap: re.Match[str]) -> str:
    return f" {gap[1]} "


def _names(link: MarkdownLink) -> bool:
    plain = not (link.image or is_control(link) or link.url.startswith("#"))
    return plain and is_titled(link)


def _is_prose(lines: list[MarkdownLine]) -> bool:
    return bool(lines) and not lines[-1].links


def _begins_entry(line: MarkdownLine) -> bool:
    marked, rest = take_marker(line)
    return marked or take_box(rest)[0] is not None


def _links_from(lines: list[MarkdownLine], *, after: bool) -> list[bool]:
    """Return for each line, and for what follows them, whether links or a list follow at once."""
    begins = (bool(line.links) or _begins_entry(line) or _is_signed(line) for line in lines)
    return [*begins, after]


def _titles_labels(lines: list[MarkdownLine], index: int, waiting: list[MarkdownLine]) -> bool:
    """Return whether a bold line is the title of the labels below it: `[pdf]`, `[code]`."""
    if index or waiting or not _is_bold(lines[0]) or clean(lines[0].text).endswith(_COLONS):
        return False
    links = [mention for line in lines[1:] for mention in mentions(line.pieces)]
    if links and is_byline(lines[1].text):
        return True
    return bool(links) and not any(each.bare or each.titled for each in links)


def is_bold_title(line: MarkdownLine) -> bool:
    """Return whether a whole line is bold, and too long to be the name of a section."""
    return _is_bold(line) and len(line.text.split()) >= _WORDS_OF_A_TITLE


def _pseudo_heading(
    line: MarkdownLine, below: list[MarkdownLine], *, alone: bool, before_links: bool
) -> Heading | None:
    """Return the line's heading, if it is one.

    alone: no prose runs into it; before_links: links or a list follow at once.
    """
    hashes = _HASHES.match(line.text)
    heads_list = alone and before_links and _HEADING_OF_LIST.fullmatch(line.text)
    if hashes and (heads_list or not _is_hashtag(line.text, hashes[1])):
        return Heading(len(hashes[1]), without(line, hashes.end()))
    name = "" if line.links or _titles_url(below) else framed(line.text.strip())
    if name:
        return Heading(BOLD_LEVEL, line._replace(pieces=[TextPiece(name)]))
    if line.links or _begins_entry(line) or _titles_url(below):
        return None
    text = clean(line.text)
    unnamed = not section_name(text) or _REMARK.fullmatch(text)
    if unnamed or (text.endswith(_COLONS) and not before_links):
        return None
    if _is_bold(line) or (alone and before_links and _IN_BRACKETS.fullmatch(text)):
        return None if _is_long_sentence(text) else Heading(BOLD_LEVEL, line)
    numbered = before_links and _NUMBERED_HEADING.match(text)
    names_list = numbered or _is_colon_line(line) or heads_addresses(line, below)
    return Heading(COLON_LEVEL, line) if alone and names_list else None


def _is_hashtag(text: str, hashes: str) -> bool:
    return len(hashes) == 1 and bool(_HASHTAGS.fullmatch(text) or _NUMBER_SIGN.match(text))


def _is_bold(line: MarkdownLine) -> bool:
    """Return whether a whole line is bold, or was meant to be (`**VLLM **`).

    What stands beside it in brackets, and signs without letters, do not count: `**B** (2 weeks)`.
    """
    texts = [piece for piece in line.pieces if isinstance(piece, TextPiece)]
    if any(piece.strong for piece in texts):
        rest = "".join(piece.text for piece in texts if not piece.strong).strip()
        rest = _EMOJI_CODES.sub("", _BRACKETED.sub("", rest))
        if not any(map(str.isalnum, rest)):
            return True
    return _BROKEN_BOLD.fullmatch(line.text) is not None


def _is_long_sentence(text: str) -> bool:
    """Return whether a text in bold says something, and names no section."""
    return text.endswith(".") and len(text.split()) > _MOST_WORDS_IN_BOLD


def _is_colon_line(line: MarkdownLine) -> bool:
    text = clean(line.text)
    short = len(text) <= _LONGEST_COLON_LINE and len(text.split()) <= _MOST_WORDS
    return text.endswith(_COLONS) and short and not _SENTENCE.search(text)


def _titles_url(below: list[MarkdownLine]) -> bool:
    """Return whether exactly one bare URL follows in the paragraph; the line is then its title."""
    return [is_address(line) for line in below[:2]] in ([True], [True, False])
