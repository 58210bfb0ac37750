"""Room for identities that rows get back: no two rows of a table may have one identity."""

from collections.abc import Mapping

from recall.storage.database import rows
from recall.storage.database.connections.connection import Connection

FEW = 100
"""For more rows than this, the identities of all are read."""


def make_room(connection: Connection, old: Mapping[int, Mapping[str, object]]) -> None:
    """Take identities from the rows that have them now, before others get them back.

    old has the columns of each row as they were. Rows that get another identity back have none of
    their own until then; a resource that was removed meanwhile keeps a changed one.
    """
    listed = f" WHERE id IN ({', '.join(map(str, old))})" if len(old) <= FEW else ""
    found = connection.rows(f"SELECT id, identity FROM resource{listed}")
    back = {
        number: old[number]["identity"]
        for number, now in found
        if number in old and old[number].get("identity", now) != now
    }
    if not back:
        return
    wanted = set(back.values())
    every = connection.rows("SELECT id, identity FROM resource")
    changed = {number: {"identity": f"⟨{number}⟩"} for number in back}
    changed |= {
        number: {"identity": f"{now} ⟨{number}⟩"}
        for number, now in every
        if now in wanted and number not in back
    }
    rows.change(connection, "resource", changed)
