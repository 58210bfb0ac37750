"""Signs and digits around a text are taken off."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.text.edges import without_edges


@pytest.mark.parametrize(
    ("text", "letters"),
    [("✅ 3. Read (12)", "Read"), ("已读：", "已读"), ("a_1_b", "a_1_b"), ("2024", ""), ("", "")],
)
def test_a_text_goes_from_its_first_letter_to_its_last(text: str, letters: str) -> None:
    assert without_edges(text) == letters


@given(st.text(alphabet="a1_ ²读-", max_size=12))
def test_it_is_what_is_left_without_signs_at_both_ends(text: str) -> None:
    assert without_edges(text) == re.sub(r"\A[\W\d_]+|[\W\d_]+\Z", "", text)


def test_each_end_can_have_edges_of_its_own() -> None:
    signs, digits = re.compile(r"\W+"), re.compile(r"\d+")
    assert without_edges("--1a-2", before=signs, behind=digits) == "1a-"
