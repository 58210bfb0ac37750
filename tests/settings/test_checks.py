"""The checks of the settings: what is taken, and what is refused with what is allowed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.settings.checks import Check, choices, one_of, whole, yes_or_no
from recall.settings.table import SETTINGS

ALLOWED: list[tuple[str, object, object]] = [
    ("daily_minutes", 1, 1),
    ("daily_minutes", "1440", 1440),
    ("sitting_minutes", 5, 5),
    ("day_start", "00:00", time(0, 0)),
    ("day_start", "12:59", time(12, 59)),
    ("day_start", "4:05", time(4, 5)),
    ("day_start", time(4, 5), time(4, 5)),
    ("day_start", "04:05:00", time(4, 5)),
    ("daily_minutes", "1h", 60),
    ("daily_minutes", "1h30", 90),
    ("sitting_minutes", "25 min", 25),
    ("time_zone", "", ""),
    ("time_zone", "Asia/Shanghai", "Asia/Shanghai"),
    ("desired_retention", 0.7, 0.7),
    ("desired_retention", "0.97", 0.97),
    ("maximum_interval", 36500, 36500),
    ("spread", True, True),
    ("spread", "off", False),
    ("spread", "YES", True),
    ("database_url", "postgresql://me@host/name", "postgresql://me@host/name"),
    ("language", "ZH", "zh"),
    ("remind.on", "off", False),
    ("remind.times", "18:30 9:00", "09:00, 18:30"),
    ("remind.times", [time(18, 30), "9:00"], "09:00, 18:30"),
    ("remind.quiet", "23:00 to 7:00", "23:00-07:00"),
    ("remind.quiet", "none", "none"),
    ("remind.days", "周一至周五", "weekdays"),
    ("remind.kinds", "nudge digest", "digest, nudge"),
    ("remind.nudge", time(20), "20:00"),
    ("remind.machines", "each", "each"),
]


@pytest.mark.parametrize(("name", "value", "used"), ALLOWED)
def test_an_allowed_value_is_taken(name: str, value: object, used: object) -> None:
    assert SETTINGS[name].check(value) == used


REFUSED: list[tuple[str, object, str]] = [
    ("daily_minutes", 0, "a whole number from 1 to 1440"),
    ("daily_minutes", 1441, "a whole number from 1 to 1440"),
    ("daily_minutes", "25h", "a whole number from 1 to 1440, or 90m, 1h, 1h30"),
    ("daily_minutes", True, "a whole number"),
    ("daily_minutes", 4.5, "a whole number"),
    ("daily_minutes", "many", "a whole number"),
    ("daily_minutes", "9" * 5000, "a whole number"),
    ("daily_minutes", [45], "a whole number"),
    ("sitting_minutes", 4, "a whole number from 5"),
    ("day_start", "13:00", "a time of day from 00:00 to 12:59"),
    ("day_start", "04:60", "a time of day"),
    ("day_start", "0400", "a time of day"),
    ("day_start", "4:5", "a time of day"),
    ("day_start", "-1:00", "a time of day"),
    ("day_start", "9" * 5000 + ":00", "a time of day"),
    ("day_start", time(13), "a time of day"),
    ("day_start", 4, "a time of day"),
    ("time_zone", "Mars/Olympus", "the name of a time zone"),
    ("time_zone", "../../etc/passwd", "the name of a time zone"),
    ("time_zone", "/etc/passwd", "the name of a time zone"),
    ("time_zone", "Asia", "the name of a time zone"),
    ("time_zone", "a\0b", "the name of a time zone"),
    ("time_zone", 8, "the name of a time zone"),
    ("desired_retention", 0.69, "a number from 0.7 to 0.97"),
    ("desired_retention", 1.5, "a number from 0.7 to 0.97"),
    ("desired_retention", "nan", "a number from 0.7"),
    ("desired_retention", True, "a number"),
    ("desired_retention", "high", "a number"),
    ("maximum_interval", 36501, "a whole number from 1 to 36500"),
    ("spread", "maybe", "true or false"),
    ("spread", 2, "true or false"),
    ("database_url", 5, "a text"),
    ("language", "fr", "auto, en or zh"),
    ("remind.on", "sometimes", "true or false"),
    ("remind.times", "25:00", "times of day from 00:00 to 23:59"),
    ("remind.quiet", "22:00", "two different times of day"),
    ("remind.days", "someday", "days of the week"),
    ("remind.kinds", "poke", "all, or some of digest"),
    ("remind.nudge", "evening", "a time of day"),
    ("remind.machines", "two", "once or each"),
]
IDS = [f"{name} {str(value)[:20]!r}" for name, value, _ in REFUSED]


@pytest.mark.parametrize(("name", "value", "allowed"), REFUSED, ids=IDS)
def test_any_other_value_is_refused_with_what_is_allowed(
    name: str, value: object, allowed: str
) -> None:
    with pytest.raises(ValueError, match=allowed):
        SETTINGS[name].check(value)


@given(
    st.sampled_from(list(SETTINGS)),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
)
def test_whatever_stands_there_is_taken_or_refused(name: str, value: object) -> None:
    try:
        used = SETTINGS[name].check(value)
    except ValueError:
        return
    assert SETTINGS[name].check(used) == used


@pytest.mark.parametrize(
    ("check", "words"),
    [(yes_or_no, ("true", "false")), (one_of("a", "b"), ("a", "b")), (whole(1, 2), ())],
)
def test_what_can_be_chosen_of_is_known(check: Check, words: tuple[str, ...]) -> None:
    assert choices(check) == words
