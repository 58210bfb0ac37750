"""Imports of links, labels, descriptions, dates and boxes: once, again, and taken back."""

from datetime import date
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.catalog import Catalog, Entry
from recall.domain.library.resource import Link, Resource
from recall.formats.catalog_json import dump as written
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_catalog
from recall.usecases.lists.report import Report
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import note
from recall.usecases.resources.shelving import archive, resume
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump, living
from testing.libraries.factories import TODAY, catalog, entry, titled
from testing.lists.reports import counts

CODE = Link("code", "repo", "https://example.org/code")
VIDEO = Link("video", "talk", "https://example.org/video")
A = entry("A")
TOLD = A._replace(
    links=(CODE, VIDEO),
    description="about graphs",
    note="from a friend",
    labels=("math", "gpu"),
    read_on="2024-05",
    saved_on=date(2024, 4, 30),
)


def take(context: Context, *listed: Entry, path: str = "/list.md") -> Report:
    return counts(import_catalog(context, Source(catalog(*listed), path)))


def the(context: Context) -> Resource:
    return titled(context, "A")


def test_what_a_list_says_comes_in_once_and_goes_out_by_one_undo(empty: Context) -> None:
    before = living(dump(empty.store))
    assert take(empty, TOLD) == Report(new=1)
    found = the(empty)
    assert (found.links, found.labels, found.note) == (TOLD.links, TOLD.labels, TOLD.note)
    assert (found.description, found.read_on) == (TOLD.description, "2024-05")
    assert found.saved_on == TOLD.saved_on
    after = dump(empty.store)
    assert take(empty, TOLD) == Report(unchanged=1)
    assert dump(empty.store) == after
    assert doctor(empty) == []
    undo(empty)
    assert living(dump(empty.store)) == before


def test_what_a_list_says_later_is_taken_over_and_taken_back(empty: Context) -> None:
    take(empty, A)
    before = living(dump(empty.store))
    assert take(empty, TOLD) == Report(updated=1)
    assert the(empty).links == TOLD.links
    assert dump(empty.store)["resource"][1]["folded_details"] is not None
    undo(empty)
    assert living(dump(empty.store)) == before


def test_two_lists_take_no_turns(empty: Context) -> None:
    other = A._replace(links=(VIDEO,), labels=("gpu", "own"), description="other", read_on="2020")
    first = A._replace(links=(CODE,), labels=("math",), description="first")
    many = [entry(f"Other {number}") for number in range(4)]
    take(empty, first)
    take(empty, other, *many, path="/other.md")
    found = the(empty)
    assert (found.links, found.labels) == ((CODE, VIDEO), ("math", "gpu", "own"))
    assert (found.description, found.read_on) == ("first", "2020")
    for _ in range(2):
        assert take(empty, first) == Report(unchanged=1)
        assert take(empty, other, *many, path="/other.md") == Report(unchanged=5)


def test_a_note_of_the_person_stays_and_one_they_cleared_stays_away(empty: Context) -> None:
    take(empty, TOLD)
    note(empty, the(empty), "mine")
    assert take(empty, TOLD._replace(note="new")) == Report(unchanged=1)
    note(empty, the(empty), "")
    assert take(empty, TOLD._replace(note="new")) == Report(unchanged=1)
    assert the(empty).note is None


BEGUN, DROPPED, READ = A._replace(begun=True), A._replace(dropped=True), A._replace(read=True)


@pytest.mark.parametrize("first", [(), (A,)])
@pytest.mark.parametrize(
    ("now", "status"), [(BEGUN, "reading"), (DROPPED, "archived"), (READ, "read")]
)
def test_a_box_counts_in_the_first_import_and_when_it_appears(
    empty: Context, first: tuple[Entry, ...], now: Entry, status: str
) -> None:
    take(empty, *first)
    take(empty, now)
    found = the(empty)
    assert (found.status, found.minutes_read, found.card.reviews) == (status, 0, 0)
    assert take(empty, now) == Report(unchanged=1)
    assert doctor(empty) == []


def test_what_a_list_dropped_is_resumed_and_stays_so(empty: Context) -> None:
    take(empty, DROPPED)
    resume(empty, "A")
    assert the(empty).status == "unread"
    assert take(empty, DROPPED) == Report(unchanged=1)
    assert the(empty).status == "unread"


def test_what_a_list_takes_up_again_comes_back(empty: Context) -> None:
    take(empty, DROPPED)
    assert take(empty, A) == Report(updated=1)
    assert the(empty).status == "unread"


def test_a_mark_undoes_no_review(empty: Context) -> None:
    take(empty, A)
    grade(empty, "A", Grade(Rating.GOOD, TODAY))
    before = the(empty)
    for now in (DROPPED, BEGUN, A):
        take(empty, now)
        assert the(empty) == before
    assert doctor(empty) == []


def test_what_the_person_put_aside_stays_aside(empty: Context) -> None:
    take(empty, A)
    archive(empty, "A")
    for now in (BEGUN, READ, DROPPED):
        take(empty, now)
        assert the(empty).status == "archived"


def test_a_library_that_kept_no_marks_is_unchanged_and_keeps_them_with_the_next_change(
    empty: Context,
) -> None:
    take(empty, READ, entry("B"))
    with empty.store.transaction() as connection:
        connection.execute("UPDATE place SET mark = NULL")
    assert take(empty, READ, entry("B")) == Report(unchanged=2)
    assert take(empty, READ, entry("B"), entry("C")) == Report(new=1, unchanged=2)
    marks = [row["mark"] for row in dump(empty.store)["place"].values()]
    assert marks == ["read", "", ""]


def test_a_tick_that_was_taken_away_is_remembered_until_it_is_taken(empty: Context) -> None:
    take(empty, READ, entry("B"))
    take(empty, entry("C"), A._replace(read=False, places=entry("A", section=("New",)).places))
    marks = {row["resource_id"]: row["mark"] for row in dump(empty.store)["place"].values()}
    assert marks[the(empty).id] == "read"


def test_a_date_of_reading_in_the_future_is_left_out_and_told(empty: Context) -> None:
    report = take(empty, READ._replace(read_on="2031-01"), entry("B")._replace(read_on="2026-03"))
    assert report.remarks == ("a date of reading in the future is not kept: A",)
    assert the(empty).read_on is None
    assert titled(empty, "B").read_on == "2026-03"
    assert TODAY.isoformat() == "2026-03-02"


def test_a_catalog_with_everything_goes_out_and_comes_in(empty: Context, tmp_path: Path) -> None:
    listed: Catalog = catalog(TOLD, entry("B")._replace(begun=True), entry("C", read=True))
    file = tmp_path / "catalog.json"
    file.write_text(written(listed), encoding="utf-8")
    read = read_catalog(file)
    assert read.entries == listed.entries
    assert counts(import_catalog(empty, Source(read, str(file)))) == Report(new=3)
    assert counts(import_catalog(empty, Source(read, str(file)))) == Report(unchanged=3)
    assert titled(empty, "B").status == "reading"
