"""The title in the text that leads to a link."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import ESCAPED_STAR, clean, from_text, has_words
from recall.formats.markdown.works.citing.bylines import is_venue
from recall.formats.markdown.works.citing.names import read as read_names
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.citing.venues import without_title
from recall.formats.markdown.works.leading.alone import title_alone
from recall.formats.markdown.works.leading.behind import without_remark
from recall.formats.markdown.works.leading.bold import (
    after_inverted,
    before_remark,
    first_line_in_bold,
    is_shelf_mark,
    strong_title,
)
from recall.formats.markdown.works.leading.hints import without_hint
from recall.formats.markdown.works.leading.italics import beside_italics
from recall.formats.markdown.works.leading.lines import first_line
from recall.formats.markdown.works.leading.tags import without_tag_after, without_tags
from recall.lazy_regex import lazy_regex

_BOOK_FIRST = lazy_regex(
    r"\s*(?:《[^《》]+》|『[^『』]+』|«[^«»]+»|„[^„“”]+[“”]|»[^«»]+«)\s*"
    r"(?:\Z|[,，.(（/—–-]|von\b|[^\W\d_a-zа-я])"
)
_FORMAT = re.compile(r"[,，]\s*([^,，]{1,20})\s*\Z")
_ISBN = lazy_regex(r"[.,;]?\s*ISBN(?:-1[03])?[\s:]*[\dXx-]{10,17}\W*\Z")
_REMARK = lazy_regex(
    r"[(（](?=[^()（）]{8})[^()（）]{0,200}[\u3040-\u9fff][，、。；][\u3040-\u9fff][^()（）]{0,200}[)）]\s*\Z"
)
"""A clause in Chinese or Japanese after a title: `好课（建议较早学习，很有用）`."""
_BY = lazy_regex(
    r",\s+(?:by|von|par)\s+[A-ZÀ-Ý][\w.'’-]*(?:,?\s+(?:and\s+|und\s+|et\s+)?[A-ZÀ-Ý][\w.'’-]*){1,12}\Z"
    r"|\sby\s[A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,2},\s(?:19|20)\d\d\Z"
    r"|\sby\s[\u4e00-\u9fff·]{2,12}\Z"
)
"""Authors after a title: `A fine book, by Ann Lee and Bob Ray`, `一本书 by 周志华教授`."""
_LEADING = lazy_regex(
    r"(?:[:,]?\s(?:available|free|online))*(?:\s(?:from|of|at|in|via|by|to|is|are|the|a|an))+\Z"
    r"|,\s(?:on|at|from|via)\Z"
    r"|[:,]\s(?:available(?: for)?|free|online)(?: (?:free|online))?\Z"
    r"|(?:[:,.;]|\s[-–—])\s(?:[Ss]ee|[Rr]ead|[Ww]atch|[Cc]heck|[Ss]tart)(?: out| also| with)?\Z"
    r"|\s?[:：,，。；]\s?请?(?:详见|参见|参考|参阅|见|看)\Z"
)
"""Words that lead to a link: `The speed of oaks from https://…`, `Oaks: see [this](…)`."""
_BEFORE_LINK = " \t*_:：,，-–—([（【<\"“‘'"
_BY_WORD = re.compile(r"(?:by|von|par|por|di|av|van|od)\s")
_PART = lazy_regex(
    r",?\s(?:Parts?|Vol(?:ume|\.)?|Episode|Season|Chapters?|Chap\.|Ch\.)\s(?:\d{1,3}|[IVX]{1,4})\b"
    r"(?:[-–]\d{1,3})?(?=\W*$|[\s\"”]*[-–—:,.(\[])"
)

_NUMBER_BY = re.compile(r"\W*(\d{2,4})\W*\sby\s+\W*[^\W\d_a-z]")
_END_OF_QUOTE = re.compile(r"[.,?!]?[\"”»』」]+[.,]?")
_YEAR_NEXT = re.compile(r"[\s,(]{0,3}((?:19|20)\d\d)\b")
_IN_LAST = re.compile(r"(?<=[.,?!\"”])\s+[Ii]n:?\s*\Z")
"""What leads from a title to its venue: `A title. In *ICML*, 2020`."""

_IS_WHAT = re.compile(r"\.\s[^\W\d_]+\s[^\W\d_]")
"""A sentence after a word in italics, which is a title: `*Oaks*. Podcast with Ann Lee`."""

_YEAR_THEN_IN = re.compile(
    r"\s*([^.]{3,200})\.\s[(](?:19|20)\d\d[a-z]?[)]\.\s[Ii]n:?\s"
    r"|\s*([^.\s,]+(?:\s[^.\s,]+){2,30})\.\s[(](?:19|20)\d\d[a-z]?[)]\.\s[^\s.]+\.?\s*\Z"
)
"""A work without an author: `A title. (2010). In A. Lee, *A book*`, `A fine title. (2010). Site`"""

_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d[a-z]?[)]?(?:[.,:]|\s*[-–—])\s*\Z")
_LISTED = re.compile(r",\s|\s(?:and|&)\s|et al")
_PIPED = re.compile(r"(?<=\S)(?:\s+[|｜]\s+|｜)")
_SLASHED = re.compile(r"\s/\s")
_ENDS = (",", ".", ";", "-", "–", "—", "|", ":", "，", "。", "：")
_TAG = re.compile(r"\s*[\[【(][^\[\]()【】]{1,20}[\])】]\s*")
"""What stands in brackets before a title in italics: `[Raft] *A title*`."""

_SEVERAL = 2
_LONGEST_TITLE = 1_000


def title_in(pieces: Sequence[TextPiece]) -> str:
    """Return the title that the text names, "" if it says nothing.

    It is what stands in bold, or else the first line that was ended on purpose, without tags such
    as a date before it and a pointer such as `Code:` after it.
    """
    if not pieces:
        return ""
    pieces = title_alone(without_mark(pieces))
    text = "".join(piece.text for piece in pieces)
    if not text.strip():
        return ""
    if text.endswith("](") and "[" not in text:  # `A title](https://…)`, without its bracket
        return title_in([TextPiece(text.removesuffix("]("))])
    venue = first_line_in_bold(pieces) or _before_venue(pieces)
    if cited := without_title(pieces) or ("" if venue else styled_title(pieces)):
        return cited
    if first := _NUMBER_BY.match(text) or _YEAR_THEN_IN.match(text):
        return first[first.lastindex or 1]
    emphasized = venue or _emphasized(pieces)
    emphasized = emphasized and emphasized + _part_after(text, emphasized)
    line = emphasized or first_line(without_hint(_before_authors(pieces) or text))
    line = without_remark(_first_of_piped(without_tags(line)))
    cited = of_citation(clean(line))
    cited = "" if any(_is_done_by(piece, cited) for piece in pieces) else cited
    found = _without_format(from_text(cited or line))
    found = found if text.endswith("\n") else _without_leading(found, text)
    told = says_something(found) or begins_with_book(found) or cited.isdecimal()
    return without_tag_after(found) if told else ""


def without_mark(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Leave out a shelf mark, a star or a dot before an entry: `\\* Lee, A. (2001). A title.`"""
    if not pieces:
        return pieces
    first, *rest = pieces
    if first.strong and rest and is_shelf_mark(first.text):
        return rest
    marked = first.text.lstrip().startswith((f"{ESCAPED_STAR} ", "* ", "• ", "· "))
    return [first._replace(text=first.text.lstrip()[2:]), *rest] if marked else pieces


def _without_leading(title: str, text: str) -> str:
    """Remove words that lead to the link, but not those before a label: `What it is. Code: …`."""
    found = _LEADING.search(title)
    leads = found and text.rstrip(_BEFORE_LINK).endswith(title[found.start() :])
    return title[: found.start()] if found and leads else title


def _emphasized(pieces: Sequence[TextPiece]) -> str:
    """Return the title that stands in italics, beside them or in bold, "" if none does."""
    if not any(piece.slanted or piece.strong for piece in pieces):
        return ""
    title = (
        before_remark(pieces)
        or after_inverted(pieces)
        or beside_italics(pieces)
        or _line_in_italics(pieces)
    )
    return title or strong_title(pieces) or _slanted_title(pieces)


def begins_with_book(text: str) -> bool:
    """Return whether a text begins with a title in quotation marks, with its author or alone."""
    return _BOOK_FIRST.match(text) is not None


def _without_format(title: str) -> str:
    """Remove what a title says of its link: `某大学公开课，B 站视频`."""
    title = title[: author.start()] if (author := _BY.search(title)) else title
    title = _ISBN.sub("", title)
    title = title[: remark.start()].rstrip() if (remark := _REMARK.search(title)) else title
    found = _FORMAT.search(title)
    named = pointer("".join(found[1].split())) if found else None
    return title[: found.start()] if found and named in {"video", "slides"} else title


def _is_done_by(piece: TextPiece, title: str) -> bool:
    """Return whether words set apart go on after this title, and not surely with its author.

    `**Learning by Oak Trees**`, but not `**A fine book by Ann Lee**`.
    """
    apart = bool(title) and (piece.strong or piece.slanted)
    beside = clean(piece.text).partition(f"{title} by ")[2] if apart else ""
    named = read_names(beside)
    return bool(beside) and (named is None or not (named.sure or named.several))


def _part_after(text: str, title: str) -> str:
    """Return the number of the part that follows a title: `*A title*, Part 2 - "It begins"`."""
    found = _PART.match(text.partition(title)[2])
    return found.group() if found else ""


def _is_person(text: str) -> bool:
    found = read_names(text)
    return found is not None and found.sure and found.end == len(text)


def _first_of_piped(line: str) -> str:
    """Return the title of `A title | Ann Lee | 2019`, or of `Ann Lee | A title`."""
    first, *others = _SLASHED.split(line)
    if len(others) < _SEVERAL:
        first, *others = _PIPED.split(line)
    named = says_something(first) and (has_words(first) or len(others) > 1)
    if not (others and named):
        return line
    return first if not _is_person(first) else others[0] if has_words(others[0]) else line


def _slanted_title(pieces: Sequence[TextPiece]) -> str:
    """Return the text in italics that an entry begins with: `*A title*, Ann Lee`; `… by Ann`."""
    shown = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    shown = shown[1:] if shown and _TAG.fullmatch(shown[0].text) else shown
    rest = "".join(piece.text for piece in shown[1:]).lstrip()
    if not shown or not shown[0].slanted:
        return ""
    by = _BY_WORD.match(rest) is not None
    named = by or has_words(clean(shown[0].text)) or rest.startswith((",", "("))
    if not (named or _IS_WHAT.match(rest)):
        return ""  # `*Optional*: …`
    ended = not rest or rest[0] in ",.;-–—|([（，。" or by
    return shown[0].text if ended else ""


def _line_in_italics(pieces: Sequence[TextPiece]) -> str:
    """Return the first line if it is all in italics, and more stands below it: its author."""
    first, *below = pieces
    return first.text if first.slanted and below and below[0].text.startswith("\n") else ""


def _before_venue(pieces: Sequence[TextPiece]) -> str:
    """Return the title before a venue in italics: `A title, *OSDI 2024*`, `A title. *OSDI*, 2024`.

    Names alone are followed by a title.
    """
    venue = next((at for at, piece in enumerate(pieces) if piece.slanted), 0)
    if not venue:
        return ""
    before = _IN_LAST.sub("", "".join(piece.text for piece in pieces[:venue]))
    year = _YEAR_NEXT.match("".join(piece.text for piece in pieces[venue + 1 :]))
    # `Lee, *Science*, 1970` is a citation, and `Oak, *OSDI 2024*` has a title.
    named = pieces[venue].text + (f" {year[1]}" if year and has_words(before) else "")
    above, _, names = before.rstrip().rpartition("\n")
    if says_something(above) and read_names(names.strip()):
        before = above  # the authors stand in a line of their own
    bare = clean(before).rstrip(" .,:-–—")
    if not says_something(bare) or not is_venue(named):
        return ""
    by = read_names(f"{bare}.")
    alone = by is not None and (by.sure or by.several) and by.end >= len(bare)
    return "" if alone else before


def _before_authors(pieces: Sequence[TextPiece]) -> str:
    """Return the title beside authors: `A title, *Ann Lee*, 2020`; `Ann, Bob. *A title*`; or "".

    A word in italics inside of a title ends no sentence before it.
    """
    in_italics = any(piece.slanted for piece in pieces)
    for index, piece in enumerate(pieces if in_italics else ()):
        before = _IN_LAST.sub("", "".join(each.text for each in pieces[:index]))
        if piece.slanted and _YEAR_BEFORE.search(before):
            return piece.text  # `Lee, Ann, and Bob Ray. 2024. *A title*. A publisher.`
        ended = before.rstrip().endswith(_ENDS) or (index > 0 and " et al" in piece.text)
        if piece.slanted and ended and has_words(without_tags(before)):
            # not `Lee, A., Ray, B., et al. *A title.* 2001`
            if of_citation(clean(before)) and not _is_names(without_tags(before)):
                return before  # `Lee, A., & Ray, B. (2014). A title. *A Journal*`
            names = _LISTED.search(before) and not _LISTED.search(piece.text)
            if not names and before.rstrip().endswith((":", "：")):
                return ""
            return piece.text if names and has_words(piece.text) else before
        if len(before) > _LONGEST_TITLE:
            break
    return ""


def _is_names(text: str) -> bool:
    """Return whether a text is nothing but the names of several authors."""
    bare = clean(text)
    found = read_names(bare)
    return found is not None and not bare[found.end :].strip(" .,:")


def after_title(pieces: Sequence[TextPiece], title: str) -> str:
    """Return what a text says after its title, without the name of the link that follows."""
    if not title:
        return ""
    rest = clean("".join(piece.text for piece in pieces)).partition(title)[2]
    rest = rest[quote.end() :] if (quote := _END_OF_QUOTE.match(rest)) else rest
    return without_hint(rest).rstrip("[(（ ") + " "
