"""A resource: one thing to read, watch or work through, and its state."""

import unicodedata
from typing import NamedTuple

from recall.domain.library.card import Card

KIND_MINUTES = {
    "article": 15,
    "paper": 60,
    "video": 45,
    "book": 600,
    "course": 600,
    "docs": 60,
    "code": 45,
    "page": 10,
}
"""Minutes a first reading takes where nobody says, by kind."""

KINDS = tuple(KIND_MINUTES)
STATUSES = ("unread", "reading", "read", "suspended", "archived")
UNREAD = ("unread", "reading")
"""Statuses of what is still to be read, or to its end."""

ASIDE = ("suspended", "archived")
"""Statuses of what was put aside."""

PRIORITIES = ("high", "normal", "low")
"""In the order in which they come; what was given none is normal."""

FAILED_REVISIT = 2.8
"""A failed revisit takes .7 of the reading, a recalled one .25: the one over the other."""

OPENED = ("http://", "https://", "file://")
"""How a URL begins that a browser is asked for; others could run a program."""

SHORT = 60
"""Characters of a title inside a sentence; some titles are whole paragraphs."""

Section = tuple[str, ...]
"""A path of headings, outermost first."""


class Place(NamedTuple):
    """Where a resource stands in a list, and the title it has there."""

    section: Section
    title: str


class Resource(NamedTuple):
    """One resource of the library.

    minutes is the whole first reading as the library has it, before anything is learned;
    minutes_read is what sittings have taken of it. minutes_given: the person has set minutes by
    hand. again_minutes is filled in by Planned alone.
    url is as written, canonical_url is its identity; both are None where the list has no link.
    length is in characters for Chinese and in words else, None where nobody has said.
    order is the list and the line in it where the resource first stands.
    """

    id: int
    title: str
    url: str | None
    canonical_url: str | None
    kind: str
    language: str
    minutes: int
    minutes_read: int
    series: str | None
    part: int | None
    status: str
    gone: bool
    note: str | None
    card: Card
    order: tuple[int, int] = (0, 0)
    places: tuple[Place, ...] = ()
    priority: str = "normal"
    length: int | None = None
    again_minutes: int | None = None
    minutes_given: bool = False


class Planned(Resource):
    """A resource with the minutes that this person is expected to take.

    Only `Pace.planned` makes one, so that nothing is planned or shown with other minutes: minutes
    is the whole first reading, and a plain Resource cannot say what its next visit takes.
    """

    __slots__ = ()

    @property
    def revisit_minutes(self) -> int:
        """Minutes the next revisit takes."""
        return self.again_minutes or revisit_minutes(self.minutes)

    @property
    def next_minutes(self) -> int:
        """Minutes the next visit takes in full: a revisit, or what is left of the reading."""
        if self.card.due is not None:
            return self.revisit_minutes
        return max(5, self.minutes - self.minutes_read)


def revisit_minutes(reading_minutes: int) -> int:
    """Minutes to recall something and look it over again: a quarter of its reading, 3 to 30."""
    return max(3, min(30, -(-reading_minutes // 4)))


def fold(text: str) -> str:
    """Text as it is searched: case and width do not count."""
    return unicodedata.normalize("NFKC", text).casefold()


def short(title: str) -> str:
    """A title as a sentence names it."""
    return title if len(title) <= SHORT else title[: SHORT - 1] + "…"
