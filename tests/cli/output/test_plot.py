"""Bars: as long as what they show, each character one column wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.cli.output.plot import bar
from recall.cli.output.width import width
from recall.domain.text.plain import plain


@pytest.mark.parametrize(
    ("share", "blocks", "ascii_only"),
    [
        (0, "", ""),
        (0.001, "▏", "#"),
        (0.125, "▌", "#"),
        (0.25, "█", "#"),
        (0.5, "██", "##"),
        (0.97, "███▉", "####"),
        (1, "████", "####"),
    ],
)
def test_a_bar_is_as_long_as_its_share(share: float, blocks: str, ascii_only: str) -> None:
    assert bar(share, 4) == blocks
    assert bar(share, 4, utf8=False) == ascii_only


def test_a_track_shows_the_whole() -> None:
    assert bar(0.5, 4, track=True) == "██··"
    assert bar(0.5, 4, track=True, utf8=False) == "##.."


def test_a_mark_stands_where_the_other_share_ends() -> None:
    assert bar(0.5, 4, track=True, mark=0.75) == "██·│"
    assert bar(1, 4, mark=0) == "│███"
    assert bar(0.25, 4, mark=1, utf8=False) == "#  |"


SHARES = st.floats(-1, 2)


@given(SHARES, st.integers(1, 60), st.booleans(), st.booleans(), st.none() | SHARES)
def test_a_bar_is_never_wider_than_its_columns(
    share: float, columns: int, utf8: bool, track: bool, mark: float | None
) -> None:
    drawn = bar(share, columns, utf8=utf8, track=track, mark=mark)
    assert width(drawn) == len(drawn) <= columns
    assert utf8 or drawn.isascii()
    if track:
        assert width(drawn) == columns
        assert plain(drawn) == drawn


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_larger_share_never_has_a_shorter_bar(one: float, other: float) -> None:
    small, large = sorted((one, other))
    assert len(bar(small, 20)) <= len(bar(large, 20))
