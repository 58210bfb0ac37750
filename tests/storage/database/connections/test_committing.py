"""A commit is done or not, and recall knows which, also if the server's answer is lost."""

from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from recall.storage.database.connections.committing import (
    MaybeDone,
    _is_done,
    _Mark,
    committed,
    connected,
)
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.connections.patience import Patience
from recall.storage.database.location import locate
from testing.databases import postgres
from testing.databases.lost_answers import before_commit, commit_and_end, end


@pytest.fixture
def engine(postgres_url: str) -> Engine:
    postgres.run(postgres_url, "CREATE TABLE kept (word text UNIQUE DEFERRABLE INITIALLY DEFERRED)")
    return make_engine(locate(postgres_url), timeout=5)


def add(engine: Engine, others: Callable[[], Engine] | None = None, *words: str | None) -> None:
    with committed(engine, others or (lambda: engine)) as connection:
        for word in words or ("new",):
            if word is None:
                raise TypeError
            connection.exec_driver_sql("INSERT INTO kept VALUES (%s)", (word,))


def kept(engine: Engine) -> list[str]:
    with connected(engine) as connection:
        return [word for (word,) in connection.exec_driver_sql("SELECT word FROM kept")]


def test_what_is_committed_is_kept(engine: Engine) -> None:
    add(engine)
    assert kept(engine) == ["new"]


def test_an_error_inside_is_raised_and_nothing_is_kept(engine: Engine) -> None:
    with pytest.raises(TypeError):
        add(engine, nobody, "new", None)
    assert kept(engine) == []


def test_an_error_inside_is_not_hidden_by_that_of_a_lost_connection(engine: Engine) -> None:
    with pytest.raises(KeyError):
        fail_and_lose_the_server(engine)
    assert kept(engine) == []


def fail_and_lose_the_server(engine: Engine) -> None:
    with committed(engine, nobody) as connection:
        connection.exec_driver_sql("INSERT INTO kept VALUES ('new')")
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        end(driver)
        raise KeyError


def test_a_commit_whose_answer_is_lost_was_done(engine: Engine) -> None:
    with before_commit(commit_and_end):
        add(engine)
    assert kept(engine) == ["new"]


def test_a_commit_that_did_not_arrive_was_not_done(engine: Engine) -> None:
    with before_commit(end), pytest.raises(DBAPIError):
        add(engine)
    assert kept(engine) == []


def test_a_transaction_that_wrote_nothing_is_not_looked_for(engine: Engine) -> None:
    with (
        before_commit(end),
        pytest.raises(DBAPIError),
        committed(engine, nobody) as connection,
    ):
        connection.exec_driver_sql("SELECT word FROM kept")


def test_a_commit_that_is_refused_was_not_done(engine: Engine) -> None:
    with pytest.raises(DBAPIError, match="unique"):
        add(engine, nobody, "same", "same")
    assert kept(engine) == []


def nobody() -> Engine:
    raise AssertionError("nobody is to be asked")


def test_a_commit_of_which_nothing_can_be_learned_may_have_been_done(engine: Engine) -> None:
    away = make_engine(locate("postgresql://a@127.0.0.1:1/b"), timeout=5)
    with before_commit(commit_and_end), pytest.raises(MaybeDone):
        add(engine, lambda: away)


def test_a_transaction_that_the_server_has_forgotten_may_have_been_done(engine: Engine) -> None:
    with pytest.raises(MaybeDone):
        _is_done(engine, _Mark(2**40, 1), KeyError())


def test_a_transaction_that_still_waits_for_its_commit_is_ended(
    engine: Engine, postgres_url: str
) -> None:
    """Its locks go too, so that nobody else waits for them."""
    with psycopg.connect(postgres_url) as waiting:
        waiting.execute("INSERT INTO kept VALUES ('new')")
        found = waiting.execute("SELECT txid_current(), pg_backend_pid()").fetchone()
        assert found is not None
        assert not _is_done(engine, _Mark(*found), KeyError())
        with pytest.raises(psycopg.OperationalError):
            waiting.execute("SELECT 1")
        waiting.close()
    assert kept(engine) == []


def test_the_process_of_a_server_that_was_given_up_is_ended(postgres_url: str) -> None:
    """It may wait for the rest of a question, and holds its locks until then."""
    impatient = make_engine(locate(postgres_url), timeout=5, patience=Patience(0.3))
    others = make_engine(locate(postgres_url), timeout=5)
    with pytest.raises(DBAPIError, match="not answered"):
        wait_for_an_answer(impatient, lambda: others)
    with connected(others) as connection:
        found = connection.exec_driver_sql(SLEEPING)
        assert found.scalar_one() == 0


SLEEPING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%%pg_sleep%%' AND pid <> pg_backend_pid()
"""


def wait_for_an_answer(engine: Engine, others: Callable[[], Engine]) -> None:
    with committed(engine, others) as connection:
        connection.exec_driver_sql("SELECT pg_sleep(20)")
