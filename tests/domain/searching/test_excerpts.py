"""The part of a text around a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import fold
from recall.domain.searching.excerpts import BEFORE, BEHIND, excerpt

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Attention is all", "attention", "Attention is all"),
        ("两行\n注意力", "注意", "两行 注意力"),
        (LONG, "eight", "…four five six seven eight nine ten eleven twelve thirteen fourteen…"),
        (LONG, "one", "one two three four five six seven eight nine ten…"),
        (LONG, "fifteen", "…thirteen fourteen fifteen"),
        ("字" * 200, "字", "字" * (1 + BEHIND) + "…"),
        ("ﬁ" * 40 + " Ｇpu", "gpu", "…" + "ﬁ" * 23 + " Ｇpu"),
        ("a\x1b[31mred\x1b[0m gpu", "gpu", "ared gpu"),
        ("İ" * 30 + "x gpu", "gpu", "…" + "İ" * 22 + "x gpu"),
    ],
)
def test_it_is_short_and_does_not_cut_words(text: str, word: str, expected: str) -> None:
    assert excerpt(text, word) == expected


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["gpu", "注意力", "ss"]))
def test_the_word_stands_in_it(before: str, behind: str, word: str) -> None:
    text = f"{before} {word} {behind}"
    found = excerpt(text, word)
    assert len(found) <= BEFORE + BEHIND + len(word) + 2
    assert len(found.splitlines()) <= 1
    if fold(text).index(word) == len(fold(f"{before} ")):
        assert word in fold(found)
