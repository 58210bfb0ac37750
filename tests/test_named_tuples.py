"""The light named tuples behave like those of typing."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall import named_tuples


class Light(named_tuples.NamedTuple):
    """A light one."""

    first: int
    second: str = "b"
    third: float = 0.5

    @property
    def double(self) -> int:
        return 2 * self.first


class Usual(typing.NamedTuple):
    """The usual one."""

    first: int
    second: str = "b"
    third: float = 0.5


BOTH: list[Any] = [Light, Usual]


@given(
    st.lists(st.integers(), max_size=4),
    st.dictionaries(st.sampled_from(("first", "second", "third", "other")), st.text()),
)
def test_it_is_made_as_the_usual_one_or_refused_like_it(
    values: list[int], named: dict[str, str]
) -> None:
    made: list[object] = []
    for kind in BOTH:
        try:
            made.append(tuple(kind(*values, **named)))
        except TypeError:
            made.append("refused")
    assert made[0] == made[1]


def test_it_is_a_tuple_with_names() -> None:
    one = Light(1, third=0.25)
    assert (one.first, one.second, one.third, one.double) == (1, "b", 0.25, 2)
    assert one == (1, "b", 0.25)
    assert one._replace(second="c") == Light(1, "c", 0.25)
    assert one._asdict() == {"first": 1, "second": "b", "third": 0.25}
    assert Light._make([1, "b", 2.0]) == (1, "b", 2.0)
    assert (Light._fields, Light._field_defaults) == (Usual._fields, Usual._field_defaults)
    assert repr(one) == repr(Usual(1, third=0.25)).replace("Usual", "Light")
    assert hash(one) == hash((1, "b", 0.25))


def test_it_does_not_change_and_can_be_copied() -> None:
    one = Light(1)
    with pytest.raises(AttributeError):
        one.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.other = 2  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        one._replace(other=3)  # type: ignore[call-arg]
    assert copy.deepcopy(one) == one
    again = pickle.loads(pickle.dumps(one))
    assert (again, type(again)) == (one, Light)
