"""What is seen as one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.graphemes import cluster_end, clusters, continues, is_partial

FAMILY = "👩\u200d👩\u200d👧"
PIECES = "ab中한\u1112\u1161\u11abé\u0301👩🏽🇨❤\u200d\ufe0f"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(PIECES)))


@given(TEXTS)
def test_clusters_are_the_text_in_pieces(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


@given(TEXTS)
def test_each_cluster_by_itself_is_one(text: str) -> None:
    assert all(clusters(piece) == [piece] for piece in clusters(text))


WHOLES = [
    (FAMILY, "a family"),
    ("👍🏽", "a hand and its color"),
    ("🇨🇳", "a flag"),
    ("🏴\U000e0067\U000e0062\U000e007f", "a flag of tags"),
    ("1\ufe0f\u20e3", "a keycap"),
    ("❤\ufe0f\u200d🔥", "a heart, its style, and fire"),
    ("e\u0301", "a letter and its accent"),
    ("か\u3099", "a kana and its voicing"),
    ("\u1112\u1161\u11ab", "a syllable of Hangul"),
    ("中", "a character"),
    ("a", "a letter"),
]


@pytest.mark.parametrize(("whole", "why"), WHOLES)
def test_what_is_seen_as_one_is_one_cluster(whole: str, why: str) -> None:
    assert clusters(whole * 3) == [whole] * 3, why
    assert cluster_end(whole * 3, len(whole)) == 2 * len(whole)
    assert all(continues(whole, at) for at in range(1, len(whole)) if whole != "🇨🇳")


def test_what_only_stands_side_by_side_is_several() -> None:
    assert clusters("ab 中文🔥🔥🇨🇳🇫🇷🇨") == [*"ab 中文🔥🔥", "🇨🇳", "🇫🇷", "🇨"]


def test_a_part_is_known_without_its_neighbors() -> None:
    assert list(filter(is_partial, "🇨🏽\u1161가a👩中")) == ["🇨", "🏽", "\u1161"]
