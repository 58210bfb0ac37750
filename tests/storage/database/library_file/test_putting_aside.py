"""A library put aside: nothing of it is lost, nothing overwritten, and no file of others moved."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.storage.database.creating import make_file
from recall.storage.database.library_file.putting_aside import put_aside, put_back, second_name
from recall.storage.database.location import Location

DAY = date(2026, 11, 29)


@pytest.fixture
def path(sqlite_library_url: str) -> Path:
    return Path(sqlite_library_url.removeprefix("sqlite:///"))


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def aside(path: Path) -> Path | None:
    return put_aside(Location(str(path), None), DAY, timeout=0.01)


def test_a_library_gets_a_name_with_the_day_that_is_not_taken(path: Path) -> None:
    before = path.read_bytes()
    path.with_name("library-2026-11-29.db").touch()
    path.with_name("library-2026-11-29-2.db-wal").touch()
    kept = aside(path)
    assert kept == path.with_name("library-2026-11-29-3.db")
    assert kept.read_bytes() == before
    assert path.samefile(kept), "until a new one takes its place"


def test_a_second_name_that_an_ended_process_gave_is_taken(path: Path) -> None:
    other = path.with_name("library-2026-11-28.db")
    other.touch()
    assert second_name(path) is None
    first = aside(path)
    assert second_name(path) == first
    assert aside(path) == first
    assert names(path) == sorted((path.name, other.name, str(first and first.name)))


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")
def test_behind_a_link_the_file_itself_is_kept(path: Path, tmp_path: Path) -> None:
    """As with a library in a synced folder: the link goes on leading to the library."""
    before = path.read_bytes()
    link = tmp_path / "linked" / "reading.db"
    link.parent.mkdir()
    link.symlink_to(path)
    kept = make_file(Location(str(link), None), lambda draft: _written(draft, b"new"), DAY).kept
    assert kept == path.with_name("library-2026-11-29.db")
    assert (kept.read_bytes(), path.read_bytes()) == (before, b"new")
    assert second_name(link) is None
    assert (names(link), link.is_symlink()) == (["reading.db"], True)


def _written(draft: Location, data: bytes) -> None:
    Path(str(draft.path)).write_bytes(data)


def test_it_can_be_put_back(path: Path) -> None:
    before = path.read_bytes()
    kept = aside(path)
    assert kept is not None
    put_back(Location(str(path), None), kept)
    assert (names(path), path.read_bytes()) == (["library.db"], before)


def test_it_can_be_put_back_without_second_names(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    before = path.read_bytes()
    path.with_name("library.db-shm").touch()
    kept = aside(path)
    assert kept is not None
    assert not path.exists()
    put_back(Location(str(path), None), kept)
    assert (names(path), path.read_bytes()) == (["library.db", "library.db-shm"], before)


def test_a_damaged_one_takes_along_what_a_crash_left_beside_it(path: Path) -> None:
    pages = path.read_bytes()
    path.write_bytes(pages[:16] + b"\xff" * 52 + pages[68:72] + b"\xff" * 5_000)
    path.with_name("library.db-shm").write_bytes(b"left")
    assert aside(path) is not None
    assert names(path) == ["library-2026-11-29.db", "library-2026-11-29.db-shm", "library.db"]


def test_where_there_is_no_library_there_is_nothing_to_put_aside(tmp_path: Path) -> None:
    assert aside(tmp_path / "library.db") is None


def test_an_empty_file_is_a_damaged_library_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    assert aside(path) is not None
    assert names(path) == ["library-2026-11-29.db", "library.db"]


@pytest.mark.parametrize("content", [b"a photo", b"SQLite format 3\x00" + b"\x00" * 4_080])
def test_a_file_that_is_not_recalls_stays_where_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(StorageError, match="is not a recall library; check RECALL_DATABASE_URL"):
        aside(path)
    assert path.read_bytes() == content


def test_a_library_that_others_write_to_stays_where_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="is in use by another process"):
            aside(path)
    assert names(path) == ["library.db"]


def test_a_name_that_cannot_be_given_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.link", refuse)
    monkeypatch.setattr("os.rename", refuse)
    with pytest.raises(StorageError, match="cannot be renamed: Permission denied; check its"):
        aside(path)
    assert names(path) == ["library.db"]
