"""Numbers as people give them."""

import pytest

from recall.domain.text.given_numbers import minutes_of, number_of, percent_of
from recall.errors import BadInput


@pytest.mark.parametrize(("text", "minutes"), [("90", 90), ("1h30", 90), ("1小时", 60)])
def test_minutes_are_a_number_or_a_length_of_time(text: str, minutes: int) -> None:
    assert minutes_of(1, 600)(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "601", "11h", "soon", "1.5", "\x00", "９" * 5000])
def test_what_is_no_such_number_of_minutes_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(BadInput, match="from 1 to 600, or 90m, 1h, 1h30"):
        minutes_of(1, 600)(text)


def test_a_number_has_its_bounds() -> None:
    assert number_of("the part", 0, 9)("9") == 9
    with pytest.raises(BadInput, match="the part cannot be '10'; give a whole number from 0 to 9"):
        number_of("the part", 0, 9)("10")


@pytest.mark.parametrize("text", ["40", "40%", " 40 % ", "４０％"])
def test_a_share_is_given_with_its_sign_or_without(text: str) -> None:
    assert percent_of("it")(text) == 40
