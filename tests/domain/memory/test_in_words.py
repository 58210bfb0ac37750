"""A person's memory is told as a friend would tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.in_words import person_in_words
from recall.domain.memory.length import MemoryLength

LONGER, SHORTER = MemoryLength(2.9, 0.97, 0.01), MemoryLength(0.41, 0.02, 0.8)


@pytest.mark.parametrize(
    ("length", "factor", "said"),
    [
        (None, 1.0, None),
        (MemoryLength(1.3, 0.5, 0.2), 1.05, None),
        (
            LONGER,
            1.0,
            "You remember longer than most people: what they know for 10 days, "
            "you know for about 29.",
        ),
        (
            SHORTER,
            1.0,
            "You probably forget sooner than most people: what they know for 10 days, "
            "you know for about 4.",
        ),
        (
            None,
            1.2,
            "Where the same grades would bring most people a revisit after 20 days, "
            "you get yours after 24.",
        ),
        (None, 0.01, "Where the same grades would bring most people a revisit after 20 days, "
         "you get yours after 1."),
    ],
)  # fmt: skip
def test_what_is_likely_is_said(
    length: MemoryLength | None, factor: float, said: str | None
) -> None:
    assert person_in_words(length, factor) == said


def test_the_memory_comes_before_what_recall_makes_of_it() -> None:
    said = person_in_words(LONGER, 1e9)
    assert said is not None
    assert said.startswith("You remember longer than most people")
    assert said.endswith("you get yours after 1998.")


@given(st.floats(0.2, 5), st.floats(0, 1), st.floats(0.02, 50))
def test_anything_can_be_said(times: float, longer: float, factor: float) -> None:
    said = person_in_words(MemoryLength(times, longer, 1 - longer), factor)
    assert said is None or said.endswith(".")
