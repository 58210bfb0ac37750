"""A connection gives up a server that says nothing, and nothing of it stays behind."""

import socket
import time
from collections.abc import Iterator

import psycopg
import pytest

from recall.storage.database.connections import patient
from recall.storage.database.connections.patience import Patience
from recall.storage.database.connections.patient import NoConnection, SilentServer, connect


@pytest.fixture
def silent() -> Iterator[str]:
    """The URL of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"postgresql://a@127.0.0.1:{listening.getsockname()[1]}/b"


def test_a_question_that_is_not_answered_is_given_up(postgres_url: str) -> None:
    connection = connect(Patience(0.3), postgres_url)
    with pytest.raises(SilentServer, match=r"not answered for 0\.3 seconds"):
        connection.execute("SELECT pg_sleep(30)")
    assert connection.closed


def test_a_slow_answer_is_waited_for(postgres_url: str) -> None:
    with connect(Patience(5), postgres_url) as connection:
        assert connection.execute("SELECT pg_sleep(0.3), 1").fetchone() == ("", 1)


def test_a_connection_without_a_limit_is_one_of_psycopg(postgres_url: str) -> None:
    with patient.PatientConnection.connect(postgres_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_server_that_does_not_greet_is_given_up(silent: str) -> None:
    waits = Patience(0.2)
    with pytest.raises(SilentServer):
        connect(waits, silent)
    with pytest.raises(SilentServer):  # at once: it was given up
        connect(waits, silent)


def test_a_server_that_is_not_there_is_no_connection() -> None:
    with pytest.raises(NoConnection) as raised:
        connect(Patience(5), "postgresql://a@127.0.0.1:1/b")
    assert raised.value.is_of_server


def test_an_unknown_option_is_no_connection() -> None:
    with pytest.raises(NoConnection) as raised:
        connect(Patience(5), "postgresql://a@127.0.0.1:1/b?nonsense=1")
    assert not raised.value.is_of_server


@pytest.mark.parametrize("is_made", [True, False])
def test_a_connection_that_comes_too_late_is_closed(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, is_made: bool
) -> None:
    """A look-up of a name may take minutes, and cannot be ended."""
    made: list[psycopg.Connection[object] | None] = []
    real = patient.PatientConnection.connect

    def slow(*args: str) -> object:
        time.sleep(0.4)
        made.append(real(*args) if is_made else None)
        if made[0] is None:
            raise psycopg.OperationalError("no such name")
        return made[0]

    monkeypatch.setattr(patient.PatientConnection, "connect", slow)
    with pytest.raises(SilentServer):
        connect(Patience(0.1), postgres_url)
    until = time.monotonic() + 10
    while not made or (made[0] is not None and not made[0].closed):
        assert time.monotonic() < until
        time.sleep(0.01)
