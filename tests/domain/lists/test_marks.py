"""Boxes of a list: what a mark does when it appears, stays and goes."""

import pytest

from recall.domain.library.catalog import Mark
from recall.domain.library.resource import Status
from recall.domain.lists.marks import is_read, kept, state_after, unread_again

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
    ("status", "before", "read", "changed"),
    [
        ("read", None, True, "status"),
        ("suspended", "read", True, "status_before"),
        ("archived", "unread", False, "status_before"),
        ("unread", None, False, "status"),
    ],
)
def test_what_is_read_is_unread_again_behind_what_puts_it_aside(
    status: Status, before: Status | None, read: bool, changed: str
) -> None:
    assert is_read(status, before) is read
    values = unread_again(status)
    assert values.pop(changed) == "unread"
    assert values == {"due": None, "postponed_from": None, "once": False}
