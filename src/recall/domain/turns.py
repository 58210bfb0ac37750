"""The turns of sections: which are read first, later or not for now, and by which date."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from recall.domain.morning import FIRST, HELD, LATER, NEEDED, USUAL, Turn
from recall.domain.resource import Section

TURNS = {"first": FIRST, "later": LATER, "hold": HELD, "normal": USUAL}
"""What can be laid down for a section, and the rank that it gives."""


class Rule(NamedTuple):
    """What is laid down for a section and all below it; id is its row, 0 where it has none."""

    section: Section
    turn: str = "normal"
    deadline: date | None = None
    id: int = 0


Rules = Mapping[Section, Rule]


def rule_of(section: Section, rules: Rules) -> Rule | None:
    """The rule that counts for a section: its own, or that of the nearest one above it."""
    above = (section[:length] for length in range(len(section), 0, -1))
    return next((rules[one] for one in above if one in rules), None)


def minutes_a_day(minutes_left: int, deadline: date, today: date) -> float:
    """Minutes of each study day that what is left to read takes, until a deadline.

    Today and the day of the deadline count; past the deadline all of it is for today.
    """
    return minutes_left / max(1, (deadline - today).days + 1)


def is_needed(minutes_left: int, deadline: date, today: date, readings: float) -> bool:
    """Does a section have to be read before others, to be done by its deadline?

    What is left to read, spread evenly over the days until then, is compared with the minutes
    that readings have on a usual day: once it takes as many the section is needed. Before that
    it can wait its turn. From the day after its deadline on it is needed as long as anything
    is left.
    """
    if minutes_left <= 0:
        return False
    return today > deadline or minutes_a_day(minutes_left, deadline, today) >= readings


def turn_of(sections: Iterable[Section], rules: Rules, needed: Collection[Section]) -> Turn:
    """The best turn that its sections give a resource; needed are the rules that are, by section.

    So a resource is on hold only where all its sections are.
    """
    found = (rule_of(section, rules) for section in sections)
    return min((_turn(rule, needed) for rule in found), default=Turn())


def _turn(rule: Rule | None, needed: Collection[Section]) -> Turn:
    if rule is None:
        return Turn()
    if rule.deadline is not None and rule.section in needed:
        return Turn(NEEDED, rule.deadline)
    return Turn(TURNS[rule.turn])
