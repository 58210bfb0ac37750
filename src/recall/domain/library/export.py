"""What leaves the library: the rows of all its tables, and what a person sees of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from recall.domain.library.resource import Planned, Section
from recall.domain.library.review import Review

Value = str | int | float | bool | None
"""A stored value as JSON has it; dates are ISO text."""

Rows = Sequence[Mapping[str, Value]]
"""Rows of one table, by ID, values by column."""


class LibraryRows(NamedTuple):
    """Every row of every table, as they were at an instant (RFC 3339 in UTC).

    revision is that of the library: it tells which tables and columns there are.
    """

    revision: int
    at: str
    tables: Mapping[str, Rows]


class LibraryExport(NamedTuple):
    """A library on its way out: now and today, its rows, and its resources in list order.

    reviews are the valid ones, oldest first. sections are in the order of their lists.
    """

    now: datetime
    today: date
    rows: LibraryRows
    resources: Sequence[Planned]
    reviews: Sequence[Review]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in which resources stand, in the order of the lists."""
        places = (place for one in self.resources for place in one.places)
        return tuple(dict.fromkeys(place.section for place in places))


class ExportProblem(ValueError):
    """What is wrong in the rows of an export: the path of it, and in one line what is there."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem
