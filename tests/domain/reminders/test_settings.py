"""Reminder settings as people write them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.settings import (
    read_kinds,
    read_quiet,
    read_time,
    read_times,
    write_kinds,
    write_quiet,
    write_times,
)
from recall.domain.reminders.slots import REMINDER_KINDS, ReminderKind
from recall.domain.text.weekdays import read_days


@pytest.mark.parametrize(
    "text", ["09:00, 18:30", "18:30;9:00", "９：００、18：30", "9:00 18:30 9:00"]
)
def test_times_of_day_are_sorted_and_each_once(text: str) -> None:
    assert read_times(text) == (time(9), time(18, 30))


def test_a_list_of_a_settings_file_is_read_as_a_text_is() -> None:
    assert read_times(["18:30", "09:00"]) == read_times([time(9), time(18, 30)])
    assert read_days(["mon", "周二"]) == {0, 1}
    assert read_kinds(("nudge",)) == {"nudge"}


@pytest.mark.parametrize(
    "text", ["", ",", "24:00", "9", "9:60", "9am", "09:00:30", "-1:00", "noon"]
)
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^times of day from 00:00 to 23:59, such as 09:00"):
        read_times(text)
    with pytest.raises(ValueError, match=r"^a time of day from 00:00 to 23:59, such as 19:00"):
        read_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "22:00-08:00",
        "22:00 - 8:00",
        "22:00–08:00",
        "22:00 to 08:00",
        "22：00至08：00",
        "22:00~08:00",
    ],
)
def test_quiet_hours_are_two_times(text: str) -> None:
    assert read_quiet(text) == (time(22), time(8))


@pytest.mark.parametrize("text", ["", "none", "Off", "无", "無"])
def test_quiet_hours_may_be_none(text: str) -> None:
    assert read_quiet(text) is None


@pytest.mark.parametrize("text", ["22:00", "22-8", "08:00-08:00", "1:00-2:00-3:00", "night"])
def test_what_are_no_quiet_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^two different times of day, such as 22:00-08:00"):
        read_quiet(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("digest", {"digest"}), ("Nudge, DIGEST", {"digest", "nudge"}), ("all", set(REMINDER_KINDS))],
)
def test_kinds_are_named(text: str, kinds: set[ReminderKind]) -> None:
    assert read_kinds(text) == kinds


@pytest.mark.parametrize("text", ["", "none", "digest, all", "digests"])
def test_what_are_no_kinds_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^all, or some of digest, nudge, series$"):
        read_kinds(text)


TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(times=st.sets(TIMES, min_size=1))
def test_times_are_read_as_they_are_written(times: set[time]) -> None:
    assert read_times(write_times(sorted(times))) == tuple(sorted(times))


@given(
    quiet=st.none() | st.tuples(TIMES, TIMES).filter(lambda pair: pair[0] != pair[1]),
    kinds=st.frozensets(st.sampled_from(REMINDER_KINDS), min_size=1),
)
def test_quiet_hours_and_kinds_are_read_as_they_are_written(
    quiet: tuple[time, time] | None, kinds: frozenset[ReminderKind]
) -> None:
    assert read_quiet(write_quiet(quiet)) == quiet
    assert read_kinds(write_kinds(kinds)) == kinds


PIECES = st.sampled_from(
    ["mon", "fri", "-", ",", " to ", "周", "一", "五", "至", "每", "9:00", "22:00", "all", "digest"]
)


@given(
    value=st.text(max_size=8) | st.lists(PIECES, max_size=6).map("".join) | st.lists(st.integers()),
    read=st.sampled_from([read_time, read_times, read_quiet, read_days, read_kinds]),
)
def test_anything_is_read_or_refused_with_what_is_allowed(
    value: object, read: Callable[[object], object]
) -> None:
    with suppress(ValueError):
        read(value)
