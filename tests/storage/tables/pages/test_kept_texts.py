"""Texts of pages are kept, replaced, read, handed on, and undone."""

from datetime import timedelta

import pytest

from recall.errors import StorageError
from recall.storage.actions import begin
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY

LONG = "第一段。\n" + "Attention is all you need.\n" * 500


def keep(library: Context, number: int, text: str) -> None:
    with begin(library.store, "fetch", library.now, TODAY) as action:
        kept_texts.keep(action, number, text, library.now)


def texts(library: Context) -> dict[int, str]:
    return {one.resource_id: one.text for one in kept_texts.every(library.store)}


def damage(library: Context, number: int) -> None:
    with library.store.transaction() as connection:
        sql = "UPDATE kept_text SET text = :bad WHERE resource_id = :id"
        connection.execute(sql, {"bad": b"garbage", "id": number})


def test_a_text_comes_back_as_it_was_kept(library: Context) -> None:
    keep(library, 2, LONG)
    assert kept_texts.of(library.store, 2) == kept_texts.KeptText(2, NOW, LONG)
    assert kept_texts.of(library.store, 1) is None


def test_a_later_text_takes_the_place_of_the_one_before_until_it_is_undone(
    library: Context,
) -> None:
    keep(library, 1, "before")
    keep(library._replace(now=NOW + timedelta(hours=1)), 1, "after")
    assert texts(library) == {1: "after"}
    undo(library)
    assert kept_texts.of(library.store, 1) == kept_texts.KeptText(1, NOW, "before")
    undo(library)
    assert texts(library) == {}


def test_all_texts_come_by_id_but_those_of_removed_resources(library: Context) -> None:
    for number in (3, 1, 2):
        keep(library, number, f"text {number}")
    with library.store.transaction() as connection:
        connection.execute("UPDATE resource SET status = 'removed' WHERE id = 2")
    assert list(texts(library).items()) == [(1, "text 1"), (3, "text 3")]


def test_characters_that_no_database_takes_are_left_out(library: Context) -> None:
    keep(library, 1, "a\0b\ud800c")
    assert texts(library) == {1: "abc"}


def test_a_text_moves_to_a_resource_that_has_none(library: Context) -> None:
    keep(library, 1, "one")
    keep(library, 2, "two")
    with begin(library.store, "join", NOW, TODAY) as action:
        kept_texts.move(action, 1, 2)
        kept_texts.move(action, 2, 3)
        kept_texts.move(action, 4, 5)
    assert texts(library) == {1: "one", 3: "two"}
    undo(library)
    assert texts(library) == {1: "one", 2: "two"}


def test_a_damaged_text_is_told_with_its_resource(library: Context) -> None:
    keep(library, 1, "one")
    keep(library, 2, "two")
    damage(library, 2)
    assert kept_texts.damaged(library.store) == [2]
    with pytest.raises(StorageError, match="the kept text of 2 cannot be read; 'recall fetch 2"):
        kept_texts.of(library.store, 2)
    with pytest.raises(StorageError, match="damaged"):
        texts(library)
