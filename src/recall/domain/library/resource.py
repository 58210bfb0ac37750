"""A resource: one thing to read, watch or work through, and its state."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, get_args

from recall.domain.library.card import Card

ResourceKind = Literal["article", "paper", "video", "book", "course", "docs", "code", "page"]
KINDS: tuple[ResourceKind, ...] = get_args(ResourceKind)

Status = Literal["unread", "reading", "read", "suspended", "archived"]
STATUSES: tuple[Status, ...] = get_args(Status)

UNREAD: tuple[Status, ...] = ("unread", "reading")
"""Statuses of resources that are still to be read or finished."""

ASIDE: tuple[Status, ...] = ("suspended", "archived")
"""Statuses of resources that were put aside."""

Priority = Literal["high", "normal", "low"]
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
"""Highest first; the default is normal."""

KIND_MINUTES: Mapping[ResourceKind, int] = {
    "article": 15,
    "paper": 60,
    "video": 45,
    "book": 600,
    "course": 600,
    "docs": 60,
    "code": 45,
    "page": 10,
}
"""The default minutes of a first reading, by kind."""

FAILED_REVISIT = 2.8
"""A failed revisit takes 0.7 of the reading's minutes and a recalled one 0.25: their ratio."""

OPENED = ("http://", "https://", "file://")
"""Schemes of URLs that are given to a browser; others could run a program."""

LONGEST_SHORT_TITLE = 60
"""Characters of a title shown inside a sentence; some titles are whole paragraphs."""

Section = tuple[str, ...]
"""A path of headings, outermost first."""


LinkRole = Literal[
    "work", "paper", "code", "video", "slides", "discussion", "person", "badge", "page"
]
LINK_ROLES: tuple[LinkRole, ...] = get_args(LinkRole)
"""What a link is to the resource that it stands with; page is anything else on the web."""


class Link(NamedTuple):
    """A further link of a resource, with its text in the list, "" if it has none."""

    role: LinkRole
    text: str
    url: str


class Place(NamedTuple):
    """A resource's section in a list, and its title there."""

    section: Section
    title: str


class Resource(NamedTuple):
    """One resource of the library.

    minutes is the whole first reading as the library has it, before anything is learned;
    minutes_read is how much of it the sittings covered. minutes_given: the person has set minutes
    by hand. again_minutes is filled in by Planned alone.
    url is as written, canonical_url is its identity; both are None where the list has no link.
    length is in characters for Chinese and in words else, None where nobody has said.
    order is the list and the line in it where the resource first stands.
    question is the person's own, shown before they recall. once: it is read, the person wants no
    revisits, and so it is never due.
    links are the further ones. read_on is what its list, or if read_on_said the person, says of
    when it was read: a year, a month, a day, or a name in `when_read.ABOUT`. saved_on is when it
    came into the list.
    published_on is when it came out, as its page says: a year, a month or a day. fetched has the
    names of the fields that are its page's, fetched_on the study date on which its site last
    answered.
    """

    id: int
    title: str
    url: str | None
    canonical_url: str | None
    kind: ResourceKind
    language: str
    minutes: int
    minutes_read: int
    series: str | None
    part: int | None
    status: Status
    gone: bool
    note: str | None
    card: Card
    order: tuple[int, int] = (0, 0)
    places: tuple[Place, ...] = ()
    priority: Priority = "normal"
    length: int | None = None
    again_minutes: int | None = None
    minutes_given: bool = False
    question: str | None = None
    once: bool = False
    description: str | None = None
    links: tuple[Link, ...] = ()
    labels: tuple[str, ...] = ()
    read_on: str | None = None
    saved_on: date | None = None
    read_on_said: bool = False
    published_on: str | None = None
    fetched: frozenset[str] = frozenset()
    fetched_on: date | None = None


class Planned(Resource):
    """A resource with the minutes that this person is expected to take.

    Only `Pace.planned` makes one, so that nothing is planned or shown with other minutes: minutes
    is the whole first reading, and a plain Resource cannot say what its next visit takes.
    """

    __slots__ = ()

    @property
    def revisit_minutes(self) -> int:
        """Minutes of the next revisit."""
        return self.again_minutes or revisit_minutes(self.minutes)

    @property
    def next_minutes(self) -> int:
        """Minutes of the whole next visit: a revisit, or the rest of the reading."""
        if self.card.due is not None or self.once:
            return self.revisit_minutes
        return max(5, self.minutes - self.minutes_read)


def revisit_minutes(reading_minutes: int) -> int:
    """Return the default minutes of a revisit: a quarter of the reading, 3 to 30."""
    return max(3, min(30, -(-reading_minutes // 4)))


def fold(text: str) -> str:
    """Return text normalized for search: without differences of case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def short(title: str) -> str:
    """Return a title shortened for a sentence."""
    return title if len(title) <= LONGEST_SHORT_TITLE else title[: LONGEST_SHORT_TITLE - 1] + "…"
