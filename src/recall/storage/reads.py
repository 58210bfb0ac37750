"""An object that answers questions about the library."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Row


class Reads(Protocol):
    """Anything that runs plain SELECTs: the store, or an action inside it."""

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> "list[Row]":
        """Run a SELECT with `:name` parameters."""
        ...
