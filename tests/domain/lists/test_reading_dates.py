"""When something was read: a year, a month or a day."""

from datetime import date

import pytest

from recall.domain.lists.reading_dates import is_after, is_possible, without_future
from testing.factories import catalog, entry


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


def test_what_lies_in_the_future_is_left_out_and_told() -> None:
    dates = ("2025", None, "2024", "2025-01", "2031", "2032")
    listed = catalog(*(entry(f"Item {n}")._replace(read_on=day) for n, day in enumerate(dates)))
    past = without_future(listed._replace(remarks=("first",)), date(2024, 5, 17))
    assert [one.read_on for one in past.entries] == [None, None, "2024", None, None, None]
    assert past.remarks == (
        "first",
        "a date of reading in the future is not kept: Item 0, Item 3, Item 4 and 1 more",
    )


def test_without_such_a_date_the_catalog_stays_as_it_is() -> None:
    listed = catalog(entry("A")._replace(read_on="2024"), entry("B"))
    assert without_future(listed, date(2024, 1, 1)) is listed
