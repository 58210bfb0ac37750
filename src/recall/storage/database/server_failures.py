"""What a PostgreSQL server's error means to a person, whatever language the server speaks.

A server sends a code with each error, the SQLSTATE. The driver does not pass it on if there is no
connection yet: then the server's own words count, and are told if they are unknown.
"""

import re

import psycopg

from recall.storage.database.connections.patient import NoConnection, SilentServer
from recall.storage.database.failures import (
    AGAINST_RULES,
    DONE_BEFORE,
    IN_USE,
    NO_COLUMN,
    NO_TABLE,
)

_CUT_OFF = "was cut off in the middle"
_AGAIN = "again"
"""The remedy of an error that may go away; whether anything was stored is said apart."""

_NOT_NOW = "is just being started or stopped on its server; try again in a moment"
_NO_ROOM = "has no connection left on its server; try again in a moment"
_LOCKED_OUT = "does not let this user in; check RECALL_DATABASE_URL, or ask who runs the server"
_PASSWORD = "refused the password; check RECALL_DATABASE_URL"  # noqa: S105 - a sentence
_NO_DATABASE = "does not exist on the server; create the database first"
_NO_RIGHT = "does not give this user the rights that this needs; ask who runs the server"
_UNREACHABLE = "cannot be reached; is the server running, and its address right?"
_BAD_OPTION = "cannot be opened: its URL has an option that is not one; check RECALL_DATABASE_URL"
_NO_PASSWORD = "wants a password; put it into RECALL_DATABASE_URL"  # noqa: S105 - a sentence
_DAMAGED = "is damaged on its server; ask who runs it, or restore a backup"

_BY_CODE = {
    "22001": "refused a text that is too long; give a shorter one",
    "22003": "refused a number that is too large; give a smaller one",
    "22007": "refused a date that it cannot hold; give another one",
    "22008": "refused a date that it cannot hold; give another one",
    "25006": "cannot be written to: its server only lets it be read",
    "28P01": _PASSWORD,
    "3D000": _NO_DATABASE,
    "40001": IN_USE,
    "40P01": IN_USE,
    "42501": _NO_RIGHT,
    "42703": NO_COLUMN,
    "42P01": NO_TABLE,
    "53100": "could not be written: the server's disk is full; free some space",
    "53300": _NO_ROOM,
    "55P03": IN_USE,
    "57014": f"took longer than its server allows; {_AGAIN}",
    "57P03": _NOT_NOW,
    "58030": "could not be written: the server's disk reports an error",
}
"""By the five letters of https://www.postgresql.org/docs/current/errcodes-appendix.html."""

_BY_CLASS = {
    "23": AGAINST_RULES,
    "28": _LOCKED_OUT,
    "53": "could not be written: its server has no memory or room left; try again later",
    "XX": _DAMAGED,
}
"""By the first two letters, which are those of a class of errors."""

_CUT_OFF_CODES = ("08", "57P0", "25P03")

_IN_ENGLISH = (
    ("password authentication failed", _PASSWORD),
    ("connection slots are reserved", _NO_ROOM),
    ("too many", _NO_ROOM),
    ("is not permitted to log in", _LOCKED_OUT),
    ("no pg_hba.conf entry", _LOCKED_OUT),
    ("authentication failed", _LOCKED_OUT),
    ("permission denied", _LOCKED_OUT),
    ("the database system is", _NOT_NOW),
    ('role "', "does not know this user; check RECALL_DATABASE_URL"),
    ('database "', _NO_DATABASE),
)
"""What servers say that refuse a connection, if they speak English."""

_OF_THE_DRIVER = (("no password supplied", _NO_PASSWORD), ("invalid", _BAD_OPTION))

_SERVER_SAYS = re.compile(r": +\w+:  (.+)")
"""The server's words in the driver's: they stand behind their weight, as `FATAL:  no such role`."""

_LONGEST_WORDS = 200


def sentence_of_server(error: BaseException, standing: str) -> str | None:
    """Return the sentence about a library after an error, without the library's name.

    None if it is no error of the driver. standing: what is to be said of changes, one of those in
    `failures`.
    """
    if not isinstance(error, psycopg.Error):
        return None
    problem, remedy = _problem(error)
    if standing == DONE_BEFORE:
        return f"{problem}; {DONE_BEFORE}"
    return f"{problem}; {standing if remedy == _AGAIN else remedy}".removesuffix("; ")


def _problem(error: psycopg.Error) -> tuple[str, str]:
    """Return what is wrong, and what to do, which may be empty."""
    if isinstance(error, SilentServer):
        return f"has not answered for {error.limit:g} seconds", _AGAIN
    if isinstance(error, NoConnection):
        return _halves(_without_connection(error))
    if error.sqlstate is not None:
        return _halves(_by_code(error, error.sqlstate))
    if isinstance(error, psycopg.OperationalError):
        return _CUT_OFF, _AGAIN
    if "NUL" in str(error):
        return "refused a text that holds a NUL character", "leave it out"
    return f"failed: {_words(error)}", ""


def _by_code(error: psycopg.Error, code: str) -> str:
    known = _BY_CODE.get(code) or _BY_CLASS.get(code[:2])
    if known is None and code.startswith(_CUT_OFF_CODES):
        return f"{_CUT_OFF}; {_AGAIN}"
    return known or f"failed: {_words(error)} ({code})"


def _without_connection(error: NoConnection) -> str:
    if not error.is_of_server:
        return _BAD_OPTION
    said = _SERVER_SAYS.search(str(error))
    if said is None:
        known = [words for fragment, words in _OF_THE_DRIVER if fragment in str(error)]
        return known[0] if known else _UNREACHABLE
    for fragment, words in _IN_ENGLISH:
        if fragment in said[1]:
            return words
    return f"does not let recall in, and its server says: {said[1][:_LONGEST_WORDS]}"


def _halves(words: str) -> tuple[str, str]:
    problem, _, remedy = words.partition("; ")
    return problem, remedy


def _words(error: psycopg.Error) -> str:
    said = error.diag.message_primary or str(error)
    return said.splitlines()[0][:_LONGEST_WORDS] if said else type(error).__name__
