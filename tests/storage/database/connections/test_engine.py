"""What a connection to PostgreSQL is told, so that a server that is gone does not hold it."""

import pytest

from recall.errors import BadInput
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.location import locate

ALIVE = {
    "keepalives": "1",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}


def told(url: str) -> dict[str, str]:
    with make_engine(locate(url), timeout=7).connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        known: dict[str, str] = driver.info.get_parameters()
        return known


@pytest.mark.parametrize(
    ("own", "changed"),
    [
        ("", {}),
        (
            "&keepalives_idle=9&tcp_user_timeout=0",
            {"keepalives_idle": "9", "tcp_user_timeout": "0"},
        ),
        ("&connect_timeout=11", {"connect_timeout": "11"}),
    ],
)
def test_a_server_that_is_gone_is_noticed_unless_the_url_says_otherwise(
    postgres_url: str, own: str, changed: dict[str, str]
) -> None:
    expected = {**ALIVE, "client_encoding": "utf8", "connect_timeout": "7", **changed}
    assert told(postgres_url + own).items() >= expected.items()


def test_a_port_that_is_none_is_refused_without_the_rest_of_the_url() -> None:
    with pytest.raises(BadInput, match="the port behind its host must be a number") as error:
        make_engine(locate("postgresql://a?b:SECRET@host:1%/lib"), timeout=7)
    assert "SECRET" not in str(error.value)


def test_the_server_lets_go_of_what_a_lost_program_holds(postgres_url: str) -> None:
    """The one that is lost cannot, and nobody else may end its transaction."""
    engine = make_engine(locate(f"{postgres_url}&options=-c%20lock_timeout%3D9"), timeout=7)
    with engine.connect() as connection:
        told = dict(connection.exec_driver_sql(SETTINGS).fetchall())
    assert told == {
        "idle_in_transaction_session_timeout": "30s",
        "lock_timeout": "9ms",
        "statement_timeout": "30s",
    }


SETTINGS = """
    SELECT name, current_setting(name) FROM pg_settings
    WHERE name IN ('idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout')
"""
