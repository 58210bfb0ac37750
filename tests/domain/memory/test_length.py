"""The length of a memory is told from the log, and stays told when the dates have followed it."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.length import FACTORS, MOST_RATINGS, MemoryLength, memory_length
from recall.domain.memory.mixture import LEAST_REVISITS
from recall.domain.memory.rated_log import Rated, checked, replay
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from testing.libraries.factories import TODAY

FORMULAS = Formulas(DEFAULT_WEIGHTS)
AGAIN, GOOD = Rating.AGAIN, Rating.GOOD


def lived(factor: float, *, cards: int = 60, times: int = 5, seed: int = 1) -> list[Rated]:
    """The log of somebody whose memory is the average one at another pace, with its dates."""
    draw, log = Random(seed), list[Rated]()
    for number in range(cards):
        on, due = TODAY, FORMULAS.first(GOOD)[0]
        true = FORMULAS.first(GOOD)
        log.append(Rated(number, on, GOOD, None, None))
        state = true
        for _ in range(times):
            days = max(1, round(due))
            on += timedelta(days)
            chance = FORMULAS.retrievability(true[0], days / factor)
            rating = GOOD if draw.random() < chance else AGAIN
            true = FORMULAS.revisited(*true, chance, rating)
            predicted = FORMULAS.retrievability(state[0], days)
            log.append(Rated(number, on, rating, days, predicted))
            state = FORMULAS.revisited(*state, predicted, rating)
            due = FORMULAS.interval(state[0], 0.9)
    return checked(log)


@pytest.mark.parametrize("factor", [3.0, 1 / 3])
def test_a_memory_three_times_as_long_or_short_is_told(factor: float) -> None:
    told = memory_length(lived(factor), DEFAULT_WEIGHTS)
    assert told is not None
    assert told.times == pytest.approx(factor, rel=0.35)
    assert (told.longer if factor > 1 else told.shorter) > 0.9


def test_an_average_memory_is_told_as_such() -> None:
    told = memory_length(lived(1.0, cards=MOST_RATINGS // 6), DEFAULT_WEIGHTS)
    assert told is not None
    assert told.times == pytest.approx(1, rel=0.25)
    assert max(told.longer, told.shorter) < 0.95


@pytest.mark.parametrize(
    ("longer", "shorter", "certainty", "is_alike"),
    [
        *((0.2, 0.1, "none", True), (0.6, 0.3, "none", False), (0.3, 0.66, "none", False)),
        *((0.67, 0.3, "possible", False), (0.1, 0.87, "possible", False)),
        *((0.88, 0.1, "probable", False), (0.02, 0.94, "probable", False)),
        *((0.96, 0.01, "sure", False), (0.01, 0.95, "sure", False)),
    ],
)
def test_a_difference_is_as_certain_as_its_odds(
    longer: float, shorter: float, certainty: str, *, is_alike: bool
) -> None:
    told = MemoryLength(1.0, longer, shorter)
    assert (told.certainty, told.is_alike) == (certainty, is_alike)


def test_few_revisits_tell_nothing() -> None:
    log = lived(3.0, cards=LEAST_REVISITS, times=1)
    assert memory_length(log, DEFAULT_WEIGHTS) is not None
    assert memory_length(log[:-1], DEFAULT_WEIGHTS) is None
    assert memory_length([], DEFAULT_WEIGHTS) is None


def test_it_is_told_from_the_beginning_of_a_long_log() -> None:
    log = lived(1.0, cards=MOST_RATINGS // 4)
    assert len(log) > MOST_RATINGS
    assert memory_length(log, DEFAULT_WEIGHTS) == memory_length(log[:MOST_RATINGS], DEFAULT_WEIGHTS)


@given(st.lists(st.tuples(st.integers(1, 9000), st.sampled_from(Rating)), min_size=20, max_size=60))
def test_any_log_tells_a_length_within_the_factors(visits: list[tuple[int, Rating]]) -> None:
    log = [Rated(1, TODAY, GOOD, None, None)]
    for elapsed, rating in visits:
        log.append(Rated(1, log[-1].on + timedelta(elapsed), rating, elapsed, 0.5))
    told = memory_length(log, DEFAULT_WEIGHTS)
    assert told is not None
    assert FACTORS[0] <= told.times * 1.0001
    assert told.times <= FACTORS[-1] * 1.0001
    assert 0 <= told.longer + told.shorter <= 1.0001


def test_a_memory_that_fades_slower_is_predicted_higher() -> None:
    log = lived(1.0, cards=2, times=1)
    plain, slower = replay(log, DEFAULT_WEIGHTS), replay(log, DEFAULT_WEIGHTS, slower=3)
    for (before, _), (after, _) in zip(plain.judged, slower.judged, strict=True):
        assert before < after
