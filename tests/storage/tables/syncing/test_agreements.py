"""States in which a list and the library agreed are kept, twenty of each."""

import pytest

from recall.domain.lists.syncing.base import BaseEntry
from recall.errors import StorageError
from recall.storage.actions import begin
from recall.storage.tables.syncing import agreements
from recall.storage.tables.syncing.agreements import KEPT, Agreement, digest
from recall.storage.unasked import UNASKED
from recall.usecases.context import Context

ENTRY = BaseEntry("https://a.org/1", "read", "标题", ("S", "T"), 3)


def agreement(number: int, machine: str = "here") -> Agreement:
    data = f"state {number} 标题".encode("utf-16")
    return Agreement(1, machine, "/list.md", data, (ENTRY,))


def keep(context: Context, agreed: Agreement, kind: str = "sync") -> int:
    with begin(context.store, kind, context.now, context.today) as action:
        agreements.keep(action, agreed, context.now)
    return action.id


def test_the_newest_is_the_base_and_each_machine_has_its_own(library: Context) -> None:
    assert agreements.base(library.store, 1, "here") is None
    for number in range(3):
        keep(library, agreement(number))
    keep(library, agreement(9, "there"))
    assert agreements.base(library.store, 1, "here") == agreement(2)
    there = agreements.base(library.store, 1, "there")
    assert there is not None
    assert there.entries == (ENTRY,)
    assert agreements.digests(library.store, "there")[1][0] == digest(agreement(9).data)


def test_twenty_are_kept_and_what_an_action_wrote_is_found(library: Context) -> None:
    kinds = [UNASKED, "sync", *["sync"] * (KEPT + 1)]
    actions = [keep(library, agreement(number), kind) for number, kind in enumerate(kinds)]
    assert len([*agreements.states(library.store, 1, "here")]) == KEPT
    rows = [number for number in actions if agreements.written_by(library.store, number)]
    assert rows == actions[1:], "of one that can be undone the row stays"
    (earlier,) = agreements.written_by(library.store, actions[-4])
    with begin(library.store, "undo", library.now, library.today) as action:
        agreements.drop_since(action, earlier)
    base = agreements.base(library.store, 1, "here")
    assert base is not None
    assert base.data == agreement(KEPT - 1).data
    with begin(library.store, "undo", library.now, library.today) as action:
        agreements.drop_since(action, agreements.written_by(library.store, actions[1])[0])
    assert agreements.base(library.store, 1, "here") is None
    assert agreements.digests(library.store, "here") == {}


def test_a_damaged_state_is_one_line(library: Context) -> None:
    keep(library, agreement(1))
    with library.store.transaction() as connection:
        connection.execute("UPDATE agreement SET text = 'AAAA'")
    with pytest.raises(StorageError, match="an earlier state of a list cannot be read"):
        agreements.base(library.store, 1, "here")
