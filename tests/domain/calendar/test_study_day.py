"""The study day starts at its hour on the wall clock, also when clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.study_day import noon, study_date

NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("UTC", "America/New_York", "Asia/Shanghai", "Europe/London")]
)


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ("2026-11-20 03:59:59.999999", date(2026, 11, 19)),
        ("2026-11-20 04:00", date(2026, 11, 20)),
        ("2026-11-20 23:59", date(2026, 11, 20)),
        ("2026-11-21 00:00", date(2026, 11, 20)),
        ("2026-01-01 01:00", date(2025, 12, 31)),
    ],
)
def test_the_day_starts_at_four(clock: str, day: date) -> None:
    now = datetime.fromisoformat(clock).replace(tzinfo=NEW_YORK)
    assert study_date(now) == day


@pytest.mark.parametrize(("hour", "day"), [(0, 20), (6, 19)])
def test_the_start_of_the_day_can_be_chosen(hour: int, day: int) -> None:
    now = datetime(2026, 11, 20, 5, tzinfo=NEW_YORK)
    assert study_date(now, time(hour)) == date(2026, 11, day)


def test_one_instant_is_two_study_dates_in_two_zones() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert study_date(now.astimezone(ZoneInfo("Asia/Shanghai"))) == date(2026, 11, 20)
    assert study_date(now.astimezone(ZoneInfo("Pacific/Kiritimati"))) == date(2026, 11, 20)
    assert study_date(now.astimezone(ZoneInfo("Pacific/Pago_Pago"))) == date(2026, 11, 19)


def test_a_start_that_the_clocks_skip_is_the_first_moment_after_the_gap() -> None:
    # On 8 March 2026 New York goes from 02:00 to 03:00, at 07:00 UTC.
    before, after = datetime(2026, 3, 8, 6, 59, tzinfo=UTC), datetime(2026, 3, 8, 7, tzinfo=UTC)
    assert study_date(before.astimezone(NEW_YORK), time(2, 30)) == date(2026, 3, 7)
    assert study_date(after.astimezone(NEW_YORK), time(2, 30)) == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("minutes", "day"),
    [
        (-1, date(2026, 10, 31)),  # 01:29, the first time
        (0, date(2026, 11, 1)),  # 01:30, the first time
        (31, date(2026, 11, 1)),  # 01:01, the second time: the day goes on
        (60, date(2026, 11, 1)),  # 01:30, the second time
    ],
)
def test_a_day_once_begun_does_not_end_when_the_clocks_go_back(minutes: int, day: date) -> None:
    # On 1 November 2026 New York shows 01:00 to 02:00 twice; 05:30 UTC is the first 01:30.
    now = datetime(2026, 11, 1, 5, 30, tzinfo=UTC) + timedelta(minutes=minutes)
    assert study_date(now.astimezone(NEW_YORK), time(1, 30)) == day


def test_a_repeated_hour_before_the_start_is_still_yesterday() -> None:
    now = datetime(2026, 11, 1, 6, 30, tzinfo=UTC).astimezone(NEW_YORK)
    assert now.fold == 1
    assert study_date(now) == date(2026, 10, 31)


@given(
    minute=st.integers(0, 60 * 24 * 365 * 80),
    later=st.timedeltas(timedelta(0), timedelta(days=2)),
    zone=ZONES,
    start=st.times(time(1), time(8)),
)
def test_the_study_date_never_goes_back(
    minute: int, later: timedelta, zone: ZoneInfo, start: time
) -> None:
    now = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    first, second = now.astimezone(zone), (now + later).astimezone(zone)
    assert study_date(first, start) <= study_date(second, start)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        study_date(datetime(2026, 11, 20, 12))  # noqa: DTZ001  # the very thing that is refused


def test_noon_is_the_middle_of_the_day_in_utc() -> None:
    assert noon(date(2026, 11, 20)) == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert noon(date(2026, 11, 20)).tzinfo is UTC
