"""What was begun or archived in recall, in a list that has marks for it, and in one without."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, resume
from testing.lists.synced import Synced, synced

LIST = """\
# Papers

- [/] [Begun](https://example.org/1)
- [-] [Dropped](https://example.org/2)
- [ ] [Three](https://example.org/3)
- [x] [Four](https://example.org/4)
"""
PLAIN = LIST.replace("[/]", "[ ]").replace("[-]", "[ ]")


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    return synced(library, tmp_path / "list.md", LIST)


def test_what_is_archived_unread_is_marked_and_taken_up_again_it_is_open(pair: Synced) -> None:
    archive(pair.context, pair.one("Three"))
    report = pair.sync()
    assert pair.text == LIST.replace("[ ] [Three]", "[-] [Three]")
    assert report.summary == "1 marked in the file"
    assert not pair.sync().changes
    resume(pair.context, pair.one("Three"))
    pair.sync()
    assert pair.text == LIST
    assert pair.one("Three").status == "unread"


def test_what_is_begun_is_marked_and_undone_it_is_open_again(pair: Synced) -> None:
    sit(pair.context, pair.one("Three"), Grade(Rating.GOOD, pair.context.today, minutes=5))
    pair.sync(by_itself=True)
    assert pair.text == LIST.replace("[ ] [Three]", "[/] [Three]")
    pair.undo()
    pair.sync(by_itself=True)
    assert pair.text == LIST
    assert not pair.sync().changes


def test_what_is_taken_up_in_recall_is_no_longer_dropped_in_the_file(pair: Synced) -> None:
    resume(pair.context, pair.one("Dropped"))
    pair.sync()
    assert pair.text == LIST.replace("[-]", "[ ]")
    assert not pair.sync().changes


def test_what_is_read_and_archived_stays_ticked(pair: Synced) -> None:
    archive(pair.context, pair.one("Four"))
    assert not pair.sync().writes


def test_a_list_without_such_marks_gets_none(library: Context, tmp_path: Path) -> None:
    pair = synced(library, tmp_path / "list.md", PLAIN)
    archive(pair.context, pair.one("Three"))
    assert not pair.sync().writes
    assert pair.text == PLAIN


def test_what_is_moved_and_archived_at_once_is_both_in_the_file(pair: Synced) -> None:
    edit(pair.context, pair.one("Three"), Edit(new_section="Papers > Later"))
    archive(pair.context, pair.one("Three"))
    pair.sync()
    assert pair.text.endswith("# Later\n\n- [-] [Three](https://example.org/3)\n")
    assert not pair.sync().changes


def test_what_was_archived_before_the_first_sync_is_marked_by_it(
    library: Context, tmp_path: Path
) -> None:
    pair = synced(library, tmp_path / "list.md", LIST, in_step=False)
    archive(pair.context, pair.one("Three"))
    pair.sync()
    assert "[-] [Three]" in pair.text
    assert not pair.sync().changes
