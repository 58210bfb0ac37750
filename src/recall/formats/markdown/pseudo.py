"""Recognizes headings that are not markdown headings, and names sections."""

import re
from collections.abc import Iterator

from recall.formats.markdown.blocks import Heading
from recall.formats.markdown.entries import web_links
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import is_bare, is_titled, refusal
from recall.formats.markdown.marks.boxes import take_box, take_marker, without
from recall.formats.markdown.outline import BOLD_LEVEL, COLON_LEVEL
from recall.formats.markdown.titles import clean, trim

# A hashtag is one word after one `#`; Chinese has no spaces, so there one word is a heading.
_HASHES = re.compile(r"\s*(#{1,6})(?=[^\s#!])")
_HASHTAGS = re.compile(r"\s*#(?:[A-Za-z0-9_/-]+|\S+(?:\s+#\S+)+)\s*")
_NUMBER_SIGN = re.compile(r"\s*#\d")
_COLONS = ("：", ":")
_SENTENCE = re.compile(r"[。！？!?；;]|\.\s")
_LONGEST_COLON_LINE = 60
_BROKEN_BOLD = re.compile(r"\s*(\*\*|__)(?!\s*\*)(.+?)\1\s*(?:[：:]\s*)?")


def parts(lines: list[MarkdownLine]) -> Iterator[Heading | list[MarkdownLine]]:
    """Split a paragraph into headings and entries, which begin at a box or a typed bullet."""
    waiting: list[MarkdownLine] = []
    for index, line in enumerate(lines):
        heading = _pseudo_heading(line, lines[index + 1 : index + 3], alone=not _is_prose(waiting))
        if waiting and (heading or _begins_entry(line)):
            yield waiting
            waiting = []
        if heading:
            yield heading
        else:
            waiting.append(line)
    if waiting:
        yield waiting


def split_at_boxes(lines: list[MarkdownLine]) -> list[list[MarkdownLine]]:
    """Split the text of a bullet at lines that begin with a box: they were meant as bullets."""
    split: list[list[MarkdownLine]] = [[]]
    for line in lines:
        _, bare = take_marker(line)
        boxed = take_box(bare)[0] is not None
        if boxed and split[-1]:
            split.append([])
        split[-1].append(bare if boxed else line)
    return split


def heading_title(line: MarkdownLine) -> str:
    """Return the name of a section: its text without untitled links."""
    pieces = [piece for piece in line.pieces if isinstance(piece, TextPiece) or _names(piece)]
    text = clean(line._replace(pieces=pieces).text)
    if len(pieces) < len(line.pieces):
        text = trim(text)
    return strip_colon(text) or strip_colon(clean(line.text))


def strip_colon(text: str) -> str:
    """Return a heading without a final colon or leftover hashes."""
    return text.rstrip("：: ").lstrip("#").lstrip()


def _names(link: MarkdownLink) -> bool:
    return is_titled(link) and not link.image


def _is_prose(lines: list[MarkdownLine]) -> bool:
    return bool(lines) and not lines[-1].links


def _begins_entry(line: MarkdownLine) -> bool:
    marked, rest = take_marker(line)
    return marked or take_box(rest)[0] is not None


def _pseudo_heading(
    line: MarkdownLine, below: list[MarkdownLine], *, alone: bool
) -> Heading | None:
    """Return the line's heading, if it is one; `alone` means that no prose runs into it."""
    hashes = _HASHES.match(line.text)
    if hashes and not _is_hashtag(line.text, hashes[1]):
        return Heading(len(hashes[1]), without(line, hashes.end()))
    if line.links or _begins_entry(line) or _titles_url(below):
        return None
    name = strip_colon(clean(line.text))
    if name and _is_bold(line):
        return Heading(BOLD_LEVEL, line)
    if name and alone and _is_colon_line(line):
        return Heading(COLON_LEVEL, line)
    return None


def _is_hashtag(text: str, hashes: str) -> bool:
    return len(hashes) == 1 and bool(_HASHTAGS.fullmatch(text) or _NUMBER_SIGN.match(text))


def _is_bold(line: MarkdownLine) -> bool:
    """Return whether a whole line is bold, or was meant to be (`**VLLM **`)."""
    texts = [piece for piece in line.pieces if isinstance(piece, TextPiece)]
    strong = [piece for piece in texts if piece.strong]
    rest = "".join(piece.text for piece in texts if not piece.strong).strip()
    return (bool(strong) and rest in ("", *_COLONS)) or bool(_BROKEN_BOLD.fullmatch(line.text))


def _is_colon_line(line: MarkdownLine) -> bool:
    text = clean(line.text)
    short = len(text) <= _LONGEST_COLON_LINE and not _SENTENCE.search(text)
    return text.endswith(_COLONS) and short


def _titles_url(below: list[MarkdownLine]) -> bool:
    """Return whether exactly one bare URL follows in the paragraph; the line is then its title."""
    return [_is_bare_line(line) for line in below] in ([True], [True, False])


def _is_bare_line(line: MarkdownLine) -> bool:
    links = web_links([line])
    pieces = [p for p in line.pieces if isinstance(p, MarkdownLink) or p.text.strip()]
    return len(links) == len(pieces) == 1 and is_bare(links[0]) and refusal(links[0]) is None
