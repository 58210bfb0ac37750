"""Bullets under a text that are all links to one resource, of which the text is the title."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.blocks import Block
from recall.formats.markdown.bullets import (
    bears,
    has_box,
    has_parts,
    is_address,
    is_link_only,
    lines_of_note,
    own_lines,
)
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.boxes import unboxed
from recall.formats.markdown.walking.remarks_below import begins_with_quote, is_cited
from recall.formats.markdown.works.mentions import Mention, mentions, points

_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_WORDS_OF_A_TITLE = 5
_SEVERAL = 2


def facets(under: list[Block], name: str, *, boxed: bool = False) -> list[list[MarkdownLine]]:
    """Return the lines of the bullets if all are links to one resource.

    boxed: it has a checkbox, so that it is one: `[Notes]` alone under it, or beside `[Video]`, is
    of it. So are `[Course website]` and `[Book]` under a text with a year in it, and `[notes]` in a
    row with `[pdf]`.

    name is the text above them. A single link is, also if its text begins with the name, or if it
    leads to the code of what has a title there; several are if their labels differ (`pdf`,
    `code`). Several bare URLs, equal labels or several boxes are separate resources. Bullets
    without links are notes. Open boxes beside its paper, its code and a video are all of one.
    """
    under = [block for block in under if bears([block])]
    children = [own_lines(block) for block in under]
    written = filter(None, children)  # a bullet may hold nothing but other bullets
    bare = [line for lines in written for line in unboxed(lines, bullet=True)[1]]
    found = [mention for line in bare for mention in mentions(line.pieces)]
    alone = len(found) == len(under) == 1 and not has_box(children[0])
    if alone and _repeats(name, found[0], boxed=boxed):
        return children
    if _is_discussed(found, children):
        return children
    pointing = list(map(is_link_only, under))
    in_row = len(under) == 1 and len(found) > 1 and any(map(points, found))
    if in_row or _DATED.search(name) or (boxed and (alone or any(map(_points_by_a_word, under)))):
        pointing = [is_link_only(block, beside_a_title=True) for block in under]
    repositories = [each.is_repository and each.titled for each in found]
    if not all(pointing) and not (any(pointing) and _all_link_only(under, repositories)):
        return []
    labels = {name for each in found if (name := each.name)}
    several = len(labels) + _begins_with_address(found) == len(found) and not any(
        map(has_box, children)
    )
    several = several or (boxed and _are_ways_to_one(found, children))
    return children if len(found) == 1 or several else []


def _begins_with_address(found: Sequence[Mention]) -> bool:
    """Return whether an address without a name is the first of several, which cite no work."""
    if len(found) < _SEVERAL or any(map(is_cited, found[1:])):
        return False
    return found[0].bare and not found[0].name


def beside_address(rest: Sequence[Block]) -> list[Block]:
    """Return the bullets after an address alone that are more links to what it is of.

    They name their link before it, `- 主页 https://…`, or are a link and nothing else.
    """
    linked = [block for block in rest if bears([block])]
    first, others = linked[:1], linked[1:]
    alone = any(is_address(own_lines(block)) and is_link_only(block) for block in first)
    return others if alone and all(map(_is_beside, others)) else []


def _is_beside(block: Block) -> bool:
    """Return whether a bullet has one link, with or without text before it, and no other title."""
    lines = lines_of_note(block)
    found = [mention for line in lines for mention in mentions(line.pieces)]
    if len(found) != 1 or is_address(lines) or has_parts([block]):
        return False
    return not (is_cited(found[0]) or begins_with_quote(found[0]))


def _is_discussed(found: Sequence[Mention], children: Sequence[list[MarkdownLine]]) -> bool:
    """Return whether each bullet is an address, and all but the first are discussions of that."""
    each = len(found) == len(children) > 1 and all(len(lines) == 1 for lines in children)
    alone = all(mention.bare and not says_something(mention.gap) for mention in found)
    talks = [mention.role == "discussion" for mention in found]
    return each and alone and not talks[0] and all(talks[1:]) and not any(map(has_box, children))


def _are_ways_to_one(found: Sequence[Mention], children: Sequence[list[MarkdownLine]]) -> bool:
    """Return whether each bullet is a way to one work: its paper, and its code, a video, a talk.

    None is ticked, so that nothing is said of one of them alone.
    """
    if any(unboxed(lines, bullet=True)[0] not in {None, "unread"} for lines in children):
        return False
    roles = {mention.hint or mention.role for mention in found if not mention.names_itself}
    labeled = all(mention.hint or not mention.bare for mention in found)
    return labeled and len(roles) == len(found) == len(children) and "paper" in roles


def _repeats(name: str, mention: Mention, *, boxed: bool) -> bool:
    """Return whether a link under a text is of the same thing: it begins with it, or is code.

    Below a box it may be a citation that names it. Without a box, `Nets` is a section above
    `Nets for beginners`.
    """
    shown = mention.link.label.casefold()
    after = shown.removeprefix(name.casefold())
    goes_on = not boxed and after.lstrip()[:1].isalpha() and pointer(after) is None
    begins = len(after) < len(shown) and not (after[:1].isalnum() or goes_on)
    cited = boxed and _DATED.search(shown) and " " in name and name.casefold() in shown
    is_code = len(name.split()) >= _WORDS_OF_A_TITLE and mention.role == "code"
    return bool(begins or cited or is_code)


def _all_link_only(under: list[Block], repositories: list[bool]) -> bool:
    """Return whether all bullets are links, one of them to a repository by its name."""
    others = [block for block in under if not is_link_only(block)]
    return len(others) == sum(repositories) == 1 and len(under) == len(repositories)


def _points_by_a_word(block: Block) -> bool:
    """Return whether a bullet is a pointer in words, not a letter that counts parts."""
    return is_link_only(block) and any(len(line.text.strip()) > 1 for line in own_lines(block))
