"""What a PostgreSQL server refuses becomes one line for a person, whatever language it speaks."""

import psycopg
import pytest
from psycopg import errors

from recall.storage.database.connections.committing import MaybeDone
from recall.storage.database.connections.patient import NoConnection, SilentServer
from recall.storage.database.failures import DONE_BEFORE, NOTHING_DONE, ONLY_LOOKED, translation
from recall.storage.database.location import locate

HERE = locate("postgresql://alice:s3cret@example.org/lib")

GERMAN = "ein Satz, den hier niemand kennt"

BY_CODE = {
    "08006": "was cut off in the middle; nothing was changed, try again",
    "22001": "refused a text that is too long",
    "22003": "refused a number that is too large",
    "22008": "refused a date",
    "23502": "refused a row that contradicts others",
    "25006": "its server only lets it be read",
    "25P03": "was cut off in the middle",
    "28000": "does not let this user in",
    "28P01": "refused the password",
    "3D000": "create the database first",
    "40001": "is in use by another process; try again in a moment",
    "40P01": "is in use by another process",
    "42501": "does not give this user the rights",
    "42703": "a column is missing",
    "42P01": "a table is missing",
    "53100": "the server's disk is full",
    "53200": "no memory or room left",
    "53300": "has no connection left on its server",
    "55P03": "is in use by another process",
    "57014": "took longer than its server allows; nothing was changed",
    "57P01": "was cut off in the middle",
    "57P03": "is just being started or stopped",
    "58030": "the server's disk reports an error",
    "XX001": "is damaged on its server",
    "22012": f"failed: {GERMAN} (22012)",
}


def told(error: Exception, standing: str = NOTHING_DONE) -> str:
    """Return what a person is told; it names the library and never the password."""
    sentence = translation(error, HERE, standing)
    assert sentence is not None
    assert sentence.exit_code == 5
    words = str(sentence)
    assert words.startswith("the library postgresql://example.org/lib ")
    assert "s3cret" not in words
    assert "\n" not in words
    return words


@pytest.mark.parametrize(("code", "words"), BY_CODE.items())
def test_the_code_of_an_error_counts_and_not_its_language(code: str, words: str) -> None:
    assert words in told(errors.lookup(code)(GERMAN))


REFUSED = {
    'FATAL:  password authentication failed for user "alice"': "refused the password",
    'FATAL:  role "alice" does not exist': "does not know this user",
    'FATAL:  role "alice" is not permitted to log in': "does not let this user in",
    'FATAL:  no pg_hba.conf entry for host "::1"': "does not let this user in",
    'FATAL:  too many connections for role "alice"': "has no connection left",
    'FATAL:  too many connections for database "lib"': "has no connection left",
    "FATAL:  sorry, too many clients already": "has no connection left",
    "FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute": (
        "has no connection left"
    ),
    'FATAL:  permission denied for database "lib"': "does not let this user in",
    'FATAL:  database "lib" does not exist': "create the database first",
    "FATAL:  the database system is starting up": "is just being started",
    "FATAL:  Rolle »alice« existiert nicht": "its server says: Rolle »alice« existiert nicht",
    "Connection refused\n\tIs the server running on that host?": "cannot be reached",
    "Connection timed out": "cannot be reached",
    "server closed the connection unexpectedly\n\tThis probably means": "cannot be reached",
    'invalid sslmode value: "s3cret"': "its URL has an option that is not one",
    "fe_sendauth: no password supplied": "wants a password; put it into RECALL_DATABASE_URL",
}


@pytest.mark.parametrize(("said", "words"), REFUSED.items())
def test_why_there_is_no_connection(said: str, words: str) -> None:
    whole = f'connection failed: connection to server at "example.org", port 5432 failed: {said}'
    assert words in told(NoConnection(psycopg.OperationalError(whole)))


def test_an_option_that_is_none_is_not_repeated() -> None:
    error = NoConnection(psycopg.ProgrammingError('invalid connection option "s3cret"'))
    assert "its URL has an option that is not one; check RECALL_DATABASE_URL" in told(error)


def test_other_errors_of_the_driver() -> None:
    assert "was cut off in the middle" in told(psycopg.OperationalError("the connection is closed"))
    nul = psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    assert "refused a text that holds a NUL character; leave it out" in told(nul)
    assert told(psycopg.InterfaceError("the cursor is closed")).endswith(
        "failed: the cursor is closed"
    )
    assert told(psycopg.InterfaceError()).endswith("failed: InterfaceError")
    assert "20 seconds; nothing was changed, try again" in told(SilentServer(20.0))
    assert "which may have been done: see 'recall history'" in told(MaybeDone())


def test_what_was_done_before_is_not_denied() -> None:
    for error in (SilentServer(20.0), psycopg.OperationalError("closed"), errors.lookup("23502")()):
        words = told(error, DONE_BEFORE)
        assert words.endswith("; what was done before is kept, and 'recall history' shows it")
        assert "nothing was changed" not in words


def test_who_only_looks_is_told_nothing_of_changes() -> None:
    """A page that is shown after a change was asked for by a request of its own."""
    assert told(SilentServer(15.0), ONLY_LOOKED).endswith("for 15 seconds; try again")


def test_an_error_of_a_library_on_a_server_that_no_driver_raised() -> None:
    assert translation(KeyError("a"), HERE) is None
