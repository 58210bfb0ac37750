"""A person's memory is told as a friend would tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.memory.in_words import person_in_words, undecided_in_words
from recall.domain.memory.length import MemoryLength

LONGER, SHORTER = MemoryLength(2.9, 0.97, 0.01), MemoryLength(0.41, 0.02, 0.9)


@pytest.mark.parametrize(
    ("length", "factor", "said"),
    [
        (None, 1.0, None),
        (MemoryLength(1.3, 0.5, 0.2), 1.3, None),
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
            MemoryLength(1.6, 0.87, 0.01),
            1.0,
            "It looks as if you remember longer than most people, but that may be chance.",
        ),
        (
            MemoryLength(0.7, 0.1, 0.67),
            1.0,
            "It looks as if you forget sooner than most people, but that may be chance.",
        ),
        (
            None,
            1.4,
            "Where the same grades would bring most people a revisit after 20 days, "
            "you get yours after 28.",
        ),
        (None, 0.01, "Where the same grades would bring most people a revisit after 20 days, "
         "you get yours after 1."),
    ],
)  # fmt: skip
def test_what_is_likely_is_said(
    length: MemoryLength | None, factor: float, said: str | None
) -> None:
    assert person_in_words(length, factor) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (None, "It is too early to say whether you remember longer, or forget sooner, than most"),
        (MemoryLength(1.3, 0.5, 0.2), "Your grades so far leave open whether you remember longer"),
        (MemoryLength(1.1, 0.2, 0.1), "As far as your grades tell, you remember about as long as"),
    ],
)
def test_that_nobody_can_tell_is_not_that_somebody_is_like_most(
    length: MemoryLength | None, said: str
) -> None:
    assert person_in_words(length, 1.0) is None
    assert undecided_in_words(length).startswith(said)


def test_the_memory_comes_before_what_recall_makes_of_it() -> None:
    said = person_in_words(LONGER, 1e9)
    assert said is not None
    assert said.startswith("You remember longer than most people")
    assert said.endswith("you get yours after 1998.")


@given(st.floats(0.2, 5), st.floats(0, 1), st.floats(0.02, 50))
def test_anything_can_be_said(times: float, longer: float, factor: float) -> None:
    said = person_in_words(MemoryLength(times, longer, 1 - longer), factor)
    assert said is None or said.endswith(".")
