"""The time that a server has, and how it is told that it is over."""

import pytest

from recall.fetching.deadline import Deadline, too_slow


@pytest.mark.parametrize(("seconds", "said"), [(14.0, 14), (13.9998, 14), (5.4, 5), (0.2, 1)])
def test_seconds_are_told_as_whole_ones(seconds: float, said: int) -> None:
    assert str(too_slow("a.org", seconds)) == f"a.org has not answered within {said} s"


def test_waiting_gives_time_back() -> None:
    deadline = Deadline(5, lambda: 100)
    deadline.put_off(3)
    assert deadline.left("a.org") == 8
