"""Dates of reading in a list that cannot be."""

from datetime import date

from recall.domain.lists.reading_dates import without_future
from testing.libraries.factories import catalog, entry


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
