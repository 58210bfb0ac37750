"""Numbers, dates and titles as sentences have them."""

from datetime import date, timedelta

import pytest

from recall.domain.text.wording import (
    NEAR_DAYS,
    about_date,
    clipped,
    counted,
    ordinal,
    percent,
)


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_one_thing_has_no_plural(number: int, said: str) -> None:
    assert counted(number, "day") == said


@pytest.mark.parametrize(("share", "said"), [(0, "0 %"), (0.425, "42 %"), (1, "100 %")])
def test_a_share_is_in_whole_percent(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th")),
        *((12, "12th"), (13, "13th"), (21, "21st"), (111, "111th"), (1102, "1102nd")),
    ],
)
def test_a_place_in_a_line_has_its_ending(number: int, said: str) -> None:
    assert ordinal(number) == said


TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "29 November"),
        (TODAY + timedelta(NEAR_DAYS), "20 December"),
        (TODAY + timedelta(NEAR_DAYS + 1), "December"),
        (date(2027, 6, 30), "June 2027"),
    ],
)
def test_an_uncertain_date_is_told_by_its_month_if_it_is_far_off(day: date, said: str) -> None:
    assert about_date(day, TODAY) == said


@pytest.mark.parametrize(
    ("title", "columns", "said"),
    [
        ("Short", 5, "Short"),
        ("Shorter", 5, "Short…"),
        ("Two words", 4, "Two…"),
        ("图解大模型", 10, "图解大模型"),
        ("图解大模型", 9, "图解大模…"),
        ("", 0, ""),
    ],
)
def test_a_title_is_cut_to_its_columns(title: str, columns: int, said: str) -> None:
    assert clipped(title, columns) == said
