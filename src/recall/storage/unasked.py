"""What the background program did by itself after an action: undoing the action leaves it alone.

A before-image is a whole row. Putting it back would also take back the fields that were changed
since by an action that is no step of undo.
"""

from collections.abc import Mapping
from typing import NamedTuple

from recall.storage.database import rows
from recall.storage.database.codec import from_stored
from recall.storage.database.columns import names, types
from recall.storage.database.connections.connection import Connection
from recall.storage.database.images import from_image, image_of

UNASKED = "in step"
"""The kind of the actions that nobody ordered."""

_UNDONE = {"place": {"section"}}
"""Fields that an undone action gives back nevertheless: where the person had put a resource."""

Images = Mapping[int, dict[str, object]]


class _Step(NamedTuple):
    """A later change of a row: its ID, whether nobody ordered it, and what the row was before."""

    id: int
    unasked: bool
    before: dict[str, object]


def kept_since(connection: Connection, number: int, table: str, images: Images) -> Images:
    """Return the rows as an undone action found them, with what was changed unasked since.

    What is remembered of them since then is written anew, as if the action had never been: an
    earlier one that is undone later is compared with that.
    """
    since = connection.rows(
        "SELECT c.row_id, c.id, c.before, a.kind FROM change c JOIN action a ON a.id = c.action_id "
        "WHERE c.table_name = :table AND c.action_id > :action AND c.before IS NOT NULL "
        "ORDER BY c.id",
        {"table": table, "action": number},
    )
    touched = {row for row, *_, kind in since if kind == UNASKED} & images.keys()
    if not touched:
        return images
    steps: dict[int, list[_Step]] = {}
    for row, change, before, kind in since:
        if row in touched:
            step = _Step(change, kind == UNASKED, from_image(table, before))
            steps.setdefault(row, []).append(step)
    present = _present(connection, table, list(steps))
    for key, now in present.items():
        _forget(connection, images[key], steps[key])
        changed = _changed(table, steps[key], now)
        images = {**images, key: {**images[key], **_behind(images[key], changed)}}
    return images


def _behind(image: Mapping[str, object], changed: Mapping[str, object]) -> Mapping[str, object]:
    """Return changed fields; what was changed behind a state that is undone counts for the state.

    Such as of what was archived, and then became unread in its list.
    """
    behind = changed.get("status_before")
    if behind is None or image["status_before"] is not None:
        return changed
    return {**changed, "status": behind, "status_before": None}


def _changed(table: str, steps: list[_Step], present: Mapping[str, object]) -> dict[str, object]:
    """Return the fields that unasked steps changed, with what they made of them."""
    found: dict[str, object] = {}
    after = [step.before for step in steps[1:]] + [dict(present)]
    for step, then in zip(steps, after, strict=True):
        if step.unasked:
            shared = (step.before.keys() & then.keys()) - _UNDONE.get(table, set())
            found |= {name: then[name] for name in shared if step.before[name] != then[name]}
    return found


def _forget(connection: Connection, image: Mapping[str, object], steps: list[_Step]) -> None:
    """Let later images of a row say what it would have been without the undone action."""
    first = steps[0].before
    undone = {name: image[name] for name in image.keys() & first.keys()}
    undone = {name: value for name, value in undone.items() if value != first[name]}
    for step in steps:
        undone = {
            name: value for name, value in undone.items() if step.before.get(name) == first[name]
        }
        if undone:
            connection.execute(
                "UPDATE change SET before = :image WHERE id = :id",
                {"image": image_of({**step.before, **undone}), "id": step.id},
            )


def _present(connection: Connection, table: str, keys: list[int]) -> dict[int, dict[str, object]]:
    kinds = types(table)
    return {
        row[0]: {
            name: from_stored(kinds[name], value)
            for name, value in zip(names(table), row, strict=True)
        }
        for row in rows.whole(connection, table, keys)
    }
