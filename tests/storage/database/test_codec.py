"""Values stand alike in both databases."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest

from recall.domain.library.card import Rating
from recall.storage.database.codec import (
    as_date,
    bound,
    compressed,
    decompressed,
    from_stored,
    instant,
    moment,
)
from recall.storage.database.columns import Type
from testing.libraries.factories import NOW


def test_a_moment_is_stored_in_utc() -> None:
    assert instant(NOW) == "2026-03-02T01:30:00Z"
    assert instant(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00Z"


def test_a_stored_moment_is_read_back_in_utc() -> None:
    read = moment(instant(NOW))
    assert read == NOW
    assert read.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant(NOW.replace(tzinfo=None))


@pytest.mark.parametrize("stored", ["2026-03-02", date(2026, 3, 2)])
def test_a_date_is_read_from_what_either_database_gives(stored: object) -> None:
    assert as_date(stored) == date(2026, 3, 2)


def test_no_date_stays_none() -> None:
    assert as_date(None) is None


class Turn(StrEnum):
    FIRST = "first"


BOUND = [
    ("int", 3, 3),
    ("int", Rating.GOOD, 3),
    ("int", None, None),
    ("float", 0.1, 0.1),
    ("float", 2, 2),
    ("str", "a", "a"),
    ("str", Turn.FIRST, "first"),
    ("date", date(2026, 3, 2), "2026-03-02"),
    ("date", "2026-03-02", "2026-03-02"),
    ("bool", True, True),
    ("bool", 1, True),
    ("bool", 0, False),
    ("compressed", b"\x00", b"\x00"),
    ("compressed", None, None),
]


@pytest.mark.parametrize(("column", "value", "given"), BOUND)
def test_a_value_is_given_as_both_databases_take_it(
    column: Type, value: object, given: object
) -> None:
    found = bound(column, value)
    assert found == given
    assert type(found) is type(given)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("int", "3"),
        ("int", 3.5),
        ("str", 3),
        ("str", b"a"),
        ("float", "much"),
        ("date", NOW),
        ("date", 3),
        ("bool", "yes"),
        ("bool", 2),
        ("str", object()),
        ("compressed", 3),
    ],
)
def test_a_value_of_another_type_is_refused(column: Type, value: object) -> None:
    with pytest.raises(TypeError, match=f"a column of type {column} cannot hold"):
        bound(column, value)


@pytest.mark.parametrize(
    ("column", "stored", "exported"),
    [
        ("bool", 1, True),
        ("bool", False, False),
        ("date", date(2026, 3, 2), "2026-03-02"),
        ("date", "2026-03-02", "2026-03-02"),
        ("float", 3, 3.0),
        ("float", 0.1, 0.1),
        ("int", 3, 3),
        ("str", "a", "a"),
        ("str", None, None),
        ("compressed", compressed("字"), "字"),
    ],
)
def test_both_databases_give_the_same_to_json(column: Any, stored: object, exported: Any) -> None:
    found = from_stored(column, stored)
    assert (found, type(found)) == (exported, type(exported))


def test_bytes_are_not_exported() -> None:
    with pytest.raises(TypeError, match="cannot be exported"):
        from_stored("str", b"a")


def test_a_long_text_is_stored_in_fewer_bytes_and_comes_back() -> None:
    text = "Attention is all you need. 注意力。\n" * 300
    stored = bound("compressed", text)
    assert isinstance(stored, bytes)
    assert len(stored) < len(text.encode()) / 10
    assert decompressed(stored) == text


@pytest.mark.parametrize("stored", [b"", b"garbage", compressed("字" * 99)[:-9]])
def test_a_damaged_text_is_refused(stored: bytes) -> None:
    with pytest.raises(TypeError, match="damaged"):
        decompressed(stored)
