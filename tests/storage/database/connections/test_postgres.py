"""A connection to a server: views in place of tables, and a server that ends the connection."""

import psycopg
import pytest

from recall.errors import StorageError
from recall.storage.database.connections.postgres import fate_engine
from recall.storage.store import Store
from recall.usecases.context import Context

WITHOUT_2 = {"resource": 'SELECT * FROM "resource" WHERE id <> 2'}

NUMBERS = "SELECT id FROM resource ORDER BY id"


@pytest.fixture
def kept_connections() -> None:
    """Connect as recall does."""


def end_connection(store: Store) -> None:
    """End the server's side of the connection that reads."""
    ((number,),) = store.rows("SELECT pg_backend_pid()")
    address = str(store.location.url).replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (number,))


def test_questions_see_views_and_what_writes_sees_the_tables(postgres_library: Context) -> None:
    store = postgres_library.store
    store.set_aside(WITHOUT_2)
    assert (2,) not in store.rows(NUMBERS)
    with store.transaction() as connection:
        assert (2,) not in connection.rows(NUMBERS)
        assert (2,) in connection.stored_rows(NUMBERS)
        assert connection.execute("UPDATE resource SET note = 'seen' WHERE id = 2") == 1
        many = [{"note": "one", "id": 1}, {"note": "two", "id": 2}]
        connection.execute_many("UPDATE resource SET note = :note WHERE id = :id", many)
        connection.run("UPDATE resource SET note = ':no value' WHERE id = 3")
        added = "INSERT INTO pause (first) VALUES ('2026-01-01') RETURNING id"
        assert len(connection.rows(added)) == 1
        assert (2,) not in connection.rows(NUMBERS)
    with Store(str(store.location.url).replace("+psycopg", "")) as sound:
        notes = sound.rows("SELECT note FROM resource WHERE id IN (2, 3) ORDER BY id")
        assert notes == [("two",), (":no value",)]


def test_a_question_is_asked_again_if_the_server_has_ended_the_connection(
    postgres_library: Context,
) -> None:
    store = postgres_library.store
    store.set_aside(WITHOUT_2)
    before = store.rows(NUMBERS)
    end_connection(store)
    assert store.rows(NUMBERS) == before


def test_a_snapshot_is_not_taken_up_on_another_connection(postgres_library: Context) -> None:
    store = postgres_library.store
    before = store.rows(NUMBERS)
    with pytest.raises(StorageError, match="was cut off"):
        _ask_a_lost_snapshot(store)
    assert store.rows(NUMBERS) == before


def _ask_a_lost_snapshot(store: Store) -> None:
    with store.snapshot():
        end_connection(store)
        store.rows(NUMBERS)


def test_the_outcome_of_a_transaction_is_asked_on_an_engine_of_its_own(
    postgres_library: Context,
) -> None:
    with fate_engine(postgres_library.store.location).connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
