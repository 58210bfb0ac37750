"""One action: its writes, what it remembers, and how it is taken back."""

from datetime import date
from typing import Any

import pytest

from recall.storage.actions import Abandoned, Action, alone, begin
from recall.storage.database.rows import CHUNK
from recall.storage.tables.log import history, last_action
from recall.usecases.context import Context
from testing.databases.tables import dump, living, only_gained
from testing.libraries.factories import NOW, TODAY


def place(number: int = 1, title: str = "Again") -> dict[str, Any]:
    return {"resource_id": number, "list_id": 1, "ordinal": 9, "section": "S", "title": title}


def sitting(number: int = 3) -> dict[str, Any]:
    return {"resource_id": number, "study_date": TODAY, "at": "2026-03-02T00:00:00Z", "minutes": 5}


def undo(context: Context) -> None:
    with begin(context.store, "undo", NOW, TODAY) as action:
        last = last_action(action)
        assert last is not None
        action.take_back(last.id)


def test_an_action_is_in_the_history_with_what_it_did(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.describe(3, "title")
    last = history(library.store, 1)[0]
    assert (last.id, last.kind, last.at) == (action.id, "edit", "2026-03-02T01:30:00Z")
    assert (last.study_date, last.resource_id, last.summary) == (TODAY, 3, "title")
    assert not last.undone


def test_an_action_reads_its_own_writes(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 1, {"title": "New"})
        assert action.rows("SELECT title FROM resource WHERE id = 1") == [("New",)]


def test_an_action_that_fails_leaves_nothing_not_even_a_line(library: Context) -> None:
    before = dump(library.store)
    with pytest.raises(KeyError), begin(library.store, "edit", NOW, TODAY) as action:
        do_everything(action, KeyError())
    assert dump(library.store) == before


def test_an_abandoned_action_leaves_nothing_and_is_no_error(library: Context) -> None:
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as action:
        do_everything(action, Abandoned())
    assert dump(library.store) == before


def test_new_rows_get_ids_in_the_order_they_were_given(library: Context) -> None:
    titles = [f"Place {number}" for number in range(2500)]
    with begin(library.store, "edit", NOW, TODAY) as action:
        ids = action.insert("place", [place(title=title) for title in titles])
        assert action.insert("place", []) == []
    stored = dump(library.store)["place"]
    assert [stored[number]["title"] for number in ids] == titles


def test_many_rows_are_changed_each_its_own_way(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        ids = action.insert("place", [place() for _ in range(CHUNK + 10)])
        action.update_many("place", {number: {"ordinal": -number} for number in ids})
        action.update_many("place", {})
    stored = dump(library.store)["place"]
    assert all(stored[number]["ordinal"] == -number for number in ids)
    undo(library)
    assert len(dump(library.store)["place"]) == 6


def test_taking_back_brings_every_value_of_a_row_back(library: Context) -> None:
    values = {
        "title": "Not \x00 but “quoted” — 标题 🎉".replace("\x00", ""),
        "note": None,
        "gone": True,
        "due": date(2027, 1, 31),
        "last_review": date(2026, 2, 28),
        "stability": 1 / 3,
        "difficulty": 1e-300,
    }
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 1, values)
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as action:
        plain = {"title": "x", "note": "y", "gone": False, "due": None, "last_review": None}
        action.update("resource", 1, plain | {"stability": None, "difficulty": None})
    undo(library)
    assert living(dump(library.store)) == living(before)


def test_taking_back_brings_a_deleted_row_back_under_its_id(library: Context) -> None:
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.delete("place", [2, 4])
        action.delete("place", [])
    assert sorted(dump(library.store)["place"]) == [1, 3, 5, 6]
    undo(library)
    assert dump(library.store)["place"] == before["place"]


def test_a_resource_taken_back_keeps_its_id_and_is_out_of_the_way(library: Context) -> None:
    row = dump(library.store)["resource"][6] | {"identity": "x", "series": "S"}
    del row["id"]
    row["added_at"] = "2026-03-02T00:00:00Z"
    with begin(library.store, "add", NOW, TODAY) as action:
        (number,) = action.insert("resource", [row])
    undo(library)
    stored = dump(library.store)["resource"][number]
    assert (stored["status"], stored["series"]) == ("removed", None)
    with begin(library.store, "add", NOW, TODAY) as action:
        assert action.insert("resource", [row | {"identity": "y"}]) == [number + 1]


def test_a_list_taken_back_stays_for_the_resources_that_point_at_it(library: Context) -> None:
    row = {"name": "x", "rules_version": 1, "imported_at": "2026-03-02T00:00:00Z"}
    with begin(library.store, "import", NOW, TODAY) as action:
        (number,) = action.insert("reading_list", [row])
    undo(library)
    assert number in dump(library.store)["reading_list"]


def test_a_log_entry_taken_back_is_void_and_one_it_voided_counts_again(library: Context) -> None:
    with begin(library.store, "sitting", NOW, TODAY) as first:
        first.append("sitting", sitting())
    with begin(library.store, "sitting", NOW, TODAY) as second:
        second.void("sitting", 1)
        second.append("sitting", sitting())
    assert marks(library) == [second.id, None]
    before = dump(library.store)
    undo(library)
    assert marks(library)[0] is None
    assert marks(library)[1] is not None
    assert only_gained(before, dump(library.store))
    undo(library)
    assert None not in marks(library)


def test_what_was_taken_back_is_marked_by_what_took_it_back(library: Context) -> None:
    with begin(library.store, "sitting", NOW, TODAY) as action:
        action.append("sitting", sitting())
    undo(library)
    newest, undone = history(library.store, 2)
    assert undone.undone
    assert not newest.undone
    assert dump(library.store)["action"][undone.id]["undone_by"] == newest.id


@pytest.mark.parametrize("kind", ["init", "undo"])
def test_making_the_library_and_undoing_are_never_taken_back(library: Context, kind: str) -> None:
    with begin(library.store, kind, NOW, TODAY):
        pass
    assert last_action(library.store) is None


def test_a_row_that_is_not_there_cannot_be_changed(library: Context) -> None:
    before = dump(library.store)
    with pytest.raises(LookupError), begin(library.store, "edit", NOW, TODAY) as action:
        action.update("resource", 999, {"title": "x"})
    assert dump(library.store) == before


def test_a_row_met_twice_in_one_action_is_as_it_was_first(library: Context) -> None:
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as action:
        action.update("place", 2, {"title": "once"})
        action.update("place", 2, {"title": "twice"})
        action.delete("place", [2])
    undo(library)
    assert dump(library.store)["place"] == before["place"]


def marks(context: Context) -> list[int | None]:
    return [row["void_by"] for _, row in sorted(dump(context.store)["sitting"].items())]


def do_everything(action: Action, then: Exception) -> None:
    action.insert("place", [place()])
    action.update("resource", 1, {"title": "New"})
    action.update_many("place", {2: {"ordinal": 7}, 3: {"ordinal": 8}})
    action.delete("place", [4])
    action.append("sitting", sitting())
    action.describe(1, "everything")
    raise then


def test_an_action_takes_over_the_one_before(library: Context) -> None:
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as first:
        first.update("resource", 1, {"title": "New"})
    with begin(library.store, "edit", NOW, TODAY) as second:
        second.update("resource", 1, {"title": "Newer"})
        assert second.absorb(first.id)
    assert [one.id for one in history(library.store, 9) if one.kind == "edit"] == [second.id]
    undo(library)
    assert dump(library.store)["resource"] == before["resource"]


def test_but_none_before_that(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as first:
        first.update("resource", 1, {"title": "New"})
    with begin(library.store, "edit", NOW, TODAY):
        pass
    with begin(library.store, "edit", NOW, TODAY) as third:
        before = third.rows("SELECT * FROM change")
        assert not third.absorb(first.id)
        assert third.rows("SELECT * FROM change") == before


def test_only_what_a_person_did_counts_as_done(library: Context) -> None:
    """An error after it must not say that nothing was changed, or that something was."""
    with alone(library.store, is_beside=True):
        pass
    assert not library.store.has_done
    with begin(library.store, "edit", NOW, TODAY):
        pass
    with alone(library.store, is_beside=True):
        pass
    assert library.store.has_done
