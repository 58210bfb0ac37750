"""Until when a snooze lasts, as people write it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.calendar.study_day import study_date
from recall.domain.reminders.slots import ReminderPlan
from recall.domain.reminders.snooze import end_on, read_snooze
from recall.errors import BadInput

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZONE)
"""A Monday."""
TODAY = NOW.date()


def end(text: str, now: datetime = NOW) -> datetime | None:
    return read_snooze(text, ReminderPlan(), now, study_date(now, time(4)))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("1h", "2026-03-02 10:30"),
        ("90m", "2026-03-02 11:00"),
        ("2h30m", "2026-03-02 12:00"),
        ("1 hour 5 minutes", "2026-03-02 10:35"),
        ("2 HOURS", "2026-03-02 11:30"),
        ("20 min", "2026-03-02 09:50"),
        ("1小时", "2026-03-02 10:30"),
        ("2个小时30分钟", "2026-03-02 12:00"),
        ("45分", "2026-03-02 10:15"),
        ("30 分鐘", "2026-03-02 10:00"),
        ("18:30", "2026-03-02 18:30"),
        ("9:31", "2026-03-02 09:31"),
        ("tomorrow", "2026-03-03 09:00"),
        ("明天", "2026-03-03 09:00"),
        ("3天后", "2026-03-05 09:00"),
        ("下周一", "2026-03-09 09:00"),
        ("in 3 days", "2026-03-05 09:00"),
        ("3 months", "2026-06-02 09:00"),
        ("friday", "2026-03-06 09:00"),
        ("2026-12-01", "2026-12-01 09:00"),
        ("2027-03-02", "2027-03-02 09:00"),
        ("8784h", "2027-03-03 09:30"),
    ],
)
def test_a_snooze_ends_when_it_says(text: str, until: str) -> None:
    assert end(text) == datetime.fromisoformat(until).replace(tzinfo=ZONE)


@pytest.mark.parametrize("text", ["off", "now", " None ", "OFF", "关", "取消"])
def test_a_snooze_can_be_ended(text: str) -> None:
    assert end(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0m", "a minute at least"),
        ("0h0m", "a minute at least"),
        ("yesterday", "is not after today"),
        ("today", "is not after today"),
        ("2026-03-02", "is not after today"),
        ("2020-01-01", "is not after today"),
        ("09:30", "it is past 09:30 today"),
        ("8:00", "it is past 08:00 today"),
        ("soon", "is not a date"),
        ("25:00", "is not a date"),
        ("1", "is not a date"),
        ("", "is not a date"),
        ("2026-02-30", "is not on the calendar"),
        ("9998-12-31", "a year at most, not until 9998-12-31"),
        ("9999-12-31", "is not on the calendar"),
        ("2027-03-04", "a year at most"),
        ("2 years", "a year at most"),
        ("8785h", "a year at most"),
        ("99999h", "a year at most"),
        ("999999999h59m", "a year at most"),
        ("1h99", "is not a date"),
        ("9999999999h", "is not a date"),
        ("8000 years", "is not on the calendar"),
    ],
)
def test_a_snooze_that_cannot_be_is_refused_with_what_can(text: str, words: str) -> None:
    with pytest.raises(BadInput, match=words) as refused:
        end(text)
    assert "1h" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_after_midnight_tomorrow_is_when_the_person_wakes() -> None:
    night = datetime(2026, 3, 3, 1, tzinfo=ZONE)
    assert end("tomorrow", night) == datetime(2026, 3, 3, 9, tzinfo=ZONE)


def test_a_day_whose_first_reminder_is_past_is_the_day_after_it() -> None:
    """A study day can begin as late as noon, after the first reminder of the calendar's day."""
    assert end_on(ReminderPlan(), TODAY, NOW) == datetime(2026, 3, 3, 9, tzinfo=ZONE)
    late = read_snooze("tomorrow", ReminderPlan(), NOW, date(2026, 3, 1))
    assert late == datetime(2026, 3, 3, 9, tzinfo=ZONE)


def test_the_hour_that_comes_twice_is_counted_twice() -> None:
    zone = ZoneInfo("America/New_York")
    first, second = (datetime(2027, 11, 7, 1, 15, tzinfo=zone, fold=fold) for fold in (0, 1))
    until = read_snooze("2h", ReminderPlan(), first, first.date())
    assert until == datetime(2027, 11, 7, 2, 15, tzinfo=zone)
    with pytest.raises(BadInput, match="it is past 01:30"):
        read_snooze("1:30", ReminderPlan(), second, second.date())


@given(st.text() | st.from_regex(r"\d{1,5} ?[hm天d:]\d{0,3}m?", fullmatch=True))
def test_whatever_is_typed_a_snooze_ends_later_or_is_refused(text: str) -> None:
    try:
        until = end(text)
    except BadInput:
        return
    assert until is None or until > NOW
