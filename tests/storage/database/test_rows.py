"""Rows of any table by its name, the same on both databases; what they refuse is one line."""

from datetime import date

import pytest

from recall.errors import RecallError
from recall.storage.database import rows
from recall.storage.database.rows import CHUNK
from recall.usecases.context import Context
from testing.databases.tables import dump

PLACE = {"resource_id": 1, "list_id": 1, "ordinal": 9, "section": "S", "title": "Again"}


def test_rows_with_different_columns_are_added_together(library: Context) -> None:
    first, second = {"first": date(2026, 3, 2)}, {"first": "2026-04-01", "until": date(2026, 5, 1)}
    with library.store.transaction() as connection:
        rows.add(connection, "pause", [first, second, first])
    stored = dump(library.store)["pause"].values()
    assert sorted((str(one["first"]), str(one["until"])) for one in stored) == [
        ("2026-03-02", "None"),
        ("2026-03-02", "None"),
        ("2026-04-01", "2026-05-01"),
    ]


def test_nothing_to_add_change_or_take_out_is_no_error(library: Context) -> None:
    before = dump(library.store)
    with library.store.transaction() as connection:
        rows.add(connection, "place", [])
        rows.change(connection, "place", {})
        rows.change(connection, "place", {1: {}})
        rows.take_out(connection, "place", [])
        assert list(rows.whole(connection, "place", [])) == []
    assert dump(library.store) == before


def test_very_many_rows_are_found_and_taken_out_by_their_ids(library: Context) -> None:
    with library.store.transaction() as connection:
        rows.add(connection, "place", [PLACE] * (2 * CHUNK))
        wanted = list(range(7, 7 + CHUNK + 10))
        assert rows.there(connection, "place", wanted) == set(wanted)
        assert [row[0] for row in rows.whole(connection, "place", wanted)] == wanted
        rows.take_out(connection, "place", wanted)
    assert len(dump(library.store)["place"]) == 6 + CHUNK - 10


REFUSED = {
    "a NUL character": ("place", PLACE | {"title": "a\x00b"}, "holds a NUL character"),
    "a number beyond 32 bits": ("place", PLACE | {"ordinal": 2**40}, "number that is too large"),
    "a number beyond 64 bits": ("place", PLACE | {"ordinal": 2**80}, "too large"),
    "a long text": ("section_rule", {"section": "S", "turn": "whenever"}, "text that is too long"),
    "a date that is none": ("pause", {"first": "2026-02-30"}, "a date that it cannot hold"),
    "no value": ("place", PLACE | {"title": None}, "contradicts"),
    "bytes that are not text": ("place", PLACE | {"title": "\udcff"}, "not text"),
    "a row that points nowhere": ("place", PLACE | {"resource_id": 99}, "contradicts"),
}


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("number", [1, 2])
def test_a_value_that_postgresql_refuses_is_told_in_one_line(
    postgres_library: Context, what: str, number: int
) -> None:
    table, row, said = REFUSED[what]
    before = dump(postgres_library.store)
    with (
        pytest.raises(RecallError, match=said) as error,
        postgres_library.store.transaction() as connection,
    ):
        rows.add(connection, table, [row] * number)
    assert "\n" not in str(error.value)
    assert dump(postgres_library.store) == before


@pytest.mark.parametrize("what", ["a number beyond 64 bits", "no value", "bytes that are not text"])
def test_so_is_one_that_sqlite_refuses(sqlite_library: Context, what: str) -> None:
    table, row, said = REFUSED[what]
    with (
        pytest.raises(RecallError, match=said) as error,
        sqlite_library.store.transaction() as connection,
    ):
        rows.add(connection, table, [row])
    assert "\n" not in str(error.value)
    assert len(dump(sqlite_library.store)[table]) == 6


def test_a_column_that_is_missing_is_damage_and_not_a_text(
    library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "types", lambda _: {"id": "int", "colour": "str"})
    with pytest.raises(RecallError), library.store.transaction() as connection:
        list(rows.whole(connection, "place", [1]))
