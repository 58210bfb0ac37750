"""The streak, and the days on which something was due, as the log and the history tell them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.statistics.streak import Stood, Streak, due_days, gaps, streak, waits

DAY = date(2026, 3, 2)


def on(number: int) -> date:
    return DAY + timedelta(number)


def of(drawn: str) -> Streak:
    """The streak of drawn days, the last one today: x done, d due, . nothing due, p away."""
    marked = {mark: {on(at) for at, one in enumerate(drawn) if one == mark} for mark in "xdp"}
    due = marked["d"] | marked["p"]  # what waits through a pause
    return streak(marked["x"], due, marked["p"].__contains__, on(len(drawn) - 1))


@pytest.mark.parametrize(
    ("drawn", "days"),
    [
        ("x", 1),
        ("xx", 2),
        ("xxd", 2),  # today is not over
        ("xd", 1),
        ("d", 0),
        (".", 0),
        ("..x", 1),  # it begins with something done
        ("x..", 3),
        ("x.x.", 4),
        ("xdx", 1),
        ("xxdd", 0),
        ("xd.", 0),
        ("xd..x", 1),
        ("xppx", 2),
        ("xpppp", 1),
        ("xpd", 1),
        ("xpdx", 1),
        ("ppx", 1),
    ],
)
def test_a_streak_is_of_days_with_something_done_or_nothing_due(drawn: str, days: int) -> None:
    assert of(drawn).days == days


def test_a_streak_tells_its_parts_and_the_longest_there_was() -> None:
    assert of("x.xx.dx.x") == Streak(days=3, since=on(6), done_days=2, free_days=1, longest=5)


def test_something_done_in_a_pause_counts() -> None:
    days = {on(0), on(1)}
    assert streak(days, set(), lambda _: True, on(1)).days == 2


def test_what_is_done_later_than_today_does_not_count_yet() -> None:
    assert streak({on(3)}, set(), lambda _: False, on(1)) == Streak()
    assert due_days(waits([Stood(1, on(9), 1, on(0))]), on(3), on(1)) == set()


def test_gaps_are_the_days_without_anything_done_since_the_first_with_something() -> None:
    assert list(gaps({on(2), on(4)}, on(6))) == [on(3), on(5), on(6)]
    assert list(gaps({on(2), on(3)}, on(3))) == []
    assert list(gaps(set(), on(3))) == [on(3)]


def numbers(stood: list[Stood], first: int = 0, last: int = 20) -> list[int]:
    return sorted((day - DAY).days for day in due_days(waits(stood), on(first), on(last)))


def test_a_revisit_is_due_until_the_day_it_is_done() -> None:
    assert numbers([Stood(1, on(8), 1, on(5))]) == [5, 6, 7]
    assert numbers([Stood(1, on(5), 1, on(5))]) == []


def test_a_revisit_done_early_was_not_due() -> None:
    assert numbers([Stood(1, on(3), 1, on(5))]) == []


def test_a_first_reading_was_not_due() -> None:
    assert numbers([Stood(1, on(3), 1, None)]) == []


def test_it_is_not_due_before_the_review_that_it_follows() -> None:
    assert numbers([Stood(1, on(4), 1, None), Stood(1, on(6), 2, on(2))]) == [4, 5]


def test_days_outside_those_asked_about_are_left_out() -> None:
    assert numbers([Stood(1, on(8), 1, on(2))], first=4, last=6) == [4, 5, 6]


def test_a_postponement_moves_it() -> None:
    postponed = Stood(1, on(4), 1, on(2), "read", "postpone")
    assert numbers([postponed, Stood(1, on(9), 2, on(8))]) == [2, 3, 8]


@pytest.mark.parametrize("kind", ["suspend", "archive"])
def test_what_is_put_aside_is_not_due(kind: str) -> None:
    aside = Stood(1, on(4), 1, on(3), "read", kind)
    assert numbers([aside, Stood(1, on(9), 2, on(3))]) == [3]


def test_what_is_taken_up_again_is_due_again() -> None:
    aside = Stood(1, on(4), 1, on(3), "read", "suspend")
    edited = Stood(1, on(5), 2, on(3), "suspended", "edit")
    resumed = Stood(1, on(7), 3, on(3), "suspended", "resume")
    assert numbers([resumed, aside, edited, Stood(1, on(9), 4, on(3))]) == [3, 7, 8]


def test_a_grade_does_not_take_up_what_is_put_aside() -> None:
    aside = Stood(1, on(2), 1, on(1), "read", "suspend")
    grades = [Stood(1, on(4), 2, on(1)), Stood(1, on(9), 3, on(6))]
    assert numbers([aside, *grades]) == [1]


def test_what_was_graded_later_for_an_earlier_day_counts_as_graded_then() -> None:
    postponed = Stood(1, on(9), 1, on(2), "read", "postpone")
    dated_back = Stood(1, on(4), 2, on(12))
    assert numbers([postponed, dated_back, Stood(1, on(14), 3, on(13))]) == [13]


def test_resources_are_told_apart() -> None:
    assert numbers([Stood(1, on(4), 1, on(3)), Stood(2, on(9), 2, on(8))]) == [3, 8]


LOGS = st.dictionaries(st.integers(0, 30), st.none() | st.integers(0, 30), max_size=8)


@given(st.lists(LOGS, max_size=4))
def test_the_days_due_are_those_of_the_plain_definition(
    resources: list[dict[int, int | None]],
) -> None:
    logs = [{at: log[at] for at in sorted(log)} for log in resources]
    stood = [
        Stood(number, on(at), at, None if due is None else on(due))
        for number, log in enumerate(logs)
        for at, due in log.items()
    ]

    def is_due(day: int) -> bool:
        return any(
            due is not None and due <= day and before <= day < at
            for log in logs
            for (before, _), (at, due) in pairwise([(-1, None), *log.items()])
        )

    assert numbers(stood, last=30) == [day for day in range(31) if is_due(day)]


@given(st.text("xd.p", max_size=40))
def test_a_streak_is_never_longer_than_the_days_since_the_first_action(drawn: str) -> None:
    found = of(drawn)
    since_first = len(drawn) - drawn.index("x") if "x" in drawn else 0
    assert 0 <= found.days <= found.longest <= since_first
    assert found.days == found.done_days + found.free_days
    assert (found.since is None) == (found.days == 0)


@given(st.text("xd.p", max_size=40), st.integers(0, 40))
def test_doing_something_on_one_more_day_never_shortens_a_streak(drawn: str, at: int) -> None:
    more = f"{drawn[:at]}x{drawn[at + 1 :]}"
    assert of(more).longest >= of(drawn).longest
    if len(more) == len(drawn):
        assert of(more).days >= of(drawn).days
