"""The year of a person with another memory: recall says so after fifty revisits.

Of two people here; docs/order.md has how many are told, and when.
"""

from pathlib import Path

import pytest

from bench.year.__main__ import live
from bench.year.measures import SAID_AFTER_REVISITS
from bench.year.slow_mind import SlowMind
from bench.year.told import AFTER_REVISITS, told
from recall.domain.memory.mixture import LEAST_REVISITS
from testing.checkout import READING_LIST

DAYS = 25
BETTER, WORSE = 3.0, 1 / 3


@pytest.mark.parametrize("factor", [BETTER, WORSE])
def test_a_memory_is_the_average_one_at_another_pace(factor: float) -> None:
    average, own = SlowMind(1.0), SlowMind(factor)
    for mind in (average, own):
        mind.read(1, 0)
    assert own.recall(1, round(30 * factor)) == pytest.approx(average.recall(1, 30))
    own.revisit(1, round(30 * factor), recalled=True)
    average.revisit(1, 30, recalled=True)
    later = own.recall(1, round(30 * factor) + round(60 * factor))
    assert later == pytest.approx(average.recall(1, 90))


def test_of_each_person_is_known_what_they_are_told_after_so_many_revisits() -> None:
    longer, sooner, average = (told(1, 1, factor) for factor in (BETTER, WORSE, 1.0))
    assert len(longer) == len(sooner) == len(average) == len(AFTER_REVISITS)
    assert (longer[-1], sooner[-1]) == ("longer", "sooner")
    assert not {"longer", "sooner"} & {*average}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("factor", "seed", "said"),
    [(BETTER, 2, "remember longer than most people"), (WORSE, 1, "forget sooner than most people")],
)
def test_after_fifty_revisits_recall_says_how_long_somebody_remembers(
    factor: float, seed: int, said: str
) -> None:
    lived = live(Path(READING_LIST), factor, seed, personal=True, days=DAYS)
    assert lived.said is not None
    assert (lived.told_after or LEAST_REVISITS) >= LEAST_REVISITS
    assert lived.revisits > SAID_AFTER_REVISITS
    for text in lived.said[1:]:
        assert said in text
    assert "is healthy" in lived.doctor
