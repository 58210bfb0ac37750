"""The turns of sections: read first, later or not for now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from recall.domain.library.resource import Section

NEEDED, FIRST, USUAL, LATER, HELD = range(5)
"""Ranks of a turn: needed for a deadline, put first, in list order, later, on hold."""


class Turn(NamedTuple):
    """A reading's rank, from its sections; the lowest comes first.

    by is the deadline that needs it.
    """

    rank: int = USUAL
    by: date = date.max


TurnName = Literal["first", "later", "hold", "normal"]

TURNS: Mapping[TurnName, int] = {"first": FIRST, "later": LATER, "hold": HELD, "normal": USUAL}
"""The turns that a section can have, and their ranks."""


class SectionRule(NamedTuple):
    """The turn and deadline of a section and all below it; id is its row, 0 if it has none."""

    section: Section
    turn: TurnName = "normal"
    deadline: date | None = None
    id: int = 0


SectionRules = Mapping[Section, SectionRule]


def rule_of(section: Section, rules: SectionRules) -> SectionRule | None:
    """Return the rule that applies to a section: its own, or that of the nearest section above."""
    above = (section[:length] for length in range(len(section), 0, -1))
    return next((rules[one] for one in above if one in rules), None)


def turn_of(sections: Iterable[Section], rules: SectionRules) -> Turn:
    """Return the best turn that its sections give a resource, whatever their deadlines.

    So a resource is on hold only if all its sections are.
    """
    found = (rule_of(section, rules) for section in sections)
    return min((Turn(TURNS[rule.turn]) if rule else Turn() for rule in found), default=Turn())
