"""What the background program did by itself after an action: undoing the action leaves it alone.

A before-image is a whole row. Putting it back would also take back the fields that were changed
since by an action that is no step of undo.
"""

from collections.abc import Mapping

from recall.storage.database import rows
from recall.storage.database.codec import from_stored
from recall.storage.database.columns import names, types
from recall.storage.database.connections.connection import Connection
from recall.storage.database.images import from_image

UNASKED = "in step"
"""The kind of the actions that nobody ordered."""

_UNDONE = {"place": {"section"}}
"""Fields that an undone action gives back nevertheless: where the person had put a resource."""

Images = Mapping[int, dict[str, object]]


def kept_since(connection: Connection, number: int, table: str, images: Images) -> Images:
    """Return the rows as an undone action found them, with what was changed unasked since."""
    since = connection.rows(
        "SELECT c.row_id, c.before, a.kind FROM change c JOIN action a ON a.id = c.action_id "
        "WHERE c.table_name = :table AND c.action_id > :action AND c.before IS NOT NULL "
        "ORDER BY c.id",
        {"table": table, "action": number},
    )
    if not any(kind == UNASKED for _, _, kind in since):
        return images
    steps: dict[int, list[tuple[bool, dict[str, object]]]] = {}
    for row, before, kind in since:
        if row in images:
            steps.setdefault(row, []).append((kind == UNASKED, from_image(table, before)))
    present = _present(connection, table, list(steps))
    return {
        key: image | _changed(table, steps[key], present[key]) if key in present else image
        for key, image in images.items()
    }


def _changed(
    table: str, steps: list[tuple[bool, dict[str, object]]], present: Mapping[str, object]
) -> dict[str, object]:
    """Return the fields that unasked steps changed, with what they made of them."""
    found: dict[str, object] = {}
    after = [before for _, before in steps[1:]] + [dict(present)]
    for (unasked, before), then in zip(steps, after, strict=True):
        if unasked:
            shared = (before.keys() & then.keys()) - _UNDONE.get(table, set())
            found |= {name: then[name] for name in shared if before[name] != then[name]}
    return found


def _present(connection: Connection, table: str, keys: list[int]) -> dict[int, dict[str, object]]:
    kinds = types(table)
    return {
        row[0]: {
            name: from_stored(kinds[name], value)
            for name, value in zip(names(table), row, strict=True)
        }
        for row in rows.whole(connection, table, keys)
    }
