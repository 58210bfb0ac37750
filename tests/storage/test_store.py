"""The one door: questions, snapshots and transactions, the same on both databases."""

import sys
from pathlib import Path
from threading import Event

import pytest

from recall.errors import BadInput, StorageError
from recall.storage.actions import begin
from recall.storage.database import rows
from recall.storage.database.connections import patience
from recall.storage.database.connections.connection import Connection
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.failures import ONLY_LOOKED
from recall.storage.database.location import locate
from recall.storage.database.version import NoLibrary
from recall.storage.store import Store, give_up
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY, make_library

Row = dict[str, object]


@pytest.fixture
def kept_connections() -> None:
    """Connect as recall does."""


COUNT = "SELECT count(*) FROM parameters"
ROW: Row = {"model": "FSRS-6", "weights": "[]", "created_at": "2026-03-02T00:00:00Z"}


def count(store: Store) -> int:
    ((number,),) = store.rows(COUNT)
    return int(number)


def add(store: Store) -> None:
    with store.transaction() as connection:
        rows.add(connection, "parameters", [ROW])


def write(connection: Connection, *new: Row, then: Exception | None = None) -> None:
    rows.add(connection, "parameters", new)
    if then is not None:
        raise then


def test_a_question_takes_parameters_by_name(library: Context) -> None:
    found = library.store.rows("SELECT title FROM resource WHERE id = :id", {"id": 2})
    assert found == [("Resource 2",)]


def test_a_value_is_never_part_of_the_question(library: Context) -> None:
    hostile = "x' OR '1'='1"
    assert library.store.rows("SELECT id FROM resource WHERE title = :t", {"t": hostile}) == []


def test_a_wrong_question_is_a_storage_error(library: Context) -> None:
    with pytest.raises(StorageError):
        library.store.rows("SELECT nonsense FROM resource")
    assert count(library.store) == 1


def test_bytes_that_are_not_text_are_refused(library: Context) -> None:
    with pytest.raises(BadInput):
        library.store.rows("SELECT id FROM resource WHERE title = :t", {"t": "\udcff"})


def test_the_reading_door_does_not_write(library: Context) -> None:
    with pytest.raises(StorageError):
        library.store.rows("UPDATE resource SET title = 'x'")


def test_what_is_written_is_read_at_once(library: Context) -> None:
    assert count(library.store) == 1
    add(library.store)
    assert count(library.store) == 2


def test_what_another_process_writes_is_read_at_once(library: Context, library_url: str) -> None:
    assert count(library.store) == 1
    with Store(library_url) as other:
        add(other)
    assert count(library.store) == 2


def test_a_snapshot_shows_one_state_whatever_is_written_meanwhile(
    library: Context, library_url: str
) -> None:
    # One writer of SQLite's default journal waits for readers, so the other one gives up.
    with Store(library_url, timeout=0.05) as other, library.store.snapshot():
        assert count(library.store) == 1
        try:
            add(other)
        except StorageError:
            assert library.store.location.path is not None
        assert count(library.store) == 1
    if library.store.location.path is None:
        assert count(library.store) == 2


def test_a_snapshot_ends_with_an_error_too(library: Context) -> None:
    with pytest.raises(KeyError), library.store.snapshot():
        raise KeyError
    add(library.store)
    assert count(library.store) == 2


def test_a_transaction_that_fails_leaves_nothing(library: Context) -> None:
    with pytest.raises(KeyError), library.store.transaction() as connection:
        write(connection, ROW, then=KeyError())
    assert count(library.store) == 1


def test_a_transaction_that_the_database_refuses_leaves_nothing(library: Context) -> None:
    with pytest.raises(StorageError), library.store.transaction() as connection:
        write(connection, ROW, ROW | {"id": 1})
    assert count(library.store) == 1


def test_a_row_that_points_nowhere_is_refused(library: Context) -> None:
    row = {"resource_id": 999, "list_id": 1, "ordinal": 0, "section": "", "title": ""}
    with pytest.raises(StorageError), library.store.transaction() as connection:
        rows.add(connection, "place", [row])


def test_a_store_inside_a_transaction_is_part_of_it(library: Context, library_url: str) -> None:
    with pytest.raises(IndexError), library.store.transaction() as connection:
        write_inside(Store(library_url, inside=connection), then=IndexError())
    assert count(library.store) == 1


def write_inside(inside: Store, then: Exception) -> None:
    add(inside)
    with pytest.raises(KeyError), inside.transaction() as nested:
        write(nested, ROW, then=KeyError())
    inside.close()
    assert count(inside) == 2
    raise then


def test_a_closed_store_opens_again_when_it_is_asked(library: Context) -> None:
    add(library.store)
    library.store.close()
    library.store.close()
    assert count(library.store) == 2
    add(library.store)


def test_a_library_that_is_not_there_is_not_made_by_asking(database_url: str) -> None:
    with Store(database_url) as store:
        for _ in range(2):
            with pytest.raises(NoLibrary, match="recall init"):
                store.rows("SELECT 1")
        with pytest.raises(NoLibrary), store.transaction():
            pass
        with pytest.raises(NoLibrary), begin(store, "x", NOW, TODAY):
            pass


@pytest.mark.parametrize("name", ["a b%20?#&.db", "库.db", "file:x.db", "-x.db"])
def test_a_sqlite_library_under_a_strange_name_is_found(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{tmp_path / name}"
    with make_library(url).store as store:
        add(store)
        assert count(store) == 2
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with Store(f"sqlite:////{tmp_path / name}") as store:
        assert count(store) == 2


def test_options_in_the_url_are_kept(postgres_url: str) -> None:
    url = f"{postgres_url}&options=-csearch_path%3Delsewhere"
    with make_engine(locate(url), timeout=0.25).connect() as connection:
        assert connection.exec_driver_sql("SHOW search_path").scalar() == "elsewhere"
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "250ms"


def test_a_lock_timeout_in_the_url_is_kept(postgres_url: str) -> None:
    url = f"{postgres_url}&options=-clock_timeout%3D7s"
    with make_engine(locate(url), timeout=0.25).connect() as connection:
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "7s"


def test_without_its_driver_postgresql_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageError, match=r"recall-reading\[postgres\]"):
        Store("postgresql://a@host/name").rows("SELECT 1")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://a@127.0.0.1:1/name", "cannot be reached"),
        ("postgresql://a@/name?host=/nowhere", "cannot be reached"),
    ],
)
def test_a_server_that_does_not_answer_is_named(url: str, said: str) -> None:
    with pytest.raises(StorageError, match=said) as error:
        Store(url).rows("SELECT 1")
    assert "\n" not in str(error.value)


def test_a_database_that_is_not_on_the_server_is_named(postgres_url: str) -> None:
    url = postgres_url.replace("/test_", "/none_")
    with pytest.raises(StorageError, match="create the database first"):
        Store(url).rows("SELECT 1")


def test_a_user_whom_the_server_does_not_know_is_told(postgres_url: str) -> None:
    with pytest.raises(StorageError, match="does not know this user"):
        Store(postgres_url.replace("postgres@", "stranger@")).rows("SELECT 1")


def test_two_actions_at_once_wait_for_each_other(library: Context, library_url: str) -> None:
    with Store(library_url, timeout=0.1) as other:
        with (
            begin(library.store, "x", NOW, TODAY),
            pytest.raises(StorageError, match="in use"),
            begin(other, "y", NOW, TODAY),
        ):
            pytest.fail("two at once")
        with begin(other, "y", NOW, TODAY):
            pass


def test_a_sqlite_transaction_holds_the_library_before_it_writes(sqlite_library_url: str) -> None:
    """What it reads first is then still true when it writes."""
    with (
        Store(sqlite_library_url) as store,
        Store(sqlite_library_url, timeout=0.05) as other,
        store.transaction(),
        pytest.raises(StorageError, match="in use"),
    ):
        add(other)


def test_who_only_looks_is_told_nothing_of_changes(library: Context) -> None:
    assert library.store.for_looking().standing() == ONLY_LOOKED


def test_a_process_that_ends_waits_for_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_ending", Event())
    waiting = patience.Patience(60)
    waiting.begin()
    assert not waiting.is_over()
    give_up()
    assert waiting.is_over()
