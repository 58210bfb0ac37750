"""Links in running text, which speaks of a work above it: `You find it on [GitHub](…) as well.`"""

import re
from collections.abc import Iterator

from recall.domain.library.resource import Link
from recall.domain.lists.link_text import says_something
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import is_bare
from recall.formats.markdown.works.mentions import Mention, mentions, points, said
from recall.lazy_regex import lazy_regex

HERE = frozenset(("here", "hier", "ici", "aquí", "qui", "aqui", "здесь", "тут", "这里", "此处"))
"""Texts of links that say where something is, and so name nothing themselves."""

_AFTER_A_SENTENCE = re.compile(r"[^\W\d]{3}[.!?]\s|[。！？]")
_LEADS = re.compile(
    r"(?i)\b(?:an?|the|this|that|as|at|from|in|on|see|via|to|our|my|his|her|their)\s*\Z"
)
_LEADS_TO_ADDRESS = re.compile(r"(?i)\b(?:at|from|in|on|see|via|to|also|with|by|of|for|and)\s*\Z")
_ARTICLES = (
    r"an?|the|this|that|our|my|his|her|its|their|une?|una|eine?|der|die|das|les?|la|el|los|las|il"
    r"|uma?|os?"
)
_ARTICLE = lazy_regex(rf"(?:{_ARTICLES})\s")
_ARTICLE_LAST = lazy_regex(rf"(?i)(?:\A|\s)(?:{_ARTICLES})\Z")
_PARTICLE = lazy_regex(r"[\u3040-\u309f\uac00-\ud7a3]")
_LONGEST_ARTICLE = 6
"""Characters of an article, with the space before it."""

_THIS = re.compile(r"(?i)this\b|here\b")
_HAN_PROSE = lazy_regex(r"[，。；.,][^，。；]{0,40}[\u4e00-\u9fff]\Z")
_HAN = lazy_regex(r"[\u4e00-\u9fff]")
_HAN_BEFORE = lazy_regex(r"[\u4e00-\u9fff].*[，。；].*[\u4e00-\u9fff]\Z")
_HAN_SENTENCES = lazy_regex(r"[\u4e00-\u9fff].{6,}[，。；].{6,}(?:[，；].{4,}|。\s*)\Z")
_BEFORE_SENTENCE = " .。,，"
_ENDS = (".", "。", "!", "！", ".)", "。）")
_HAN_ENDS = ("。", "！", "？")
_CLAUSES = frozenset("，。；")
_LEAST_WORDS = 3
"""Words before a link; fewer do not make it part of a sentence."""


def is_clause(before: str) -> bool:
    """Return whether a sentence in Chinese leads to a link: `它很难，参考 [推导](…)`."""
    return _HAN_PROSE.search(before.rstrip()) is not None


def points_in_prose(lines: list[MarkdownLine]) -> bool:
    """Return whether links such as `GitHub` stand inside of sentences that follow another one.

    They belong to the work that these speak of: `It is fine. You find it on [GitHub](…) as well.`
    """
    if any(isinstance(piece, TextPiece) and piece.strong for piece in _pieces(lines)):
        return False
    each = [mention for line in lines for mention in mentions(line.pieces)]
    works = [mention for mention in each if not mention.is_credited]
    after_another = bool(works) and _AFTER_A_SENTENCE.search(works[0].gap) is not None
    return after_another and all(map(_is_inside_of_sentence, works))


def _is_inside_of_sentence(mention: Mention) -> bool:
    """Return whether a link that is only a pointer begins a sentence, or stands inside of it."""
    after = said(mention.after).lstrip()[:1]
    before = mention.gap.rstrip()
    begins = before.endswith(_HAN_ENDS if mention.role != "discussion" else _ENDS)
    inside = (before[-1:].isalnum() or begins) and after.isalpha() and not after.isupper()
    return inside and not mention.bare and points(mention)


def begins_with_text(lines: list[MarkdownLine]) -> bool:
    """Return whether lines say something before their first link."""
    first = next(iter(mentions(lines[0].pieces)), None)
    return says_something(first.gap if first else lines[0].text)


def parted_from_prose(
    lines: list[MarkdownLine],
) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate sentences in Chinese from the links below them, which have names of their own."""
    linked = next((index for index, line in enumerate(lines) if line.links), 0)
    if not linked:
        return [], lines
    first = next(iter(mentions(lines[linked].pieces)), None)
    named = first is not None and bool(first.hint or first.titled)
    told = all(_HAN_SENTENCES.search(line.text) for line in lines[:linked])
    return (lines[:linked], lines[linked:]) if named and told else ([], lines)


def is_told_below(mention: Mention) -> bool:
    """Return whether words below a work lead to a link: `What it says. Via [Lobsters](…)`."""
    told = _AFTER_A_SENTENCE.search(mention.gap) or _LEADS.search(mention.gap)
    return told is not None and not mention.bare and points(mention)


def is_led_to(mention: Mention) -> bool:
    """Return whether a link is a common word in a sentence: `and an [introduction](…) of trees`.

    Its text may have the article, and in Korean and Japanese a particle follows it at once.
    """
    before, shown = mention.gap, mention.link.label
    joined = _PARTICLE.match(said(mention.after)) and not _PARTICLE.match(before)
    if joined and not mention.bare:
        return True
    if not shown[:1].islower() or mention.is_repository:
        return False
    return bool(_ARTICLE_LAST.search(before.rstrip()[-_LONGEST_ARTICLE:]) or _ARTICLE.match(shown))


def says_where(lines: list[MarkdownLine], *, beside_a_title: bool = False) -> bool:
    """Return whether all links of prose are pointers in it: `You find it on the [site](…)`."""
    found = [mention for line in lines for mention in mentions(line.pieces)]
    pointing = [points(each) or (beside_a_title and each.weak) for each in found]
    return bool(found) and all(pointing) and all(map(_is_led_to, found))


def _is_led_to(mention: Mention) -> bool:
    """Return whether words such as `on the` lead to a link, or the sentence goes on after it."""
    before, after = mention.gap.rstrip(), said(mention.after).lstrip()
    if not before:
        return after[:1].islower() and _THIS.match(mention.link.label) is not None
    if mention.bare:
        return False
    if _HAN_PROSE.search(before):
        return True
    if mention.link.label.casefold() in HERE:
        return True
    return bool(_LEADS.search(before)) or (before[-1:].isalnum() and after[:1].islower())


def links_in_sentence(lines: list[MarkdownLine]) -> list[Link]:
    """Return the links of lines that stand inside of a sentence: `As [Ann](…) shows us`.

    It has only one link, or only addresses: `Focus on https://… and https://…`
    """
    found = [mention for line in lines for mention in mentions(line.pieces)]
    addresses = bool(found) and all(mention.bare for mention in found)
    if not addresses and len(found) != 1:
        return []
    before, after = found[0].gap.rstrip(), said(found[0].after).lstrip()
    if addresses:
        told = _LEADS_TO_ADDRESS.search(before) and len(before.split()) > 1
        return [mention.as_link for mention in found] if told else []
    inside = before[-1:].isalnum() and len(before.split()) >= _LEAST_WORDS
    in_chinese = _HAN_BEFORE.search(before) and _HAN.match(after)
    return [found[0].as_link] if (inside and after[:1].islower()) or in_chinese else []


def told_behind(line: MarkdownLine) -> str:
    """Return the sentence behind an address: `https://… It collects oaks.`; "" if there is none."""
    first = next(iter(line.pieces), None)
    if not isinstance(first, MarkdownLink) or not is_bare(first):
        return ""
    told = (
        said(piece for piece in line.pieces if isinstance(piece, TextPiece))
        .lstrip(_BEFORE_SENTENCE)
        .rstrip()
    )
    in_han = _HAN.match(told[-1:]) and not _CLAUSES.isdisjoint(told)
    begins = told[:1].isalnum() or told.startswith(("(", "（"))
    return told if begins and (in_han or told.endswith(_ENDS)) else ""


def _pieces(lines: list[MarkdownLine]) -> Iterator[TextPiece | MarkdownLink]:
    return (piece for line in lines for piece in line.pieces)
