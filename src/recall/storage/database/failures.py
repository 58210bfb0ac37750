"""Turns a database's error into a sentence for a person."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from recall.errors import BadInput, DamagedLibrary, NotALibrary, RecallError, StorageError
from recall.masking import masked
from recall.storage.database.location import Location

_DRIVERS = ("sqlite3", "sqlalchemy", "psycopg", "alembic")

IN_USE = "is in use by another process; try again in a moment"
AGAINST_RULES = "refused a row that contradicts others; nothing was changed"
_BRING_BACK = "'recall restore FILE' brings a backup back"
NO_TABLE = f"is damaged: a table is missing; {_BRING_BACK}"
NO_COLUMN = f"is damaged: a column is missing; {_BRING_BACK}"

NOTHING_DONE = "nothing was changed, try again"
DONE_BEFORE = "what was done before is kept, and 'recall history' shows it"
ONLY_LOOKED = "try again"
"""What an error says of changes when a conversation ends: none was stored, one was, or none was
meant, as after a change that another request has made."""

_DAMAGED = f"is damaged; {_BRING_BACK}, and 'sqlite3 .recover' copies what is left"
_BAD_VALUE = "is damaged: it holds what cannot be read; 'recall doctor' names it"

_NOT_RECALLS = "is not a recall library; check RECALL_DATABASE_URL"

_SENTENCES = (
    ("database is locked", IN_USE),
    ("readonly database", "cannot be written to; check its permissions and its disk"),
    ("database or disk is full", "could not be written: the disk is full; free some space"),
    ("disk i/o error", "could not be written: the disk reports an error or is full"),
    ("file is not a database", _NOT_RECALLS),
    ("malformed", _DAMAGED),
    ("interrupted", f"is damaged: an index leads in a circle; {_BRING_BACK}"),
    ("unable to open", "cannot be opened; check the path and its permissions"),
    ("constraint failed", AGAINST_RULES),
    ("no such table", NO_TABLE),
    ("no such column", NO_COLUMN),
    ("has no column", NO_COLUMN),
    ("date too ", _BAD_VALUE),
    ("can't locate revision", "is of a version that this program does not know; update recall"),
)


@contextmanager
def translated(location: Location, standing: str = NOTHING_DONE) -> Iterator[None]:
    """Turn a driver's errors inside the with block into StorageError; let others pass.

    standing: what is to be said of changes.
    """
    try:
        yield
    except Exception as error:
        told = translation(error, location, standing)
        if told is None:
            raise
        raise told from error


def translation(
    error: Exception, location: Location, standing: str = NOTHING_DONE
) -> RecallError | None:
    """Return what a person is told of an error; None for one that no database raised."""
    if isinstance(error, UnicodeDecodeError):  # of what SQLite says of a damaged file
        return DamagedLibrary(f"the library {location} {_DAMAGED}")
    if isinstance(error, UnicodeEncodeError):
        return BadInput("what was typed holds bytes that are not text")
    if isinstance(error, OverflowError) and "SQLite INTEGER" in str(error):
        return BadInput("a number is too large for the library; give a smaller one")
    if location.path is None:
        from recall.storage.database.connections.committing import MaybeDone

        if isinstance(error, MaybeDone):
            return StorageError(
                f"the library {location} was cut off while it stored this, which may have been "
                "done: see 'recall history'"
            )
    if any(kind.__module__.partition(".")[0] in _DRIVERS for kind in type(error).__mro__):
        return storage_error(error, location, standing)
    return None


def storage_error(
    error: Exception, location: Location, standing: str = NOTHING_DONE
) -> StorageError:
    """Return the error to show instead of the driver's own."""
    cause = getattr(error, "orig", None) or error
    if location.path is None:
        from recall.storage.database.server_failures import sentence_of_server

        words = sentence_of_server(cause, standing)
        if words:
            return StorageError(f"the library {location} {masked(words, str(location.url))}")
    said = str(cause)
    for fragment, words in _SENTENCES:
        if fragment in said.lower():
            return _kind(words)(f"the library {location} {words}")
    return StorageError(f"the library {location} failed: {_unquoted(error, said, location)}")


def _kind(words: str) -> type[StorageError]:
    if words == _NOT_RECALLS:
        return NotALibrary
    return DamagedLibrary if words.startswith("is damaged") else StorageError


def _unquoted(error: Exception, said: str, location: Location) -> str:
    """Return the first line that a driver said, without the values it repeats.

    A value may be a part of the password, if the URL was split where it was not meant to be.
    """
    first_line = said.splitlines()[0] if said else type(error).__name__
    if location.url is None:
        return first_line
    return re.sub(r"\"[^\"]*\"|'[^']*'", '"…"', masked(first_line, location.url))
