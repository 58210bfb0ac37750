"""A line above a title that says what kind of reading it is: `**Optional | talk**`."""

from itertools import takewhile

from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.leads import title_in
from recall.lazy_regex import lazy_regex

_KIND = lazy_regex(
    r"(?i)(?:core|required|mandatory|compulsory|essential|must[- ]?read|optional|recommended"
    r"|suggested|further|additional|background|supplementary|main|primary|secondary)\b"
    r"|(?:核心|任选|必读|必讀|必修|选读|選讀|选修|可选|推荐|推薦|参考|參考|扩展|拓展|延伸|补充|主要)(?:阅读|閱讀)?"
)
_READING = lazy_regex(r"(?i)\b(?:readings?|chapters?|texts?)\b|[(（][^()（）]*[)）]")
_BARS = lazy_regex(r"[|｜/·]")


def kind_last(lines: list[MarkdownLine]) -> list[MarkdownLine]:
    """Return lines with the kind of a reading behind its title, where it stood in bold above it."""
    kind, *named = lines
    return [*named, kind] if named and _is_kind_above(kind) and _is_named(named[0]) else lines


def is_kind(text: str) -> bool:
    """Return whether a text, or what stands before a bar in it, says only that: `Core reading`."""
    first = _BARS.split(text)[0]
    kind = _KIND.match(first)
    rest = _READING.sub("", first[kind.end() :]) if kind else ""
    return kind is not None and pointer(rest, beside_a_title=True) is not None


def _is_kind_above(line: MarkdownLine) -> bool:
    bold = all(isinstance(piece, TextPiece) and piece.strong for piece in line.pieces)
    return bold and is_kind(clean(line.text))


def _is_named(line: MarkdownLine) -> bool:
    """Return whether a title stands before the first link of a line, and not only its authors."""
    before = takewhile(lambda piece: isinstance(piece, TextPiece), line.pieces)
    texts = [piece for piece in before if isinstance(piece, TextPiece)]
    return bool(title_in(texts)) and not is_byline("".join(piece.text for piece in texts))
