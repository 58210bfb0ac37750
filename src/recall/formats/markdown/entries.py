"""Finds the entries in a few lines of text: their links and titles."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from recall.domain.library.catalog import Skipped
from recall.domain.library.resource import Link
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import (
    is_bare,
    is_only_a_name,
    is_titled,
    leads_nowhere,
    refusal,
    refusals,
    shown,
)
from recall.formats.markdown.marks.boxes import take_box
from recall.formats.markdown.marks.durations import take_duration
from recall.formats.markdown.titles import clean, label
from recall.formats.markdown.works.choosing import Chooser
from recall.formats.markdown.works.citing.bylines import FACT, is_byline
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.leading.kinds import kind_last
from recall.formats.markdown.works.lone import lone
from recall.formats.markdown.works.mentions import (
    Mention,
    is_wrapped,
    mentions,
    name_of_refused,
    points,
    said,
)
from recall.formats.markdown.works.parts import is_part

NOTHING = "no link and no checkbox"

_LABELED = re.compile(r"\W{0,40}[^\W\d](?:[^\W\d]| ){1,20}[:：]")
_OF_SOMETHING = re.compile(
    r"(?i)(?:data ?sets?|codes?|slides?|videos?|demos?|notes|models?|appendix) (?:for|of|from|to) "
)
"""`[dataset for the second part](…)` beside `[paper](…)`."""

_FACTS = re.compile(r"[|｜]\s*(?:[^\W\d_]{2,20}\s?[:：][^|｜]*|[^\W\d_]{2,6}\s*(?=[|｜]))")
"""What stands in a row of links and says of the work: `[pdf](…) | Progress: 3/12`."""

_LEAST_WORDS = 3
"""Words after a colon; fewer are no title."""

_DATED = re.compile(r"\b(?:(?:19|20)\d\d|n\.d\.)")
_BREAK = TextPiece("\n")


def entries(
    lines: list[MarkdownLine], *, bullet: bool, above: str = "", boxed: bool = False
) -> Iterator[Found | Skipped]:
    """Yield the entries and skipped links in the lines of a bullet or paragraph.

    A bullet is one thing, with links on any of its lines. In a paragraph each line with links
    stands for itself, unless they are sentences about the link that it begins with. above is the
    text of the bullet above. With a box, it is a reading even if its links lead to a person or a
    chat.
    """
    if not above and (only := lone(lines)):
        yield only
        return
    lines = kind_last(lines)
    bullet = bullet or _is_about_its_title(lines)
    chooser = Chooser(bullet=bullet, above=above, boxed=boxed)
    for line in [_one_line(lines)] if bullet else _gathered(lines):
        chooser.read(mentions(line.pieces))
    yield from chooser.results()
    yield from refusals(lines)


def further_links(lines: list[MarkdownLine]) -> list[Link]:
    """Return the links of lines in which none is a work: `[code](…)`; empty if one may be.

    A discussion is of the work before it, also where it only shows its address.
    """
    found = [mention for line in lines for mention in mentions(line.pieces)]
    adds = (each.hint or each.is_credited or (each.weak and not each.bare) for each in found)
    talks = (each.role == "discussion" for each in found)
    if not all(map(any, zip(adds, talks, strict=True))):
        return []
    return [each.as_link for each in found]


def is_without_link(lines: list[MarkdownLine], *, boxed: bool = True) -> bool:
    """Return whether the lines of a box name something to read without leading to it.

    A link that leads nowhere from here names it too; an address of e-mail does not.
    Without a box, only a title does that begins a bullet, with a link that is empty or of FTP;
    with `#` for a link, it stands alone.
    """
    links = [link for line in lines for link in line.links]
    if not boxed:
        first = next((piece for piece in lines[0].pieces if _shows(piece)), None)
        if not isinstance(first, MarkdownLink) or (first.url == "#" and len(lines[0].pieces) > 1):
            return False
        unfinished = is_only_a_name(first) and is_titled(first)
        return unfinished and all(refusal(link) is not None for link in links)
    if any(refusal(link) is None for link in links):
        return False
    named = any(leads_nowhere(link) and label(link.label) for link in links)
    texts = [piece.text for line in lines for piece in line.pieces if isinstance(piece, TextPiece)]
    return named or bool(clean("".join(texts)))


def _shows(piece: TextPiece | MarkdownLink) -> bool:
    """Return whether a piece is more than signs, such as a flag before a title."""
    return isinstance(piece, MarkdownLink) or any(map(str.isalnum, piece.text))


def shows_only_links(lines: list[MarkdownLine]) -> bool:
    """Return whether lines have no words outside of links."""
    shown = [piece for line in lines for piece in line.pieces if _shows(piece)]
    return all(isinstance(piece, MarkdownLink) for piece in shown)


def web_links(lines: list[MarkdownLine]) -> list[MarkdownLink]:
    """Return the links to something readable."""
    return [link for line in lines for link in line.links if refusal(link) is None]


def says_only_links(lines: list[MarkdownLine], *, beside_a_title: bool = False) -> bool:
    """Return whether lines only point to something, with no other text: `[pdf](…)`, `Code: …`.

    Beside a title, `[Lecture notes](…)` points to something as well.
    """
    found = [mentions(line.pieces) for line in lines]
    each = [mention for some in found for mention in some]
    texts = [mention.before_label for mention in each]
    ends = [own_text(line) for line, some in zip(lines, found, strict=True) if not some]
    ends += [take_duration(_FACTS.sub("", said(some[-1].after)))[1] for some in found if some]
    return (
        bool(each)
        and not any(map(_says_more, (*texts, *ends)))
        and all(map(_adds_beside if beside_a_title else points, each))
        and any(map(_points_beside, each))
    )


def _says_more(text: str) -> bool:
    """Return whether a text beside links is no label of a link that is still to come.

    `Lecture 1` is the name of a part.
    """
    label = not is_part(text) and pointer(text, beside_a_title=True) is not None
    return says_something(text) and not label


def says_only_pointers(lines: list[MarkdownLine]) -> bool:
    """Return whether lines are nothing but labels: `Code: …` or `[pdf](…)`, not `[Mock.js](…)`."""
    each = [mention for line in lines for mention in mentions(line.pieces)]
    if any(mention.names_itself for mention in each):
        return False
    labeled = all(mention.hint or shown(mention.link) for mention in each)
    return labeled and says_only_links(lines)


def without_labeled(
    lines: list[MarkdownLine],
) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate lines such as `Conference: OSDI 2024` and `by Ann Lee` from those with links."""
    told = [
        _is_labeled(line, below) or (not line.links and is_byline(line.text))
        for line, below in zip_longest(lines, lines[1:])
    ]
    labeled = [line for line, is_told in zip(lines, told, strict=True) if is_told]
    rest = [line for line, is_told in zip(lines, told, strict=True) if not is_told]
    return rest, [line for line in labeled if _LABELED.sub("", line.text).strip()]


def _is_labeled(line: MarkdownLine, below: MarkdownLine | None) -> bool:
    """Return whether a line begins with a label; `Alpha: A fine work` above a URL is a title."""
    if line.links or not _LABELED.match(line.text):
        return False
    titles = (
        below is not None
        and bool(below.links)
        and is_bare(below.links[0])
        and not own_text(below).strip()
    )
    words = _LABELED.sub("", line.text).split()
    return not titles or len(words) < _LEAST_WORDS or FACT.match(line.text) is not None


def _points_beside(mention: Mention) -> bool:
    return points(mention) or (mention.weak and not is_part(mention.link.label))


def _adds_beside(mention: Mention) -> bool:
    """Return whether a link points to something beside a title; `[[SupDoc]](…)` may, too."""
    word = label(mention.link.label)
    if _OF_SOMETHING.match(word):
        return True
    return _points_beside(mention) or (is_wrapped(mention) and word.isalpha() and word.isascii())


def plain_text(lines: list[MarkdownLine]) -> str:
    """Return lines as one title, link texts included."""
    return clean(" ".join(line.text for line in lines))


def _one_line(lines: list[MarkdownLine]) -> MarkdownLine:
    """Join the lines of a bullet; their breaks stay, as text."""
    if len(lines) == 1:
        return lines[0]
    pieces: list[TextPiece | MarkdownLink] = []
    for line in lines:
        pieces += [*line.pieces, _BREAK]
    return lines[0]._replace(pieces=pieces)


def _gathered(lines: list[MarkdownLine]) -> list[MarkdownLine]:
    """Join lines without links to a line with links: the first, or the one they describe.

    They may also be the title of a bare URL that follows, unless several lines have their own.
    """
    lines = _without_unlinked_citations(lines)
    own = [_has_own_title(line) for line in lines]
    named = sum(own) > 1
    gathered: list[MarkdownLine] = []
    waiting: list[TextPiece | MarkdownLink] = []
    for line, has_title in zip(lines, own, strict=True):
        if not line.links:
            waiting += [*line.pieces, _BREAK]
            continue
        if gathered and (not is_bare(line.links[0]) or (named and has_title)):
            gathered[-1].pieces.extend([_BREAK, *waiting])
            waiting = []
        if named and has_title:
            waiting = []
        gathered.append(line._replace(pieces=[*waiting, *line.pieces]))
        waiting = []
    if gathered:
        gathered[-1].pieces.extend([_BREAK, *waiting])
    return gathered


def _without_unlinked_citations(lines: list[MarkdownLine]) -> list[MarkdownLine]:
    """Leave out citations without a link that have another right below: they are not its title."""
    if all(line.links for line in lines):
        return lines
    told = [line for line in lines if line.links or line.text.strip()]
    cited = [_is_citation(line) for line in told]
    return [
        line
        for line, *both in zip(told, cited, [*cited[1:], False], strict=True)
        if line.links or not all(both)
    ]


def _is_citation(line: MarkdownLine) -> bool:
    """Return whether a line cites a work by its authors and year."""
    text = "".join(piece.text for piece in line.pieces if isinstance(piece, TextPiece))
    return _DATED.search(text) is not None and of_citation(clean(text)) != ""


def _is_about_its_title(lines: list[MarkdownLine]) -> bool:
    """Return whether a paragraph begins with a title that is a link, and goes on in sentences.

    A label may stand before it. Before a link below, `A fine book on trees:` names another work.
    """
    title, *below = lines
    if len(title.links) != 1 or is_bare(title.links[0]) or not is_titled(title.links[0]):
        return False
    before = mentions(title.pieces)[0].gap.rstrip(" *_") if web_links([title]) else ""
    labeled = not below and before.endswith((":", "："))
    begins = labeled or not any(map(str.isalnum, before))
    return begins and all(_is_sentence(line) for line in below if line.links)


def _is_sentence(line: MarkdownLine) -> bool:
    found = mentions(line.pieces)
    before = found[0].gap.rstrip() if found else ""
    return len(before.split()) >= _LEAST_WORDS and before[-1:].isalnum()


def _has_own_title(line: MarkdownLine) -> bool:
    """Return whether a line names its address with a title: `A fine page: https://…`."""
    if not line.links or not is_bare(line.links[0]) or not isinstance(line.pieces[0], TextPiece):
        return False
    before = line.pieces[0].text.strip()
    name = before.rstrip(":： ")
    labeled = pointer(name, beside_a_title=True) is not None
    return before != name and " " in name and not labeled


def own_text(line: MarkdownLine) -> str:
    """Return the text of a line without its links and its box."""
    _, line = take_box(line)
    return "".join(
        piece.text
        if isinstance(piece, TextPiece)
        else name_of_refused(piece)
        if refusal(piece)
        else " "
        for piece in line.pieces
    )
