"""When something was read, as a person gives it."""

from datetime import date

import pytest

from recall.errors import BadInput
from recall.usecases.resources.reading_dates import said_read_on

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "read_on"),
    [
        (None, None),
        ("2025", "2025"),
        ("2025-11", "2025-11"),
        ("yesterday", "2026-03-01"),
        ("5 May 2024", "2024-05-05"),
        ("longer ago", "longer"),
    ],
)
def test_it_is_a_year_a_month_a_day_or_about(text: str | None, read_on: str | None) -> None:
    assert said_read_on(text, TODAY) == read_on


def test_it_is_not_in_the_future() -> None:
    with pytest.raises(BadInput, match="in the future"):
        said_read_on("2027", TODAY)
