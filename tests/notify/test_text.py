"""The text of a message, as a platform can take it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.message import Message
from recall.notify import text

PLATFORMS = ("linux", "darwin", "win32")

MESSAGES = st.builds(Message, title=st.text(), body=st.text(), slot=st.just("slot"))


def units(shown: str) -> int:
    return len(shown.encode("utf-16-le")) // 2


def fit(title: str, body: str = "body", platform: str = "linux") -> Message:
    return text.fitted(Message(title, body, "slot"), platform)


@given(MESSAGES, st.sampled_from(PLATFORMS))
def test_any_text_becomes_one_that_can_be_encoded_and_holds_nothing_hidden(message, platform):
    fitted = text.fitted(message, platform)
    for shown in (fitted.title, fitted.body.replace("\n", "")):
        assert shown.encode().decode() == shown
        hidden = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
        assert hidden <= {"\u200d"}
    assert fitted.title


@given(MESSAGES, st.sampled_from(PLATFORMS))
def test_fitting_what_fits_changes_nothing(message, platform):
    fitted = text.fitted(message, platform)
    assert text.fitted(fitted, platform) == fitted


@given(st.text(min_size=40), st.text(min_size=200))
def test_on_windows_every_text_fits_the_arrays_of_its_structure(title, body):
    fitted = text.fitted(Message(title, body, ""), "win32")
    assert units(fitted.title) + 1 <= 64
    assert units(fitted.body) + 1 <= 256


@pytest.mark.parametrize(("char", "whole"), [("a", 62), ("长", 62), ("😀", 31)])
def test_a_title_is_cut_to_63_units_and_says_so(char, whole):
    assert fit(char * 100, platform="win32").title == char * whole + "…"


def test_a_text_that_just_fits_is_not_cut():
    assert fit("a" * 63, "长" * 255, "win32")[:2] == ("a" * 63, "长" * 255)


@pytest.mark.parametrize(
    ("character", "why"),
    [
        ("e\u0301", "a letter and its accent"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "a family"),
        ("\U0001f44b\U0001f3fd", "a hand and its color"),
        ("\U0001f1e8\U0001f1f3", "a flag"),
        ("\u2764\ufe0f", "a heart and its style"),
    ],
)
def test_no_character_is_split(character, why):
    for limit in range(8, 40):
        kept = text.clip(character * 40, limit).removesuffix("…")
        assert kept == character * (len(kept) // len(character)), why
        assert 0 <= limit - 1 - units(kept) < units(character), "cut no more than it must"


def test_a_title_is_one_line_and_a_body_keeps_its_lines():
    fitted = fit(" two\n lines\t", " first \r\n\n\u2028 second\x0bthird ")
    assert fitted[:2] == ("two lines", "first\nsecond\nthird")


@pytest.mark.parametrize("empty", ["", "  ", "\x00", "\u200b", "\n"])
def test_an_empty_title_is_replaced(empty):
    assert fit(empty).title == "recall"


def test_an_empty_body_stays_empty_but_on_windows_where_it_would_hide_the_title():
    assert fit("title", "").body == ""
    assert fit("title", "", "win32").body == "title"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "red"),
        ("bell\a", "bell"),
        ("exe\u202egnp", "exegnp"),
        ("half \ud83d", "half �"),
        ("none \ufffe\U0010ffff\ufdd0", "none"),
        ("nul\0nul", "nulnul"),
        ("C1 \x9b31mred", "C1 red"),
        ("a\x1b]0;never ended", "a0;never ended"),
        ("pass\u200dword", "password"),
    ],
)
def test_what_could_act_is_removed(hostile, shown):
    assert fit(hostile).title == shown
    assert fit("title", hostile).body == shown


def test_a_body_for_a_server_with_markup_is_escaped_once():
    assert text.escaped("a < b & c > d &amp;") == "a &lt; b &amp; c &gt; d &amp;amp;"
