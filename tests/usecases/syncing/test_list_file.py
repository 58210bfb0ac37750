"""The file of a list: what happens to it while it is written, and whether there is room."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.errors import BadFile
from recall.usecases.context import Context
from recall.usecases.syncing import list_file, syncing
from recall.usecases.syncing.file_side import FileSide
from recall.usecases.syncing.standing import standings
from testing.databases.tables import dump
from testing.lists.synced import LIST, MACHINE, Synced, synced


@pytest.fixture
def pair(sqlite_library: Context, tmp_path: Path) -> Synced:
    made = synced(sqlite_library, tmp_path / "list.md", LIST)
    made.read("One")
    return made


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


MEANWHILE: list[tuple[Callable[[Path], object], str]] = [
    (Path.unlink, "is gone"),
    (a_folder, "is not a file"),
    (lambda path: path.chmod(0o400), "is read-only"),
]


@pytest.mark.parametrize(("happens", "problem"), MEANWHILE)
@pytest.mark.parametrize("moment", ["merging", "writing"])
def test_what_becomes_of_a_file_meanwhile_is_told_and_the_library_is_as_it_was(
    pair: Synced,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], object],
    problem: str,
    moment: str,
) -> None:
    rows = dump(pair.context.store)
    side_of, replace = syncing.side_of, list_file._replace

    def merging(data: bytes, path: str, name: str, choice: ReadOptions) -> FileSide:
        happens(pair.path)
        return side_of(data, path, name, choice)

    def writing(path: str, old: bytes, new: bytes) -> None:
        happens(pair.path)
        replace(path, old, new)

    if moment == "merging":
        monkeypatch.setattr(syncing, "side_of", merging)
    else:
        monkeypatch.setattr(list_file, "_replace", writing)
    with pytest.raises(BadFile, match=problem):
        pair.sync()
    assert dump(pair.context.store) == rows
    assert [one.name for one in pair.path.parent.glob(".list*")] == []


def forbid(monkeypatch: pytest.MonkeyPatch, forbidden: Path) -> None:
    """Let the folder of a file be one that may not be entered."""
    stat = os.stat

    def refused(path: str | int | Path, **how: Any) -> os.stat_result:
        if str(path) == str(forbidden):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, **how)

    monkeypatch.setattr(os, "stat", refused)


def test_a_file_in_a_folder_that_may_not_be_entered_is_not_called_gone(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid(monkeypatch, pair.path)
    with pytest.raises(BadFile, match="cannot be read: Permission denied"):
        pair.sync()
    assert list_file.refusal(str(pair.path)) == "cannot be read: Permission denied"
    assert list_file.has_room(str(pair.path))
    assert standings(pair.context.store, MACHINE)[-1].state == "unreadable"


def test_a_file_whose_folder_is_a_file_now_is_gone(pair: Synced) -> None:
    pair.path.unlink()
    folder = pair.path.with_name("folder")
    folder.touch()
    inside = str(folder / "list.md")
    with pytest.raises(BadFile, match="is gone"):
        list_file.read(inside)
    assert list_file.is_gone(inside)
    assert "is gone" in str(list_file.refusal(inside))


class Usage(NamedTuple):
    """What the system says of a disk, in bytes."""

    total: int
    used: int
    free: int


@pytest.mark.parametrize(
    ("disk", "state"),
    [
        (Usage(1_000_000, 999_990, 10), "no room"),
        (Usage(1_000_000, 0, 1_000_000), "library changed"),
        (Usage(0, 0, 0), "library changed"),  # of a file system that does not say
    ],
)
def test_a_folder_without_room_is_told(
    pair: Synced, monkeypatch: pytest.MonkeyPatch, disk: Usage, state: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: disk)
    assert standings(pair.context.store, MACHINE)[-1].state == state
