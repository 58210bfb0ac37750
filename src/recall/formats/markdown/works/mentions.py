"""The links of an entry with the text between them, and what each link is to the entry."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from recall.domain.library.resource import Link, LinkRole, ResourceKind
from recall.domain.lists.guessing.classify import kind_of
from recall.domain.lists.link_hosts import (
    is_chat,
    is_front_page,
    is_home,
    is_name_of_its_repository,
    is_name_of_its_site,
    is_owner_of_projects,
    is_person,
    role_of_url,
)
from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import names_text, pointer
from recall.formats.markdown.lines import MarkdownLink, TextPiece
from recall.formats.markdown.links import (
    address,
    is_badge,
    is_bare,
    is_titled,
    refusal,
    shown,
    without_site,
)
from recall.formats.markdown.marks.footnotes import is_mark
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.citing import venues
from recall.formats.markdown.works.citing.credits import (
    AND,
    is_handle,
    is_of_person,
    is_own,
    is_phrase,
    is_titled_person,
    leads_to_person,
    names_people,
)
from recall.lazy_regex import lazy_regex

_HINT = re.compile(
    r"(?:^|[\n.。;；,，|(（\[·•-])\s*([^\n.。;；,，|(（\[:：]{1,40})(?:[(（][^\n()（）]{1,30}[)）])?"
    r"[:：\]]\s*[*_`]*\s*$"
)
"""What names a link before it: `Code: https://…`, `[Code] https://…`."""
_WORD_ALONE = re.compile(r"\s*([^\W\d_]{2,15})(?:\s+[-–—])?\s*")
"""What names a bare address, and is all before it: `Paper https://…`."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_CIPHER = re.compile(r"[\W_]*+[A-Za-z]?+\d?+[\W_]*+")  # never looked through twice
_FORMAT = re.compile(r"(?i)pdf|epub|mobi|doi|book")
_OPENED = re.compile(r"[(（\[【]\s*$")
_AFTER_A_TITLE = (".", "?", "!", ",", "(")
_DESCRIBED = lazy_regex(r"[\s>]*[-–—:：(（\[]\s*(?:\S+\s+\S|[\u3040-\u9fff]{4})")
_CODE_OF_IT = re.compile(r"(?:^|[.;,]\s|\band\s)(?:[\w-]+\s){0,4}[Cc]odes?(?:\s[^\s.;,]+){0,6}\s\Z")
"""`A publisher. Fortran code at the author's [site](…)`."""
_LONGEST_CITATION = 120
_FIGURES = re.compile(r"\d{3,}|[A-Z]\d{1,3}")
"""A repository is named `2048` or `S2`; fewer digits number the links."""


class Mention:
    """A link to something on the web, with the text before it, up to the link before.

    Links that are no readings at all are part of the text. column is what a link is in its place, a
    column of a table for example, if it is a further link there; aside: it is about the work.
    """

    def __init__(self, link: MarkdownLink, before: list[TextPiece]) -> None:
        self.link = link
        self.before = before
        self.after: list[TextPiece] = []
        self.column: LinkRole | None = None
        self.aside = False
        self.gap = said(before)
        self.url = address(link)

    @cached_property
    def bare(self) -> bool:
        """Whether the link shows only its URL."""
        return is_bare(self.link)

    @cached_property
    def titled(self) -> bool:
        """Whether the link's text can be the title if there is no other."""
        if _FIGURES.fullmatch(self.link.label) and not says_something(self.link.label):
            return self.is_repository
        if not is_titled(self.link) or self._is_citation or self._is_venue or self._is_address:
            return False
        site = is_name_of_its_site(self.link.label, self.url)
        return not self._names_subdomain and (is_front_page(self.url) or not site)

    @property
    def _names_subdomain(self) -> bool:
        """Whether the link only says which part of a site it leads to: `[docs](https://docs.…)`."""
        shown = label(self.link.label).casefold()
        host = self.url.partition("://")[2].partition("/")[0]
        sub = host.startswith(f"{shown}.") and host.count(".") > 1
        return sub and pointer(shown) is not None

    @property
    def _is_venue(self) -> bool:
        """Whether the link shows a venue and its year in brackets: `[[NeurIPS2021](…)] A title`."""
        shown = label(self.link.label)
        if says_something(self.gap) and venues.is_journal(shown):
            return True
        return is_wrapped(self) and venues.is_venue(shown)

    @property
    def _is_address(self) -> bool:
        """Whether the link only shows where it leads: `[notes/oaks](…)`, `Link: [ex.com](…)`."""
        shown = self.link.label.strip().strip("/").casefold()
        path = "/" in shown and " " not in shown
        if not path and (self.hint is None or "." not in shown):
            return False
        return self.url.casefold().rstrip("/").endswith(shown)

    @property
    def _is_citation(self) -> bool:
        """Whether the link shows authors and a year beside a title: `A title. [Lee (1950)](…)`."""
        told = self.gap.rstrip()[-_LONGEST_CITATION:]
        ended = told.endswith(_AFTER_A_TITLE) and says_something(told)
        ended = ended or said(self.after).lstrip().startswith(('"', "“"))
        return ended and venues.is_citation(label(self.link.label[:_LONGEST_CITATION]))

    @cached_property
    def names_itself(self) -> bool:
        """Whether the link's text is a name, also if it is that of the whole site."""
        shows = not self.bare and not is_badge(self.link) and says_something(self.link.label)
        weak = self._is_venue or self._pointer is not None
        return shows and not weak

    @property
    def weak(self) -> bool:
        """Whether the link's text is a pointer beside a title: `NeurIPS 2020`, `C1`.

        `[Medium](https://medium.com)` is the site itself.
        """
        site = is_front_page(self.url) and is_name_of_its_site(self.link.label, self.url)
        if site and not self._names_subdomain:
            return self.column is not None
        beside = self.column is not None or _CIPHER.fullmatch(self.link.label) is not None
        return (
            beside
            or not self.titled
            or pointer(without_site(self.link), beside_a_title=True) is not None
        )

    @cached_property
    def is_repository(self) -> bool:
        """Whether the link's text is the name of the repository that it leads to."""
        return is_name_of_its_repository(label(self.link.label), self.url)

    @property
    def is_home_of_person(self) -> bool:
        """Whether the link is a site as a whole, named as people are."""
        return is_home(self.url) and self.is_named_as_person

    @property
    def is_named_as_person(self) -> bool:
        """Whether the text of the link looks like a name: `Ann Lee`."""
        return _NAME.fullmatch(label(self.link.label)) is not None

    @cached_property
    def hint(self) -> LinkRole | None:
        """The role that the text before the link names: `Code: https://…`."""
        if alone := self.bare and _WORD_ALONE.fullmatch(self.gap):
            return pointer(alone[1])
        found = _HINT.search(self.gap[-80:])
        role = pointer(found[1], beside_a_title=True) if found else None
        return role if found and any(map(str.isalpha, found[1])) else None

    @property
    def before_label(self) -> str:
        """The text before the link, without what names the link: `Words. Code: https://…`."""
        if not self.hint:
            return self.gap
        if self.bare and _WORD_ALONE.fullmatch(self.gap):
            return ""
        found = _HINT.search(self.gap[-80:])
        return self.gap[: len(self.gap) - len(found.group())] if found else self.gap

    @property
    def only_labeled(self) -> bool:
        """Whether nothing stands before the link but what names it: `Link: https://…`."""
        return self.hint is not None and not self.before_label.strip(" *_-+•")

    @cached_property
    def is_credit(self) -> bool:
        """Whether the text before the link says that it leads to a person: `by`, `thanks`."""
        return leads_to_person(self.gap)

    @property
    def is_credited(self) -> bool:
        """Whether the link leads to a person or a chat, by its address or by what it stands with.

        That is the text before it, or the column of a table.
        """
        named = self.is_credit and self.titled
        return self.is_person or (named and not any(map(str.isdigit, self.link.label)))

    @property
    def is_person(self) -> bool:
        """Whether the link leads to a person or a chat, and so is never the work."""
        return self.is_social or self.is_footnote or self.column == "person"

    @cached_property
    def is_footnote(self) -> bool:
        """Whether the link is the mark of a footnote: `[^1]`."""
        return is_mark(self.link)

    @cached_property
    def is_social(self) -> bool:
        """Whether the link leads to a person or a chat, which nobody reads."""
        if is_person(self.url) or is_chat(self.url):
            return not self._is_project
        handle = is_handle(self.link.label) and role_of_url(self.url) in {"page", "code"}
        return handle or self.gap.endswith("@") or is_titled_person(self.link.label)

    @property
    def _is_project(self) -> bool:
        """Whether the page of an owner of code is that of a project: `[Alpha](…) - A framework`.

        Its name is no person's and no handle, or it only shows the address; a description follows,
        or the name is a phrase, but not `Follow me on GitHub`.
        """
        before = self.gap.rpartition("\n")[2].strip(" -–—:：") if self.bare else ""
        shown = before or label(self.link.label)
        if not is_owner_of_projects(self.url) or self.is_credit or is_own(shown):
            return False
        titled = pointer(before) is None if before else is_titled(self.link)
        named = (self.bare and not before) or (titled and not is_of_person(shown))
        described = _DESCRIBED.match(said(self.after)) is not None
        return named and (described or (bool(before or not self.bare) and is_phrase(shown)))

    @property
    def _is_named_code(self) -> bool:
        """Whether the link says itself that it is code: `[GitHub](https://github.com/alpha)`."""
        return is_owner_of_projects(self.url) and pointer(self.link.label) == "code"

    @cached_property
    def is_chat(self) -> bool:
        """Whether the link leads to a chat."""
        return is_chat(self.url)

    @property
    def _pointer(self) -> LinkRole | None:
        """What the link's text points to; the name of a framework only if it leads to code."""
        if self.bare:
            return None
        told = pointer(self.link.label, beside_a_title=True)
        named = told == "code" and pointer(self.link.label) is None
        return None if named and role_of_url(self.url) != "code" else told

    @property
    def role(self) -> LinkRole:
        """What the link is: by its address if it is a person, else by its text, else by both."""
        if self.is_social and not self._is_named_code:
            return "discussion" if is_chat(self.url) else "person"
        told = self._pointer
        if told == "page" and names_text(self.link.label):
            return told
        if told == "page" and _CODE_OF_IT.search(self.gap[-80:]):
            return "code"
        placed = (self.hint, self.column)
        # `pdf` in a column of slides, or after `Slides:`, is slides.
        for role in (*placed, told) if told == "paper" else (told, *placed):
            if role not in {None, "page"}:
                return role
        found = role_of_url(self.url)
        return "person" if found == "page" and self.is_credit else found

    @property
    def kind(self) -> ResourceKind | None:
        """What the list calls the link, where its address does not tell: a paper, or a video.

        `pdf` says nothing: books are that too.
        """
        if kind_of(self.url, "") != "page":
            return None
        told = self._pointer
        if told == "paper" and _FORMAT.search(self.link.label):
            told = None
        roles = [role for role in (told, self.hint, self.column) if role not in {None, "page"}]
        return "paper" if roles[:1] == ["paper"] else "video" if roles[:1] == ["video"] else None

    @property
    def name(self) -> str:
        """What the entry calls the link: its text, and the text that names it before it."""
        return (f"{self.gap} " if self.hint else "") + shown(self.link)

    @property
    def as_link(self) -> Link:
        """The link as a further link of a resource."""
        return Link(self.role, shown(self.link), self.url)


def mentions(pieces: Iterable[TextPiece | MarkdownLink]) -> list[Mention]:
    """Return the links of an entry in order; the last one has the text after it."""
    found: list[Mention] = []
    text: list[TextPiece] = []
    for piece in pieces:
        if isinstance(piece, TextPiece):
            text.append(piece)
        elif refusal(piece):
            text.append(TextPiece(name_of_refused(piece), strong=not said(text).strip()))
        else:
            found.append(Mention(piece, text))
            text = []
            if len(found) > 1:
                found[-2].after = found[-1].before
    if found:
        found[-1].after = text
    labeled = len(found) > 1 and names_people(found[0].gap)
    for before, mention in pairwise(found):
        person = mention.is_home_of_person or (labeled and mention.link.label[:1].isupper())
        if before.is_credited and AND.fullmatch(mention.gap) and person:
            mention.column = "person"
    return found


def points(mention: Mention) -> bool:
    """Return whether a link only points to something, or to somebody: it has no title."""
    return mention.hint is not None or mention.is_credited or not mention.titled


def is_wrapped(mention: Mention) -> bool:
    """Return whether a link stands in brackets: `[[pdf]](…)`, `([pdf](…))`."""
    return mention.link.label.lstrip().startswith("[") or _OPENED.search(mention.gap) is not None


def name_of_refused(link: MarkdownLink) -> str:
    """Return the text of a link that leads nowhere, if it may be the title of what follows."""
    return link.label if not link.image and is_titled(link) else " "


def said(pieces: Iterable[TextPiece]) -> str:
    """Return the text of pieces."""
    return "".join(piece.text for piece in pieces)
