"""The turns of sections: which are read first, later or not for now, and by which date."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.day.morning import FIRST, HELD, LATER, USUAL, Turn
from recall.domain.library.resource import Section

TurnName = Literal["first", "later", "hold", "normal"]

TURNS: Mapping[TurnName, int] = {"first": FIRST, "later": LATER, "hold": HELD, "normal": USUAL}
"""What can be laid down for a section, and the rank that it gives."""

TAKEN = 0.5
"""Of the minutes that readings have until a deadline: what takes as many for it cannot wait.

Not all of them, for not all are had: days are missed, readings have their share over weeks and
not on each day, and what is long goes on one sitting a day.
"""

CLOSE = 3
"""Days with minutes, the last ones before a deadline: however little is left, it comes first.

Three, as one may be missed and another be full of what was promised before.
"""


class SectionRule(NamedTuple):
    """What is laid down for a section and all below it; id is its row, 0 where it has none."""

    section: Section
    turn: TurnName = "normal"
    deadline: date | None = None
    id: int = 0


SectionRules = Mapping[Section, SectionRule]


def rule_of(section: Section, rules: SectionRules) -> SectionRule | None:
    """The rule that counts for a section: its own, or that of the nearest one above it."""
    above = (section[:length] for length in range(len(section), 0, -1))
    return next((rules[one] for one in above if one in rules), None)


class TimeLeft(NamedTuple):
    """The days with minutes until a deadline, today and its own included, and all their minutes."""

    days: int
    minutes: int


def until(deadline: date, today: date, budget: Budget) -> TimeLeft:
    """What there is until a deadline, without the days of a pause; nothing once it is past."""
    found, pause = _between(today, deadline, budget), budget.pause
    if pause is None:
        return found
    last = deadline if pause.until is None else min(deadline, pause.until - timedelta(1))
    off = _between(max(today, pause.first), last, budget)
    return TimeLeft(found.days - off.days, found.minutes - off.minutes)


def _between(first: date, last: date, budget: Budget) -> TimeLeft:
    """The days from one to another, both of them included, by how often each weekday comes."""
    days = max(0, (last - first).days + 1)
    found = TimeLeft(0, 0)
    for offset in range(min(days, 7)):
        minutes = budget.on(first + timedelta(offset))
        weeks = (days - offset + 6) // 7
        found = TimeLeft(found.days + weeks * (minutes > 0), found.minutes + weeks * minutes)
    return found


def minutes_a_day(minutes_left: int, deadline: date, today: date, budget: Budget) -> float:
    """Minutes of each day that has any that what is left to read takes, until a deadline.

    Past the deadline all of it is for today.
    """
    return minutes_left / max(1, until(deadline, today, budget).days)


def needed_until(
    unread: Mapping[date, int], today: date, budget: Budget, new_share: float
) -> date | None:
    """The last deadline that cannot wait; those before it cannot either. None where all can.

    unread has the minutes to read for each deadline, new_share (0..1) of the budget's are for
    readings. A deadline waits while it is not yet close and what is due by then, for it and for
    those before it, takes less than a part of what readings have by then.
    """
    last, due = None, 0
    for deadline, minutes in sorted(unread.items()):
        due += minutes
        days, all_minutes = until(deadline, today, budget)
        presses = days <= CLOSE or due >= TAKEN * new_share * all_minutes
        if due and presses:
            last = deadline
    return last


def turn_of(sections: Iterable[Section], rules: SectionRules) -> Turn:
    """The best turn that its sections give a resource, whatever their deadlines.

    So a resource is on hold only where all its sections are.
    """
    found = (rule_of(section, rules) for section in sections)
    return min((Turn(TURNS[rule.turn]) if rule else Turn() for rule in found), default=Turn())
