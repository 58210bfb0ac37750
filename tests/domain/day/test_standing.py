"""How all that is still to do stands in the line, and what of it is in front of something."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from recall.domain.day.morning import Day, Done
from recall.domain.day.standing import Standing, standing
from recall.domain.day.worth import Rule
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)
RULE = Rule(Formulas(DEFAULT_WEIGHTS))


def unread(number: int) -> Planned:
    return Planned(
        number, f"Resource {number}", None, None, "article", "en", 20, 0, None, None,
        "unread", gone=False, note=None, card=Card(), order=(1, number),
    )  # fmt: skip


def read(number: int, stability: float = 10.0) -> Planned:
    memory = Memory(stability, 5.0, TODAY - timedelta(10))
    return unread(number)._replace(status="read", card=Card(TODAY, memory))


def stand(
    due: Sequence[Planned],
    new: Sequence[Planned] = (),
    budget: int = 20,
    done: Sequence[Done] = (),
    rule: Rule | None = RULE,
) -> Standing:
    return standing(Day(TODAY, budget, budget, 20, due, new, done, rule=rule, new_share=0.2))


def ids(resources: Sequence[Planned]) -> list[int]:
    return [one.id for one in resources]


@pytest.mark.parametrize(
    ("revisits", "readings", "rule", "is_crowded"),
    [
        (1, 1, RULE, False),
        (9, 1, RULE, True),
        (9, 0, RULE, True),
        (9, 1, None, False),
        (0, 1, RULE, False),
    ],
)
def test_a_day_is_crowded_where_the_rule_does_not_fit_all_that_is_due(
    revisits: int, readings: int, rule: Rule | None, is_crowded: bool
) -> None:
    due = [read(number) for number in range(1, revisits + 1)]
    found = stand(due, [unread(20)] * readings, rule=rule)
    assert found.is_crowded == is_crowded
    assert len(found.revisits) == revisits


def test_what_is_done_stands_no_more() -> None:
    seen, begun = read(1), unread(2)
    done = [
        Done(seen._replace(card=Card(TODAY + timedelta(9), seen.card.memory)), 5, 5, TODAY),
        Done(begun._replace(status="reading", minutes_read=5), 5, 5, sitting=True),
    ]
    found = stand([read(3)], [unread(4)], done=done)
    assert (ids(found.revisits), ids(found.readings)) == ([3], [4])


def test_a_place_counts_from_one() -> None:
    line = Standing([read(3), read(1), read(2)])
    assert [line.place(read(number)) for number in (3, 1, 2)] == [1, 2, 3]


def test_in_front_of_a_revisit_are_revisits_and_of_a_reading_those_listed_and_readings() -> None:
    line = Standing([read(1), read(2)], [unread(3), unread(4)])
    assert ids(line.ahead(read(2), [read(1), unread(3)])) == [1]
    assert ids(line.ahead(unread(4), [read(1), unread(3)])) == [1, 3]
