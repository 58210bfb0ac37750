"""An item without a link: its text names it, with the author and the year beside the title."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from recall.domain.library.catalog import TITLE_KEPT, Skipped
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import (
    is_only_a_name,
    is_titled,
    leads_nowhere,
    refusals,
    says_nowhere,
)
from recall.formats.markdown.titles import clean, label, trim, without_separators
from recall.formats.markdown.works.citing.books import book_by
from recall.formats.markdown.works.citing.citations import title_of
from recall.formats.markdown.works.citing.marked import written as marked
from recall.formats.markdown.works.citing.references import of_citation, without_source
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.leading.authors import is_name
from recall.formats.markdown.works.leading.lines import columns, fits
from recall.formats.markdown.works.leads import title_in

_DASH = re.compile(r"\s+[-–—]{1,2}\s+\S")
# `A title — What it says. More of it.`
_DESCRIBED = re.compile(r"([^—–]{2,200}?)\s+(?:—|–|--)\s+((?:\S+\s+){2,}.*[.。!?])")
# `书名——什么时候读的，讲什么，好不好`; a subtitle has no two clauses.
_DESCRIBED_HAN = re.compile(r"([^—《]{2,60}?)——\s*((?:[^，。；！？]+[，。；！？]){2}.*)")

_NOTES = re.compile(r"\s(?:→|⇒|->|=>)\s+(?:\[\[[^\[\]]+\]\]|[^\s/]+/\S+|\S+\.md)\s*\Z")
_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?97[89][ -]?\d(?:[ -]?\d){9}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = re.compile(r"\b(?:19|20)\d\d[a-z]?[)]?\Z")

_JOINED = re.compile(r"\s*(?:[,、，&]|,?\s*(?:and|und|et|y)\b|[和与及])\s*")
_ABOUT = re.compile(r"by\s|von\s|par\s|por\s|[-–—(（]")
"""What stands behind several titles in bold; a colon makes them labels."""

_PLACEHOLDERS = {
    *("tbd", "tba", "tbc", "todo", "to do", "wip", "none", "xxx", "n/a", "to be added"),
    *("to be announced", "to be continued", "coming soon", "待定", "待补充", "待更新", "待添加"),
    *("待续", "待完善", "暂无", "无", "未完待续", "未定"),
}
_SHOP = re.compile(r"[:：]\s*(?:微信读书|豆瓣|京东|当当|淘宝|天猫|亚马逊|多看|得到)\Z")
"""Where a book was found: `一本书：微信读书`."""

_UPDATED = re.compile(
    r"(?i)[*_(（]*(?:last updated?|updated(?: on)?|(?:最后|最近)?更新(?:于|时间|日期)?)"
    r"[:： ]*\d[\d./年月日: -]*[*_)）]*"
)


def why_no_title(text: str, *, linked: bool = False) -> str:
    """Return why a text is none, "" if it may be: it is to come, or it explains a box: `= done`.

    linked: it has a link, so it explains no box.
    """
    told = text.strip(" .…。()[]（）_*").casefold()
    explains = not linked and text.startswith((":", "：", "="))
    dots = bool(text.strip()) and not any(map(str.isalnum, told))
    if explains or dots or told in _PLACEHOLDERS:
        return "a placeholder, not a reading"
    return "the date of the list, not a reading" if _UPDATED.fullmatch(text) else ""


def name_of(lines: list[MarkdownLine]) -> str:
    """Return the text of lines; of `[A title](…) - words` whose link leads nowhere, the title.

    Of `[A title]() words`, the link says no more than the title.
    """
    first, *rest = lines[0].pieces or [TextPiece("")]
    after = rest[0] if rest else None
    if isinstance(first, MarkdownLink) and isinstance(after, TextPiece) and is_titled(first):
        alone = is_only_a_name(first) and len(rest) == 1 and after.text[:1].isspace()
        if alone or _DASH.match(after.text):
            return label(first.label)
    return clean(" ".join(line.text for line in lines))


def title_above(lines: list[MarkdownLine], name: str) -> Found:
    """Return the title in a line above its links: `**A title** (2017) - what it is`.

    name is its text, which is the title if nothing in it is in bold.
    """
    if any(piece.strong for piece in _pieces(lines)):
        return unlinked(lines)
    return Found(title_in([_set_apart(name, lines)]) or name, None, lines[0].number)


def _set_apart(name: str, lines: list[MarkdownLine]) -> TextPiece:
    """Return the text of a bullet, in bold or in italics if all of it is but signs."""
    shown = [piece for piece in _pieces(lines) if any(map(str.isalnum, piece.text))]
    return shown[0]._replace(text=name) if len(shown) == 1 else TextPiece(name)


def titled_as(named: Found, found: Found) -> Found:
    """Return what was found below a title, with what stands beside that as its description.

    The text of its link may be a citation, which names the title as well.
    """
    longer = found.title != named.title and named.title.casefold() in found.title.casefold()
    if longer and _YEAR.search(found.title):
        return found._replace(title=named.title, description=found.title)
    return found._replace(description=found.description or named.description)


def works_in(lines: list[MarkdownLine]) -> list[Found]:
    """Return the entries of a text: one, or each title of `**A tree**, **B** and **C** by Ann`."""
    first = lines[0].pieces[0] if lines[0].pieces else None
    if not isinstance(first, TextPiece) or not first.strong:
        return [unlinked(lines)]
    titles, rest = _joined_titles(_pieces(lines))
    about = clean("".join(piece.text for piece in rest))
    if len(titles) == 1 or (about and not _ABOUT.match(about)):
        return [unlinked(lines)]
    beside = without_separators(about) or None
    return [Found(title, None, lines[0].number, description=beside) for title in titles]


def _joined_titles(pieces: list[TextPiece]) -> tuple[list[str], list[TextPiece]]:
    """Return the titles in bold that a text begins with, and what stands behind them.

    The first piece is in bold. One is long enough for a title, and none is the name of a person.
    """
    bold = [piece.strong for piece in pieces]
    joined = (_JOINED.fullmatch(piece.text) is not None for piece in pieces[1::2])
    count = 1 + sum(takewhile(bool, map(all, zip(joined, bold[::2], bold[2::2], strict=False))))
    titles = [clean(piece.text) for piece in pieces[: 2 * count : 2]]
    told = any(" " in title for title in titles) and not any(map(is_name, titles))
    return (titles, pieces[2 * count - 1 :]) if told else (titles[:1], pieces[1:])


def unlinked(lines: list[MarkdownLine]) -> Found:
    """Return the entry; what its text says beside the title describes it."""
    lines = _without_labels(lines)
    pieces = _without_notes(_pieces(lines))
    written = "".join(piece.text for piece in pieces).strip()
    text = clean(written)
    if described := _described(pieces, text):
        title, aside = _without_aside(pieces, trim(described[1]))
        return Found(title, None, lines[0].number, description=f"{aside}{described[2]}")
    title = _title(lines, pieces, text)
    rest = text if title not in text[: len(title)] else without_separators(text.removeprefix(title))
    beside = _beside(title, text, rest)
    return Found(title, None, lines[0].number, description=beside, written=marked(pieces, text))


def _without_labels(lines: list[MarkdownLine]) -> list[MarkdownLine]:
    """Leave out what only points beside a title, and leads nowhere: `A book [notes](a.md)`."""
    pieces = [piece for line in lines for piece in line.pieces]
    labels = {id(each) for each in pieces if isinstance(each, MarkdownLink) and _points(each)}
    if not labels or not any(says_something(each[0]) for each in pieces if id(each) not in labels):
        return lines
    blank = TextPiece(" ")
    return [
        line._replace(pieces=[blank if id(each) in labels else each for each in line.pieces])
        for line in lines
    ]


def _points(link: MarkdownLink) -> bool:
    return pointer(link.label, beside_a_title=True) is not None


def names_author(lines: list[MarkdownLine]) -> bool:
    """Return whether a text without a link is a title with its author, or a citation."""
    pieces = _pieces(lines)
    return bool(title_of(name_of(lines)) or styled_title(pieces))


def names_a_file(lines: list[MarkdownLine]) -> bool:
    """Return whether a text begins with a link to a file that is not there: `[A title](a.md)`."""
    first = next(iter(lines[0].pieces), None)
    if not isinstance(first, MarkdownLink) or is_only_a_name(first):
        return False
    return is_titled(first) and leads_nowhere(first)


def _pieces(lines: list[MarkdownLine]) -> list[TextPiece]:
    """Return the texts of lines; a line that was ended on purpose ends with a break."""
    return [
        piece if isinstance(piece, TextPiece) else TextPiece(piece.label)
        for line, end in zip(lines, _ends([line.text for line in lines]), strict=True)
        for piece in (*line.pieces, TextPiece(end))
    ]


def _described(pieces: list[TextPiece], text: str) -> re.Match[str] | None:
    """Return a title and the sentence after a dash; `Lee, A. (2019) — A title.` has none."""
    found = _DESCRIBED.fullmatch(text) or _DESCRIBED_HAN.fullmatch(text)
    is_open = found is not None and found[1].count("(") > found[1].count(")")
    if found is None or is_open or _DATED.search(found[1]) or styled_title(pieces):
        return None
    source = _YEAR.search(found[2]) and of_citation(text)  # `Lee, A. A title. — Ulm: Ash, 2005.`
    return None if source else found


def _title(lines: list[MarkdownLine], pieces: list[TextPiece], text: str) -> str:
    """Return the title without authors, venue and year."""
    name = name_of(lines)
    title = name if name != text and text.startswith(name) else title_in(pieces)
    return book_by(title) or _SHOP.sub("", without_source(title or text))


def _without_notes(pieces: list[TextPiece]) -> list[TextPiece]:
    """Leave out where a person's notes are: `A title → [[My notes]]`, `A title → notes/a.md`."""
    found = _NOTES.search("".join(piece.text for piece in pieces))
    left = found.start() if found else 0
    kept: list[TextPiece] = []
    for piece in pieces if found else []:
        kept.append(piece._replace(text=piece.text[:left]))
        left -= len(kept[-1].text)
    return kept or pieces


def _ends(lines: Sequence[str]) -> Iterator[str]:
    """Yield what ends each line: a space if it was wrapped there, a break if it was on purpose."""
    widest = max(map(columns, lines)) if len(lines) > 1 else 0
    for line, following in pairwise((*lines, "")):
        yield "\n" if fits(line, following, widest) else " "


def titles_kept(lines: list[MarkdownLine]) -> list[Skipped]:
    """Return the addresses of an item that are not taken, while its title is; of others, none."""
    told = (each for each in refusals(lines) if not says_nowhere(each.reason))
    return [each._replace(reason=f"{each.reason}; {TITLE_KEPT}") for each in told]


def _without_aside(pieces: list[TextPiece], text: str) -> tuple[str, str]:
    """Part `**A title** (free)` or `A title by Ann Lee` in its title and the rest, with a dash."""
    told = takewhile(lambda piece: piece.strong or not piece.text.strip(), pieces)
    bold = clean("".join(piece.text for piece in told))
    aside = text.removeprefix(bold).strip()
    if bold and ((aside.startswith("(") and aside.endswith(")")) or aside.startswith("by ")):
        return title_in([TextPiece(bold)]) or bold, f"{aside} — "
    title = title_of(text)
    by = text.removeprefix(title).strip()
    return (title, f"{by} — ") if title and by.startswith("by ") else (text, "")


def _beside(title: str, text: str, rest: str) -> str | None:
    """Return the text after a title, or all of it where something stands before the title.

    Of an ISBN before it, that is the ISBN.
    """
    before = text.removesuffix(title).strip()
    if _ISBN.fullmatch(before):
        return before
    return rest if any(map(str.isalnum, text.replace(title, "", 1))) else None
