"""Revisits take longer the less is remembered, once enough of them were timed."""

from math import exp, fsum
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Card
from recall.domain.library.resource import KIND_MINUTES, Resource, revisit_minutes
from recall.domain.library.timing.pace import Pace, Timing, learn
from recall.domain.library.timing.revisit_slope import LEAST_TIMES, Slope, slope


def on_a_line(count: int, more: float) -> list[tuple[float, float]]:
    """Times without scatter, at recalls from 0.5 to 1, and of 1 at a recall of 1."""
    recalls = [0.5 + 0.5 * number / (count - 1) for number in range(count)]
    return [(recall, 1 + more * (1 - recall)) for recall in recalls]


def test_few_times_say_nothing() -> None:
    assert slope(on_a_line(LEAST_TIMES - 1, 1.0)) is None
    assert slope(on_a_line(LEAST_TIMES, 1.0)) is not None


def test_many_times_give_their_line() -> None:
    found = slope(on_a_line(400, 1.0))
    assert found is not None
    assert found.recall == pytest.approx(0.75)
    assert 1.25 * found.factor(0.5) == pytest.approx(1.5, abs=0.01)
    assert 1.25 * found.factor(1.0) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("more", [0.0, -1.0])
def test_times_that_do_not_get_longer_make_no_difference(more: float) -> None:
    assert slope(on_a_line(100, more)) is None


def test_one_recall_for_all_is_no_line() -> None:
    assert slope([(0.9, 1.0), (0.9, 2.0)] * 50) is None


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(1 / 3, 2)), min_size=LEAST_TIMES, max_size=60),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_whatever_was_timed_less_recall_is_never_shorter(
    times: list[tuple[float, float]], one: float, other: float
) -> None:
    found = slope(times)
    if found is not None:
        low, high = sorted((one, other))
        assert 0.5 <= found.factor(high) <= found.factor(low) <= 2


def article(number: int) -> Resource:
    return Resource(
        number, f"Resource {number}", None, None, "article", "en", KIND_MINUTES["article"], 0,
        None, None, "read", gone=False, note=None, card=Card(),
    )  # fmt: skip


def visits(random: Random, days: int, more: float = 2.0) -> list[Timing]:
    """Five revisits a day of a person who takes 0.8 + `more` (1 - recall) of the expected minutes.

    The times scatter, and on some days everything comes late.
    """
    found = []
    for day in range(days):
        late = random.gauss(0.85, 0.08)
        for number in range(5):
            recall = min(0.98, max(0.4, random.gauss(late, 0.05)))
            took = (0.8 + more * (1 - recall)) * exp(random.gauss(0, 0.2))
            minutes = round(revisit_minutes(KIND_MINUTES["article"]) * took)
            visited = article(5 * day + number)
            found.append(Timing(visited, is_revisit=True, minutes=minutes, recall=recall))
    return found


def errors(pace: Pace, later: list[Timing]) -> tuple[float, float]:
    """Return the mean error of a visit, and of a day of five visits, in minutes."""
    off = []
    for one in later:
        known = pace._replace(recall=lambda _, recall=one.recall: recall)
        off.append(known.revisit_minutes(one.resource) - one.minutes)
    days = [sum(off[at : at + 5]) for at in range(0, len(off), 5)]
    return sum(map(abs, off)) / len(off), sum(map(abs, days)) / len(days)


def mean_errors(known: int, more: float) -> tuple[list[float], list[float]]:
    """Return the errors of visit and day, with slopes and without, over some people."""
    sloped, flat = [], []
    for seed in range(20):
        random = Random(seed)
        pace, later = learn(visits(random, known, more)), visits(random, 40, more)
        sloped.append(errors(pace, later))
        flat.append(errors(pace._replace(slopes={}), later))
    return [fsum(some) / 20 for some in zip(*sloped, strict=True)], [
        fsum(some) / 20 for some in zip(*flat, strict=True)
    ]


@pytest.mark.parametrize("known", [8, 40])
def test_the_minutes_of_a_simulated_person_are_met_better(known: int) -> None:
    for sloped, flat in zip(*mean_errors(known, 2.0), strict=True):
        assert sloped < 0.93 * flat


@pytest.mark.parametrize("known", [4, 8, 40])
def test_a_person_who_takes_the_same_minutes_loses_next_to_nothing(known: int) -> None:
    for sloped, flat in zip(*mean_errors(known, 0.0), strict=True):
        assert sloped < 1.02 * flat


def test_what_has_no_memory_takes_the_usual_minutes() -> None:
    pace = Pace(slopes={"article": Slope(2.0, 0.8)}, recall=lambda _: None)
    usual = Pace().revisit_minutes(article(1))
    assert pace.revisit_minutes(article(1)) == usual
    assert pace._replace(recall=None).revisit_minutes(article(1)) == usual
    assert pace._replace(recall=lambda _: 0.5).revisit_minutes(article(1)) > usual


def test_the_reason_says_that_forgetting_takes_minutes() -> None:
    pace = learn(visits(Random(1), 8))._replace(recall=lambda _: 0.5)
    assert ", and longer the more is forgotten; without them " in pace.revisit(article(1)).why
    assert "forgotten" not in pace._replace(recall=None).revisit(article(1)).why
