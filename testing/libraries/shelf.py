"""Resources without a database, for tests of planning."""

from datetime import date, timedelta

from recall.domain.day.planner import DayFacts
from recall.domain.day.reading_order import Reading
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)

FORMULAS = Formulas(DEFAULT_WEIGHTS)


def reading(number: int, minutes: int = 15, **other: object) -> Planned:
    """Return an unread resource, in the order of its number."""
    plain = Planned(
        id=number,
        title=f"Resource {number}",
        url=None,
        canonical_url=None,
        kind="article",
        language="en",
        minutes=minutes,
        minutes_read=0,
        series=None,
        part=None,
        status="unread",
        gone=False,
        note=None,
        card=Card(),
        order=(1, number),
    )
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests


def revisit(
    number: int,
    minutes: int = 4,
    overdue: int = 0,
    stability: float | None = 5.0,
    **other: object,
) -> Planned:
    """Return a read resource that is due; minutes are those of the revisit."""
    due = TODAY - timedelta(days=overdue)
    memory = None
    if stability is not None:
        memory = Memory(stability, 5.0, due - timedelta(days=max(1, round(stability))))
    card = Card(due=due, memory=memory)
    return reading(number, 4 * minutes, status="read", card=card, again_minutes=minutes, **other)


def day(
    due: list[Planned],
    readings: list[Planned | Reading] | None = None,
    minutes: int = 45,
    **other: object,
) -> DayFacts:
    """Return the facts of a day; readings are in the order given."""
    offered = [one if isinstance(one, Reading) else Reading(one) for one in readings or []]
    facts = DayFacts(TODAY, minutes, due, offered, FORMULAS)
    return facts._replace(**other)  # type: ignore[arg-type]  # keywords of the tests
