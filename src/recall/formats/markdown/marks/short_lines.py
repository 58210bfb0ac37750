"""Short lines that name a section by their signs or by what is below them, without markup."""

from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from recall.domain.lists.link_hosts import role_of_url
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import is_bare, refusal
from recall.formats.markdown.titles import clean
from recall.lazy_regex import lazy_regex

_WORDS_OF_A_LABEL = 4
_LABEL = lazy_regex(
    r"(?:[^\w\s\x00-\x7f“”«»《》「」『』（）【】]+\s*|[A-Z][A-Z]{0,3}\.\s)?"
    r"[^\W\d_a-zà-þа-я][^.。!！?？,，;；:：…]{1,29}"
)
_DECORATED = lazy_regex(
    r"[-=*>~+|/:.^§%!_•·▪■□◆◇●○★☆▶►➤➜→⇒»]+\s*(?P<name>.*?[\w)）])[-=*<~+|/:：.^§%!_•·▪■□◆◇●○★☆◀◄«\s]*"
    r"|(?P<led>.*\w)\s*[→⇒➜↓⬇👇]+\ufe0f?"
)
"""`-- Books`, `■ Books`, `Books ↓`"""
_FRAMED = lazy_regex(
    r"(?P<sign>[-=*~+|/:.])(?P=sign)+\s*(?P<name>\w.{0,40}?\w)\s*(?P=sign){2,}"
    r"|[＊※■□◆◇●○▼▽]\s*(?P<about>\w[^。！？!?]{0,60}に(?:ついて|関して))\s*[:：]?"
)
"""`== Books ==`, `＊木について`"""
_SEVERAL = 2
_LONGEST_FRAMED = 80


def undecorated(text: str) -> str:
    """Return a text without the signs around it, as names of sections have them; "" without any."""
    found = _DECORATED.fullmatch(text)
    return (found["name"] or found["led"]) if found else ""


def framed(text: str) -> str:
    """Return the name in a line that is nothing but a name in its frame, else ""."""
    found = _FRAMED.fullmatch(text) if len(text) <= _LONGEST_FRAMED else None
    return (found["name"] or found["about"]) if found else ""


def is_short_name(text: str) -> bool:
    """Return whether a text is a few words and no more, as names of sections are."""
    words = sum(any(map(str.isalpha, word)) for word in text.split())
    return words <= _WORDS_OF_A_LABEL and _LABEL.fullmatch(text) is not None


def heads_addresses(line: MarkdownLine, below: Iterable[MarkdownLine]) -> bool:
    """Return whether a line names the several addresses below it.

    It is such a name, which may also begin with a small letter or a digit here.
    """
    text = "" if line.links else clean(line.text)
    named = is_short_name(text) or (text[:1].isalnum() and is_short_name(f"A{text[1:]}"))
    return named and are_addresses(below)


def are_addresses(lines: Iterable[MarkdownLine]) -> bool:
    """Return whether lines begin with several addresses; code beside one page is of that."""
    found = takewhile(_begins_with_address, lines)
    codes = Counter(role_of_url(line.links[0].url) == "code" for line in found)
    return max(codes.values(), default=0) >= _SEVERAL


def _begins_with_address(line: MarkdownLine) -> bool:
    """Return whether an address begins a line, and nothing or its title follows."""
    pieces = [p for p in line.pieces if isinstance(p, MarkdownLink) or p.text.strip()]
    first, *more = pieces or [TextPiece("")]
    if len(line.links) != 1 or not is_address(line._replace(pieces=[first])):
        return False
    told = clean("".join(piece.text for piece in more if isinstance(piece, TextPiece)))
    return not told or pointer(told, beside_a_title=True) is None


def is_address(line: MarkdownLine) -> bool:
    """Return whether a line is nothing but the address of a page."""
    pieces = [p for p in line.pieces if isinstance(p, MarkdownLink) or p.text.strip()]
    link = pieces[0] if len(pieces) == 1 else None
    return isinstance(link, MarkdownLink) and is_bare(link) and refusal(link) is None
