"""A file that a person names is never written over what must stay."""

import os
import sys
from pathlib import Path

import pytest

from recall.errors import BadFile
from recall.files.targets import checked, protected, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a library, a list, and other things that a path may lead to."""
    (tmp_path / "library.db").write_bytes(b"library")
    (tmp_path / "list.md").write_bytes(b"list")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    if sys.platform != "win32":
        (tmp_path / "link.db").symlink_to("library.db")
        (tmp_path / "hard.db").hardlink_to(tmp_path / "library.db")
        (tmp_path / "circle").symlink_to("circle")
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "device").symlink_to(os.devnull)
    return tmp_path


REFUSED = {
    "library.db": "is the library itself; give another name",
    "link.db": "is the library itself",
    "hard.db": "is the library itself",
    "library.db-journal": "is the library itself",
    "library.db/x": "cannot be written: Not a directory",
    "list.md": "is the list itself; give another name",
    "folder": "is a directory; name a file",
    "none/x": "cannot be written: No such file or directory",
    "pipe": "is no regular file; name a file",
    "device": "is no regular file",
    "circle": "cannot be written: Too many levels of symbolic links",
    "x" * 300: "cannot be written: File name too long",
}


@posix
@pytest.mark.parametrize("name", REFUSED)
def test_what_must_stay_is_refused_even_if_it_is_forced(place: Path, name: str) -> None:
    never = protected(str(place / "library.db"), [place / "list.md"])
    with pytest.raises(BadFile, match=REFUSED[name]):
        checked(place / name, never, force=True)


def test_a_file_that_is_there_is_written_over_only_if_that_is_wanted(place: Path) -> None:
    path = place / "mine.txt"
    with pytest.raises(BadFile, match="is there already; --force writes over it"):
        checked(path, {}, force=False)
    assert checked(path, {}, force=True) == path.resolve()
    assert checked(place / "new.txt", protected(None), force=False) == place.resolve() / "new.txt"


@posix
def test_a_link_leads_to_its_file(place: Path) -> None:
    (place / "to.txt").symlink_to("new.txt")
    target = checked(place / "to.txt", {}, force=False)
    write(target, b"text", force=False)
    assert (place / "new.txt").read_bytes() == b"text"


def test_a_file_that_appears_meanwhile_stays(place: Path) -> None:
    with pytest.raises(BadFile, match="is there already"):
        write(place / "mine.txt", b"text", force=False)
    assert (place / "mine.txt").read_bytes() == b"mine"
    write(place / "mine.txt", b"text", force=True)
    assert (place / "mine.txt").read_bytes() == b"text"


def test_what_cannot_be_written_is_one_line(place: Path) -> None:
    with pytest.raises(BadFile, match="cannot be written: No such file or directory"):
        write(place / "none" / "x", b"text", force=False)
