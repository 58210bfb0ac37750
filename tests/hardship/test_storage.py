"""A disk that is full, files that may not be written, a library that is in use."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from recall.errors import StorageError
from recall.storage.actions import begin
from recall.storage.database.library_file.backup import copy_sqlite
from recall.storage.store import Store
from testing.databases import postgres
from testing.databases.lost_answers import before_commit, commit_and_end
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, make_library
from testing.permissions import unprivileged

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")


@pytest.fixture
def shared(sqlite_template: Path) -> Iterator[Path]:
    """A library in a folder that every user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="recall-"))
    folder.chmod(0o755)
    path = folder / "library.db"
    shutil.copy(sqlite_template, path)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def retitle(store: Store, title: str = "New", first: str = "SELECT 1") -> None:
    with begin(store, "edit", NOW, TODAY) as action:
        action.rows(first)
        action.update("resource", 1, {"title": title})


@posix
def test_a_file_that_may_not_be_written_is_read_all_the_same(shared: Path) -> None:
    shared.chmod(0o444)
    with unprivileged(shared, shared.parent), Store(f"sqlite:///{shared}") as store:
        before = dump(store)
        with pytest.raises(StorageError, match="cannot be written to; check its permissions"):
            retitle(store)
        assert dump(store) == before


@posix
def test_a_folder_that_may_not_be_written_is_read_all_the_same(shared: Path) -> None:
    shared.parent.chmod(0o555)
    with unprivileged(shared, shared.parent), Store(f"sqlite:///{shared}") as store:
        before = dump(store)
        with pytest.raises(StorageError, match="permissions"):
            retitle(store)
        assert dump(store) == before


@posix
def test_a_file_that_may_not_be_read_is_told(shared: Path) -> None:
    shared.chmod(0o000)
    with (
        unprivileged(shared),
        Store(f"sqlite:///{shared}") as store,
        pytest.raises(StorageError, match="cannot be opened; check the path"),
    ):
        store.rows("SELECT 1")


@posix
def test_no_library_can_be_made_in_a_folder_that_may_not_be_written(shared: Path) -> None:
    shared.parent.chmod(0o555)
    with unprivileged(shared.parent):
        with pytest.raises(StorageError, match="cannot be made: Permission denied; check its f"):
            make_library(f"sqlite:///{shared.parent}/other.db")
        with pytest.raises(StorageError, match="check the folder"):
            make_library(f"sqlite:///{shared.parent}/below/other.db")
        with pytest.raises(StorageError, match="cannot be written: Permission denied"):
            copy_sqlite(shared, shared.parent / "copy.db")
    assert [one.name for one in shared.parent.iterdir()] == ["library.db"]


@pytest.mark.parametrize("held", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_library_in_use_for_longer_than_the_timeout_is_told(
    sqlite_library_url: str, held: str
) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(held)
        with Store(sqlite_library_url, timeout=0.05) as store:
            with pytest.raises(StorageError, match="in use by another process; try again"):
                retitle(store)
            if held == "BEGIN IMMEDIATE":
                assert len(dump(store)["resource"]) == 6
        other.execute("ROLLBACK")
    with Store(sqlite_library_url) as store:
        retitle(store)


def test_a_full_disk_leaves_the_library_as_it_was(sqlite_library_url: str) -> None:
    with Store(sqlite_library_url) as store:
        before = dump(store)
        ((pages,),) = store.rows("PRAGMA page_count")

        with pytest.raises(StorageError, match="the disk is full; free some space"):
            retitle(store, "x" * 100_000, f"PRAGMA max_page_count = {pages}")
        assert dump(store) == before


@posix
def test_a_file_that_may_not_grow_leaves_the_library_as_it_was(sqlite_library_url: str) -> None:
    """The operating system itself refuses, as it does at a quota."""
    import resource

    path = sqlite_library_url.removeprefix("sqlite:///")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Store(sqlite_library_url) as store:
        before = dump(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(path), limits[1]))
        try:
            with pytest.raises(StorageError, match="could not be written"):
                retitle(store, "x" * 100_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert dump(store) == before
        retitle(store)


def test_a_connection_cut_off_in_the_middle_changes_nothing(postgres_library_url: str) -> None:
    with Store(postgres_library_url) as store:
        before = dump(store)
        with pytest.raises(StorageError, match="cut off in the middle; nothing was changed"):
            retitle_and_lose_the_server(postgres_library_url)
        assert dump(store) == before


def retitle_and_lose_the_server(url: str) -> None:
    with Store(url) as store, begin(store, "edit", NOW, TODAY) as action:
        action.update("resource", 1, {"title": "New"})
        ((number,),) = action.rows("SELECT pg_backend_pid()")
        postgres.run(url, f"SELECT pg_terminate_backend({number})")
        action.rows("SELECT 1")


def test_an_action_whose_answer_is_lost_was_done(postgres_library_url: str) -> None:
    with Store(postgres_library_url) as store:
        with before_commit(commit_and_end):
            retitle(store)
        assert dump(store)["resource"][1]["title"] == "New"


def test_after_an_action_nothing_is_said_to_have_been_changed(
    postgres_server: postgres.Server, postgres_library_url: str
) -> None:
    with Store(postgres_library_url) as store:
        retitle(store)
        with (
            postgres_server.away(),
            pytest.raises(StorageError, match="cannot be reached; what was done before is kept"),
        ):
            store.rows("SELECT 1")


def test_a_question_is_asked_again_if_the_server_has_ended_the_connection(
    postgres_library_url: str,
) -> None:
    with Store(postgres_library_url) as store:
        end_the_connection(store, postgres_library_url)
        assert store.rows("SELECT 1") == [(1,)]


def test_a_snapshot_that_is_cut_off_is_not_gone_on_with(postgres_library_url: str) -> None:
    with Store(postgres_library_url) as store:
        with pytest.raises(StorageError, match="cut off in the middle"):
            look_and_lose_the_server(store, postgres_library_url)
        assert store.rows("SELECT 1") == [(1,)]


def test_a_store_that_cannot_connect_again_says_so_each_time(
    postgres_server: postgres.Server, postgres_library_url: str
) -> None:
    with Store(postgres_library_url) as store:
        end_the_connection(store, postgres_library_url)
        with postgres_server.away():
            for _ in range(2):
                with pytest.raises(StorageError, match="cannot be reached"):
                    store.rows("SELECT 1")
        assert store.rows("SELECT 1") == [(1,)]


def look_and_lose_the_server(store: Store, url: str) -> None:
    with store.snapshot():
        end_the_connection(store, url)
        store.rows("SELECT 1")


def end_the_connection(store: Store, url: str) -> None:
    ((number,),) = store.rows("SELECT pg_backend_pid()")
    postgres.run(url, f"SELECT pg_terminate_backend({number})")
