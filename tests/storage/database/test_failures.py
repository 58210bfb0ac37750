"""What a driver says becomes one line for a person."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from recall.errors import BadInput, DamagedLibrary, StorageError
from recall.storage.database.failures import storage_error, translated, translation
from recall.storage.database.location import Location

HERE = Location("/a/library.db", None)

SAID = {
    "database is locked": "is in use by another process",
    "attempt to write a readonly database": "cannot be written to",
    "database or disk is full": "the disk is full",
    "disk I/O error": "the disk reports an error",
    "file is not a database": "is not a recall library",
    "database disk image is malformed": "is damaged; 'recall restore FILE'",
    "unable to open database file": "cannot be opened; check the path",
    "NOT NULL constraint failed: place.title": "refused a row that contradicts others",
    "no such table: resource": "is damaged: a table is missing",
    "Can't locate revision identified by '0999'": "update recall",
    "something never seen\nand more": "failed: something never seen",
    "": "failed: OperationalError",
}


@pytest.mark.parametrize(("said", "told"), SAID.items())
def test_a_failure_is_told_in_one_line_that_names_the_library(said: str, told: str) -> None:
    error = storage_error(sqlite3.OperationalError(said), HERE)
    assert str(error).startswith("the library /a/library.db ")
    assert told in str(error)
    assert "\n" not in str(error)
    assert error.exit_code == 5


def test_the_drivers_words_are_read_not_those_around_them() -> None:
    wrapped = OperationalError("SELECT 'malformed'", {}, sqlite3.OperationalError("locked out"))
    assert "failed: locked out" in str(storage_error(wrapped, HERE))


def test_a_drivers_error_leaves_as_a_storage_error() -> None:
    with pytest.raises(StorageError, match="in use"), translated(HERE):
        raise sqlite3.OperationalError("database is locked")


@pytest.mark.parametrize("error", [KeyError("a"), StorageError("b"), BadInput("c")])
def test_any_other_error_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, translated(HERE):
        raise error
    assert raised.value is error


def test_bytes_that_are_not_text_are_the_persons_to_mend() -> None:
    with pytest.raises(BadInput, match="not text"), translated(HERE):
        "\udcff".encode()


def test_what_sqlite_cannot_say_in_text_is_damage() -> None:
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    assert isinstance(translation(error, HERE), DamagedLibrary)


def test_no_value_is_repeated_of_what_is_said_of_a_server() -> None:
    there = Location(None, "postgresql+psycopg://me:hunter22@host/name")
    error = OperationalError("", None, ValueError("odd 'hunter22' and hunter22"))
    assert "hunter22" not in str(storage_error(error, there))
