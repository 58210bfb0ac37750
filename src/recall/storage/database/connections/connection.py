"""What tables and actions may do inside a transaction: plain SQL with `:name` values."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

Row = tuple[Any, ...]

Values = Mapping[str, object]
"""Values by the names that stand in the SQL with a colon before them."""


Views = Mapping[str, str]
"""By table: the SELECT that stands for it in questions."""


class Connection(Protocol):
    """A connection to either database: `sqlite` and `postgres` have one each."""

    is_postgres: bool

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run one statement and return its rows; none if it is not a question."""
        ...

    def stored_rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """Run a question about the tables as they are stored, also where rows are set aside."""
        ...

    def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement that writes; return how many rows it touched."""
        ...

    def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement that writes, once for each set of values."""
        ...

    def run(self, sql: str) -> None:
        """Run one statement as it is written: a colon in it names no value."""
        ...

    def close(self) -> None:
        """Let go of the database; what was not committed is lost."""
        ...


Fill = Callable[[Connection], None]
"""Writes the first rows; it is given the transaction in which the library is made."""
