"""The names of a report: what each resource is called, and what is said of it."""

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.report import Named, Report
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from testing.libraries.factories import TODAY, catalog, entry


def take(context: Context, *entries: object, path: str = "/list.md") -> Report:
    return import_catalog(context, Source(catalog(*entries), path))  # type: ignore[arg-type]


A, B, C = entry("A"), entry("B", read=True), entry("C", section=("Other",))


def test_a_first_import_names_all_and_says_what_the_list_has(empty: Context) -> None:
    report = take(empty, A, B, C)
    assert report.names.new == (Named(1, "A"), Named(2, "B"), Named(3, "C"))
    assert (report.read, report.sections, report.is_first) == (1, 2, True)
    again = take(empty, A, B, C)
    assert (again.names.new, again.read, again.is_first) == ((), 1, False)
    assert not take(empty, entry("D"), path="/other.md").is_first


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (A._replace(title="Other", places=(Place(("Section",), "Other"),)), ("title",)),
        (A._replace(read=True), ("read",)),
        (A._replace(begun=True), ("reading",)),
        (A._replace(series="S", part=1), ("series",)),
        (A._replace(labels=("x",), note="A note"), ("note", "labels")),
        (A._replace(places=(Place(("Else",), "A"),)), ("section",)),
        (A._replace(url="https://www.example.org/A"), ("link",)),
    ],
)
def test_an_update_says_what_changed(empty: Context, now: object, why: tuple[str, ...]) -> None:
    take(empty, A, B, C)
    report = take(empty, now, B, C)
    assert [one.why for one in report.names.updated if one.id == 1] == [why]


def test_a_tick_of_what_was_read_in_recall_changes_its_box_alone(empty: Context) -> None:
    take(empty, A, B, C)
    grade(empty, "A", Grade(Rating.GOOD, TODAY))
    assert take(empty, A._replace(read=True), B, C).names.updated == (Named(1, "A", ("box",)),)


def test_a_title_that_is_not_taken_changed_in_the_list_alone(empty: Context) -> None:
    before, now = entry("Title A"), entry("Title A")
    now = now._replace(title="pdf", places=(Place(("Section",), "pdf"),))
    take(empty, before, B, C)
    assert take(empty, now, B, C).names.updated == (
        Named(1, "Title A", ("its title in the list",)),
    )


def test_a_line_that_moved_changed_its_place(empty: Context) -> None:
    take(empty, A, B, C)
    assert take(empty, C, A, B).names.updated == (Named(3, "C", ("moved",)),)


def test_what_comes_into_a_second_list_or_leaves_it_is_said(empty: Context) -> None:
    take(empty, A, B, C)
    report = take(empty, A, entry("X"), entry("Y"), path="/other.md")
    assert report.names.updated == (Named(1, "A", ("in this list too",)),)
    report = take(empty, entry("X"), entry("Y"), path="/other.md")
    assert report.names.updated == (Named(1, "A", ("gone from this list",)),)


def test_what_is_gone_and_comes_back_is_named(empty: Context) -> None:
    take(empty, A, B, C)
    assert take(empty, A, B).names.gone == (Named(3, "C"),)
    assert take(empty, A, B, C).names.updated == (Named(3, "C", ("back in the list",)),)


PLACES = (Place(("Section",), "First"), Place(("Other",), "Second"), Place(("Other",), "pdf"))


def test_one_link_under_several_titles_is_told_once(empty: Context) -> None:
    joined = entry("First", places=PLACES)
    report = take(empty, joined, A)
    assert report.names.joined == (Named(1, "First", ("First", "Second")),)
    assert take(empty, joined, A).names.joined == ()
    more = joined._replace(places=(*PLACES, Place(("Other",), "Third")))
    assert take(empty, more, A).names.joined == (Named(1, "First", ("First", "Second", "Third")),)
