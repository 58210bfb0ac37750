"""Days of the week as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.weekdays import EVERY_DAY, WEEKDAYS, WEEKEND, read_days, write_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", WEEKDAYS),
        ("Mon – Fri", WEEKDAYS),
        ("monday to friday", WEEKDAYS),
        ("weekdays", WEEKDAYS),
        ("周一至周五", WEEKDAYS),
        ("周一到五", WEEKDAYS),
        ("星期一～星期五", WEEKDAYS),
        ("工作日", WEEKDAYS),
        ("weekends", WEEKEND),
        ("周末", WEEKEND),
        ("週末", WEEKEND),
        ("sat, sun", WEEKEND),
        ("周六和周日", WEEKEND),
        ("every day", EVERY_DAY),
        ("Daily", EVERY_DAY),
        ("每天", EVERY_DAY),
        ("mon-sun", EVERY_DAY),
        ("fri-mon", {4, 5, 6, 0}),
        ("tues, thurs and sat", {1, 3, 5}),
        ("mon wed", {0, 2}),
        ("mon,mon", {0}),
        ("周一、周三", {0, 2}),
        ("周一三五", {0, 2, 4}),
        ("每周日", {6}),
        ("礼拜天", {6}),
        ("weekends, mon", {0, 5, 6}),
        ("mon-mon", {0}),
    ],
)
def test_days_of_the_week_are_read_in_english_and_chinese(text: str, days: set[int]) -> None:
    assert read_days(text) == days


@pytest.mark.parametrize(
    "text", ["", "mo", "t", "someday", "mon-", "-fri", "mon-wed-fri", "0", "周"]
)
def test_what_are_no_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^days of the week, such as mon-fri"):
        read_days(text)


@pytest.mark.parametrize(
    ("days", "text"),
    [(EVERY_DAY, "every day"), (WEEKDAYS, "weekdays"), (WEEKEND, "weekends"), ({2, 0}, "mon, wed")],
)
def test_days_are_written_in_the_shortest_way(days: frozenset[int], text: str) -> None:
    assert write_days(days) == text


@given(days=st.frozensets(st.integers(0, 6), min_size=1))
def test_days_are_read_as_they_are_written(days: frozenset[int]) -> None:
    assert read_days(write_days(days)) == days
