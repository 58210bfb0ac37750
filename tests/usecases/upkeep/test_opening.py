"""Opening a library, making one where there is none, and bringing an old one up to date."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from recall.errors import BadInput, StorageError
from recall.settings.table import Settings
from recall.storage.database.version import HEAD, NoLibrary, OldLibrary
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.opening import (
    bring_up,
    init,
    is_missing,
    make,
    open_library,
    shipped_catalog,
)
from testing.libraries.factories import NOW, TODAY, ZONE, everything, make_library


def test_where_there_is_none_one_is_made_of_the_shipped_catalog(database_url: str) -> None:
    said: list[str] = []
    context = open_library(database_url, Settings(), NOW, said.append)
    with context.store:
        assert len(everything(context)) == len(shipped_catalog().entries) == 82
        assert doctor(context) == []
    (sentence,) = said
    assert "with the 82 resources of" in sentence


def test_one_can_be_made_empty(sqlite_url: str) -> None:
    said: list[str] = []
    context = open_library(sqlite_url, Settings(), NOW, said.append, empty=True)
    with context.store:
        assert everything(context) == []
    assert said == [f"made an empty library at {context.store.location}"]


def test_one_that_is_there_is_opened_without_a_word(sqlite_url: str) -> None:
    make_library(sqlite_url).store.close()
    said: list[str] = []
    context = open_library(sqlite_url, Settings(), NOW, said.append)
    with context.store:
        assert everything(context) == []
    assert said == []


def aged(sqlite_url: str) -> None:
    """Make a library look like one of a program before this one."""
    make_library(sqlite_url).store.close()
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        connection.execute("PRAGMA user_version = 0")


def test_an_older_one_is_brought_up_to_date_after_a_copy_is_made(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(sqlite_url)
    copy = tmp_path / "copy.db"
    monkeypatch.setattr("recall.storage.database.migrate.upgrade", lambda _: copy)
    said: list[str] = []
    open_library(sqlite_url, Settings(), NOW, said.append).store.close()
    assert said == [f"brought the library up to revision {HEAD}; the one before is kept in {copy}"]


def test_a_shared_one_waits_to_be_told(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_library(postgres_url).store.close()
    monkeypatch.setattr("recall.storage.database.version.HEAD", HEAD + 1)
    said: list[str] = []
    with pytest.raises(OldLibrary, match="recall db upgrade"):
        open_library(postgres_url, Settings(), NOW, said.append)
    assert said == []


def test_bringing_up_the_newest_changes_nothing(sqlite_url: str) -> None:
    make_library(sqlite_url).store.close()
    done = bring_up(sqlite_url)
    assert (done.upgraded, done.backup) == (False, None)
    assert done.sentence == f"the library is at revision {HEAD}, the newest, already"


def test_without_a_library_there_is_nothing_to_bring_up(sqlite_url: str) -> None:
    with pytest.raises(NoLibrary):
        bring_up(sqlite_url)


def test_an_older_library_is_not_a_missing_one(sqlite_url: str) -> None:
    assert is_missing(sqlite_url)
    aged(sqlite_url)
    assert not is_missing(sqlite_url)
    make_library(f"{sqlite_url}2").store.close()
    assert not is_missing(f"{sqlite_url}2")


def test_a_context_knows_its_study_day(sqlite_url: str) -> None:
    context = make_library(sqlite_url)
    context.store.close()
    night = datetime(2026, 3, 3, 3, 59, tzinfo=ZONE)
    assert context._replace(now=night).today == TODAY


def test_a_library_that_could_not_be_filled_is_not_there(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("recall.usecases.lists.importing.import_catalog", fails)
    context = make_library(f"{sqlite_url}2")
    context.store.close()
    with pytest.raises(RuntimeError, match="in the middle"):
        make(context, sqlite_url, shipped_catalog())
    assert is_missing(sqlite_url)


def test_the_library_before_comes_back_if_no_new_one_can_be_made(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_library(sqlite_url).store.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr("recall.usecases.upkeep.opening.make", full)
    with pytest.raises(StorageError, match="the disk is full"):
        init(sqlite_url, Settings(), NOW, lambda: None, fresh=True)
    assert [one.name for one in path.parent.glob("library*")] == [path.name]
    assert path.read_bytes() == before


def test_a_shared_one_is_not_put_aside(postgres_url: str) -> None:
    assert init(postgres_url, Settings(), NOW, lambda: None, fresh=True).kept is None
    with pytest.raises(BadInput, match="PostgreSQL is not put aside; make another database"):
        init(postgres_url, Settings(), NOW, lambda: None, fresh=True)
