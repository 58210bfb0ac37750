"""Writes of identities: resources that their list has under other addresses."""

from collections.abc import Collection, Mapping

from recall.storage.actions import Action
from recall.storage.reads import rows_of_each


def rename(action: Action, identities: Mapping[int, str]) -> None:
    """Give resources other identities, by ID. One may be what another of them had before.

    A resource whose adding was undone keeps its row, but not an identity that is wanted.
    """
    if not identities:
        return
    _free(action, set(identities.values()))
    action.update_many("resource", {number: {"identity": f"⟨{number}⟩"} for number in identities})
    action.update_many(
        "resource", {number: {"identity": key} for number, key in identities.items()}
    )


def _free(action: Action, wanted: Collection[str]) -> None:
    sql = "SELECT id, identity FROM resource WHERE identity IN (:each) AND status = 'removed'"
    taken: dict[int, str] = dict(rows_of_each(action, sql, wanted))
    changed = {number: {"identity": f"{key} ⟨{number}⟩"} for number, key in taken.items()}
    action.update_many("resource", changed)
