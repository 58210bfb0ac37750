"""How far a first reading has come."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Card
from recall.domain.library.progress import (
    Progress,
    minutes_at,
    progress,
    read_so_far,
    says_how_far,
    usual_sitting,
)
from recall.domain.library.resource import Planned
from recall.domain.library.review import Sitting
from testing.libraries.shelf import reading

DAY = date(2026, 3, 2)
LAST = Sitting(1, 1, DAY, 20, "the gist", progress=150, stopped_at="chapter 3")
MINUTES = st.integers(1, 60_000)


def book(minutes_read: int, minutes: int = 600) -> Planned:
    return reading(1, minutes, minutes_read=minutes_read, status="reading")


@pytest.mark.parametrize(
    ("read", "percent", "left", "sittings"),
    [
        (150, 25, 450, 23),
        (0, 0, 600, 30),
        (599, 99, 1, 1),
        (600, 100, 0, 0),
        (640, 100, 0, 0),
    ],
)
def test_the_parts_of_a_reading_add_up(read: int, percent: int, left: int, sittings: int) -> None:
    found = progress(book(read), LAST, 20)
    assert found == Progress(read, 600, 20, LAST)
    assert (found.percent, found.minutes_left, found.sittings_left) == (percent, left, sittings)


@pytest.mark.parametrize(
    ("resource", "last"),
    [
        (book(0), None),
        (book(150)._replace(card=Card(due=DAY)), LAST),
        (book(150)._replace(once=True), LAST),
    ],
    ids=["not begun", "read", "read once"],
)
def test_what_is_not_begun_or_is_finished_has_none(resource: Planned, last: Sitting | None) -> None:
    assert progress(resource, last, 20) is None


@given(minutes=MINUTES, percent=st.integers(0, 99))
def test_at_less_than_all_of_it_something_is_left(minutes: int, percent: int) -> None:
    assert 0 <= minutes_at(percent, minutes) < minutes


@given(minutes=st.integers(100, 60_000), percent=st.integers(0, 99))
def test_the_share_that_is_given_is_the_share_that_is_shown(minutes: int, percent: int) -> None:
    found = progress(book(minutes_at(percent, minutes), minutes), LAST, 20)
    assert found is not None
    assert found.percent == percent


@given(minutes=MINUTES, read=st.integers(0, 70_000), usual=st.integers(5, 1440))
def test_the_sittings_left_hold_what_is_left_and_no_fewer_do(
    minutes: int, read: int, usual: int
) -> None:
    found = Progress(read, minutes, usual, LAST)
    assert found.sittings_left * usual >= found.minutes_left > (found.sittings_left - 1) * usual


@pytest.mark.parametrize(
    ("minutes", "share", "expected"),
    [(45, 0.4, 20), (90, 0.4, 36), (90, 0.0, 20), (15, 0.4, 15), (0, 0.4, 1)],
)
def test_a_sitting_takes_the_share_of_a_usual_day_for_readings(
    minutes: int, share: float, expected: int
) -> None:
    assert usual_sitting(minutes, share, 20) == expected


@pytest.mark.parametrize(
    ("minutes_read", "told"), [(150, "150 of 600 min read"), (640, "640 min read, 600 expected")]
)
def test_a_reason_that_says_how_far_a_reading_is_is_known_as_one(
    minutes_read: int, told: str
) -> None:
    assert read_so_far(minutes_read, 600) == told
    assert says_how_far(told)
    assert not says_how_far("next on the list")
