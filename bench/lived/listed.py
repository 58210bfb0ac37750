"""The list that everyone begins with, which is the shipped catalog, and what is added to it."""

from random import Random
from typing import NamedTuple

from recall.domain.library.resource import (
    KIND_MINUTES,
    ResourceKind,
    Section,
    revisit_minutes,
)
from recall.usecases.upkeep.opening import shipped_catalog

BOOK_DAYS = 4
"""A reading of more days' minutes than this is a book."""

_ADDED: tuple[tuple[ResourceKind, float], ...] = (
    ("article", 0.94),
    ("paper", 0.03),
    ("video", 0.03),
)
"""The kinds that people add, and the share of each."""


class Listed(NamedTuple):
    """A resource of the list; number counts from 1.

    minutes is the first reading as the list says. Earlier parts of a series are read first.
    sections are all sections that it stands in; what is added later stands in none. read_ago is
    how many days before the first day it was read, for what the list has as read.
    """

    number: int
    kind: ResourceKind
    minutes: int
    url: str
    read: bool = False
    sections: tuple[Section, ...] = ()
    series: str | None = None
    part: int | None = None
    read_ago: int = 0

    @property
    def revisit_minutes(self) -> int:
        """The planned minutes of a revisit, before anything is learned."""
        return revisit_minutes(self.minutes)

    def is_book(self, usual: int) -> bool:
        """Return whether it is a book for someone with these minutes a day."""
        return self.minutes > BOOK_DAYS * usual


def shipped_list() -> list[Listed]:
    """Return the shipped catalog: 62 unread resources, a book of 600 minutes first, and 20 read."""
    return [
        Listed(
            number,
            entry.kind,
            entry.minutes,
            str(entry.url),
            read=entry.read,
            sections=tuple(place.section for place in entry.places),
            series=entry.series,
            part=entry.part,
        )
        for number, entry in enumerate(shipped_catalog().entries, start=1)
    ]


def addition(number: int, draw: Random) -> Listed:
    """Return something that is added by its URL."""
    kinds, shares = zip(*_ADDED, strict=True)
    kind: ResourceKind = draw.choices(kinds, shares)[0]
    return Listed(number, kind, KIND_MINUTES[kind], f"https://example.org/added/{number}")
