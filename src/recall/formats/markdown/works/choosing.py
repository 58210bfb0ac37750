"""Chooses the works among the links of an entry, and gives each its title and further links.

A link whose text is a title is a work. Where a text names the work and links such as `pdf` and
`code` follow, the paper is its address, or else the best of them, and the rest are its further
links. Links in brackets, in a description, and to code beside a paper are further links too.
People and chats never are works.
"""

import re
from collections.abc import Iterator, Sequence

from recall.domain.library.catalog import Skipped
from recall.domain.lists.link_hosts import is_front_page, is_home, is_name_of_site
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.formats.markdown.links import COUNTER, is_badge, named, title
from recall.formats.markdown.marks.footnotes import FOOTNOTE
from recall.formats.markdown.prose import is_led_to, is_told_below
from recall.formats.markdown.titles import (
    clean,
    from_text,
    label,
    without_codes,
    without_rating,
)
from recall.formats.markdown.works import leads, parts
from recall.formats.markdown.works.citing.credits import AND
from recall.formats.markdown.works.citing.marked import written
from recall.formats.markdown.works.drafts import Draft
from recall.formats.markdown.works.footnoted import footnoted
from recall.formats.markdown.works.found import NO_TEXT, Found, WrittenText
from recall.formats.markdown.works.leading import around
from recall.formats.markdown.works.leading.people_first import (
    credit_author,
    lead_to,
    set_venue_aside,
)
from recall.formats.markdown.works.leading.title_links import (
    are_all_of,
    is_below_authors,
    is_in_note,
    title_link,
)
from recall.formats.markdown.works.mentions import Mention, is_wrapped, said
from recall.formats.markdown.works.people import PERSON

CHAT = "a place to talk or to meet, not a reading"

_PARTED = re.compile(r"[)）\]】\s]*[,，;；.。、\n]")
_LEADS_ON = re.compile(r"(?i)(?:\A|\s)(?:an?|the|this|that|our|my|his|her|its|their)\Z")
"""Words that only lead to what a link names: `See our [leaderboard](…)`."""
_LEADING = frozenset(["a", "an", "the", "this", "our", "my", "from", "at", "on", "see", "to", "by"])
_WORDS_OF_A_SENTENCE, _NEAR = 8, 200
_POSSESSIVE = ("'s", "’s")
_CLOSED = re.compile(r"\s*[)）\]】]")
_PROSE = re.compile(r"[ ](?!(?:and|or|by|from|in|at|with|via|on|vs)\b)[a-z]+ [^\W_]")


class Chooser:
    """Reads the links of one bullet, paragraph or cell, group by group.

    above is a title that stands outside of it; boxed: it has a checkbox of its own, so that it is
    a reading, whatever its links are.
    """

    def __init__(self, *, bullet: bool, above: str = "", boxed: bool = False) -> None:
        self._bullet = bullet
        self._above = above
        self._boxed = boxed
        self._drafts: list[Draft] = []
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
            self._drafts[-1].hear(said(group[-1].after), last=True)

    def _goes_on(self, group: Sequence[Mention]) -> bool:
        """Return whether a line begins with a link of the work above it."""
        first = next((each for each in group if not each.is_credited), None)
        if first is None or first.hint:
            return True
        if first.titled and self._drafts[-1].owns(first) and not leads.title_in(first.before):
            return True
        titled = any(each.titled for each in group if not each.is_credited)
        if not self._bullet and _is_line_of_a_site(first):
            return False
        if self._above and _is_its_code(first, self._drafts[-1].first):
            return True
        if not self._bullet and self._drafts[-1].first.titled and is_told_below(first):
            return True
        return not titled and not self._has_own_text(first, first.gap, own_line=True)

    def _begin(self, group: Sequence[Mention]) -> int:
        """Begin with a work; return how many links were read for it."""
        credit_author(group)
        set_venue_aside(group)
        candidates = _candidates(group) or (footnoted(group) if self._bullet else [])
        if not candidates:
            return self._nobody_to_read(group)
        first = candidates[0]
        lead = lead_to(group, first)
        link = group[first]
        beside = around.beside_address(link.gap, said(link.after)) if link.bare else ""
        labeled = self._above and group[first].bare and group[first].only_labeled
        dated = around.around_year(said(lead), group[first].link.label, said(link.after))
        named = "" if labeled else without_rating(dated or beside or leads.title_in(lead))
        if group[first].titled and (_LEADS_ON.search(named) or self._is_in_sentence(lead)):
            named = ""
        if named.endswith(_POSSESSIVE):
            named = f"{named} {label(group[first].link.label)}"
        told = named or self._above
        if named and self._bullet and are_all_of(group[first:], named):
            draft = self._open(named, group[first])
            draft.named_by_text = True
            draft.written = written(lead, clean(said(lead)))
            draft.links += [*group[:first], *group[first + 1 :]]
            draft.describe(leads.after_title(lead, named).rstrip(" →"))
            return len(group)
        in_note = named and self._bullet and is_in_note(group[first])
        index = None if in_note else title_link(group, candidates, told)
        if index is None and is_below_authors(group[first]):
            group[first].column = group[first].role
        if index is not None:
            name = around.with_name(label(group[index].link.label), group[index].after)
            draft = self._open(name, group[index])
            draft.written = _around(said(lead), name, said(group[index].after))
            draft.began_line = not named
            draft.links += group[:index]
            draft.named_by_text = _has_paper(draft.links) and draft.first.role == "code"
            return index + 1
        known = named or self._above or group[first].names_itself
        after = beside if known else _title_after(group[first:])
        self._name(group[first], named, lead, after)
        if self._drafts:
            if named and not beside:
                shown = leads.without_mark(lead)
                self._drafts[-1].written = written(shown, clean(said(shown)))
            elif after:
                self._drafts[-1].written = written([TextPiece(after)], after)
            self._drafts[-1].links += group[:first]
            self._drafts[-1].begin_in(said(lead))
            self._drafts[-1].describe(leads.after_title(lead, named))
        return first + 1

    def _is_in_sentence(self, lead: Sequence[TextPiece]) -> bool:
        """Return whether a sentence of a paragraph leads to a link: `… I recommend the [A](…)`."""
        words = said(lead)[-_NEAR:].split()[-_WORDS_OF_A_SENTENCE:]
        one = not any(word.endswith((".", "!", "?", ":")) for word in words)
        return (
            not self._bullet
            and len(words) == _WORDS_OF_A_SENTENCE
            and one
            and words[-1] in _LEADING
        )

    def _name(
        self, mention: Mention, named: str, lead: Sequence[TextPiece], after: str = ""
    ) -> None:
        """Begin a work that is named by a text, or else by its only link."""
        told = named or self._above or after
        if not told and is_badge(mention.link) and not self._boxed:
            self._skipped.append(_skipped(mention, COUNTER))
            return
        shown = "" if mention.bare else label(without_codes(mention.link.label).strip())
        before = from_text(said(lead))
        site = before if is_home(mention.url) and is_name_of_site(before, mention.url) else ""
        other = site or _telling(shown, before) or title(mention.link)
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
        beside = mention.is_credited or draft.is_hosted(mention.gap) or draft.is_aside(mention.gap)
        part = "" if beside else parts.next_title(draft.title, mention.link.label)
        if part:
            draft.hear(mention.gap)
            draft.become_part()
            self._open(part, mention)
        elif mention.is_credited or not self._is_new(mention, draft):
            draft.hear(mention.gap)
            draft.add(mention)
        elif mention.titled:
            draft.hear(mention.gap)
            self._open(label(mention.link.label), mention).began_line = draft.began_line
        else:
            self._name(mention, leads.title_in(mention.before), mention.before)

    def _open(self, name: str, mention: Mention) -> Draft:
        draft = Draft(name, mention, bullet=self._bullet)
        self._drafts.append(draft)
        return draft

    def _is_new(self, mention: Mention, draft: Draft) -> bool:
        """Return whether a link is a work of its own, not a link of the work before it."""
        gap = mention.gap
        if not mention.titled and _CLOSED.match(gap) and self._begins_again(mention, draft):
            return True
        inside = mention.hint or is_wrapped(mention) or draft.depth_after(gap) > 0
        inside = inside or (bool(self._above) and _is_its_code(mention, draft.first))
        told = (self._bullet or draft.begins_line) and is_led_to(mention)
        told = told and not draft.title[:1].islower()
        if inside or told or (self._bullet and _goes_on_in_prose(mention)):
            return False
        own_line = "\n" in gap and not gap.rpartition("\n")[2].strip(" \t-*+•")
        if mention.bare:
            alone = own_line or "\n" in gap or draft.named_by_text
            return alone and self._has_own_text(mention, gap, own_line=own_line)
        if not mention.titled:
            listed = AND.fullmatch(gap) is not None or gap.strip() in {"·", "|", "/"}
            return (listed and draft.is_alike(mention)) or self._begins_again(mention, draft)
        if _is_dash(gap) and mention.is_home_of_person and not is_front_page(draft.first.url):
            mention.column = "person"
        of_paper = draft.first.role == "paper" and mention.role == "code" and _is_dash(gap)
        if of_paper or draft.owns(mention):
            return False
        return own_line or draft.leads_to_another(gap, mention)

    def _begins_again(self, mention: Mention, draft: Draft) -> bool:
        """Return whether one more `pdf` follows one more title: `A [pdf](…), B [pdf](…)`."""
        if not draft.named_by_text:
            return False
        parted = _PARTED.match(mention.gap) is not None and draft.has_role(mention.role)
        return parted and bool(leads.title_in(mention.before))

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


def _around(before: str, name: str, after: str) -> WrittenText:
    """Return a title that is a link with what stands around it, as others without one may have."""
    if not (any(map(str.isalpha, before)) or any(map(str.isalpha, after))):
        return NO_TEXT
    return WrittenText(clean(f"{before}{name}{after[:_NEAR]}"), of_link=True)


def _telling(shown: str, before: str) -> str:
    """Return the text of a link, or that before it if the link's is a bare label: `[链接]`."""
    if not shown:
        return before if " " in before or pointer(before) is None else ""
    bare = not says_something(shown) and len(before) > len(shown)
    return before if bare else shown


def _candidates(group: Sequence[Mention]) -> list[int]:
    """Return which links may be works."""
    return [index for index, each in enumerate(group) if not each.is_credited]


def _title_after(group: Sequence[Mention]) -> str:
    """Return the title that follows one or several links without one, in no sentence."""
    if any(map(str.isalpha, group[0].gap)) and said(group[0].after).strip()[:1].islower():
        return ""
    for mention in group:
        if mention.titled:
            return ""
        if found := around.after_link(said(mention.after)):
            return found
    return ""


def _is_line_of_a_site(mention: Mention) -> bool:
    """Return whether a line begins with a link that shows the name of a site."""
    return mention.names_itself and not any(map(str.isalnum, mention.gap))


def _is_its_code(mention: Mention, first: Mention) -> bool:
    """Return whether an address of code stands beside that of another kind."""
    return mention.bare and mention.role == "code" != first.role


def _is_dash(text: str) -> bool:
    return text.strip() in {"-", "–", "—"}


def _goes_on_in_prose(mention: Mention) -> bool:
    """Return whether a link begins a description: `[GHCJS](…) - [Haskell](…) to script`."""
    return _is_dash(mention.gap) and _PROSE.match(said(mention.after)) is not None


def _has_paper(links: Sequence[Mention]) -> bool:
    return any(each.role == "paper" for each in links)


def _gaps(group: Sequence[Mention]) -> list[list[TextPiece]]:
    return [*(each.before for each in group), group[-1].after]


def _whole(group: Sequence[Mention]) -> str:
    """Return the text of links that are no works, with what stands between them."""
    names = [*("" if each.is_footnote else each.link.label for each in group), ""]
    return "".join(said(gap) + name for gap, name in zip(_gaps(group), names, strict=True))


def _reason(mention: Mention) -> str:
    if mention.is_footnote:
        return FOOTNOTE
    return CHAT if mention.is_chat else PERSON


def _skipped(mention: Mention, reason: str) -> Skipped:
    return Skipped(mention.link.line, named(mention.link), reason)
