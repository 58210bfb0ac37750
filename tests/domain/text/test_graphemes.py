"""What is seen as one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from recall.domain.text.graphemes import graphemes, stands_apart
from testing.characters import apart

FAMILY = "👩\u200d👩\u200d👧"
PIECES = "ab中한\u1112\u1161\u11abé\u0301👩🏽🇨❤\u200d\ufe0f"
TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cc"]), st.sampled_from(PIECES)))


@given(TEXTS)
def test_graphemes_are_the_text_in_pieces(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert all(graphemes(text))


@given(TEXTS)
def test_each_grapheme_by_itself_is_one(text: str) -> None:
    assert all(graphemes(piece) == [piece] for piece in graphemes(text))


WHOLES = [
    (FAMILY, "a family"),
    ("👍🏽", "a hand and its color"),
    ("🇨🇳", "a flag"),
    ("🏴\U000e0067\U000e0062\U000e007f", "a flag of tags"),
    ("1\ufe0f\u20e3", "a keycap"),
    ("❤\ufe0f\u200d🔥", "a heart, its style, and fire"),
    ("e\u0301", "a letter and its accent"),
    ("か\u3099", "a kana and its voicing"),
    ("ｶ\uff9e", "a half-width kana and its voicing"),
    ("\u1112\u1161\u11ab", "a syllable of Hangul"),
    ("क\u094dष\u0947", "two letters of Devanagari in one, and a vowel"),
    ("ก\u0e33", "a letter of Thai and its vowel"),
    ("中", "a character"),
    ("a", "a letter"),
]


@pytest.mark.parametrize(("whole", "why"), WHOLES)
def test_what_is_seen_as_one_is_one_grapheme(whole: str, why: str) -> None:
    assert graphemes(whole * 3) == [whole] * 3, why


def test_what_only_stands_side_by_side_is_several() -> None:
    assert graphemes("ab 中文🔥🔥🇨🇳🇫🇷🇨") == [*"ab 中文🔥🔥", "🇨🇳", "🇫🇷", "🇨"]


def test_what_may_join_its_neighbors_does_not_stand_apart() -> None:
    assert list(filter(stands_apart, "🇨🏽\u1161가a👩中ｶ\uff9e\u0301\u200dก☰")) == list("가a👩中ｶ")


@pytest.mark.slow
@pytest.mark.parametrize("other", "a中🔥가각")
def test_what_stands_apart_joins_nothing_else_that_does(other: str) -> None:
    mixed = other + other.join(apart()) + other
    assert list(iter_graphemes(mixed)) == list(mixed)


def test_english_chinese_and_korean_stand_apart() -> None:
    assert len(apart()) > 85_000
    assert set("naïve – “x” Ελλ Рус 深入，ｶかカ한국어🔥→✓\u2028") - set(apart()) == {"\u2028"}
