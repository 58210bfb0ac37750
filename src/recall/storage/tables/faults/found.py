"""A fault that was found in a row, and how it is said."""

from collections.abc import Mapping
from typing import NamedTuple

AnyRow = Mapping[str, object]
"""A row, values by column, as JSON has them; what cannot be read is an Unreadable."""

Tables = Mapping[str, list[AnyRow]]
"""The rows of every table, by ID."""


class Fault(NamedTuple):
    """What is wrong in a row, in one line, such as "'soon' is not a date".

    column is None if it is the row as a whole. place is the place of the row among those of its
    table. part is the value within an image of a row as it was before. is_damage: it is not as
    recall wrote it; a plan of a day to come is, from a time when the clock was ahead.
    """

    table: str
    id: object
    column: str | None
    problem: str
    place: int = 0
    part: str = ""
    is_damage: bool = True

    @property
    def sentence(self) -> str:
        """Name the row, the column and what is wrong: `resource 57, kind: …`."""
        part = f" ({self.part})" if self.part else ""
        column = f", {self.column}{part}" if self.column else ""
        return f"{self.table} {self.id}{column}: {self.problem}"

    @property
    def path(self) -> str:
        """Name the value in an export: `tables.resource[3].kind`."""
        inner = (name for name in (self.column, self.part) if name)
        return ".".join((f"tables.{self.table}[{self.place}]", *inner))


def of_card(resource_id: int, column: str | None, problem: str) -> Fault:
    """Return what is wrong with the card of a resource; column is None if its log is wrong."""
    return Fault("resource", resource_id, column, problem)
