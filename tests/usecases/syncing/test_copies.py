"""Conflicted copies beside a list are a third side: merged, told, and never deleted."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from testing.lists.synced import Synced, synced

LIST = "# A\n\n- [ ] [One](https://a.org/1)\n- [ ] [Two](https://a.org/2)\n"

NAMES = [
    "list (conflicted copy 2026-03-01 101500).md",
    "list (somebody's conflicted copy 2026-03-01).md",
    "list.sync-conflict-20260301-101500-ABCDEFG.md",
]


@pytest.fixture
def pair(sqlite_library: Context, tmp_path: Path) -> Synced:
    return synced(sqlite_library, tmp_path / "list.md", LIST)


@pytest.mark.parametrize("name", NAMES)
def test_ticks_and_new_lines_of_a_copy_come_in_once(
    pair: Synced, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / name
    theirs = LIST.replace("- [ ] [Two]", "- [x] [Two]") + "- [ ] [Three](https://a.org/3) #long\n"
    copy.write_text(theirs)
    report = pair.sync()
    assert pair.text == theirs
    assert report.copies == (name,)
    assert (pair.one("Two").status, pair.one("Three").labels) == ("read", ("long",))
    assert copy.read_text() == theirs
    pair.replace("- [ ] [Three](https://a.org/3) #long\n", "")
    assert pair.sync().copies == ()
    assert "Three" not in pair.text


def test_what_has_gone_from_the_list_does_not_come_back_from_a_copy(
    pair: Synced, tmp_path: Path
) -> None:
    (tmp_path / NAMES[0]).write_text(LIST)
    pair.replace("- [ ] [One](https://a.org/1)\n", "")
    pair.sync()
    assert "[One]" not in pair.text


def test_other_files_and_copies_that_are_no_lists_are_left_alone(
    pair: Synced, tmp_path: Path
) -> None:
    (tmp_path / "list (2).md").write_text("- [x] [One](https://a.org/1)\n")
    (tmp_path / "list.sync-conflict-1.txt").write_text("- [x] [One](https://a.org/1)\n")
    (tmp_path / NAMES[2]).write_bytes(b"\0\1\2")
    report = pair.sync()
    assert (report.copies, report.changes) == ((), False)
