"""A file is written whole or not at all, and nothing is left behind."""

import errno
import os
import sys
from pathlib import Path

import pytest

from recall.files import drafts
from recall.files.drafts import ENDING, drafted, name_too, remove_left, rename, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and links of POSIX")

OLD, NEW = b"old", b"new"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "file.txt"
    path.write_bytes(OLD)
    return path


@posix
@pytest.mark.parametrize("name", ["new.txt", "x" * 250, "书" * 80])
@pytest.mark.parametrize(("private", "mask", "wanted"), [(True, 0, 0o600), (False, 0o27, 0o640)])
def test_a_new_file_is_private_or_as_the_mask_says(
    tmp_path: Path, name: str, private: bool, mask: int, wanted: int
) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / name, NEW, private=private)
    finally:
        os.umask(before)
    assert names(tmp_path) == [name]
    assert mode(tmp_path / name) == wanted


@posix
@pytest.mark.parametrize("private", [True, False])
def test_a_file_keeps_its_rights(target: Path, private: bool) -> None:
    target.chmod(0o604)
    write(target, NEW, private=private)
    assert (target.read_bytes(), mode(target)) == (NEW, 0o604)


@posix
def test_a_new_file_has_the_rights_of_the_one_that_it_is_a_copy_of(target: Path) -> None:
    target.chmod(0o640)
    copy = target.with_name("copy.txt")
    with drafted(copy, private=True, like=target) as draft:
        draft.write(NEW)
    assert mode(copy) == 0o640


@posix
def test_a_link_is_followed_and_stays(target: Path) -> None:
    link = target.with_name("link.txt")
    link.symlink_to(target.name)
    write(link, NEW)
    assert (target.read_bytes(), link.is_symlink()) == (NEW, True)
    target.unlink()
    write(link, NEW, new=True)
    assert (target.read_bytes(), link.is_symlink()) == (NEW, True)


@posix
def test_what_is_no_plain_file_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "device").symlink_to(os.devnull)
    before = names(tmp_path)
    for name in before:
        with pytest.raises(OSError, match=r"it is (a directory|no plain file)"):
            write(tmp_path / name, NEW)
    assert names(tmp_path) == before


def test_a_new_file_is_written_over_nothing(target: Path) -> None:
    with pytest.raises(FileExistsError):
        write(target, NEW, new=True)
    late = target.with_name("late.txt")
    with pytest.raises(FileExistsError), drafted(late, new=True):
        late.write_bytes(OLD)
    assert (late.read_bytes(), target.read_bytes()) == (OLD, OLD)
    assert names(target.parent) == ["file.txt", "late.txt"]


def test_a_file_gets_another_name_over_nothing(target: Path) -> None:
    other = target.with_name("other.txt")
    rename(target, other)
    write(target, NEW)
    with pytest.raises(FileExistsError):
        rename(other, target)
    assert (other.read_bytes(), target.read_bytes()) == (OLD, NEW)


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_after_a_failure_the_file_is_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(type(error)):
        write(target, NEW)
    assert (names(target.parent), target.read_bytes()) == (["file.txt"], OLD)


def test_what_cannot_be_written_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "none" / "file.txt", NEW)
    with pytest.raises(OSError, match="File name too long"):
        write(tmp_path / ("x" * 300), NEW)
    assert names(tmp_path) == []


@posix
def test_what_a_killed_process_left_is_removed_by_the_next(target: Path) -> None:
    child = os.fork()
    if child == 0:
        with drafted(target):
            os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    assert len(names(target.parent)) == 2
    write(target.with_name("other.txt"), NEW)
    assert names(target.parent) == ["file.txt", "other.txt"]


@posix
def test_a_draft_that_somebody_writes_is_left_to_them(target: Path) -> None:
    with drafted(target) as draft:
        remove_left(target.parent)
        write(target.with_name("other.txt"), NEW)
        draft.write(NEW)
    assert target.read_bytes() == NEW


@posix
def test_a_draft_that_was_taken_for_one_that_is_left_is_made_again(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, times = drafts._held, []

    def late(draft: drafts.BinaryIO) -> bool:
        if not times:
            remove_left(target.parent)
        times.append(1)
        return held(draft)

    monkeypatch.setattr(drafts, "_held", late)
    write(target, NEW)
    assert (len(times), target.read_bytes()) == (2, NEW)


def test_nothing_else_is_taken_for_a_draft(tmp_path: Path) -> None:
    (tmp_path / f"mine{ENDING}").touch()
    (tmp_path / f".folder{ENDING}").mkdir()
    write(tmp_path / "file.txt", NEW)
    assert names(tmp_path) == [f".folder{ENDING}", "file.txt", f"mine{ENDING}"]


@posix
def test_a_second_name_is_given_over_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = target.with_name("other.txt")
    name_too(target, other)
    assert other.samefile(target)
    with pytest.raises(FileExistsError):
        name_too(target, other)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    name_too(target, target.with_name("third.txt"))
    assert names(target.parent) == ["other.txt", "third.txt"]
