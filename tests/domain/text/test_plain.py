"""What may reach the terminal, or the desktop, of what came from outside."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recall.domain.text.plain import lines, plain, spaced, without_controls

FAMILY = "👩\u200d👩\u200d👧"
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp", "Zs", "So"]),
        st.sampled_from("\x1b[]P\\\x07m;31\x9b\x9d\x9c\u200d👩\ufe0f\u0301"),
    )
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("Attention Is All You Need", "Attention Is All You Need"),
        ("深入理解计算机系统：第三版", "深入理解计算机系统：第三版"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;5;196mred", "red"),
        ("\x9b31mred", "red"),
        ("a\x1b[2J\x1b[Hb", "ab"),
        ("a\x1b]0;new window title\x07b", "ab"),
        ("a\x1b]8;;https://evil.example\x1b\\b\x1b]8;;\x1b\\c", "abc"),
        ("a\x9d52;c;cm0gLXJm\x9cb", "ab"),
        ("a\x1bPq#0;2;0;0;0\x1b\\b", "ab"),
        ("a\x1b_application\x1b\\b\x1b^private\x1b\\c", "abc"),
        ("a\x1b]0;never ended", "a0;never ended"),
        ("a\x1b[31", "a"),
        ("a\x1b", "a"),
        ("\x1b\x1b[31m[31mb", "[31mb"),
        ("a\x1b(0b\x1bcd", "abd"),
        ("a\x00b\x07c\x08d\x7fe", "abcde"),
        ("â\x80\x9d mojibake", "â mojibake"),
        ("safe\u202ecod.exe\u202c", "safecod.exe"),
        ("\u2066a\u2069\u200e\u200f\u061cb", "ab"),
        ("a\u200bb\ufeffc\u2060d\xade", "abcde"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("a\u2028b\u2029c\x85d\u3000e\xa0f", "a b c d e f"),
        ("  a   b  ", "a b"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        (FAMILY, FAMILY),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("🙂\u200d\u2194\ufe0f", "🙂\u200d\u2194\ufe0f"),
        ("👍🏽 🇨🇳 1\ufe0f\u20e3", "👍🏽 🇨🇳 1\ufe0f\u20e3"),
        ("pass\u200dword", "password"),
        ("👩\u200d", "👩"),
        ("\u200d👩", "👩"),
        ("z" + "\u0336" * 50 + "y", "z" + "\u0336" * 4 + "y"),
        ("z" + "\u0336\u200b" * 50, "z" + "\u0336" * 4),
        ("ệ in pieces: e\u0323\u0302", "ệ in pieces: e\u0323\u0302"),
        ("각 \u1100\u1161\u11a8", "각 \u1100\u1161\u11a8"),
        ("\ue000\uf8ff", "\ue000\uf8ff"),
        ("none \ufffe\U0010ffff\ufdd0\ufdef\U0003fffe", "none"),
        ("unassigned \u0378 \ufdcf \ufff0", "unassigned \u0378 \ufdcf \ufff0"),
        ("👩\uffff\u200d👧", "👩\u200d👧"),
        ("", ""),
        ("\x1b[0m\u200b\n", ""),
    ],
)
def test_a_hostile_title_is_made_plain(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


@given(NASTY)
@example("👩\u200d\u200d👧")
@example("👩\u200b\u200d👧")
@example("\u200d👩\ufe0f\u200d👧\u200d")
def test_plain_text_holds_nothing_hidden_but_joiners_inside_an_emoji(text: str) -> None:
    shown = plain(text)
    for before, char, after in zip(" " + shown, shown, shown[1:] + " ", strict=False):
        category = unicodedata.category(char)
        assert category not in ("Cc", "Cs", "Zl", "Zp")
        if category == "Cf":
            assert char == "\u200d"
            assert before > "\u2000"
            assert after > "\u2000"


@given(NASTY)
def test_plain_text_can_be_encoded_and_is_one_trimmed_line(text: str) -> None:
    shown = plain(text)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown.splitlines()) <= 1
    assert shown == shown.strip()


@given(NASTY)
@example("\x1b\x1b[31m[31m")
@example("\x1b\u200b[31m")
@example("👩\u0301\u0301\u0301\u0301\u0301\ufe0f\u200d👧")
def test_making_plain_twice_is_making_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Sc"])))
def test_letters_digits_and_punctuation_are_kept(text: str) -> None:
    assert plain(text) == text


@given(st.text(st.sampled_from("a中\u0301\u0336\u3099")))
def test_no_letter_keeps_more_than_four_marks(text: str) -> None:
    shown = plain(text)
    assert all(mark * 5 not in shown for mark in "\u0301\u0336\u3099")
    assert [c for c in shown if c in "a中"] == [c for c in text if c in "a中"]


@pytest.mark.parametrize("place", range(6))
def test_a_stack_of_five_marks_is_found_wherever_it_stands(place: int) -> None:
    assert plain("中" * place + "z" + "\u0336" * 5 + "y") == "中" * place + "z" + "\u0336" * 4 + "y"


def test_a_note_keeps_its_lines() -> None:
    assert lines("first\x1b[31m\n\n  second\tpart\r\nthird\u2028fourth") == [
        "first",
        "",
        "second part",
        "third",
        "fourth",
    ]


def test_a_sequence_over_two_lines_of_a_note_vanishes_as_a_whole() -> None:
    assert lines("a\x1b]0;evil\ntitle\x07b") == ["ab"]


@given(NASTY)
def test_each_line_of_a_note_is_plain(text: str) -> None:
    assert all(plain(line) == line for line in lines(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["\x1b", "\x1b[", "\x1b]", "\x9d", "\x9d0;", "\u0301", "👩\u200d"]
)
def test_a_very_long_hostile_title_is_read_a_bounded_number_of_times(piece: str) -> None:
    """300,000 characters would take many minutes if any step looked back or ahead without bound."""
    assert len(plain(piece * (300_000 // len(piece)))) <= 300_000


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\tb\nc", "a\tb\nc"), ("plain", "plain"), ("\x1b[31mred\x00\x9b", "[31mred")],
)
def test_a_file_keeps_tabs_and_lines_and_no_other_control_characters(text: str, kept: str) -> None:
    assert without_controls(text) == kept


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (" - [ ]  a ", " - [ ]  a "),
        ("\t- b\r", "\t- b "),
        ("a\u3000b\u2028c\x85d\x0be", "a\u3000b c d e"),
        ("-\x1b[31m\x00 c", "- c"),
    ],
)
def test_a_line_of_a_file_keeps_its_spaces_and_tabs(line: str, shown: str) -> None:
    assert spaced(line) == shown


@given(NASTY)
def test_a_line_with_its_spaces_is_else_as_plain_as_any(text: str) -> None:
    assert plain(spaced(text)) == plain(text)
    assert len(spaced(text).splitlines()) <= 1
