"""An object that answers questions about the library, and a question about many things."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row

VALUES_AT_ONCE = 100
"""Values in one IN list. Databases bound how long a statement may be, and sqlite3 looks for the
name of each value among all names before it: 500 at once take twice as long."""


class Reads(Protocol):
    """Anything that runs plain SELECTs: the store, or an action inside it."""

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> "list[Row]":
        """Run a SELECT with `:name` parameters."""
        ...


def rows_of_each(
    reads: Reads,
    sql: str,
    values: Collection[object],
    params: Mapping[str, object] | None = None,
) -> "list[Row]":
    """Run a SELECT with `IN (:each)` for many values, some of them at a time."""
    listed, found = list(values), []
    for start in range(0, len(listed), VALUES_AT_ONCE):
        some = {
            f"each{at}": value for at, value in enumerate(listed[start : start + VALUES_AT_ONCE])
        }
        names = ", ".join(f":{name}" for name in some)
        found += reads.rows(sql.replace(":each", names), {**(params or {}), **some})
    return found
