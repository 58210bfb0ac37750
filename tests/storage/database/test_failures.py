"""What a driver says becomes one line for a person."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from recall.errors import BadInput, StorageError
from recall.storage.database.failures import storage_error, translated
from recall.storage.database.location import Location

HERE = Location("/a/library.db", None)

SAID = {
    "database is locked": "is in use by another process",
    "canceling statement due to lock timeout": "is in use by another process",
    "attempt to write a readonly database": "cannot be written to",
    "database or disk is full": "the disk is full",
    "could not extend file: No space left on device": "the server's disk is full",
    "disk I/O error": "the disk reports an error",
    "file is not a database": "is not a recall library",
    "database disk image is malformed": "is damaged; 'recall restore FILE'",
    "unable to open database file": "cannot be opened; check the path",
    'null value in column "title" of relation "place" violates not-null constraint': "contradicts",
    "NOT NULL constraint failed: place.title": "refused a row that contradicts others",
    "PostgreSQL text fields cannot contain NUL (0x00) bytes": "refused a text that holds a NUL",
    "integer out of range": "refused a number that is too large",
    'date/time field value out of range: "2026-02-30"': "refused a date",
    "value too long for type character varying(10)": "refused a text that is too long",
    "no such table: resource": "is damaged: a table is missing",
    'relation "resource" does not exist': "is damaged: a table is missing",
    "Can't locate revision identified by '0999'": "update recall",
    "connection refused\nIs the server running?": "cannot be reached",
    "connection timeout expired": "cannot be reached",
    'could not translate host name "x" to address': "cannot be reached",
    "[Errno -2] failed to resolve host 'x'": "cannot be reached",
    'on socket "/x/.s.PGSQL.5432" failed: No such file or directory': "cannot be reached",
    'connection to server at "a" failed: Connection timed out': "cannot be reached",
    "could not receive data from server: Connection timed out": "was cut off in the middle",
    "could not send data to server: Broken pipe": "was cut off in the middle",
    "server closed the connection unexpectedly": "was cut off in the middle",
    "terminating connection due to administrator command": "was cut off in the middle",
    'password authentication failed for user "a"': "refused the password",
    "permission denied for table action": "may not be written by this user",
    'role "a" does not exist': "does not know this user",
    'database "a" does not exist': "create the database first",
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
