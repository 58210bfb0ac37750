"""What leaves the library: the rows of all its tables, and what a person sees of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from recall.domain.library.resource import Resource
from recall.domain.library.review import Review

Value = str | int | float | bool | None
"""A stored value as JSON has it; dates are ISO text."""

Rows = Sequence[Mapping[str, Value]]
"""Rows of one table, by ID, values by column."""


class LibraryRows(NamedTuple):
    """Every row of every table, as they were at an instant (RFC 3339 in UTC).

    revision is that of the library: it tells which tables and columns there are. altered are the
    tables that are not as recall wrote them, if they were read from a file.
    """

    revision: int
    at: str
    tables: Mapping[str, Rows]
    altered: tuple[str, ...] = ()


class LibraryExport(NamedTuple):
    """A library on its way out: now and today, its rows, and its resources in list order.

    made_at is the instant at which the library was made; a copy of it has the same. revisit_minutes
    has those of each resource that is due, by its ID, and revisit_days the first day on which it
    can be revisited, if there is one. reviews are the valid ones, oldest first.
    """

    now: datetime
    today: date
    made_at: str
    rows: LibraryRows
    resources: Sequence[Resource]
    revisit_minutes: Mapping[int, int]
    revisit_days: Mapping[int, date]
    reviews: Sequence[Review]

    @property
    def in_revisits(self) -> list[Resource]:
        """The resources that come back for revisits."""
        return [
            resource
            for resource in self.resources
            if resource.status == "read" and resource.card.due is not None
        ]


class ExportProblem(ValueError):
    """What is wrong in the rows of an export: the path of it, and in one line what is there."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem
