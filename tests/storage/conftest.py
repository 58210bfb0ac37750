"""A small library on each kind of database, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.config import Settings
from recall.storage import schema
from recall.storage.store import Store
from recall.usecases.context import Context
from testing import postgres
from testing.factories import NOW, catalog, entries, make_library

TABLES = list(schema.metadata.tables)


def _make(url: str) -> str:
    """Six resources of one list, the first two of them read."""
    make_library(url, catalog(*entries(6, read=2))).store.close()
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "library.db"
    _make(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Server) -> str:
    """One library for all tests, with a copy of its rows beside it."""
    url = _make(postgres_server.new_database())
    copies = [f"CREATE TABLE pristine.{table} AS TABLE public.{table};" for table in TABLES]
    postgres.run(url, f"CREATE SCHEMA pristine; {' '.join(copies)}")
    return url


@pytest.fixture
def sqlite_library_url(sqlite_template: Path, sqlite_url: str) -> str:
    shutil.copy(sqlite_template, sqlite_url.removeprefix("sqlite:///"))
    return sqlite_url


@pytest.fixture
def postgres_library_url(postgres_template: str) -> str:
    """The rows as they were at first: ten times as fast as another database."""
    fill = [
        f"INSERT INTO {table} SELECT * FROM pristine.{table}; "
        f"SELECT setval('{table}_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM {table}), false);"
        for table in TABLES
    ]
    # As a replica the server runs no triggers, and so the logs can be emptied.
    empty = f"SET session_replication_role = replica; TRUNCATE {', '.join(TABLES)};"
    postgres.run(postgres_template, f"SET lock_timeout = 5000; {empty} {' '.join(fill)}")
    return postgres_template


@pytest.fixture(params=["sqlite", "postgres"])
def library_url(request: pytest.FixtureRequest) -> str:
    """The URL of the small library."""
    url: str = request.getfixturevalue(f"{request.param}_library_url")
    return url


@pytest.fixture
def library(library_url: str) -> Iterator[Context]:
    """The small library, open."""
    with Store(library_url) as store:
        yield Context(store, Settings(), NOW)
