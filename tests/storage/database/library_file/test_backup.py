"""Copies: consistent whatever is being written, whole or not there."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.settings.table import Settings
from recall.storage.database.library_file import backup as copying
from recall.storage.database.library_file.backup import copy_sqlite, take_the_place
from recall.storage.database.location import Location
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.upkeep.backups import backup
from testing.databases.tables import dump
from testing.libraries.factories import NOW


@pytest.fixture
def path(sqlite_library_url: str) -> Path:
    return Path(sqlite_library_url.removeprefix("sqlite:///"))


@contextmanager
def context(path: Path) -> Iterator[Context]:
    with Store(f"sqlite:///{path}") as store:
        yield Context(store, Settings(), NOW)


def state(path: Path) -> object:
    with Store(f"sqlite:///{path}") as store:
        return dump(store)


def test_a_copy_is_the_same_library(path: Path, tmp_path: Path) -> None:
    copy_sqlite(path, tmp_path / "copy.db")
    assert state(tmp_path / "copy.db") == state(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.db", "library.db"]


def test_a_copy_takes_the_place_of_an_older_one(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"old")
    copy_sqlite(path, tmp_path / "copy.db")
    assert state(tmp_path / "copy.db") == state(path)


def test_a_damaged_library_does_not_take_the_place_of_a_good_copy(
    path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy_sqlite(path, copy)
    good = copy.read_bytes()
    pages = bytearray(path.read_bytes())
    pages[2 * 4096 :] = b"\x5a" * (len(pages) - 2 * 4096)
    path.write_bytes(pages)
    with pytest.raises(StorageError, match="is damaged"):
        copy_sqlite(path, copy)
    assert copy.read_bytes() == good


def test_a_copy_is_as_private_as_the_library(path: Path, tmp_path: Path) -> None:
    path.chmod(0o600)
    copy_sqlite(path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode == path.stat().st_mode


def test_a_copy_made_while_another_connection_writes_is_consistent(
    path: Path, tmp_path: Path
) -> None:
    """Each transaction gives all places one title; a copy with two of them would be torn."""
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=10)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            number = 0
            while not stop.wait(0.002):  # a writer without a pause would let nobody in
                number += 1
                connection.execute("UPDATE place SET title = ?", (str(number) * 2000,))
                connection.commit()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(6):
            copy_sqlite(path, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(6):
        with Store(f"sqlite:///{tmp_path}/{number}.db") as store:
            assert len(store.rows("SELECT DISTINCT title FROM place")) in (1, 6)
            assert store.rows("PRAGMA integrity_check") == [("ok",)]


def test_what_is_not_committed_is_not_in_the_copy(path: Path, tmp_path: Path) -> None:
    before = state(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE place SET title = 'half'")
        copy_sqlite(path, tmp_path / "copy.db")
    assert state(tmp_path / "copy.db") == before


def test_a_library_held_by_another_process_is_not_waited_for_for_ever(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy.db").write_bytes(b"old")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="in use"):
            copy_sqlite(path, tmp_path / "copy.db", timeout=0.05)
    assert (tmp_path / "copy.db").read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.db", "library.db"]


def test_a_copy_to_a_folder_that_is_not_there_is_told(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "none" / "copy.db"
    with pytest.raises(StorageError, match=f"the copy {target} cannot be written: No such file"):
        copy_sqlite(path, target)


def test_a_copy_into_a_folder_keeps_the_name(path: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with context(path) as library:
        assert backup(library, tmp_path / "folder").path == tmp_path / "folder" / "library.db"
    assert state(tmp_path / "folder" / "library.db") == state(path)


@pytest.mark.parametrize("name", ["library.db", "link.db", "hard.db", "."])
def test_a_copy_onto_the_library_itself_is_refused(path: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link.db").symlink_to(path)
    (tmp_path / "hard.db").hardlink_to(path)
    before = path.read_bytes()
    with context(path) as library, pytest.raises(StorageError, match="is the library itself"):
        backup(library, tmp_path / name)
    assert path.read_bytes() == before


def test_a_file_that_is_something_else_is_not_written_over(path: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# mine")
    with context(path) as library, pytest.raises(StorageError):
        backup(library, notes)
    assert notes.read_text() == "# mine"


def test_an_older_copy_is_written_over(path: Path, tmp_path: Path) -> None:
    with context(path) as library:
        for _ in range(2):
            backup(library, tmp_path / "copy.db")


def test_a_postgresql_library_is_not_copied_to_a_file(postgres_library_url: str) -> None:
    with Store(postgres_library_url) as store, pytest.raises(StorageError, match="pg_dump"):
        backup(Context(store, Settings(), NOW), Path("copy.db"))


def test_what_is_not_a_library_is_not_copied(tmp_path: Path) -> None:
    with context(tmp_path / "none.db") as library, pytest.raises(StorageError, match="no library"):
        backup(library, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_library_with_a_row_that_breaks_its_own_rules_is_not_copied(
    path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute("UPDATE resource SET status = 'nonsense' WHERE id = 1")
        connection.commit()
    with pytest.raises(StorageError, match="is damaged"):
        copy_sqlite(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_full_disk_is_that_of_the_copy(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    copy, place = tmp_path / "copy.db", tmp_path / "place.db"
    copy_sqlite(path, place)
    monkeypatch.setattr(copying, "_give_up_when_locked", full)
    with pytest.raises(StorageError, match=f"the copy {copy} cannot be written: No space left"):
        copy_sqlite(path, copy)
    with pytest.raises(StorageError, match=f"the library {place} cannot be made: No space left"):
        take_the_place(path, Location(str(place), None), NOW.date())
