"""Whether the title of a work is the text of one of its links, or the text before them."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_hosts import is_name_of_its_site
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.titles import clean, has_words, label
from recall.formats.markdown.works import leads, parts
from recall.formats.markdown.works.citing.bylines import is_byline
from recall.formats.markdown.works.citing.citations import title_of
from recall.formats.markdown.works.citing.names import read as read_names
from recall.formats.markdown.works.citing.styled import styled_title
from recall.formats.markdown.works.drafts import is_copy
from recall.formats.markdown.works.leading.alone import is_task
from recall.formats.markdown.works.leading.authors import says_whose
from recall.formats.markdown.works.leading.bold import is_quoted
from recall.formats.markdown.works.leading.italics import cited_last
from recall.formats.markdown.works.mentions import Mention, is_wrapped, said

_FILE = re.compile(r"(?i)[\w.+%-]+\.(?:pdf|ps|epub|mobi|djvu|docx?|pptx?|html?|png|zip)")
"""The name of a file says nothing beside a title."""

_IN_BRACKETS = re.compile(r"[(（][^()（）]{2,80}[)）]")
_ARROWS = ("→", "⇒", "->", "=>")
_AUTHOR_IN_BRACKETS = re.compile(r"\s[(（]([^()（）]{3,60})[)）]\s*(?:[:：]|[-–—])\s*\Z")
_APART = re.compile(r"(.{8,300}?)(?:\s+[-–—]|\.)\s+\Z", re.DOTALL)
_AROUND_NAMES = " ,-–—:.(|"
_WORDS_OF_A_LABEL = 4
_LETTERS_OF_A_LABEL = 24


def title_link(group: Sequence[Mention], candidates: Sequence[int], named: str) -> int | None:
    """Return the link whose text is the title; None if the title is a text, or there is none."""
    first = group[candidates[0]]
    if first.titled and not _is_telling(named):
        return candidates[0]
    if first.titled:
        shown = label(first.link.label)
        labeled = first.weak or parts.is_part(shown) or _FILE.fullmatch(shown) is not None
        adds = labeled or _is_annotation(first)
        others = _is_code(group, candidates) or _is_shop(group, candidates)
        cited = cited_last(first.before) or styled_title(first.before)
        others = others or says_whose(first) or bool(cited)
        others = others or is_below_authors(first) or _shows_site(first, named)
        others = others or _is_quoted_before(first) or _names_its_kind(first, candidates)
        others = others or _is_after_author(first) or _is_where(first, named) or _is_said_of(first)
        return None if adds or others else candidates[0]
    if named or first.names_itself:
        return None
    for index in candidates[1:]:
        if says_something(group[index].gap):
            return None
        if group[index].titled and not group[index].weak:
            return index
    return None


def _is_quoted_before(mention: Mention) -> bool:
    """Return whether an entry begins with a title in bold and in quotation marks."""
    first = mention.before[0] if mention.before else TextPiece("")
    return first.strong and is_quoted(first.text.strip())


def _names_its_kind(mention: Mention, candidates: Sequence[int]) -> bool:
    """Return whether a link says what it is, behind a colon: `Oaks: [Lab page](…) and [b](…)`."""
    *name, last = label(mention.link.label).split() or [""]
    several = len(candidates) > 1 and mention.gap.rstrip().endswith((":", "："))
    return several and len(name) == 1 and pointer(last) is not None


def are_all_of(group: Sequence[Mention], named: str) -> bool:
    """Return whether all links are of the text before them: after an arrow, or right behind it.

    `A title → [notes](…) | [slides](…)`, `一门课[甲](…)[乙](…)`; of
    `A topic → [A longer title](…)` the link has the title.
    """
    first, *others = group
    shorter = all(len(each.link.label) < len(named) for each in group)
    if first.gap.rstrip().endswith(_ARROWS):
        return shorter or bool(others) or not first.titled
    glued = first.gap[-1:].isalpha() and not any(each.gap for each in others)
    return glued and shorter and len(group) > 1


def is_in_note(mention: Mention) -> bool:
    """Return whether a link is code that is told of in words below the line of a title."""
    above, line, below = said(mention.before).rpartition("\n")
    told = bool(line) and says_something(above) and says_something(below)
    return told and mention.role == "code"


def is_below_authors(mention: Mention) -> bool:
    """Return whether a link begins a line below a title and its authors: `[ACL 2023](…)`."""
    *above, line = said(mention.before).split("\n")
    below = len(above) > 1 and not line.strip()
    return below and is_byline(above[-1]) and not is_byline(above[0])


def _is_telling(named: str) -> bool:
    """Return whether a text is a title, not what it leads to: `PyTorch 文档：[t.func](…)`."""
    said = bool(named) and pointer(named, beside_a_title=True) is None
    return said and not is_task(named)


def _is_code(group: Sequence[Mention], candidates: Sequence[int]) -> bool:
    """Return whether the first link is named for a repository, and a paper stands beside it."""
    others = (group[index] for index in candidates[1:])
    return group[candidates[0]].is_repository and any(
        each.role in {"paper", "page"} for each in others
    )


def _is_shop(group: Sequence[Mention], candidates: Sequence[int]) -> bool:
    """Return whether the only link follows a book with its author: `«A book», Ann — [Shop]`."""
    first = group[candidates[0]]
    alone = _is_short(first) and len(candidates) == 1
    return alone and leads.begins_with_book(said(first.before))


def _is_short(mention: Mention) -> bool:
    shown = label(mention.link.label)
    return len(shown.split()) <= _WORDS_OF_A_LABEL and len(shown) <= _LETTERS_OF_A_LABEL


def _is_after_author(mention: Mention) -> bool:
    """Return whether a link follows a title and its author.

    `*A title*, Ann Lee - [A press](…)`, `*A title* by Ann Lee | [draft](…)`,
    `A title (Ann Lee): [A shop](…)`, `**A title** (Ann Lee, 7th ed.) [A shop](…)`
    """
    if _is_after_citation(mention):
        return True
    title, *rest = mention.before or [TextPiece("")]
    if found := _AUTHOR_IN_BRACKETS.search(mention.gap):
        return has_words(mention.gap[: found.start()]) and _are_names(found[1])
    after = said(rest).strip()
    by = after.startswith((",", "by ")) and _are_names(
        after.removeprefix("by").strip(_AROUND_NAMES)
    )
    shop = title.strong and _IN_BRACKETS.fullmatch(after) and _is_short(mention)
    return has_words(title.text) and bool((title.slanted and by) or shop)


def _is_where(mention: Mention, named: str) -> bool:
    """Return whether one word only says where a title is: `**A fine book**. [Shop](…)`."""
    first = mention.before[0] if mention.before else TextPiece("")
    apart = (first.strong or first.slanted) and mention.gap.rstrip().endswith(".")
    return apart and is_copy(named, label(mention.link.label))


def _is_after_citation(mention: Mention) -> bool:
    """Return whether a word follows a title with its author: `A title by Ann Lee — [Orbit](…)`."""
    before = _APART.match(said(mention.before))
    cited = title_of(clean(before[1])) if before and " " not in mention.link.label.strip() else ""
    return has_words(cited) and pointer(cited, beside_a_title=True) is None


def _is_said_of(mention: Mention) -> bool:
    """Return whether a link in small letters is beside a title: `*A title*, [notes by Ann](…)`."""
    title, *rest = mention.before or [TextPiece("")]
    beside = said(rest).lstrip().startswith((",", "(", "by "))
    return title.slanted and beside and label(mention.link.label)[:1].islower()


def _are_names(text: str) -> bool:
    found = read_names(text)
    return found is not None and found.end == len(text)


def _shows_site(mention: Mention, named: str) -> bool:
    """Return whether a link after several words only shows its site: `A guide: [oaks.org](…)`."""
    shown = label(mention.link.label)
    return "." in shown and has_words(named) and is_name_of_its_site(shown, mention.url)


def _is_annotation(mention: Mention) -> bool:
    """Return whether a titled link after a title only adds to it: `Title [[repo]](…)`."""
    if mention.hint not in {None, "page", "paper"}:
        return True
    shown = label(mention.link.label)
    short = len(shown) < len(mention.gap.strip()) and len(shown.split()) <= _WORDS_OF_A_LABEL
    return short and is_wrapped(mention)
