"""Turns a database's error into a sentence for a person."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from recall.errors import BadInput, DamagedLibrary, RecallError, StorageError
from recall.masking import masked
from recall.storage.database.location import Location

_DRIVERS = ("sqlite3", "sqlalchemy", "psycopg", "alembic")

_IN_USE = "is in use by another process; try again in a moment"
_UNREACHABLE = "cannot be reached; is the server running, and its address right?"
_AGAINST_RULES = "refused a row that contradicts others; nothing was changed"
_CUT_OFF = "was cut off in the middle; nothing was changed, try again"

_BRING_BACK = "'recall restore FILE' brings a backup back"
_DAMAGED = f"is damaged; {_BRING_BACK}, and 'sqlite3 .recover' copies what is left"
_BAD_VALUE = "is damaged: it holds what cannot be read; 'recall doctor' names it"

_SENTENCES = (
    ("database is locked", _IN_USE),
    ("lock timeout", _IN_USE),
    ("readonly database", "cannot be written to; check its permissions and its disk"),
    ("database or disk is full", "could not be written: the disk is full; free some space"),
    ("no space left", "could not be written: the server's disk is full; free some space"),
    ("disk i/o error", "could not be written: the disk reports an error or is full"),
    ("file is not a database", "is not a recall library; check RECALL_DATABASE_URL"),
    ("malformed", _DAMAGED),
    ("unable to open", "cannot be opened; check the path and its permissions"),
    ("violates", _AGAINST_RULES),
    ("constraint failed", _AGAINST_RULES),
    ("no such table", f"is damaged: a table is missing; {_BRING_BACK}"),
    ('relation "', f"is damaged: a table is missing; {_BRING_BACK}"),
    ("no such column", f"is damaged: a column is missing; {_BRING_BACK}"),
    ("has no column", f"is damaged: a column is missing; {_BRING_BACK}"),
    ("date too ", _BAD_VALUE),
    ("can't locate revision", "is of a version that this program does not know; update recall"),
    ("connection refused", _UNREACHABLE),
    ("no such file or directory", _UNREACHABLE),
    ("timeout expired", _UNREACHABLE),
    ("could not translate host", _UNREACHABLE),
    ("failed to resolve host", _UNREACHABLE),
    ("cannot contain nul", "refused a text that holds a NUL character; leave it out"),
    ("date/time field value", "refused a date that it cannot hold; give another one"),
    ("out of range", "refused a number that is too large; give a smaller one"),
    ("value too long", "refused a text that is too long; give a shorter one"),
    ("could not receive data", _CUT_OFF),
    ("could not send data", _CUT_OFF),
    ("connection timed out", _UNREACHABLE),
    ("connection unexpectedly", _CUT_OFF),
    ("terminating connection", _CUT_OFF),
    ("password authentication failed", "refused the password; check RECALL_DATABASE_URL"),
    ("permission denied", "may not be written by this user; ask who runs the server"),
    ('role "', "does not know this user; check RECALL_DATABASE_URL"),
    ("does not exist", "does not exist on the server; create the database first"),
)


@contextmanager
def translated(location: Location) -> Iterator[None]:
    """Turn a driver's errors inside the with block into StorageError; let others pass."""
    try:
        yield
    except Exception as error:
        told = translation(error, location)
        if told is None:
            raise
        raise told from error


def translation(error: Exception, location: Location) -> RecallError | None:
    """Return what a person is told of an error; None for one that no database raised."""
    if isinstance(error, UnicodeDecodeError):  # of what SQLite says of a damaged file
        return DamagedLibrary(f"the library {location} {_DAMAGED}")
    if isinstance(error, UnicodeEncodeError):
        return BadInput("what was typed holds bytes that are not text")
    if isinstance(error, OverflowError) and "SQLite INTEGER" in str(error):
        return BadInput("a number is too large for the library; give a smaller one")
    if type(error).__module__.partition(".")[0] in _DRIVERS:
        return storage_error(error, location)
    return None


def storage_error(error: Exception, location: Location) -> StorageError:
    """Return the error to show instead of the driver's own."""
    said = str(getattr(error, "orig", None) or error)
    for fragment, sentence in _SENTENCES:
        if fragment in said.lower():
            kind = DamagedLibrary if sentence.startswith("is damaged") else StorageError
            return kind(f"the library {location} {sentence}")
    return StorageError(f"the library {location} failed: {_unquoted(error, said, location)}")


def _unquoted(error: Exception, said: str, location: Location) -> str:
    """Return the first line that a driver said, without the values it repeats.

    A value may be a part of the password, if the URL was split where it was not meant to be.
    """
    first_line = said.splitlines()[0] if said else type(error).__name__
    if location.url is None:
        return first_line
    return re.sub(r"\"[^\"]*\"|'[^']*'", '"…"', masked(first_line, location.url))
