"""When something was read: a year, a month or a day, or about when; and the days since then."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.when_read import (
    ABOUT,
    dated,
    days_since,
    in_words,
    is_after,
    is_possible,
    stated,
)
from recall.errors import BadInput

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-02-29", "0001", "9999-12-31"])
def test_a_year_a_month_and_a_day_are_possible(text: str) -> None:
    assert is_possible(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "2024-5", "2024-13", "2024-00", "2023-02-29", "2024-05-32", "0000"),
        *("20240501", "2024-W01-1", "2024-05-01T10:00", " 2024", "2024\n", "２０２４", "-2024"),
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_possible(text)


@pytest.mark.parametrize(
    ("read_on", "after"),
    [
        *(("2024", False), ("2024-05", False), ("2024-05-17", False), ("2023-12-31", False)),
        *(("2024-05-18", True), ("2024-06", True), ("2025", True)),
    ],
)
def test_only_what_begins_after_a_day_is_after_it(read_on: str, after: bool) -> None:
    assert is_after(read_on, date(2024, 5, 17)) == after


def test_what_has_no_date_is_never_after_a_day() -> None:
    assert not any(is_after(about, date(1, 1, 1)) for about in ABOUT)


@pytest.mark.parametrize(
    ("text", "read_on"),
    [
        *(("2026", "2026"), ("2025-03", "2025-03"), ("2025-03-05", "2025-03-05"), ("1900", "1900")),
        *(("this week", "this week"), (" Week ", "this week"), ("本周", "this week")),
        *(("month", "this month"), ("这个月", "this month"), ("This  Year", "this year")),
        *(("longer", "longer"), ("longer ago", "longer"), ("更早", "longer")),
        *(("２０２６", "2026"), ("yesterday", "2026-11-28"), ("3 months ago", "2026-08-29")),
        *(("27th", "2026-11-27"), ("today", "2026-11-29"), ("2026-11-29", "2026-11-29")),
    ],
)
def test_what_a_person_says_is_understood(text: str, read_on: str) -> None:
    assert stated(text, TODAY) == read_on


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2027", "2027 is in the future; say when it was read: 2026, 2026-03, a date, or week,"),
        ("2026-12", "2026-12 is in the future"),
        ("2026-11-30", "2026-11-30 is in the future"),
        ("tomorrow", "2026-11-30 is in the future; say when it was read"),
        ("soon", "'soon' is not a date; say when it was read"),
        ("2026-13", "'2026-13' is not a date"),
        ("", "'' is not a date"),
    ],
)
def test_what_says_nothing_or_lies_in_the_future_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        stated(text, TODAY)


@pytest.mark.parametrize(
    ("read_on", "days"),
    [
        *((None, None), ("this week", 4), ("this month", 15), ("this year", 180), ("longer", 540)),
        *(("2026-11-28", 1), ("2026-11-29", None), ("2026-12-01", None), ("2027", None)),
        # A month of 31 days has the 16th in its middle, one of 28 days the 14th, a year 2 July.
        ("2026-10", (TODAY - date(2026, 10, 16)).days),
        ("2026-02", (TODAY - date(2026, 2, 14)).days),
        ("2025", (TODAY - date(2025, 7, 2)).days),
        ("2025-12", (TODAY - date(2025, 12, 16)).days),
        # Of the present month and year only the days until now count.
        ("2026-11", 14),
        ("2026", (TODAY - date(2026, 6, 16)).days),
        *(("1900", (TODAY - date(1900, 7, 2)).days), ("0001", (TODAY - date(1, 7, 2)).days)),
        *(("soon", None), ("2026-13", None)),
    ],
)
def test_the_days_since_a_reading(read_on: str | None, days: int | None) -> None:
    assert days_since(read_on, TODAY) == days


def test_on_the_first_day_of_a_month_nothing_lies_between() -> None:
    assert days_since("2026-11", date(2026, 11, 1)) is None
    assert days_since("2026-11", date(2026, 11, 2)) == 1
    assert days_since("9999", date(9999, 12, 31)) == (date(9999, 12, 31) - date(9999, 7, 2)).days


@given(
    st.dates(date(1900, 1, 1)), st.integers(1, 3000), st.sampled_from([len("2026"), len("2026-03")])
)
def test_an_earlier_period_lies_further_back(day: date, before: int, digits: int) -> None:
    """And never farther than its first day, nor nearer than its last."""
    read = max(day - timedelta(before), date(1900, 1, 1))
    found = days_since(read.isoformat()[:digits], day)
    first = date.fromisoformat(f"{read.isoformat()[:digits]}-01-01"[:10])
    assert found is None or 1 <= found <= (day - first).days
    assert found is not None or (day - first).days == 0 or read == day


@pytest.mark.parametrize(
    ("read_on", "is_said", "on", "told"),
    [
        ("2025-03", False, None, "2025-03, as the list says"),
        ("2025-03", True, TODAY, "2025-03, as you said"),
        ("this year", True, TODAY, "this year, as you said on 2026-11-29"),
        ("longer", True, TODAY, "longer than a year ago, as you said on 2026-11-29"),
        ("this week", True, None, "this week, as you said"),
    ],
)
def test_a_statement_is_told_with_who_says_it(
    read_on: str, is_said: bool, on: date | None, told: str
) -> None:
    assert in_words(read_on, is_said=is_said, on=on) == told


def test_other_programs_get_dates_alone() -> None:
    assert [dated("2025-03"), dated("longer"), dated(None)] == ["2025-03", None, None]
