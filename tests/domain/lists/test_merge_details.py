"""What an import tells of one resource besides its place: details, labels, notes, boxes, titles."""

from datetime import date

import pytest

from recall.domain.library.catalog import Entry
from recall.domain.library.resource import Link, Place
from recall.domain.lists.merge import identity, merge
from recall.domain.lists.merge import marks as marks_of
from testing.libraries.factories import catalog, entry
from testing.lists.merging import known, merged, only_update

A, B, C = (entry(f"Title {name}") for name in "ABC")
CODE = Link("code", "repo", "https://example.org/code")
VIDEO = Link("video", "", "https://example.org/video")
TOLD = {
    "description": "about graphs",
    "links": (CODE,),
    "labels": ("math",),
    "read_on": "2024-05",
    "saved_on": date(2024, 4, 30),
}


@pytest.mark.parametrize("name", TOLD)
def test_details_follow_their_only_list(name: str) -> None:
    told = A._replace(**{name: TOLD[name]})  # type: ignore[arg-type]  # a field of the table
    assert only_update(told, known(A)).values == {name: TOLD[name]}
    usual = Entry._field_defaults[name]
    assert only_update(A, known(A, **{name: TOLD[name]})).values == {name: usual}
    assert merged(told, before={identity(A): known(A, **{name: TOLD[name]})}).unchanged == 1


@pytest.mark.parametrize("name", TOLD)
def test_in_several_lists_each_adds_what_is_missing_and_they_take_no_turns(name: str) -> None:
    other = {
        "description": "other",
        "links": (VIDEO,),
        "labels": ("gpu",),
        "read_on": "2020",
        "saved_on": date(2020, 1, 1),
    }
    told = A._replace(**{name: TOLD[name]})  # type: ignore[arg-type]  # a field of the table
    before = known(A, elsewhere=B.places, **{name: other[name]})
    result = merge(catalog(told), {identity(A): before})
    if name in ("links", "labels"):
        (update,) = result.updated
        assert update.values == {name: (*other[name], *TOLD[name])}  # type: ignore[misc]
        before = before._replace(**update.values)
    else:
        assert only_update(told, known(A, elsewhere=B.places)).values == {name: TOLD[name]}
    for one in (told, A, A._replace(**{name: other[name]})):  # type: ignore[arg-type]
        assert merge(catalog(one), {identity(A): before}).unchanged == 1


@pytest.mark.parametrize("elsewhere", [(), B.places])
def test_labels_taken_off_by_hand_stay_off_and_those_put_on_stay(
    elsewhere: tuple[Place, ...],
) -> None:
    told = A._replace(labels=("math", "gpu"))
    before = known(A, elsewhere=elsewhere, labels=("own",), labels_by_hand=("-math", "+own"))
    labels = only_update(told, before).values["labels"]
    assert set(labels) == {"gpu", "own"}  # type: ignore[call-overload]  # a tuple of labels
    after = before._replace(labels=labels)  # type: ignore[arg-type]
    assert merge(catalog(told), {identity(A): after}).unchanged == 1


def test_a_note_is_taken_where_there_is_none() -> None:
    told = A._replace(note="from the list")
    assert only_update(told, known(A)).values == {"note": "from the list"}
    for before in (known(A, note="my own"), known(A, edited=frozenset({"note"}))):
        assert merge(catalog(told), {identity(A): before}).unchanged == 1


@pytest.mark.parametrize(
    ("marks", "before", "values"),
    [
        ({"dropped": True}, {}, {"status": "archived", "status_before": "unread"}),
        ({"begun": True}, {}, {"status": "reading", "status_before": None}),
        ({"read": True}, {}, {"status": "read", "status_before": None}),
        (
            {"dropped": True},
            {"status": "reading"},
            {"status": "archived", "status_before": "reading"},
        ),
        (
            {},
            {"status": "archived", "status_before": "unread", "mark": "dropped"},
            {"status": "unread", "status_before": None},
        ),
        ({"read": True}, {"status": "read", "mark": ""}, {}),
    ],
)
def test_a_box_that_changed_is_an_update(
    marks: dict[str, bool], before: dict[str, object], values: dict[str, object]
) -> None:
    update = only_update(A._replace(**marks), known(A, **before))  # type: ignore[arg-type]
    assert update.values == values
    assert update.read is (values.get("status") == "read")


@pytest.mark.parametrize(
    ("marks", "before"),
    [
        ({"dropped": True}, {"status": "unread", "mark": "dropped"}),
        ({"begun": True}, {"status": "reading", "mark": "begun"}),
        ({"read": True}, {"status": "read", "mark": None}),
        ({"read": True}, {"status": "suspended", "mark": "read"}),
        ({}, {"status": "read", "mark": "read"}),
    ],
)
def test_a_box_that_stays_or_a_tick_that_goes_is_no_update(
    marks: dict[str, bool], before: dict[str, object]
) -> None:
    now = A._replace(**marks)  # type: ignore[arg-type]
    assert merge(catalog(now), {identity(A): known(A, **before)}).unchanged == 1


def test_the_marks_are_kept_for_the_next_import() -> None:
    listed = catalog(A._replace(dropped=True), B, C._replace(read=True))
    before = {identity(B): known(B, mark="read")}
    assert marks_of(listed, before) == {
        identity(A): "dropped",
        identity(B): "read",
        identity(C): "read",
    }
    assert [known(A, mark=one).checked for one in (None, "", "read")] == [None, False, True]


URL_TITLE = "example.org/Title-A"


@pytest.mark.parametrize(
    ("now", "listed", "shared", "edited", "becomes"),
    [
        ("pdf", "Title A", False, "", "Title A"),
        ("pdf", "Title A", True, "", "Title A"),
        (URL_TITLE, "Title A", True, "", "Title A"),
        ("Title A", "pdf", False, "", "Title A"),
        ("Title A", URL_TITLE, False, "", "Title A"),
        ("Title A", "Title B", True, "", "Title A"),
        ("Title A", "Title B", False, "", "Title B"),
        ("link", "pdf", False, "", "pdf"),
        ("link", "pdf", True, "", "link"),
        ("pdf", "Title A", True, "title", "pdf"),
    ],
)
def test_a_title_that_says_nothing_gives_way(
    now: str, listed: str, shared: bool, edited: str, becomes: str
) -> None:
    elsewhere = (Place(("Other",), now),) if shared else ()
    before = known(A, title=now, elsewhere=elsewhere, edited=frozenset(edited.split()))
    entry_now = A._replace(title=listed, places=(Place(("Section",), listed),))
    result = merge(catalog(entry_now), {identity(A): before})
    values = result.updated[0].values if result.updated else {}
    assert values.get("title", now) == becomes
