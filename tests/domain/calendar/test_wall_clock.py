"""A time of day is an instant on every day, also where the clocks do not show it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.wall_clock import instant

ZONES = st.sampled_from(
    [ZoneInfo(n) for n in ("America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC")]
)


@pytest.mark.parametrize(
    ("zone", "day", "at", "expected"),
    [
        ("Asia/Shanghai", "2027-01-01", "09:00", "2027-01-01T01:00"),
        ("America/New_York", "2027-03-14", "01:59", "2027-03-14T06:59"),
        ("America/New_York", "2027-03-14", "02:00", "2027-03-14T07:00"),  # 02:00 to 03:00 is not
        ("America/New_York", "2027-03-14", "02:30", "2027-03-14T07:00"),
        ("America/New_York", "2027-03-14", "03:00", "2027-03-14T07:00"),
        ("America/New_York", "2027-03-14", "03:01", "2027-03-14T07:01"),
        ("America/New_York", "2027-11-07", "01:30", "2027-11-07T05:30"),  # shown twice
        ("Australia/Lord_Howe", "2027-10-03", "02:15", "2027-10-02T15:30"),  # half an hour
        ("Australia/Lord_Howe", "2027-04-04", "01:45", "2027-04-03T14:45"),
        ("America/Nuuk", "2025-03-29", "23:30", "2025-03-30T01:00"),  # the gap ends the day
        ("Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T10:00"),  # the day was left out
    ],
)
def test_a_time_that_is_skipped_is_the_first_moment_after(
    zone: str, day: str, at: str, expected: str
) -> None:
    found = instant(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert found.tzinfo is UTC


@given(
    day=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    first=st.times(),
    second=st.times(),
    zone=ZONES,
)
def test_a_later_time_of_a_day_without_a_double_is_no_earlier_instant(
    day: date, first: time, second: time, zone: ZoneInfo
) -> None:
    first, second = sorted((first, second))
    offset = datetime.combine(day, time(), zone).utcoffset()
    if datetime.combine(day, time.max, zone).utcoffset() == offset:
        assert instant(day, first, zone) <= instant(day, second, zone)


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), at=st.times(), zone=ZONES)
def test_the_wall_clock_has_reached_the_time_then_and_not_before(
    day: date, at: time, zone: ZoneInfo
) -> None:
    found = instant(day, at, zone)
    before = (found - timedelta(microseconds=1)).astimezone(zone)
    assert found.astimezone(zone).replace(tzinfo=None) >= datetime.combine(day, at)
    assert before.replace(tzinfo=None) < datetime.combine(day, at)
