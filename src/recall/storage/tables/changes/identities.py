"""Writes of identities: a resource that its list has under another address."""

from collections.abc import Collection

from recall.storage.actions import Action


def free(action: Action, wanted: Collection[str]) -> None:
    """Take identities from removed resources, so that others can have them.

    No two rows may have one identity. A resource whose adding was undone keeps its row.
    """
    if not wanted:
        return
    rows = action.rows("SELECT id, identity FROM resource WHERE status = 'removed'")
    taken = {number: key for number, key in rows if key in wanted}
    changed = {number: {"identity": f"{key} ⟨{number}⟩"} for number, key in taken.items()}
    action.update_many("resource", changed)
