"""The title in bold, and what may stand beside it: a short name before it, a year after it."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean, has_words
from recall.formats.markdown.works.citing.citations import without_venue
from recall.formats.markdown.works.citing.names import INVERTED
from recall.formats.markdown.works.citing.names import read as read_names
from recall.formats.markdown.works.leading.hints import without_hint
from recall.formats.markdown.works.leading.tags import without_tags
from recall.lazy_regex import lazy_regex

_NAME = re.compile(r"\W{0,3}(?P<name>[^\W_][\w.+-]{0,30}(?:\s[\w.+-]{1,20}){0,2})\s*[:：]?\s*")
_YEAR = re.compile(r"\s*[.,;]?[^\"“”]{0,60}\b(?:19|20)\d\d\b")
_CLOSING = ('"', "”", ',"', ",”")
_QUOTES, _COLONS = ('"', "“"), (":", "：")
_ARTICLE = re.compile(r"(?i)\b(?:an?|the)\s+\Z")
_ENDED = re.compile(
    r"\s*[,.]\s+(?:(?:[^\W\d_a-z][\w&+-]*\s+){0,3}[(]?(?:19|20)\d\d[)]?"
    r"|[^\W\d_a-z][\w&+-]*(?:\s[^\W\d_a-z][\w&+-]*){0,2}(?=\.))[\s.,;]*\Z"
)
"""A year after a title and perhaps a venue, or who it is of: `, 2023.`, `, OpenAI.`."""
# ` - What it does.` after a name in bold; without the period it may be the rest of the title.
_SENTENCE = re.compile(r"\s+[-–—]\s+[^\W\d_].*[.。!！][\s\[(（|]*\Z", re.DOTALL)
# `**A long title in bold**: What it is about.`
_TOLD = re.compile(r"\s*[:：]\s+[^\W\d_][^\n]*[.。!！][\s\[(（|]*\Z")
_WORDS_TOLD_OF = 4
_TOLD_IN_HAN = re.compile(r"\s*：\s*[^\s→][^→]")
"""`**一个题目**：说明`: behind a full-width colon stands what the bold title is about."""

_SAID_IN_HAN = re.compile(r"\s*：[^\n]{6,}[。！][\s\[(（|]*\Z")
"""`**alpha**：说明。`: what ends with a full stop is no title, also behind a name."""

_COMMA = re.compile(r"\s*[,，]\s+")
_IN_ITALICS = re.compile(r"[a-zà-ÿа-я].*|[A-Z]{2,4}(?:,.*)?", re.DOTALL)
"""A remark, and no title: `**A magazine**, *for all who like trees*`."""

# `**SICA** [Lee et al., 2025]: What it is.`
_CITED_NAME = lazy_regex(
    r"\s*[\[(（][^\[\]()（）]{0,60}(?:19|20)\d\d[a-z]?[\])）]\s*[:：]\s*[^\n]{4,}[.。!！][\s\[(（|]*\Z"
)
_AUTHOR = re.compile(r"[^:：.]{2,200}[,;][^:：]{1,200}:\s*\Z")
"""What leads to a title in bold: `Lee, Ann: **A book**`."""
_AUTHORS_AND_YEAR = lazy_regex(
    r"(?:[A-Z]\d{1,3}[a-z]?\.\s)?[^\W\d_a-z][^\d\"“:]{1,200}[,&][^\d\"“:]{1,200}[(]?(?:19|20)\d\d[a-z]?[)]?[.,:]?\s*\Z"
)
"""Authors in bold: `**Lee, A., & Ray, B. (2014).** *A title*`."""
_CITED_LAST = re.compile(r"[^\W\d_a-z][^\"“«:\d]{1,80}\s[(](?:19|20)\d\d[a-z]?[)]")
"""Who wrote a work and when, in bold before it: `**Lee et al. (2014)** – “A title”`."""
_YEAR_NEXT = re.compile(r"\s*[(](?:19|20)\d\d[a-z]?[)][.,]\s+\S")
"""The year after authors in bold: `**A consortium.** (2023). *A title*`."""
_REMARK = re.compile(r"[(（][^()（）]+[)）]|[\[【][^\[\]【】]+[\]】]")
"""A remark or a venue before a title: `**(optional)** A title`, `**[NIPS 2017]** A title`."""

_EDITION = re.compile(r",\s\d{1,2}(?:st|nd|rd|th|\.)?\s(?:ed|edition|Aufl|éd)\.?\Z")
_BY = re.compile(r"\s+(?:by|von|par|por|di)\s+[^\W\d_a-z]")
_SHELF = re.compile(r"(?:\d{1,3}(?:\.\d+)?|[A-Z]{2,4})(?:\s[A-Z]{2,10}){1,2}|\d{1,3}\.\d+")
_WITH = re.compile(r",\s(?:with|mit|avec|con)\s[^\W\d_a-z][^,]{2,60}\Z")
_WITH_REMARK = 3
_OPENED, _CLOSED = ("[", "(", "【", "（"), ("]", ")", "】", "）")


def strong_title(pieces: Sequence[TextPiece]) -> str:
    """Return the first bold text that is a title, not a name in front of one (`**BERT**: …`)."""
    runs = _runs(pieces)
    for index, (strong, text) in enumerate(runs):
        if not strong:
            continue
        before, rest = _text(runs[:index]), _text(runs[index + 1 :])
        bare = without_tags(clean(text))
        if _is_label(bare, before, rest):
            if rest.lstrip(" -–—:,").startswith((*_QUOTES, "«")):
                return ""  # `**Ann Lee (2019),** "A title"`
        elif says_something(bare):
            return text if _is_title(bare, before, rest) else ""
    return ""


def after_inverted(pieces: Sequence[TextPiece]) -> str:
    """Return the title after an author in bold, last name first: `**Lee, Ann**, A title, 2007`."""
    first, *rest = pieces
    after = clean("".join(piece.text for piece in rest))
    if not (first.strong and INVERTED.fullmatch(clean(first.text)) and after.startswith(",")):
        return ""
    title = without_venue(_EDITION.sub("", after.strip(", ([（")))
    return _WITH.sub("", title) if has_words(title) else ""


def before_remark(pieces: Sequence[TextPiece]) -> str:
    """Return the bold text that begins a line, if only a comma and a remark in italics follow."""
    if len(pieces) < _WITH_REMARK or not (pieces[0].strong and pieces[2].slanted):
        return ""
    told = _COMMA.fullmatch(pieces[1].text) and _IN_ITALICS.fullmatch(pieces[2].text)
    rest = "".join(piece.text for piece in pieces[_WITH_REMARK:])
    return pieces[0].text if told and not rest.strip() else ""


def _is_code(bare: str, rest: str) -> bool:
    """Return whether a bold text is only where a book stands: `**813.54 DIL** Dillard, Annie.`"""
    return has_words(rest) and is_shelf_mark(bare)


def is_shelf_mark(text: str) -> bool:
    """Return whether a text says where a book stands in a library: `813.54 DIL`."""
    return _SHELF.fullmatch(text.strip()) is not None


def is_quoted(text: str) -> bool:
    """Return whether quotation marks stand around the whole of a text."""
    return text.startswith(_QUOTES) and text.endswith(_CLOSING)


def first_line_in_bold(pieces: Sequence[TextPiece]) -> str:
    """Return the first line if it is all in bold, and its authors stand in the line below."""
    first, *below = pieces
    if not first.strong or not below or not below[0].text.startswith("\n"):
        return ""
    names = read_names("".join(piece.text for piece in below).strip())
    return first.text if names and has_words(first.text) and not read_names(first.text) else ""


def _is_label(bare: str, before: str, rest: str) -> bool:
    """Return whether a bold text only leads to a title: it ends with a colon, or is authors."""
    authors = _AUTHORS_AND_YEAR.match(bare) or _CITED_LAST.fullmatch(bare)
    authors = None if says_something(before) else authors
    named = bare.endswith(".") and _YEAR_NEXT.match(rest)
    remark = says_something(rest) and (_REMARK.fullmatch(bare) or _is_code(bare, rest))
    names = read_names(bare) if rest.lstrip().startswith(("-", "–", "—")) else None
    if names and names.sure and names.end == len(bare):
        return has_words(rest)  # `**Ann Lee** – A title – A conference 2011`
    return bool(remark) or bare.rstrip().endswith(_COLONS) or bool(authors or named)


def _is_title(bare: str, before: str, rest: str) -> bool:
    """Return whether a bold text is a title by what stands before it and after it."""
    if _CITED_NAME.match(rest) or _BY.match(rest) or is_quoted(bare):
        return True
    first = without_tags(f"{before}{bare}") == bare
    if first and (_ENDED.match(rest) or _is_before_names(rest)):
        return True
    told = rest[: len(without_hint(rest)) + 1]
    about = _TOLD_IN_HAN.match(rest) if has_words(bare) else _SAID_IN_HAN.match(told)
    if (about and not before.strip()) or (
        len(bare.split()) >= _WORDS_TOLD_OF and _TOLD.match(told)
    ):
        return True
    goes_on = rest.lstrip().startswith((*_COLONS, *_QUOTES))
    if goes_on or not (has_words(bare) or _SENTENCE.match(told)):
        return False
    closed = _is_inside(before) and rest.lstrip().startswith(_CLOSED)
    if closed or _ARTICLE.search(before):
        # `[**BERT**] Pre-training of …`, `A title (OSDI 2004, **best paper**)`, `The **speed** …`
        return False
    before = without_tags(before)
    return _is_apart(before) or _is_named_before(before, bare, rest)


def _is_apart(before: str) -> bool:
    """Return whether a text is no part of the title after it: a label, a sentence, or authors."""
    tagged = not says_something(before) or pointer(before, beside_a_title=True) is not None
    ended = before.rstrip().endswith((".", ",")) or _AUTHOR.match(before) is not None
    return tagged or ended or _is_names_and_dash(before)


def _is_before_names(text: str) -> bool:
    """Return whether authors follow a title: `, A. Lee et al., 1984`."""
    comma = _COMMA.match(text)
    names = read_names(text, comma.end()) if comma else None
    return names is not None and names.several and not names.short


def _is_names_and_dash(text: str) -> bool:
    """Return whether a text is the name of an author and a dash: `Ann B. Lee - `."""
    name = text.strip().rstrip("-–—")
    found = read_names(name) if name != text.strip() else None
    return found is not None and found.sure and found.end == len(name.rstrip())


def _is_inside(before: str) -> bool:
    """Return whether a bracket is open at the end of a text."""
    return max(map(before.rfind, _OPENED)) > max(map(before.rfind, _CLOSED))


def _text(runs: Sequence[tuple[bool, str]]) -> str:
    return "".join(text for _, text in runs)


def _runs(pieces: Sequence[TextPiece]) -> list[tuple[bool, str]]:
    runs: list[tuple[bool, str]] = []
    for piece in pieces:
        if runs and runs[-1][0] == piece.strong:
            runs[-1] = (piece.strong, runs[-1][1] + piece.text)
        else:
            runs.append((piece.strong, piece.text))
    return runs


def _is_named_before(before: str, bold: str, after: str) -> bool:
    """Return whether a bold title stands after the short name of the work.

    It begins with that name, or a year follows: `BERT **BERT: Fine nets**`,
    `UniLM **Fine nets**, 2019`.
    """
    found = _NAME.fullmatch(before)
    title = bold.strip()
    if found is None or not title[:1].strip():
        return False
    again = title.strip("".join(_QUOTES)).startswith(found["name"])
    return again or _YEAR.match(after) is not None
