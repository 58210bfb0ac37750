"""Revisits against what was expected and wanted of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.resource import PRIORITIES, Priority
from recall.domain.memory.recalled import (
    LATENESSES,
    Recalled,
    Revisits,
    Verdict,
    by_lateness,
    by_month,
    by_week,
    dated,
    recalled,
    verdict,
)

DAY = date(2026, 3, 2)


def some(
    count: int = 1, passed: int = 1, *, late: int | None = 0, on: date = DAY, of: float = 0.9
) -> Revisits:
    """Revisits with a prediction each."""
    due = None if late is None else on - timedelta(late)
    return Revisits(on, due, "normal", count, passed, judged=count, expected=count * of)


def test_sums_become_shares() -> None:
    total = recalled([some(3, 2), some(1, 1, of=0.5)._replace(priority="high")], 0.9)
    assert (total.revisits, total.passed, total.share) == (4, 3, 0.75)
    assert total.expected_share == pytest.approx(0.8)
    assert total.wanted_share == pytest.approx((3 * 0.9 + 0.93) / 4)


def test_without_revisits_there_are_no_shares() -> None:
    nothing = recalled([], 0.9)
    assert nothing == Recalled()
    assert (nothing.share, nothing.expected_share, nothing.wanted_share) == (None, None, None)


def test_what_has_no_prediction_counts_and_expects_nothing() -> None:
    total = recalled([some(2, 2)._replace(judged=0, expected=0.0)], 0.9)
    assert (total.share, total.expected_share) == (1.0, None)


@pytest.mark.parametrize(
    ("late", "name"),
    [
        (-1, "early"),
        (0, "on the day"),
        (1, "up to a week late"),
        (7, "up to a week late"),
        (8, "later"),
    ],
)
def test_lateness_is_counted_in_study_days(late: int, name: str) -> None:
    assert list(by_lateness([some(late=late)], 0.9)) == [name]


def test_revisits_without_a_due_date_were_not_late() -> None:
    assert by_lateness([some(late=None)], 0.9) == {}


def test_the_first_revisit_of_what_was_read_before_has_no_date_of_recalls() -> None:
    first = some(3, 1)._replace(is_first=True)
    assert dated([first, some(2)], 0.9) == recalled([some(2)], 0.9)
    assert recalled([first, some(2)], 0.9).revisits == 5


def test_months_are_in_order() -> None:
    found = by_month([some(), some(on=date(2025, 12, 31)), some(2, on=date(2026, 3, 31))], 0.9)
    assert {month: one.revisits for month, one in found.items()} == {
        date(2025, 12, 1): 1,
        date(2026, 3, 1): 3,
    }
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("count", "passed", "expected", "said"),
    [
        (19, 0, 0.9, "too few"),
        (48, 41, 0.88, "as wanted"),
        (3000, 2650, 0.88, "as wanted"),  # 88.3 %, which no longer is chance, but near enough
        (100, 70, 0.72, "came late"),
        (100, 70, 0.9, "below expected"),
        (100, 99, 0.99, "came early"),
        (100, 99, 0.9, "above"),
    ],
)
def test_a_verdict_tells_late_revisits_from_a_model_that_errs(
    count: int, passed: int, expected: float, said: Verdict
) -> None:
    assert verdict(recalled([some(count, passed, of=expected)], 0.9)) == said


def test_without_predictions_a_verdict_does_not_blame_the_model() -> None:
    for passed, said in ((50, "came late"), (100, "came early")):
        unpredicted = some(100, passed)._replace(judged=0, expected=0.0)
        assert verdict(recalled([unpredicted], 0.9)) == said


@given(
    st.lists(
        st.builds(
            lambda days, late, priority, count, passed: some(
                count, min(count, passed), late=late, on=DAY + timedelta(days)
            )._replace(priority=priority),
            st.integers(-400, 400),
            st.integers(-30, 30),
            st.sampled_from(PRIORITIES),
            st.integers(1, 9),
            st.integers(0, 9),
        ),
        max_size=12,
    ),
    st.sampled_from([0.7, 0.9, 0.97]),
)
def test_every_split_adds_up(revisits: list[Revisits], desired: float) -> None:
    total = recalled(revisits, desired)
    lateness, months = by_lateness(revisits, desired), by_month(revisits, desired)
    assert list(lateness) == [name for name in LATENESSES if name in lateness]
    for split in (list(lateness.values()), list(months.values())):
        assert sum(one.revisits for one in split) == total.revisits
        assert sum(one.passed for one in split) == total.passed
        assert sum(one.wanted for one in split) == pytest.approx(total.wanted)


def test_priorities_want_different_shares() -> None:
    wanted: dict[Priority, float | None] = {
        priority: recalled([some()._replace(priority=priority)], 0.9).wanted_share
        for priority in PRIORITIES
    }
    assert wanted == {"high": 0.93, "normal": 0.9, "low": 0.8}


def test_a_week_begins_on_its_monday() -> None:
    revisits = [some(2, 1, on=DAY - timedelta(1)), some(on=DAY), some(on=DAY + timedelta(6))]
    found = by_week(revisits, 0.9)
    assert {week: one.revisits for week, one in found.items()} == {DAY - timedelta(7): 2, DAY: 2}
