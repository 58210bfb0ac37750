"""When a link is gone: three failures in a row, the last at least seven days after the first."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.link_checks.finding import (
    GONE_AFTER,
    Finding,
    Look,
    Seen,
    found,
)

URL = "https://blog.example/post"
NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
MISSING = Look("missing", "not found (404)", 404)
DAY = timedelta(days=1)


def after(*looks: tuple[int, Seen]) -> Finding:
    """Return what is found after looks, each on a day counted from the first."""
    finding: Finding | None = None
    for day, seen in looks:
        look = MISSING if seen == "missing" else Look(seen)
        finding = found(URL, look, NOW + day * DAY, finding)
    assert finding is not None
    return finding


def missing(*days: int) -> Finding:
    return after(*((day, "missing") for day in days))


@pytest.mark.parametrize(
    ("days", "outcome"),
    [
        ((0,), "failing"),
        ((0, 1), "failing"),
        ((0, 1, 2), "failing"),
        ((0, 1, 6), "failing"),
        ((0, 8), "failing"),
        ((0, 1, 7), "gone"),
        ((0, 7, 7), "gone"),
        ((0, 1, 2, 3, 7), "gone"),
        ((0, 100, 200), "gone"),
    ],
)
def test_gone_takes_three_failures_over_seven_days(days: tuple[int, ...], outcome: str) -> None:
    finding = missing(*days)
    assert finding.outcome == outcome
    assert (finding.failures, finding.failing_since) == (len(days), NOW)


def test_seven_days_are_seven_whole_days() -> None:
    second = missing(0, 1)
    early = found(URL, MISSING, NOW + GONE_AFTER - timedelta(seconds=1), second)
    assert early.outcome == "failing"
    assert found(URL, MISSING, NOW + GONE_AFTER, second).outcome == "gone"


@pytest.mark.parametrize("seen", ["ok", "moved", "login", "blocked"])
def test_any_page_in_between_begins_anew(seen: Seen) -> None:
    finding = after((0, "missing"), (3, "missing"), (5, seen))
    assert (finding.outcome, finding.failures, finding.failing_since) == (seen, 0, None)
    finding = after((0, "missing"), (3, "missing"), (5, seen), (9, "missing"))
    assert (finding.outcome, finding.failures) == ("failing", 1)


def test_a_look_that_shows_nothing_neither_counts_nor_ends_the_count() -> None:
    finding = after((0, "missing"), (3, "missing"), (8, "unclear"))
    assert (finding.outcome, finding.failures, finding.failing_since) == ("unclear", 2, NOW)
    assert after((0, "missing"), (3, "unclear"), (8, "unclear"), (9, "unclear")).failures == 1
    assert after((0, "missing"), (3, "missing"), (8, "unclear"), (9, "missing")).outcome == "gone"


def test_failures_of_another_address_do_not_count() -> None:
    finding = found("https://new.example/", MISSING, NOW + 9 * DAY, missing(0, 1))
    assert (finding.outcome, finding.failures) == ("failing", 1)


def test_a_failure_that_a_wrong_clock_put_into_the_future_does_not_count() -> None:
    finding = found(URL, MISSING, NOW, missing(100, 101))
    assert (finding.failures, finding.failing_since) == (1, NOW)


def test_a_finding_holds_what_was_seen() -> None:
    look = Look("moved", "", 200, "https://b.example/?x", "https://b.example/")
    assert found(URL, look, NOW) == Finding(
        URL, NOW, "moved", "", 200, "https://b.example/?x", "https://b.example/"
    )


def test_a_site_is_left_alone_for_as_long_as_it_asks_but_a_day_at_most() -> None:
    look = Look("blocked", "refuses programs (429)", 429)
    assert found(URL, look, NOW, wait=90).wait_until == NOW + timedelta(seconds=90)
    assert found(URL, look, NOW, wait=10**15).wait_until == NOW + DAY


LOOKS = st.lists(
    st.tuples(
        st.integers(0, 30), st.sampled_from(["ok", "login", "blocked", "unclear", "missing"])
    ),
    min_size=1,
)


@given(LOOKS)
def test_gone_is_never_said_too_early(looks: list[tuple[int, Seen]]) -> None:
    in_order = sorted(looks, key=lambda look: look[0])
    finding = after(*in_order)
    relevant = [look for look in in_order if look[1] != "unclear"]
    row: list[int] = []
    for day, seen in relevant:
        row = [*row, day] if seen == "missing" else []
    assert finding.failures == len(row)
    last = in_order[-1][1]
    is_gone = last == "missing" and len(row) >= 3 and row[-1] - row[0] >= 7
    assert (finding.outcome == "gone") == is_gone
