"""Boxes that a list no longer ticks: told by name, and taken where nothing was done since."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage.actions import begin
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.report import Named, Report
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.revisits import stop
from recall.usecases.resources.shelving import suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import TODAY, everything

TICKED = (
    "- [x] [A](https://a.example/)\n- [x] [B](https://b.example/)\n- [ ] [C](https://c.example/)\n"
)
OPEN = TICKED.replace("[x]", "[ ]")


def take(
    context: Context, folder: Path, text: str, name: str = "list.md", *, unticks: bool = False
) -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    source = Source(read_list(path), str(path), take_unticks=unticks)
    return import_catalog(context, source)


@pytest.fixture
def read(empty: Context, tmp_path: Path) -> Context:
    """A list of three, two of them ticked."""
    take(empty, tmp_path, TICKED)
    return empty


def statuses(context: Context) -> list[str]:
    return [one.status for one in everything(context)]


def test_what_is_no_longer_ticked_is_told_and_stays_read(read: Context, tmp_path: Path) -> None:
    before = living_now(read.store)
    for _ in range(2):
        report = take(read, tmp_path, OPEN)
        assert report.names.unticked == (Named(1, "A"), Named(2, "B"))
        assert (report.changes, statuses(read)) == (False, ["read", "read", "unread"])
    assert living_now(read.store) == before


def test_it_is_unread_again_if_the_person_says_so(read: Context, tmp_path: Path) -> None:
    before = living_now(read.store)
    take(read, tmp_path, OPEN)
    report = take(read, tmp_path, OPEN, unticks=True)
    assert (report.counts, report.names.unticked) == ((0, 2, 1, 0), ())
    assert report.names.updated == (
        Named(1, "A", ("unread again",)),
        Named(2, "B", ("unread again",)),
    )
    assert statuses(read) == ["unread"] * 3
    assert [one.card.due for one in everything(read)] == [None] * 3
    assert doctor(read) == []
    again = take(read, tmp_path, OPEN, unticks=True)
    assert (again.changes, again.names.unticked) == (False, ())
    assert take(read, tmp_path, TICKED).updated == 2
    assert statuses(read) == ["read", "read", "unread"]
    for _ in range(2):
        undo(read)
    assert living_now(read.store) == before


def test_what_was_visited_since_stays_read(read: Context, tmp_path: Path) -> None:
    grade(read, "1", Grade(Rating.GOOD, TODAY))
    report = take(read, tmp_path, OPEN, unticks=True)
    assert report.names.unticked == (Named(1, "A", ("visited on 2026-03-02",)),)
    assert statuses(read) == ["read", "unread", "unread"]


def test_what_another_list_ticks_stays_read(read: Context, tmp_path: Path) -> None:
    take(read, tmp_path, "- [x] [A](https://a.example/)\n", "other.md")
    report = take(read, tmp_path, OPEN, unticks=True)
    assert report.names.unticked == (Named(1, "A", ("ticked in another list",)),)
    for _ in range(2):
        assert not take(read, tmp_path, "- [x] [A](https://a.example/)\n", "other.md").changes
        assert not take(read, tmp_path, OPEN, unticks=True).changes


def test_what_is_put_aside_is_unread_behind_that(read: Context, tmp_path: Path) -> None:
    suspend(read, "1")
    assert take(read, tmp_path, OPEN, unticks=True).updated == 2
    assert statuses(read) == ["suspended", "unread", "unread"]
    assert doctor(read) == []


def test_what_is_to_have_no_revisits_is_unread_too(read: Context, tmp_path: Path) -> None:
    with begin(read.store, "edit", read.now, read.today) as action:
        stop(action, everything(read)[0])
    assert take(read, tmp_path, OPEN, unticks=True).updated == 2
    assert doctor(read) == []


def test_what_changes_besides_is_taken_too(read: Context, tmp_path: Path) -> None:
    text = OPEN.replace("[A]", "[Another]")
    report = take(read, tmp_path, text, unticks=True)
    assert report.names.updated[0] == Named(1, "Another", ("unread again", "title"))


@pytest.mark.parametrize(("sign", "status"), [(" ", "unread"), ("/", "reading"), ("-", "archived")])
def test_the_report_says_what_became_of_a_box_that_was_ticked(
    read: Context, tmp_path: Path, sign: str, status: str
) -> None:
    report = take(read, tmp_path, TICKED.replace("[x]", f"[{sign}]"), unticks=True)
    assert statuses(read)[0] == status
    said = "unread again" if status == "unread" else status
    assert report.names.updated[0] == Named(1, "A", (said,))
