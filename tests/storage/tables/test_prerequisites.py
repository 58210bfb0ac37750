"""Prerequisites are written and taken out by the IDs of resources."""

from recall.storage.actions import begin
from recall.storage.tables.prerequisites import add, after, edges, remove
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY


def test_a_resource_waits_for_others_until_it_is_let_go(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        add(action, 3, [2, 1])
        add(action, 4, [])
    assert after(library.store, 3) == [1, 2]
    with begin(library.store, "edit", NOW, TODAY) as action:
        remove(action, 3, [2])
        remove(action, 3, [])
    assert edges(library.store) == [(3, 1)]
    undo(library)
    assert sorted(edges(library.store)) == [(3, 1), (3, 2)]
    undo(library)
    assert edges(library.store) == []
