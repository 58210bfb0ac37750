"""What the values of cells and fields say."""

import pytest

from recall.formats.fields.cells import (
    duration_of,
    is_link,
    kind_of,
    labels_of,
    language_of,
    links_of,
    minutes_of,
    pages_of,
    share_of,
    state_of,
    text_of,
)


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("archive", "read"),
        ("Read", "read"),
        ("DONE ", "read"),
        ("已读", "read"),
        ("✅", "read"),
        ("☑ yes", "read"),
        ("1", "read"),
        (1, "read"),
        (True, "read"),
        ("currently-reading", "begun"),
        ("In progress", "begun"),
        ("在读", "begun"),
        ("did-not-finish", "dropped"),
        ("放弃", "dropped"),
        ("to-read", "unread"),
        (0, "unread"),
        (False, "unread"),
        ("", None),
        (None, None),
        ("New York", None),
        (2, None),
        ("✗", None),
    ],
)
def test_a_word_a_tick_and_a_number_say_a_state(value: object, state: str | None) -> None:
    assert state_of(value) == state


@pytest.mark.parametrize(
    ("value", "words", "labels"),
    [
        ("gpu|memory, too", False, ["gpu", "memory, too"]),
        ("gpu, memory;数学、图", False, ["gpu", "memory", "数学", "图"]),
        ("gpu memory", False, ["gpu memory"]),
        ("gpu memory", True, ["gpu", "memory"]),
        ("['gpu', \"it's\", 'a, b',]", False, ["gpu", "it's", "a, b"]),
        ('["caf\\u00e9"]', False, ["café"]),
        ("['a\\d']", False, ["a\\d"]),
        ("[]", False, []),
        ("[gpu, memory", False, ["[gpu", "memory"]),
        ("[__import__('os')]", False, ["[__import__('os')]"]),
        ("[" * 10_000, False, ["[" * 10_000]),
        (
            ["gpu", {"name": "memory"}, {"label": "x"}, None, 7, []],
            False,
            ["gpu", "memory", "x", "7"],
        ),
        ({"gpu": {"item": 1}, "memory": {}}, False, ["gpu", "memory"]),
        ("", False, []),
        (None, False, []),
        (True, False, []),
    ],
)
def test_labels_are_told_apart_however_they_are_written(
    value: object, words: bool, labels: list[str]
) -> None:
    assert labels_of(value, words=words) == labels


@pytest.mark.parametrize(
    ("value", "links"),
    [
        ("https://example.org/a", ["https://example.org/a"]),
        (" https://example.org/a b", ["https://example.org/a"]),
        (
            "https://example.org/a\nhttps://example.org/b",
            ["https://example.org/a", "https://example.org/b"],
        ),
        ("[A](https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("<https://example.org/a>", ["https://example.org/a"]),
        ("www.example.org", ["https://www.example.org"]),
        ("example.org/a?b=1", ["https://example.org/a?b=1"]),
        ("javascript:alert(1)", ["javascript:alert(1)"]),
        (["https://example.org/a", "x"], ["https://example.org/a"]),
        ("10.1145/3.4", ["https://doi.org/10.1145/3.4"]),
        ("arXiv:2401.00001v2", ["https://arxiv.org/abs/2401.00001v2"]),
        ("paper.pdf", []),
        ("n/a", []),
        ("-", []),
        ("see my notes", []),
        ("", []),
        (None, []),
        (5, []),
    ],
)
def test_links_are_found_in_a_value(value: object, links: list[str]) -> None:
    assert links_of(value) == links


def test_only_a_whole_link_is_a_link() -> None:
    assert is_link(" https://example.org/a ")
    assert not any(map(is_link, ("see https://example.org", "example.org", "", None, 1)))


@pytest.mark.parametrize(
    ("value", "percent", "share"),
    [
        ("0.35", False, 0.35),
        (1, False, 1),
        ("1.0", False, 1),
        ("40", False, 0.4),
        ("40%", False, 0.4),
        ("1 %", False, 0.01),
        (1, True, 0.01),
        (100, True, 1),
        ("half", False, None),
        ("", False, None),
        (True, False, None),
    ],
)
def test_a_progress_is_a_share_of_the_whole(
    value: object, percent: bool, share: float | None
) -> None:
    assert share_of(value, percent=percent) == share


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        (7, 7),
        ("7", 7),
        (0.4, 1),
        (0, None),
        ("4 mins", 4),
        ("1:20:38", 81),
        ("45:10", 46),
        ("1 h 20 min", 80),
        ("2 hours", 120),
        ("20 分钟", 20),
        ("-5", None),
        ("99999999", None),
        ("long", None),
        ("", None),
        (None, None),
    ],
)
def test_minutes_are_numbers_or_durations(value: object, minutes: int | None) -> None:
    assert minutes_of(value) == minutes


def test_a_duration_needs_its_unit_and_pages_take_two_minutes_each() -> None:
    assert (duration_of("90"), duration_of("90 min"), duration_of(None)) == (None, 90, None)
    assert (pages_of("300"), pages_of("many"), pages_of("")) == (600, None, None)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en_US", "en"),
        ("ZH", "zh"),
        ("eng", "en"),
        ("中文", "zh"),
        ("yue", "yue"),
        ("Python", None),
        ("", None),
    ],
)
def test_a_language_is_a_code_or_a_name(value: str, code: str | None) -> None:
    assert language_of(value) == code


def test_kinds_and_names_of_objects() -> None:
    assert (kind_of("Videos"), kind_of("论文"), kind_of("link"), kind_of(None)) == (
        "video",
        "paper",
        None,
        None,
    )
    assert text_of([{"name": "A"}, "B", None]) == "A, B"
    assert (text_of({"$id": 1}), text_of({"title": "T"}), text_of(True)) == ("", "T", "")
