"""Boxes of a list: what a mark does when it appears, stays and goes."""

import pytest

from recall.domain.library.catalog import Mark
from recall.domain.library.resource import Status
from recall.domain.lists.marks import is_read, kept, mark_for, state_after, united, unread_again

APPEARS: list[tuple[Mark, Status, Status]] = [
    ("read", "unread", "read"),
    ("read", "reading", "read"),
    ("begun", "unread", "reading"),
    ("begun", "reading", "reading"),
    ("dropped", "unread", "archived"),
    ("dropped", "reading", "archived"),
]


@pytest.mark.parametrize(("mark", "status", "after"), APPEARS)
@pytest.mark.parametrize("before", [None, ""])
def test_a_mark_that_appears_counts_for_what_is_unread(
    mark: Mark, status: Status, after: Status, before: Mark | None
) -> None:
    assert state_after(mark, before, status, None) == after


@pytest.mark.parametrize("mark", ["", "read", "begun", "dropped"])
@pytest.mark.parametrize("status", ["read", "suspended", "archived"])
def test_what_the_person_did_stays(mark: Mark, status: Status) -> None:
    assert state_after(mark, "", status, "unread") == status


@pytest.mark.parametrize(
    ("mark", "status"), [("begun", "unread"), ("dropped", "unread"), ("dropped", "reading")]
)
def test_a_mark_that_stays_is_not_carried_out_again(mark: Mark, status: Status) -> None:
    assert state_after(mark, mark, status, None) == status


@pytest.mark.parametrize(
    ("mark", "status_before", "after"),
    [
        ("", "unread", "unread"),
        ("", "reading", "reading"),
        ("begun", "unread", "reading"),
        ("read", "unread", "read"),
        ("", "read", "archived"),
        ("", None, "archived"),
        ("dropped", "unread", "archived"),
    ],
)
def test_what_a_mark_put_aside_comes_back_when_it_goes(
    mark: Mark, status_before: Status | None, after: Status
) -> None:
    assert state_after(mark, "dropped", "archived", status_before) == after


def test_a_tick_that_is_taken_away_stays_in_memory() -> None:
    assert [kept(mark, "read") for mark in ("", "begun", "dropped", "read")] == ["read"] * 4
    assert [kept("", before) for before in (None, "", "begun", "dropped")] == [""] * 4
    assert kept("read", "") == "read"


@pytest.mark.parametrize(
    ("status", "before", "read"),
    [
        ("read", None, True),
        ("suspended", "read", True),
        ("archived", "unread", False),
        ("unread", None, False),
    ],
)
def test_what_is_read_behind_what_puts_it_aside(
    status: Status, before: Status | None, read: bool
) -> None:
    assert is_read(status, before) is read


@pytest.mark.parametrize(
    ("status", "mark", "changed"),
    [
        ("read", "", {"status": "unread"}),
        ("read", "begun", {"status": "reading"}),
        ("read", "dropped", {"status": "archived", "status_before": "unread"}),
        ("suspended", "", {"status_before": "unread"}),
        ("archived", "begun", {"status_before": "reading"}),
        ("suspended", "dropped", {"status_before": "unread"}),
    ],
)
def test_what_a_box_says_in_place_of_its_tick(
    status: Status, mark: Mark, changed: dict[str, object]
) -> None:
    none = {"due": None, "postponed_from": None, "once": False}
    assert unread_again(status, mark) == none | changed


@pytest.mark.parametrize(
    ("marks", "one"),
    [
        ([], None),
        ([None, None], None),
        ([None, ""], ""),
        (["", "read"], "read"),
        (["dropped", "begun"], "begun"),
        (["dropped", "dropped"], "dropped"),
        (["dropped", ""], ""),
    ],
)
def test_the_mark_of_what_stands_in_a_list_several_times(
    marks: list[Mark | None], one: Mark | None
) -> None:
    assert united(marks) == one


@pytest.mark.parametrize(
    ("status", "before", "mark"),
    [
        ("unread", None, ""),
        ("reading", None, "begun"),
        ("archived", "unread", "dropped"),
        ("archived", "reading", "dropped"),
        ("archived", "read", None),
        ("suspended", "unread", None),
        ("read", None, None),
    ],
)
def test_what_an_open_box_says_of_a_state(
    status: Status, before: Status | None, mark: str | None
) -> None:
    assert mark_for(status, before) == mark
