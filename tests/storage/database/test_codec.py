"""Values stand alike in both databases."""

from datetime import UTC, date, datetime

import pytest

from recall.storage.database.codec import as_date, instant, moment
from testing.factories import NOW


def test_a_moment_is_stored_in_utc() -> None:
    assert instant(NOW) == "2026-03-02T01:30:00Z"
    assert instant(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00Z"


def test_a_stored_moment_is_read_back_in_utc() -> None:
    read = moment(instant(NOW))
    assert read == NOW
    assert read.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant(NOW.replace(tzinfo=None))


@pytest.mark.parametrize("stored", ["2026-03-02", date(2026, 3, 2)])
def test_a_date_is_read_from_what_either_database_gives(stored: object) -> None:
    assert as_date(stored) == date(2026, 3, 2)


def test_no_date_stays_none() -> None:
    assert as_date(None) is None
