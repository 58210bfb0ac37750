"""Of very much that is due the same is found as if each had been weighed."""

from datetime import date, timedelta
from random import Random

import pytest

from recall.domain.day.crowd import Crowd, Row
from recall.domain.day.worth import HIGH, NORMAL, Candidate, Ranked, Rule
from recall.domain.library.resource import PRIORITIES, revisit_minutes
from recall.domain.memory.calibration import STEPS, buckets, curve
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

FORMULAS = Formulas(DEFAULT_WEIGHTS)
FORGETFUL = Rule(FORMULAS, curve(buckets([(0.85, False)] * 60 + [(0.85, True)] * 40)))
NEVER_FORGETS = [float(step > STEPS // 3) for step in range(STEPS + 1)]
"""The curve of someone who recalls all that is more likely than a third, and then nothing."""

TODAY = date(2026, 3, 2)


def weighed(rows: list[Row], rule: Rule) -> list[Ranked]:
    """Each of them looked at by itself."""
    return rule.by_worth([look(row) for row in rows])


def look(row: Row) -> Candidate:
    number, stability, difficulty, last, minutes, priority = row
    days = (TODAY - last).days if isinstance(last, date) else 0
    rank = PRIORITIES.index(priority)
    return Candidate(number, stability, difficulty, days, 0, revisit_minutes(minutes), rank)


def many(random: Random, priorities: tuple[str, ...]) -> list[Row]:
    return [
        (
            number,
            stability,
            random.uniform(1, 10),
            TODAY - timedelta(int(10 ** random.uniform(0, 3.5))) if stability else None,
            random.choice([4, 12, 15, 60, 120]),
            random.choice(priorities),
        )
        for number in random.sample(range(10**6), 3000)
        for stability in (random.choice([None, *[10 ** random.uniform(-2, 3.5)] * 99]),)
    ]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("priorities", [("normal",), ("high", "normal", "low"), ("low", "high")])
def test_the_first_are_those_of_all_that_were_weighed(
    seed: int, priorities: tuple[str, ...]
) -> None:
    random = Random(seed)
    most, rows = random.choice([1, 30, 145, 700]), many(random, priorities)
    if seed % 2:  # the best come last, so that nothing can be passed by
        rows.sort(key=lambda row: FORGETFUL.worths([look(row)])[0])
    found = Crowd(rows, TODAY, revisit_minutes).foremost(FORGETFUL, most)
    assert found == weighed(rows, FORGETFUL)[:most]


def test_where_revisits_do_harm_the_least_harm_is_still_found() -> None:
    yesterday, long_ago = TODAY - timedelta(1), TODAY - timedelta(9000)
    rows: list[Row] = [(n, 400.0, 5.0, yesterday, 15, "normal") for n in range(1, 601)]
    rows += [(n, 2.0, 5.0, long_ago, 15, "normal") for n in range(601, 1201)]
    assert sum(worth > 0 for _, worth, _ in weighed(rows, FORGETFUL)) == 600
    found = Crowd(rows, TODAY, revisit_minutes).foremost(FORGETFUL, 300)
    assert found == weighed(rows, FORGETFUL)[:300]


@pytest.mark.parametrize("seed", range(8))
def test_of_many_that_are_nearly_equal_none_is_passed_by(seed: int) -> None:
    """Who has kept it all for very long loses hardly anything by a revisit: the bound is tight."""
    random, rule = Random(seed), Rule(FORMULAS, NEVER_FORGETS)
    last, minutes = TODAY - timedelta(random.randint(20_000, 90_000)), random.choice([4, 15, 60])
    days, left = (TODAY - last).days, random.choice([30, 100, 300])
    lasting = [(days + left * (1 - n / 20_000)) / rule.lasts for n in range(2000)]
    if seed % 2:
        random.shuffle(lasting)
    rows: list[Row] = [
        (number, stability, 1.0, last, minutes, "normal")
        for number, stability in enumerate(lasting)
    ]
    assert Crowd(rows, TODAY, revisit_minutes).foremost(rule, 10) == weighed(rows, rule)[:10]


def test_a_few_are_all_found_and_none_where_none_are_wanted() -> None:
    rows: list[Row] = [
        (1, 20.0, 5.0, TODAY - timedelta(30), 15, "normal"),
        (2, None, 0.0, None, 15, "normal"),
        (3, 20.0, 5.0, TODAY - timedelta(30), 15, "high"),
    ]
    crowd = Crowd(rows, TODAY, revisit_minutes)
    first, *rest = crowd.foremost(FORGETFUL, 5)
    assert (first[0], first[2]) == (HIGH, 3)
    assert [(rank, number) for rank, _, number in rest] == [(NORMAL, 1), (NORMAL, 2)]
    assert crowd.foremost(FORGETFUL, 0) == []
    assert Crowd([], TODAY, revisit_minutes).foremost(FORGETFUL, 5) == []


def test_days_are_read_as_text_too_and_one_to_come_counts_as_today() -> None:
    last = TODAY - timedelta(30)
    tomorrow = TODAY + timedelta(1)

    def found(day: str | date) -> list[Ranked]:
        return Crowd([(1, 20.0, 5.0, day, 15, "low")], TODAY, float).foremost(FORGETFUL, 5)

    assert found(last.isoformat()) == found(last)
    assert found(tomorrow) == found(TODAY) != found(last)
