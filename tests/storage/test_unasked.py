"""Undoing an action leaves alone what was changed by itself since."""

from collections.abc import Mapping

from recall.storage.actions import begin
from recall.storage.unasked import UNASKED
from recall.usecases.context import Context
from recall.usecases.undoing import undo


def change(context: Context, kind: str, number: int, values: Mapping[str, object]) -> None:
    with begin(context.store, kind, context.now, context.today) as action:
        action.update("resource", number, values)


def test_fields_that_were_changed_unasked_since_stay(library: Context) -> None:
    names = ("title", "minutes", "note")
    ((before,),) = library.store.rows("SELECT title FROM resource WHERE id = 3")
    change(library, "edit", 3, {"title": "Mine", "minutes": 5, "note": "mine"})
    change(library, UNASKED, 3, {"minutes": 7})
    change(library, "edit", 3, {"note": "later"})
    change(library, UNASKED, 4, {"title": "Another"})
    change(library, UNASKED, 3, {"note": "unasked", "gone": True})
    undo(library)
    undo(library)
    asked = f"SELECT {', '.join(names)}, gone FROM resource WHERE id = 3"
    ((title, minutes, note, gone),) = library.store.rows(asked)
    assert (title, minutes, note, bool(gone)) == (before, 7, "unasked", True)
    ((other,),) = library.store.rows("SELECT title FROM resource WHERE id = 4")
    assert other == "Another"


def test_a_row_that_was_taken_out_unasked_since_comes_back_as_it_was(library: Context) -> None:
    ((place, mark),) = library.store.rows("SELECT id, mark FROM place WHERE resource_id = 3")
    with begin(library.store, "edit", library.now, library.today) as action:
        action.update("place", place, {"mark": "read"})
    with begin(library.store, UNASKED, library.now, library.today) as action:
        action.delete("place", [place])
    undo(library)
    assert library.store.rows("SELECT mark FROM place WHERE id = :id", {"id": place}) == [(mark,)]


def test_an_unasked_action_is_never_undone(library: Context) -> None:
    change(library, "edit", 3, {"minutes": 5})
    change(library, UNASKED, 4, {"minutes": 7})
    last, *_ = undo(library)
    assert last.kind == "edit"
    ((minutes,),) = library.store.rows("SELECT minutes FROM resource WHERE id = 4")
    assert minutes == 7


def test_an_undone_action_is_not_taken_for_a_change_that_nobody_ordered(library: Context) -> None:
    def note() -> object:
        return library.store.rows("SELECT note FROM resource WHERE id = 3")[0][0]

    before = note()
    change(library, "edit", 3, {"note": "first"})
    change(library, UNASKED, 3, {"minutes": 7})
    change(library, "edit", 3, {"note": "second"})
    change(library, UNASKED, 3, {"minutes": 8})
    undo(library)
    assert note() == "first"
    undo(library)
    assert note() == before


def test_what_became_of_a_state_behind_another_counts_once_that_is_undone(library: Context) -> None:
    change(library, "read", 3, {"status": "read"})
    change(library, "archive", 3, {"status": "archived", "status_before": "read"})
    change(library, UNASKED, 3, {"status_before": "unread"})
    undo(library)
    found = library.store.rows("SELECT status, status_before FROM resource WHERE id = 3")
    assert found == [("unread", None)]
