"""Dates as people type them, on Wednesday 25 November 2026."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.dates import (
    FIRST_DAY,
    LAST_DAY,
    parse_coming,
    parse_date,
    parse_future,
    parse_past,
)
from recall.errors import BadInput

TODAY = date(2026, 11, 25)
Parser = Callable[[str, date], date]
PARSERS = st.sampled_from([parse_date, parse_past, parse_coming, parse_future])


def days_from_today(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", 0),
        ("tonight", 0),
        ("今晚", 0),
        ("明晚", 1),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("day after tomorrow", 2),
        ("今天", 0),
        ("昨天", -1),
        ("明天", 1),
        ("前天", -2),
        ("后天", 2),
        ("後天", 2),
        ("大后天", 3),
        ("大前天", -3),
    ],
)
def test_days_have_names(text: str, days: int) -> None:
    assert parse_date(text, TODAY) == days_from_today(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 days ago", -3),
        ("a day ago", -1),
        ("in 3 days", 3),
        ("3 days", 3),
        ("three days from now", 3),
        ("3d", 3),
        ("+3", 3),
        ("-2", -2),
        ("+1w", 7),
        ("-2 weeks", -14),
        ("2 weeks", 14),
        ("in 2 weeks", 14),
        ("in a week", 7),
        ("1w", 7),
        ("2w ago", -14),
        ("next week", 7),
        ("last week", -7),
        ("0 days ago", 0),
        ("3天前", -3),
        ("3天后", 3),
        ("３天後", 3),
        ("3 天 后", 3),
        ("3天之后", 3),
        ("三天以前", -3),
        ("3天", 3),
        ("下周", 7),
        ("下星期", 7),
        ("下个礼拜", 7),
        ("上週", -7),
        ("一周后", 7),
        ("两个星期后", 14),
        ("十天后", 10),
    ],
)
def test_distances_in_days_and_weeks_are_counted(text: str, days: int) -> None:
    assert parse_date(text, TODAY) == days_from_today(days)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("next month", TODAY, date(2026, 12, 25)),
        ("a month", TODAY, date(2026, 12, 25)),
        ("in 2 months", TODAY, date(2027, 1, 25)),
        ("last month", TODAY, date(2026, 10, 25)),
        ("12 months ago", TODAY, date(2025, 11, 25)),
        ("next year", TODAY, date(2027, 11, 25)),
        ("下个月", TODAY, date(2026, 12, 25)),
        ("下月", TODAY, date(2026, 12, 25)),
        ("上个月", TODAY, date(2026, 10, 25)),
        ("3个月后", TODAY, date(2027, 2, 25)),
        ("一年后", TODAY, date(2027, 11, 25)),
        ("next month", date(2026, 1, 31), date(2026, 2, 28)),
        ("next month", date(2028, 1, 31), date(2028, 2, 29)),
        ("a year ago", date(2028, 2, 29), date(2027, 2, 28)),
        ("last month", date(2026, 1, 15), date(2025, 12, 15)),
    ],
)
def test_a_month_later_is_the_same_day_of_it_or_its_last(text: str, today: date, day: date) -> None:
    assert parse_date(text, today) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("thu", 1),
        ("friday", 2),
        ("tues", 6),
        ("Wednesday", 7),
        ("next monday", 5),
        ("next wed", 7),
        ("this friday", 2),
        ("this wed", 7),
        ("weekend", 3),
        ("this weekend", 3),
        ("next weekend", 3),
        ("last weekend", -4),
        ("周末", 3),
        ("下周末", 10),
        ("last friday", -5),
        ("last wednesday", -7),
        ("last tue", -1),
        ("周一", 5),
        ("星期一", 5),
        ("礼拜一", 5),
        ("周日", 4),
        ("星期天", 4),
        ("周三", 7),
        ("下周一", 5),
        ("下周三", 7),
        ("下个星期天", 11),
        ("上周五", -5),
        ("上周一", -9),
        ("这周一", -2),
        ("本周日", 4),
    ],
)
def test_a_weekday_is_the_coming_one_unless_it_says_otherwise(text: str, days: int) -> None:
    assert parse_date(text, TODAY) == days_from_today(days)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026/11/20", date(2026, 11, 20)),
        ("2026-1-2", date(2026, 1, 2)),
        ("2026年11月20日", date(2026, 11, 20)),
        ("20.11.2026", date(2026, 11, 20)),
        ("2.1.2027", date(2027, 1, 2)),
        ("2026.11.20", date(2026, 11, 20)),
        ("20261120", date(2026, 11, 20)),
        ("20.11.", date(2026, 11, 20)),
        ("1.2.", date(2027, 2, 1)),
        ("27th", date(2026, 11, 27)),
        ("the 20th", date(2026, 11, 20)),
        ("1st", date(2026, 12, 1)),
        ("27号", date(2026, 11, 27)),
        ("3日", date(2026, 12, 3)),
        ("31st", date(2026, 10, 31)),
        ("20 nov 2027", date(2027, 11, 20)),
        ("Nov 20th, 2027", date(2027, 11, 20)),
        ("1000-01-01", FIRST_DAY),
        ("9998-12-31", LAST_DAY),
        ("11-20", date(2026, 11, 20)),
        ("11/20", date(2026, 11, 20)),
        ("11月20号", date(2026, 11, 20)),
        ("20 Nov", date(2026, 11, 20)),
        ("nov 20", date(2026, 11, 20)),
        ("sept 3rd", date(2026, 9, 3)),
        ("5-28", date(2026, 5, 28)),
        ("05-20", date(2027, 5, 20)),
        ("01-02", date(2027, 1, 2)),
    ],
)
def test_a_date_without_a_year_is_the_nearest(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "3", "in 3", "3 fortnights", "am", "ad", "in 3 days ago", "monday 3"),
        *("2026", "2026年", "2026-11", "3月", "一月", "天", "后", "nov", "3 hours", "20-nov"),
        *("20.11", "3.4", "2026112", "202611201", "weekends", "this week", "th"),
        "1" * 5000,
    ],
)
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(BadInput, match=r"is not a date; try 2026-11-20, tomorrow"):
        parse_date(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30", "13-01", "20-11", "02-29", "31 nov", "0000-01-01", "2026-00-10"),
        *("0999-12-31", "9999-01-01", "32nd", "0th", "20261320", "31.11.2026", "11.20.2026"),
        *("+99999w", "99999 months", "99999 years ago", "99999年后"),
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"is not on the calendar; try"):
        parse_date(text, date(9998, 6, 1) if "999" in text else TODAY)


def test_a_day_of_the_month_is_found_across_a_short_month() -> None:
    assert parse_past("31st", date(2027, 3, 1)) == date(2027, 1, 31)
    assert parse_future("30th", date(2027, 1, 31)) == date(2027, 3, 30)


def test_an_error_is_one_line_and_says_what_was_typed() -> None:
    with pytest.raises(BadInput, match=r"^'Some Day' is not") as caught:
        parse_date(" Some\n Day", TODAY)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("wed", TODAY),
        ("fri", date(2026, 11, 20)),
        ("周一", date(2026, 11, 23)),
        ("11-25", TODAY),
        ("11-26", date(2025, 11, 26)),
        ("26th", date(2026, 10, 26)),
        ("25th", TODAY),
        ("31st", date(2026, 10, 31)),
        ("this friday", date(2026, 11, 20)),
        ("weekend", date(2026, 11, 21)),
        ("01-02", date(2026, 1, 2)),
    ],
)
def test_the_past_ends_today(text: str, day: date) -> None:
    assert parse_past(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 26)),
        ("fri", date(2026, 11, 27)),
        ("11-26", date(2026, 11, 26)),
        ("11-25", date(2027, 11, 25)),
        ("05-20", date(2027, 5, 20)),
        ("25th", date(2026, 12, 25)),
        ("this friday", date(2026, 11, 27)),
    ],
)
def test_the_future_starts_tomorrow(text: str, day: date) -> None:
    assert parse_future(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("今天", TODAY),
        ("wed", date(2026, 12, 2)),
        ("11-25", TODAY),
        ("11-24", date(2027, 11, 24)),
        ("5月20日", date(2027, 5, 20)),
    ],
)
def test_a_coming_day_starts_today(text: str, day: date) -> None:
    assert parse_coming(text, TODAY) == day


@pytest.mark.parametrize("text", ["yesterday", "昨天", "2026-11-24", "-1"])
def test_a_coming_day_cannot_be_over(text: str) -> None:
    with pytest.raises(BadInput, match=r"^2026-11-24 is over; give today or a later day"):
        parse_coming(text, TODAY)


@pytest.mark.parametrize("text", ["tomorrow", "next thursday", "1d", "2026-11-26"])
def test_a_past_date_cannot_lie_in_the_future(text: str) -> None:
    with pytest.raises(BadInput, match=r"^2026-11-26 is in the future; give today or"):
        parse_past(text, TODAY)


def test_a_future_date_cannot_be_today() -> None:
    with pytest.raises(BadInput, match=r"^2026-11-25 is not after today; give a later day"):
        parse_future("today", TODAY)


@given(day=st.dates(FIRST_DAY, LAST_DAY), today=st.dates())
def test_every_date_is_read_back_from_its_iso_form(day: date, today: date) -> None:
    assert parse_date(day.isoformat(), today) == day


WORDS = (
    "in",
    "ago",
    "a",
    "next",
    "last",
    "days",
    "w",
    "month",
    "years",
    "monday",
    "nov",
    "3rd",
    "this",
    "weekend",
    "the",
)
CHINESE = ("下", "上", "个", "周", "月", "年", "日", "天", "一", "后", "前", "号", "星期")
PIECES = st.sampled_from([*WORDS, *CHINESE, *"+-/,. 0123456789", "99999", "2026", "29"])
TYPED = st.lists(PIECES, max_size=7)


@given(
    text=st.text(max_size=9) | TYPED.map("".join) | TYPED.map(" ".join),
    today=st.dates() | st.sampled_from([date.min, date.max]),
    parse=PARSERS,
)
def test_any_text_on_any_day_is_a_date_or_bad_input(text: str, today: date, parse: Parser) -> None:
    with suppress(BadInput):
        assert type(parse(text, today)) is date


@given(days=st.integers(0, 99999), today=st.dates(date(1300, 1, 1), date(3000, 1, 1)))
def test_as_many_days_ahead_as_ago(days: int, today: date) -> None:
    ahead = parse_date(f"in {days} days", today) - today
    assert ahead == today - parse_date(f"{days} days ago", today) == timedelta(days=days)
