"""Durations beside a link, in the ways people write them."""

import pytest

from recall.formats.markdown.marks.durations import duration_after, minutes_of, take_duration
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Title | Time\n--|--\n[One](http://a) | 1:20:38", 81),
        ("Title | Time\n--|--\nOne | [link](http://a) (45:10)", 46),
        ("- [One](http://a) (1:02:03)", 63),
        ("- [One](http://a)（45:00）", 45),
        ("- [One](http://a) [30 min] and more", 30),
        ("- [One](http://a) - 1h 15m", 75),
        ("- [One](http://a) (90分钟)", 90),
        ("- [One](http://a) — 45 min", 45),
        ("- [One](http://a) · 12 min read", 12),
        ("- [One](http://a) (2h)", 120),
        ("- [One](http://a) - by Ann, 1.5 hours", 90),
        ("- [One](http://a) by Ann (20 minutes)", 20),
        ("- [One](http://a)，时长 20 分钟", 20),
        ("- [One](http://a)（时长：1小时20分钟）", 80),
        ("- [One](http://a) ⏱ 25 min", 25),
        ("- [One](http://a) (~ 30 min)", 30),
        ("- [One](http://a) | 20分", 20),
        ("- [One](http://a) (40 мин)", 40),
        ("- http://a - One (5 minutes video)", 5),
        ("- [One](http://a) · 1h30", 90),
        ("- [One](http://a) (ex.com, 8 min)", 8),
        ("- [One](http://a) (9分)", None),
        ("- [One](http://a)（6 周，每周 5-7 小时）", None),
        ("- [One](http://a) (2020)", None),
        ("- [One](http://a) (0:00)", None),
        ("- [One](http://a) see 3:16", None),
        ("- [One](http://a) - learn it in 5 minutes a day", None),
        ("- [One](http://a) (7B)", None),
    ],
)
def test_a_duration_beside_a_link_is_its_minutes(text: str, minutes: int | None) -> None:
    item = parse(text).items[0]
    assert (item.title, item.minutes) == ("One", minutes)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (" (45 min) - about nets", " - about nets"),
        (" - by Ann, 45 min", " - by Ann"),
        (" - about nets", " - about nets"),
    ],
)
def test_a_duration_is_taken_out_of_the_text(text: str, rest: str) -> None:
    assert take_duration(text)[1] == rest


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("One (A Station, 58 min)", "One (A Station)"),
        ("一（讲座，58分钟）", "一（讲座）"),
        ("一（58′）", "一"),
    ],
)
def test_a_duration_in_brackets_after_a_title_is_left_out(title: str, rest: str) -> None:
    assert duration_after(title) == (58, rest)


@pytest.mark.parametrize("text", ["", " ", "x", "min", "00:00", "length", "~"])
def test_a_text_without_a_duration_has_none(text: str) -> None:
    assert minutes_of(text) is None
