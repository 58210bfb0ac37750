"""Turns what a database says into a sentence for a person."""

from recall.errors import StorageError
from recall.storage.location import Location

_SENTENCES = (
    ("database is locked", "is in use by another process; try again in a moment"),
    ("readonly database", "cannot be written to; check its permissions and its disk"),
    ("database or disk is full", "could not be written: the disk is full; free some space"),
    ("disk i/o error", "could not be written: the disk reports an error or is full"),
    ("file is not a database", "is not a recall library; check RECALL_DATABASE_URL"),
    ("malformed", "is damaged; restore a backup, or copy what is left with 'sqlite3 .recover'"),
    ("unable to open", "cannot be opened; check the path and its permissions"),
    ("no such table", "is damaged: a table is missing; restore a backup"),
    ("connection refused", "cannot be reached; is the server running?"),
    ("could not translate host", "cannot be reached; check the host's name"),
    ("failed to resolve host", "cannot be reached; check the host's name"),
    ("password authentication failed", "refused the password; check RECALL_DATABASE_URL"),
    ("lock timeout", "is in use by another process; try again in a moment"),
    ("does not exist", "does not exist on the server; create the database first"),
)


def storage_error(error: Exception, location: Location) -> StorageError:
    """The error a person sees in place of the driver's own."""
    said = str(getattr(error, "orig", None) or error)
    for fragment, sentence in _SENTENCES:
        if fragment in said.lower():
            return StorageError(f"the library {location} {sentence}")
    first_line = said.splitlines()[0] if said else type(error).__name__
    return StorageError(f"the library {location} failed: {first_line}")
