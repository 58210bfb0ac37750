"""Numbers as they stand in titles: Chinese, Roman, English and plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.numerals import HAN, number_of

NUMERALS = [
    *[("十", 10), ("十一", 11), ("二十", 20), ("二十三", 23), ("九十九", 99), ("两", 2)],
    *[("一百", 100), ("一百零二", 102), ("二〇", 20), ("〇", 0), ("百十一", 111)],
    *[("7", 7), ("07", 7), ("iv", 4), ("XIX", 19), ("Ⅻ", 12), ("⑳", 20), ("ten", 10)],
]
NO_NUMERALS = ["十十", "一十二十", "百百", "", "x1", "²", "一x"]


@pytest.mark.parametrize(("text", "number"), NUMERALS)
def test_numerals_are_read(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_what_is_no_numeral_is_no_number(text: str) -> None:
    assert number_of(text) is None


@given(st.text(HAN, max_size=6) | st.text())
def test_no_numeral_is_an_error(text: str) -> None:
    assert (number_of(text) or 0) >= 0
