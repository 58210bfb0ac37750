"""What is not a library of this program's is refused, with the remedy, and left alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.storage.database.version import HEAD, NoLibrary, OldLibrary
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.databases import postgres
from testing.libraries.factories import make_library


def sql(*statements: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return run


def broken_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (sql("PRAGMA user_version = 999"), "newer recall .*update recall"),
    "older": (sql("PRAGMA user_version = 0"), "recall db upgrade"),
    "of another program": (sql("PRAGMA application_id = 7"), "not a recall library"),
    "unmarked, with tables": (sql("PRAGMA application_id = 0"), "not a recall library"),
    "text": (lambda path: path.write_text("# my notes\n" * 99), "not a recall library"),
    "short text": (lambda path: path.write_text("x"), "not a recall library"),
    "broken": (broken_pages, "is damaged; 'recall restore FILE'"),
    "cut off": (cut, "is damaged; 'recall restore FILE'"),
    "without a table": (sql("DROP TABLE place", "DROP TABLE resource"), "a table is missing"),
    "a folder": (folder, "cannot be opened"),
    "empty": (lambda path: path.write_bytes(b""), "is damaged: the file is empty"),
    "gone": (Path.unlink, "recall init"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_cannot_be_used_is_refused_and_left_alone(
    sqlite_library_url: str, what: str
) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    damage, said = REFUSED[what]
    damage(path)
    before = contents(path)
    with Store(sqlite_library_url) as store:
        for ask in (read, write):
            with pytest.raises(StorageError, match=said) as error:
                ask(store)
            assert error.value.exit_code == 5
            assert "\n" not in str(error.value)
            assert str(path) in str(error.value)
    assert contents(path) == before


@pytest.mark.parametrize(
    "what", ["newer", "of another program", "text", "short text", "a folder", "empty"]
)
def test_no_library_is_made_over_a_file_that_is_something_else(
    sqlite_library_url: str, what: str
) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    REFUSED[what][0](path)
    before = contents(path)
    with pytest.raises(StorageError):
        make_library(sqlite_library_url)
    assert contents(path) == before


OTHERS = {
    "of another program": ("CREATE TABLE blog (id integer)", "another program's"),
    "of another program with Alembic": (
        "CREATE TABLE alembic_version (version_num text); "
        "INSERT INTO alembic_version VALUES ('0001')",
        "another program's",
    ),
    "with a revision of another kind": (
        "CREATE TABLE reading_list (id integer); CREATE TABLE alembic_version (version_num text); "
        "INSERT INTO alembic_version VALUES ('ae1027a6acf²')",
        "another program's",
    ),
    "without a revision": (
        "CREATE TABLE reading_list (id integer); CREATE TABLE alembic_version (version_num text)",
        "another program's",
    ),
    "empty": ("SELECT 1", "recall init"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_a_postgresql_database_that_is_not_ours_is_refused(postgres_url: str, what: str) -> None:
    statements, said = OTHERS[what]
    postgres.run(postgres_url, statements)
    with Store(postgres_url) as store:
        for ask in (read, write):
            with pytest.raises(StorageError, match=said):
                ask(store)
    if what != "empty":
        with pytest.raises(StorageError, match=said):
            make_library(postgres_url)


@pytest.mark.parametrize(("number", "kind"), [("0999", StorageError), ("0000", OldLibrary)])
def test_a_postgresql_library_of_another_version_is_refused(
    postgres_library_url: str, number: str, kind: type[StorageError]
) -> None:
    change = "UPDATE alembic_version SET version_num ="
    postgres.run(postgres_library_url, f"{change} '{number}'")
    try:
        with Store(postgres_library_url) as store, pytest.raises(kind, match=r"newer|db upgrade"):
            read(store)
    finally:
        postgres.run(postgres_library_url, f"{change} '{HEAD:04d}'")


def test_there_is_no_library_where_the_folder_is_missing(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/none/library.db") as store, pytest.raises(NoLibrary):
        read(store)
    assert not (tmp_path / "none").exists()


def test_a_table_that_went_missing_is_damage(library: Context) -> None:
    with pytest.raises(StorageError, match="a table is missing"):
        library.store.rows("SELECT 1 FROM nowhere")


def read(store: Store) -> None:
    store.rows("SELECT r.id, p.id FROM resource r JOIN place p ON p.resource_id = r.id")


def write(store: Store) -> None:
    with store.transaction() as connection:
        connection.execute("UPDATE resource SET title = 'x'")
        connection.execute("UPDATE place SET title = 'x'")


def contents(path: Path) -> object:
    return path.read_bytes() if path.is_file() else path.is_dir()


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1", "EUC_CN"])
def test_a_database_that_cannot_hold_every_text_is_refused(
    postgres_server: postgres.Server, encoding: str
) -> None:
    admin, name = postgres_server.url("postgres"), f"in_{encoding.lower()}"
    how = f"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    postgres.run(admin, f"CREATE DATABASE {name} {how}")
    url = postgres_server.url(name)
    with Store(url) as store, pytest.raises(StorageError, match=f"as {encoding}, .*UTF8"):
        store.check()
    with pytest.raises(StorageError, match=f"as {encoding}, .*UTF8"):
        make_library(url)
    postgres.run(admin, f"DROP DATABASE {name} WITH (FORCE)")
