"""Lengths of time as people type them."""

import pytest

from recall.domain.text.durations import minutes_in


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h", 60),
        ("90m", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("1h5", 65),
        ("1 h 30 min", 90),
        (" 2 HOURS ", 120),
        ("1.5h", 90),
        ("0.25 hours", 15),
        ("45 minutes", 45),
        ("1小时", 60),
        ("1小时30分钟", 90),
        ("2个小时", 120),
        ("2 個小時", 120),
        ("45分", 45),
        ("９０ｍ", 90),
        ("0h", 0),
        ("半小时", 30),
        ("半个小时", 30),
        ("一小时", 60),
        ("两小时", 120),
        ("一个半小时", 90),
        ("1个半小时", 90),
        ("四十五分钟", 45),
        ("一小时三十分", 90),
    ],
)
def test_hours_and_minutes_are_read(text: str, minutes: int) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "90",
            "h",
            "1.h",
            "-1h",
            "30m1h",
            "1h30s",
            "1h99",
            "1h60m",
            "1.5h90",
            "1小时六十分",
            "3 months",
            "1d",
            "1:30",
            "半",
            "半分钟",
            "一",
            "百百分",
        ),
        *("9" * 10_000, "1" + " " * 100_000 + "x", "1h" * 50_000, "\x00", "\ud800"),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_other_texts_are_not(text: str) -> None:
    assert minutes_in(text) is None
