"""How often the page may be asked."""

from recall.web.guard.rates import Rate


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_so_many_in_a_minute_and_then_no_more() -> None:
    rate = Rate(3, Clock())
    assert [rate.allows("a") for _ in range(5)] == [True, True, True, False, False]


def test_each_asker_is_counted_alone() -> None:
    rate = Rate(1, Clock())
    assert [rate.allows(one) for one in "abab"] == [True, True, False, False]


def test_time_gives_back_what_was_used() -> None:
    clock = Clock()
    rate = Rate(3, clock)
    for _ in range(9):
        rate.allows("a")
    clock.seconds = 21.0
    assert [rate.allows("a") for _ in range(2)] == [True, False]


def test_the_asker_that_was_silent_longest_is_forgotten_first() -> None:
    rate = Rate(1, Clock())
    for number in range(1001):
        rate.allows(str(number))
    assert rate.allows("0")
    assert not rate.allows("1000")


def test_a_script_that_asks_without_end_is_refused() -> None:
    rate, scope = Rate(2, Clock()), {"type": "http", "client": ("10.0.0.1", 1)}
    found = [rate.check(scope) for _ in range(3)]
    assert [one and one.status for one in found] == [None, None, 429]
