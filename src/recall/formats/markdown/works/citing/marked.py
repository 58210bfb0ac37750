"""Titles that most texts of a list set apart: in quotes, in italics, in bold, or as code."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from recall.domain.library.catalog import Item
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean, has_words, without_separators
from recall.formats.markdown.works.citing.bylines import is_venue
from recall.formats.markdown.works.citing.names import INVERTED
from recall.formats.markdown.works.citing.ways import (
    LEAST_ALIKE,
    MOST_OF_THEM,
    Parted,
    are_names,
    names_in,
)
from recall.formats.markdown.works.found import WrittenText
from recall.lazy_regex import lazy_regex

_KINDS = (("quotes", "italics"), ("bold",), ("code",))
"""From the surest sign of a title on: beside quotes, italics are a journal."""
_AROUND = " ,.:-–—"
_SHELF_MARK = re.compile(r"(?:\d{1,3}(?:\.\d+)?|[A-Z]{2,4})(?:\s[A-Z]{2,10}){1,2}|\d{1,3}\.\d+")
_YEAR_LAST = re.compile(r"[(,]\s*(?:19|20)\d\d[a-z]?[)]?\Z")
_UNMARKED = TextPiece("")[1:]

_QUOTES = lazy_regex(
    r"[\"“]([^\"“”]{2,300})[\"”]|«([^«»]{2,300})»|„([^„“”]{2,300})[“”]|(《[^《》]{1,300}》)"
    r"|「([^「」]{2,300})」|『([^『』]{2,300})』"
)

_SUBTITLE = re.compile(r":\s[^\W\d_]")
"""What goes on after words in quotes with which a title begins: `"Why oaks?": How they grow`."""


def written(pieces: Sequence[TextPiece], text: str) -> WrittenText:
    """Return a text with the words that it sets apart, of each kind that it has once."""
    quotes = [
        found[found.lastindex or 0]
        for found in _QUOTES.finditer(text)
        if not (_is_aside(text, found.start()) or _SUBTITLE.match(text, found.end()))
    ]
    runs = {"quotes": quotes}
    if any(piece[1:] != _UNMARKED for piece in pieces):
        runs["italics"] = _runs((piece.slanted, piece.text) for piece in pieces)
        runs["bold"] = _runs((piece.strong, piece.text) for piece in pieces)
        runs["code"] = _runs((piece.code, piece.text) for piece in pieces)
    apart = {kind: clean(found[0]) for kind, found in runs.items() if len(found) == 1}
    return WrittenText(text, apart)


def _is_aside(text: str, at: int) -> bool:
    """Return whether a bracket is open in a text here: `A title (see “Elms”)`."""
    opened, closed = (max(text.rfind(sign, 0, at) for sign in signs) for signs in ("(（", ")）"))
    return opened > closed


def _runs(pieces: Iterable[tuple[bool, str]]) -> list[str]:
    """Return the marked texts that have letters; neighbors are one."""
    joined = (
        "".join(text for _, text in run) for marked, run in groupby(pieces, itemgetter(0)) if marked
    )
    return [text for text in joined if any(map(str.isalnum, text))]


def told_by_marks(
    scope: Sequence[tuple[int, Item]], texts: Mapping[int, WrittenText]
) -> Iterator[tuple[int, Parted]]:
    """Yield the texts whose marked words are the title, if most of a scope are written so."""
    whole = [(index, item, texts[index]) for index, item in scope if index in texts]
    for kinds in _KINDS:
        marked = [(index, item, _words(text, kinds), text.text) for index, item, text in whole]
        marked = [each for each in marked if each[2] and not _is_source(each[2])]
        told = [(words, text) for _, _, words, text in marked]
        if len(marked) < MOST_OF_THEM * len(scope) or not _are_titles(told, kinds):
            continue
        for index, item, words, text in marked:
            if _says_less(item.title, words, linked=item.url is not None):
                yield index, Parted(words, _beside(words, text), named=True, sure=True)
        return


def _words(text: WrittenText, kinds: Sequence[str]) -> str:
    """Return the words that a text sets apart in the first of these ways that it has."""
    return next((without_separators(text.apart[kind]) for kind in kinds if kind in text.apart), "")


def _is_source(words: str) -> bool:
    """Return whether words cite a work, or say where it came out: `Lee (2010)`, `OSDI 2024`."""
    cited = (
        _YEAR_LAST.search(words) or is_venue(words.strip("[]【】")) or _SHELF_MARK.fullmatch(words)
    )
    return bool(cited) or pointer(words, beside_a_title=True) is not None


def _are_titles(marked: Sequence[tuple[str, str]], kinds: Sequence[str]) -> bool:
    """Return whether the marked words of texts are titles: no names, and no labels.

    Single words in bold are labels. What is set as code is a title only beside names.
    """
    distinct = {words for words, _ in marked}
    few = len(distinct) < max(LEAST_ALIKE, MOST_OF_THEM * len(marked))
    labels = kinds != _KINDS[0] and sum(map(has_words, distinct)) < len(distinct) / 2
    if few or labels or are_names([*distinct]) or all(map(INVERTED.fullmatch, distinct)):
        return False
    if sum(_is_inside(words, text) for words, text in marked) >= len(marked) / 2:
        return False
    beside = [text.replace(words, "").strip(_AROUND) for words, text in marked]
    return "code" not in kinds or are_names(beside)


def _is_inside(words: str, text: str) -> bool:
    """Return whether a sentence goes on around words: `Why *Ulysses* still matters`."""
    before, _, after = text.partition(words)
    goes_on = after[:1].isspace() and after.strip()[:1].islower()
    return goes_on and before.rstrip()[-1:].isalnum() and names_in(before.strip(_AROUND)) is None


def _says_less(title: str, words: str, *, linked: bool) -> bool:
    """Return whether a title that was found is marked words with more, or a name beside them.

    Before a link it has to be a usual name.
    """
    named = names_in(title)
    beside = named if linked else named is not None
    return title not in words and (words in title or bool(beside))


def _beside(words: str, text: str) -> str:
    """Return what a text says after the marked words, or all of it if more stands before them."""
    after = text.removeprefix(words)
    return text if after == text else without_separators(after)
