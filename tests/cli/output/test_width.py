"""Columns: how many a text takes, and cutting by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from recall.cli.output.width import clip, width, wrap
from recall.domain.text.graphemes import graphemes, stands_apart
from recall.domain.text.plain import plain
from testing.characters import apart

FAMILY = "👩\u200d👩\u200d👧"
WHOLES = [*"ab 中文，。（「한", "\u1112\u1161\u11ab", "e\u0301", FAMILY, "👍🏽", "🇨🇳", "❤\ufe0f"]
TITLES = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("ab 中文，。（「한\u1112\u1161\u11abé\u0301👩👍🏽🇨🇳❤\u200d\ufe0f"),
    )
).map(plain)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain", 5),
        ("naïve – “quoted” …", 18),
        ("深入理解", 8),
        ("ＡＢ，。", 8),
        ("한국어", 6),
        ("\u1112\u1161\u11ab", 2),
        ("e\u0301", 1),
        ("が", 2),
        ("か\u3099", 2),
        ("🔥", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇨🇳", 2),
        ("🇨🇳🇫🇷", 4),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("𠮷", 2),
        ("\ufffd", 1),
        ("→ ✓", 3),
    ],
)
def test_width_is_counted_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.characters(categories=["Lu", "Ll", "Lt", "Nd", "Nl", "Pd", "Ps", "Pe", "Sc"])))
def test_width_agrees_with_the_tables_where_it_does_without_them(text: str) -> None:
    assert width(text) == wcswidth(text)


@pytest.mark.parametrize("lone", ["🇨", "🏽", "\u1161", "\u0301", "\U0001fae8", "\xad"])
def test_half_of_something_is_as_wide_as_the_tables_say(lone: str) -> None:
    assert width(lone) == max(0, wcswidth(lone))


@pytest.mark.slow
def test_what_stands_apart_is_as_wide_as_the_tables_say() -> None:
    assert [char for char in apart() if width(char) != wcswidth(char)] == []


@given(st.lists(st.sampled_from(WHOLES) | st.characters().filter(stands_apart)))
def test_a_text_is_as_wide_as_its_graphemes(pieces: list[str]) -> None:
    assert width("".join(pieces)) == sum(map(width, pieces))


@pytest.mark.parametrize(
    "text", ["မြန်မာစာ", "क्षेत्र", "ภาษาไทยกำลัง", "தமிழ் க்ஷே", "ភាសាខ្មែរ", "\u09cdab"]
)
def test_scripts_with_marks_are_as_wide_as_the_tables_say_and_are_cut_to_fit(text: str) -> None:
    assert width(text) == wcswidth(text)
    for columns in range(1, width(text)):
        assert width(clip(text, columns)) <= columns
        assert all(
            width(line) <= columns or len(graphemes(line)) == 1 for line in wrap(text, columns)
        )


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("a long title", 8, "a long…"),
        ("a long title", 7, "a long…"),
        ("深入理解", 8, "深入理解"),
        ("深入理解", 7, "深入理…"),
        ("深入理解", 6, "深入…"),
        ("深入理解", 2, "…"),
        ("深入理解", 1, "…"),
        ("深入理解", 0, ""),
        ("深入理解", -3, ""),
        (FAMILY * 3, 5, FAMILY * 2 + "…"),
        ("🇨🇳🇫🇷🇩🇪", 4, "🇨🇳…"),
        ("👍🏽👍🏽", 3, "👍🏽…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("", 3, ""),
    ],
)
def test_clipping_says_that_it_cut_and_splits_nothing(text: str, columns: int, shown: str) -> None:
    assert clip(text, columns) == shown


@given(TITLES, st.integers(0, 40))
def test_a_clipped_text_fits_and_is_the_text_where_that_fits(text: str, columns: int) -> None:
    shown = clip(text, columns)
    assert width(shown) <= columns
    if width(text) <= columns:
        assert shown == text or columns == 0
    else:
        assert shown.endswith("…") or columns == 0
        assert text.startswith(shown.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("", 10, [""]),
        ("   ", 2, [""]),
        ("to be or not to be", 9, ["to be or", "not to be"]),
        ("  a  b", 1, ["a", "b"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable", 6, ["a", "unbrea", "kable"]),
        ("深入理解计算机", 6, ["深入理", "解计算", "机"]),
        ("深入理解，计算", 8, ["深入理", "解，计算"]),
        ("深入（理解）", 6, ["深入", "（理", "解）"]),
        ("学习 Python 语言", 8, ["学习", "Python", "语言"]),
        ("学习Python语言", 8, ["学习", "Python语", "言"]),
        ("中文", 1, ["中", "文"]),
        ("中文", 0, ["中", "文"]),
        ("中文", -3, ["中", "文"]),
        ("。。。。", 4, ["。。", "。。"]),
        (FAMILY * 3, 4, [FAMILY * 2, FAMILY]),
        ("👩\u200d❤\ufe0fcd", 3, ["👩\u200d❤\ufe0fc", "d"]),
    ],
)
def test_wrapping_breaks_where_a_reader_expects(text: str, columns: int, shown: list[str]) -> None:
    assert wrap(text, columns) == shown


@given(TITLES, st.integers(2, 40))
def test_wrapped_lines_fit_and_hold_the_whole_text(text: str, columns: int) -> None:
    found = wrap(text, columns)
    assert all(width(line) <= columns or len(graphemes(line)) == 1 for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(line for line in found) or found == [""]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a", "中", "a ", "。", "e\u0301", "👩\u200d", "🇨", "\u0301", "（"]
)
def test_a_title_without_end_takes_linear_time(piece: str) -> None:
    """100,000 characters: in quadratic time this would take minutes."""
    text = piece * (100_000 // len(piece))
    assert width(clip(text, 80)) <= 80
    assert "".join(wrap(text, 80)).replace(" ", "") == text.replace(" ", "")
    assert width(text) >= 0
