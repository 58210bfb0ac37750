"""Words of options as people type them."""

import pytest

from recall.cli.options import rating
from recall.domain.library.card import Rating
from recall.errors import BadInput


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        ("again a 1 AGAIN 忘 忘了 忘記 重来", Rating.AGAIN),
        ("hard h 2 难 難 困难", Rating.HARD),
        ("good g 3 好 良好", Rating.GOOD),
        ("easy e 4 易 容易 简单", Rating.EASY),
    ],
)
def test_a_rating_has_names_in_english_and_chinese(texts: str, meant: Rating) -> None:
    assert {rating(text) for text in texts.split()} == {meant}


@pytest.mark.parametrize("text", ["", "5", "0", "great", "好难", "不好", "\x00", "\ud800"])
def test_what_is_no_rating_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="give again, hard, good or easy"):
        rating(text)
