"""Chooses the works among the links of an entry, and gives each its title and further links.

A link whose text is a title is a work. Where a text names the work and links such as `pdf` and
`code` follow, the paper is its address, or else the best of them, and the rest are its further
links. Links in brackets, in a description, and to code beside a paper are further links too.
People and chats never are works.
"""

import re
from collections.abc import Iterator, Sequence

from recall.domain.library.catalog import Skipped
from recall.domain.library.resource import Link, LinkRole
from recall.domain.lists.link_hosts import is_front_page
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.links import COUNTER, is_badge, named, title
from recall.formats.markdown.marks.durations import take_duration
from recall.formats.markdown.marks.footnotes import FOOTNOTE
from recall.formats.markdown.titles import clean, from_text, label, trim, without_codes
from recall.formats.markdown.works import leads, parts
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.mentions import Mention, is_wrapped, said, without_credit

PERSON = "a person, not a reading"
CHAT = "a place to talk, not a reading"

_RANKS: dict[LinkRole, int] = {"paper": 0, "work": 0, "page": 1, "video": 2, "slides": 3, "code": 4}
_EXTRA, _LAST = 5, 6
_EXTRAS = re.compile(
    r"(?i)\b(?:demo|docs?|documentation|data(?:sets?)?|supp\w*|bib\w*|notes?|exercises?|solutions?|models?|weights"
    r"|checkpoints?|errata|appendix|transcript|translation|summary|audio|podcast|poster)\b"
    r"|handouts?|resum[eo]n?|riassunto|конспект|数据|笔记|讲义|习题|答案"
)
_SIBLING = re.compile(r"(?:[,，、;；|/&+•·]|\b(?:and|or|und|et|y|e|и)|[和与及或])[\s\"“'《*_]*$")
_CONNECTIVE = re.compile(
    r"(?i)\s*[,，]?\s*(?:(?:and|or|then|also|plus|und|et|y)\b|[和与及或]|以及)"
)
_ADDS = re.compile(r"(?i)\s*[,，](?!\s*(?:and|or|then|also|plus|und|et|y)\b)")
_NEW_TURN = re.compile(r"[;；|•]\s*$")
_DESCRIBES = re.compile(r"\s+[-–—~]+\s|\s*[—–:：]|-{2}")
_DESCRIBES_A_BULLET = re.compile(r"\s*(?:[-–—~:：.。]|->|→|=>)")
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_OPENING, _CLOSING = "(（[【", ")）]】"
_WORDS_OF_A_LABEL = 4
_LONGEST_WORD = 14
_LONGEST_DESCRIPTION = 2_000


class Chooser:
    """Reads the links of one bullet, paragraph or cell, group by group.

    above is a title that stands outside of it; boxed: it has a checkbox of its own, so that it is
    a reading, whatever its links are.
    """

    def __init__(self, *, bullet: bool, above: str = "", boxed: bool = False) -> None:
        self._bullet = bullet
        self._above = above
        self._boxed = boxed
        self._drafts: list[_Draft] = []
        self._skipped: list[Skipped] = []

    def results(self) -> Iterator[Found | Skipped]:
        """Yield the works in order, then the links that are none."""
        yield from (draft.found() for draft in self._drafts)
        yield from self._skipped

    def read(self, group: Sequence[Mention]) -> None:
        """Read links that stand together, in order."""
        if not group:
            return
        start = 0 if self._drafts and self._goes_on(group) else self._begin(group)
        for mention in group[start:]:
            self._next(mention)
        if self._drafts:
            self._drafts[-1].hear(said(group[-1].after))

    def _goes_on(self, group: Sequence[Mention]) -> bool:
        """Return whether a line begins with a link of the work above it."""
        first = next((each for each in group if not each.is_credited), None)
        if first is None or first.hint or self._drafts[-1].owns(first):
            return True
        titled = any(each.titled for each in group if not each.is_credited)
        return not titled and not self._has_own_text(first, first.gap, own_line=True)

    def _begin(self, group: Sequence[Mention]) -> int:
        """Begin with a work; return how many links were read for it."""
        _credit_author(group)
        candidates = _candidates(group)
        if not candidates:
            return self._nobody_to_read(group)
        first = candidates[0]
        lead = _lead(group, first)
        named = leads.title_in(lead)
        index = _title_link(group, candidates, named or self._above)
        if index is not None:
            draft = self._open(label(group[index].link.label), group[index])
            draft.began_line = not named
            draft.links += group[:index]
            draft.named_by_text = _has_paper(draft.links) and draft.first.role == "code"
            return index + 1
        after = "" if named or self._above else _title_after(group[first:])
        self._name(group[first], named, lead, after)
        if self._drafts:
            self._drafts[-1].links += group[:first]
            self._drafts[-1].begin_in(said(lead))
        return first + 1

    def _name(
        self, mention: Mention, named: str, lead: Sequence[TextPiece], after: str = ""
    ) -> None:
        """Begin a work that is named by a text, or else by its only link."""
        told = named or self._above or after
        if not told and is_badge(mention.link) and not self._boxed:
            self._skipped.append(_skipped(mention, COUNTER))
            return
        shown = "" if mention.bare else label(mention.link.label)
        other = shown or from_text(said(lead)) or title(mention.link)
        draft = self._open(told or other, mention)
        draft.named_by_text = bool(told)
        draft.heard_title = bool(after)

    def _nobody_to_read(self, group: Sequence[Mention]) -> int:
        if self._drafts:
            self._drafts[-1].links += group
        elif self._boxed:
            text = clean(_whole(group))
            alone = not says_something("".join(map(said, _gaps(group))))
            draft = self._open(title(group[0].link) if alone else text, group[0])
            draft.is_text = not alone
            draft.links += group[1:]
        else:
            self._skipped += [_skipped(each, _reason(each)) for each in group]
        return len(group)

    def _next(self, mention: Mention) -> None:
        """Read a link after the first: one more work, or a link of the work before it."""
        if not self._drafts:
            self._begin([mention])
            return
        draft = self._drafts[-1]
        part = "" if mention.is_credited else parts.next_title(draft.title, mention.link.label)
        if part:
            draft.hear(mention.gap)
            draft.become_part()
            self._open(parts.next_title(draft.title, mention.link.label), mention)
        elif mention.is_credited or not self._is_new(mention, draft):
            draft.hear(mention.gap)
            draft.add(mention)
        elif mention.titled:
            draft.hear(mention.gap)
            self._open(label(mention.link.label), mention).began_line = draft.began_line
        else:
            self._name(mention, leads.title_in(mention.before), mention.before)

    def _open(self, name: str, mention: Mention) -> "_Draft":
        draft = _Draft(name, mention, bullet=self._bullet)
        self._drafts.append(draft)
        return draft

    def _is_new(self, mention: Mention, draft: "_Draft") -> bool:
        """Return whether a link is a work of its own, not a link of the work before it."""
        gap = mention.gap
        if mention.hint or is_wrapped(mention) or draft.depth_after(gap) > 0:
            return False
        own_line = "\n" in gap and not gap.rpartition("\n")[2].strip(" \t-*+•")
        if mention.bare:
            alone = own_line or "\n" in gap or draft.named_by_text
            return alone and self._has_own_text(mention, gap, own_line=own_line)
        if not mention.titled:
            return (
                draft.has_role(mention.role)
                and bool(re.match(r"\s*[,，;；.。、\n]", gap))
                and (bool(leads.title_in(mention.before)))
            )
        if _is_dash(gap) and mention.is_home_of_person and not is_front_page(draft.first.url):
            mention.column = "person"
        if mention.is_credited or draft.owns(mention):
            return False
        return own_line or draft.leads_to_another(gap, mention)

    def _has_own_text(self, mention: Mention, gap: str, *, own_line: bool) -> bool:
        """Return whether a link without a title, after an earlier work, has its own title.

        Text before it names it or, for a URL that begins a line, after it. A URL alone on a line
        is a work too. In a list item, `pdf` or a URL without text belongs to the same work.
        """
        before = gap.rpartition("\n")[2] if self._bullet else gap
        if says_something(before):
            return mention.bare or (own_line and not self._bullet)
        named = not self._bullet or says_something(said(mention.after).partition("\n")[0])
        return own_line and mention.bare and named


class _Draft:
    """A work that is being read, with what was found for it so far."""

    def __init__(self, name: str, mention: Mention, *, bullet: bool) -> None:
        self.title = name
        self.first = mention
        self.links: list[Mention] = []
        self.named_by_text = False
        self.began_line = True
        self.heard_title = False
        self.is_text = False
        self._bullet = bullet
        self._roles: set[LinkRole] | None = None
        self._depth = 0
        self._described = False
        self._minutes: int | None = None
        self._heard: list[str] = []

    def found(self) -> Found:
        """Return the entry. Where a text names it, its address is the best of its links."""
        everything = [self.first, *self.links]
        best = min(everything, key=_rank) if self.named_by_text else self.first
        work = None if self.is_text else best
        return Found(
            title=self.title,
            url=work.url if work else None,
            line=self.first.link.line,
            minutes=self._minutes,
            links=_further(everything, work),
            description=_description(self._heard),
        )

    def begin_in(self, text: str) -> None:
        """Take note of the brackets that are open where the first link stands."""
        self._depth = self.depth_after(text)

    def become_part(self) -> None:
        """Take the name of a part, where the text named the whole and the link the part."""
        name = parts.next_title(self.title, self.first.link.label) if self.named_by_text else ""
        self.title = name or self.title
        self.named_by_text = False

    def add(self, mention: Mention) -> None:
        """Add a further link; what its text says belongs to the description."""
        self.links.append(mention)
        if self._roles is not None:
            self._roles.add(mention.role)
        in_prose = mention.gap.rstrip()[-1:].isalnum()
        if self._described and in_prose and not mention.bare:
            self._heard.append(mention.link.label)

    def hear(self, text: str) -> None:
        """Take the text after a link of this work."""
        if not text.strip():
            return
        minutes, rest = take_duration(text)
        self._minutes = self._minutes or minutes
        inside = self._depth > 0
        self._depth = self.depth_after(text)
        if self.heard_title:
            self.heard_title = False
        elif self._described or (not inside and self._describes(rest)):
            self._described = True
            self._heard.append(rest)

    def has_role(self, role: LinkRole) -> bool:
        """Return whether one of the links has this role."""
        if self._roles is None:
            self._roles = {each.role for each in (self.first, *self.links)}
        return role in self._roles

    def depth_after(self, text: str) -> int:
        """Return how many brackets are open after a text."""
        opened = sum(text.count(sign) for sign in _OPENING)
        return max(0, self._depth + opened - sum(text.count(sign) for sign in _CLOSING))

    def owns(self, mention: Mention) -> bool:
        """Return whether a link stands for something of this work: its code, a venue, notes."""
        return mention.weak or (mention.is_repository and self.first.role != "code")

    def leads_to_another(self, gap: str, mention: Mention) -> bool:
        """Return whether a link with a title after this text is another work."""
        text = _BRACKETED.sub("", gap)
        if self._described or self._describes(text):
            return bool(_NEW_TURN.search(text))
        if says_something(text):
            goes_on = _SIBLING.search(text) or _CONNECTIVE.match(text)
            return not self._bullet or goes_on is not None
        if self.named_by_text and _is_word(label(mention.link.label)):
            return False
        attached = self.named_by_text or not text.strip()
        return not (attached and mention.role in {"code", "video", "slides", "discussion"})

    def _describes(self, text: str) -> bool:
        if not says_something(text):
            return False
        if self._bullet:
            return (_DESCRIBES_A_BULLET.match(text) or _ADDS.match(text)) is not None
        return self.began_line and _DESCRIBES.match(text) is not None


def _candidates(group: Sequence[Mention]) -> list[int]:
    """Return which links may be works."""
    return [index for index, each in enumerate(group) if not each.is_credited]


def _credit_author(group: Sequence[Mention]) -> None:
    """Take a home page before a work for that of its author: `[Ann](…) – [Talk](…)`."""
    if len(group) < 2 or not group[0].is_home_of_person:  # noqa: PLR2004 - two links
        return
    work = group[1]
    if _leads_on(work.gap) and work.titled and not is_front_page(work.url):
        group[0].column = "person"


def _leads_on(text: str) -> bool:
    return text.strip() in {"-", "–", "—", ":", "："}


def _lead(group: Sequence[Mention], first: int) -> list[TextPiece]:
    """Return the text before a link, with the names of the people before it."""
    lead: list[TextPiece] = []
    for person in group[:first]:
        lead += person.before
        if person.is_credit:
            lead = without_credit(lead)
        else:
            lead.append(TextPiece(person.link.label))
    return [*lead, *group[first].before]


def _title_link(group: Sequence[Mention], candidates: Sequence[int], named: str) -> int | None:
    """Return the link whose text is the title; None if the title is a text, or there is none."""
    first = group[candidates[0]]
    if first.titled:
        labeled = first.weak or parts.is_part(first.link.label)
        told = named and (labeled or _is_annotation(first, named) or _is_code(group, candidates))
        return None if told else candidates[0]
    if named:
        return None
    for index in candidates[1:]:
        if says_something(group[index].gap):
            return None
        if group[index].titled and not group[index].weak:
            return index
    return None


def _is_code(group: Sequence[Mention], candidates: Sequence[int]) -> bool:
    """Return whether the first link is named for a repository, and a paper stands beside it."""
    others = (group[index] for index in candidates[1:])
    return group[candidates[0]].is_repository and any(
        each.role in {"paper", "page"} for each in others
    )


def _title_after(group: Sequence[Mention]) -> str:
    """Return the title that follows one or several links without one."""
    for mention in group:
        if mention.titled:
            return ""
        if found := leads.after_link(said(mention.after)):
            return found
    return ""


def _is_annotation(mention: Mention, named: str) -> bool:
    """Return whether a titled link after a title only adds to it: `Title [[repo]](…)`."""
    if mention.hint not in {None, "page", "paper"}:
        return True
    shown = label(mention.link.label)
    short = len(shown) < len(named) and len(shown.split()) <= _WORDS_OF_A_LABEL
    return short and is_wrapped(mention)


def _is_dash(text: str) -> bool:
    return text.strip() in {"-", "–", "—"}


def _is_word(text: str) -> bool:
    """Return whether a text is one common word, as labels are: `handout`, not `Handout 2`."""
    return len(text) <= _LONGEST_WORD and text.isalpha() and text == text.lower()


def _has_paper(links: Sequence[Mention]) -> bool:
    return any(each.role == "paper" for each in links)


def _gaps(group: Sequence[Mention]) -> list[list[TextPiece]]:
    return [*(each.before for each in group), group[-1].after]


def _whole(group: Sequence[Mention]) -> str:
    """Return the text of links that are no works, with what stands between them."""
    names = [*("" if each.is_footnote else each.link.label for each in group), ""]
    return "".join(said(gap) + name for gap, name in zip(_gaps(group), names, strict=True))


def _further(mentions: Sequence[Mention], work: Mention | None) -> tuple[Link, ...]:
    """Return the links but the work, each address once."""
    url = work.url if work else None
    links = {each.url: each.as_link for each in reversed(mentions) if each.url != url}
    return tuple(reversed(links.values()))


def _rank(mention: Mention) -> int:
    aside = mention.column is None and not mention.bare
    if aside and (not mention.weak or _EXTRAS.search(mention.link.label[:80])):
        return _EXTRA if mention.role in {"page", "paper"} else _RANKS.get(mention.role, _LAST)
    return _RANKS.get(mention.role, _LAST)


def _description(heard: Sequence[str]) -> str | None:
    if not heard:
        return None
    text = clean("".join(heard)[:_LONGEST_DESCRIPTION])
    text = trim(trim(_BRACKETED.sub(_unless_empty, without_codes(text))))
    return text if pointer(text, beside_a_title=True) is None else None


def _unless_empty(found: re.Match[str]) -> str:
    return found.group() if says_something(found.group()) else ""


def _reason(mention: Mention) -> str:
    if mention.is_footnote:
        return FOOTNOTE
    return CHAT if mention.is_chat else PERSON


def _skipped(mention: Mention, reason: str) -> Skipped:
    return Skipped(mention.link.line, named(mention.link), reason)
