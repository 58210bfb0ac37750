"""What counts as the words of a search."""

import pytest

from recall.domain.searching.words import MOST_WORDS, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPU memory", ("gpu", "memory")),
        ("ＧＰＵ　memory gpu", ("gpu", "memory")),
        ("显存 管理", ("显存", "管理")),
        ('"shared memory" CUDA', ("shared memory", "cuda")),
        ('"shared memory', ('"shared', "memory")),
        ('" " ""', ('""',)),
        ("  ", ()),
    ],
)
def test_words_stand_between_spaces_or_quotes(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_a_pasted_page_is_cut() -> None:
    assert len(words(" ".join(map(str, range(1_000))))) == MOST_WORDS
