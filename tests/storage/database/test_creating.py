"""A SQLite library that is made from the script is the one that the migrations make."""

import errno
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.files import drafts
from recall.storage.database.creating import SCRIPT, create
from testing.databases import new_library


def test_the_script_is_what_the_migrations_make(tmp_path: Path) -> None:
    with closing(new_library.by_migrations(tmp_path)) as made:
        assert Path(SCRIPT).read_text(encoding="utf-8") == new_library.script(made), (
            "run: python -m testing.databases.new_library"
        )


def test_a_library_made_from_the_script_says_the_same_of_itself(tmp_path: Path) -> None:
    create(f"sqlite:///{tmp_path / 'library.db'}", lambda _: None)
    with (
        closing(sqlite3.connect(tmp_path / "library.db")) as created,
        closing(new_library.by_migrations(tmp_path)) as migrated,
    ):
        assert new_library.script(created) == new_library.script(migrated)
        everything = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        assert created.execute(everything).fetchall() == migrated.execute(everything).fetchall()


def test_a_library_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'library.db'}"
    create(
        url,
        lambda connection: (
            connection.execute("INSERT INTO pause (first) VALUES ('2026-01-01')") and None
        ),
    )
    create(url, lambda _: (_ for _ in ()).throw(AssertionError))
    with closing(sqlite3.connect(tmp_path / "library.db")) as library:
        assert library.execute("SELECT count(*) FROM pause").fetchone() == (1,)


def test_a_library_that_appears_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    made = create(f"sqlite:///{path}", lambda _: path.write_bytes(b"theirs") and None)
    assert not made.made
    assert path.read_bytes() == b"theirs"


def test_a_library_is_put_back_if_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    url = f"sqlite:///{path}"
    create(url, lambda _: None)
    before = path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ZeroDivisionError):
        create(url, lambda _: 1 // 0 and None, date(2026, 3, 2))
    monkeypatch.setattr(drafts, "_put", full)
    with pytest.raises(StorageError, match="cannot be made: No space left on device"):
        create(url, lambda _: None, date(2026, 3, 2))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]
