"""Prerequisites are written and taken out by the IDs of resources."""

from recall.storage.actions import begin
from recall.storage.tables.prerequisites import add, after, edges, holders, remove
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, catalog, entry, make_library


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


def test_unread_earlier_parts_and_prerequisites_hold_a_reading_back(database_url: str) -> None:
    parts = [entry(f"Part {part}", series="S", part=part) for part in (3, 1, 2)]
    made = make_library(database_url, catalog(*parts, entry("Read", read=True), entry("Other")))
    with made.store as store:
        with begin(store, "edit", NOW, TODAY) as action:
            add(action, 1, [4, 5])
        assert holders(store, 1) == {2: "Part 1", 3: "Part 2", 5: "Other"}
        assert holders(store, 3) == {2: "Part 1"}
        assert holders(store, 2) == holders(store, 5) == {}
        with begin(store, "edit", NOW, TODAY) as action:
            action.update("resource", 2, {"status": "suspended", "status_before": "unread"})
            action.update("resource", 5, {"gone": True})
        assert holders(store, 1) == {3: "Part 2"}
        assert holders(store, 3) == {}


def test_parts_without_a_number_come_first_and_equal_ones_in_list_order(database_url: str) -> None:
    parts = [
        entry(f"Resource {n}", series="S", part=part) for n, part in enumerate((1, None, 1), 1)
    ]
    with make_library(database_url, catalog(*parts)).store as store:
        assert [sorted(holders(store, number)) for number in (1, 2, 3)] == [[2], [], [1, 2]]
