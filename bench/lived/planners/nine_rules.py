"""The nine rules for a day as they were measured: a bare planner, made anew every morning."""

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from bench.lived.driver import PlannedVisit
from bench.lived.facts import Due, Facts, Unread
from bench.lived.planners.ranking import Rank, rank_of


class Rules(NamedTuple):
    """The numbers of the rules, in minutes, days and shares; None and 0 turn a rule off."""

    share: float = 0.4
    least: int = 10
    shortest: int = 10
    may_exceed: int = 10
    book_every: int = 3
    by_gain: bool = True
    patience: int | None = 3
    late_share: float = 0.5
    oldest_fits: bool = True
    halved_beyond: float | None = None
    readings_first: bool = True
    rank: Rank = "gain"


NINE_RULES = Rules()


def plan(facts: Facts, rules: Rules = NINE_RULES) -> list[PlannedVisit]:
    """Return the visits of a day, in order; readings stand first (rule 2)."""
    readings = _readings(facts, rules)
    due = _revisits(facts, facts.minutes - sum(visit.minutes for visit in readings), rules)
    revisits = [
        PlannedVisit(resource.number, "revisit", resource.minutes, due=resource.due)
        for resource in due
    ]
    before = 0 if rules.readings_first else len(due) // 2
    return revisits[:before] + readings + revisits[before:]


def _readings(facts: Facts, rules: Rules) -> list[PlannedVisit]:
    """Rules 1, 4 and 8: the first may exceed the slot a little; the last may be in part."""
    late = [one for one in facts.due if one.due < facts.day and one.minutes <= facts.minutes]
    oldest = min(late).minutes if late and rules.oldest_fits else 0
    slot, visits = min(_slot(facts, rules), facts.minutes - oldest), list[PlannedVisit]()
    first = min(slot + rules.may_exceed, facts.minutes - oldest)
    for resource in _in_order(facts, rules):
        if resource.minutes > (slot if visits else first):
            if slot >= rules.shortest:
                visits.append(PlannedVisit(resource.number, "sitting", int(slot), resource.minutes))
            break
        visits.append(PlannedVisit(resource.number, "read", resource.minutes, resource.minutes))
        slot -= resource.minutes
    return visits


def _slot(facts: Facts, rules: Rules) -> float:
    needed = sum(resource.minutes for resource in facts.due)
    slot = max(rules.share * facts.minutes, rules.least)
    if rules.halved_beyond and needed > rules.halved_beyond * (facts.minutes - slot):
        slot = max(slot / 2, rules.least)
    return max(slot, facts.minutes - needed)


def _in_order(facts: Facts, rules: Rules) -> list[Unread]:
    """Rules 3 and 5: what is begun, then familiar sections, then the list; seldom a book."""
    waits = facts.since_book is not None and facts.since_book < rules.book_every - 1
    unread = [
        resource for resource in facts.unread if not (waits and resource.is_book)
    ] or facts.unread
    return sorted(
        unread, key=lambda resource: (resource.is_book or not resource.begun, not resource.familiar)
    )


def _revisits(facts: Facts, room: float, rules: Rules) -> list[Due]:
    """Rules 6 and 7: by due date if all fit; else the oldest in part of the room, then by gain."""
    due = sorted(facts.due)
    if not rules.by_gain or sum(resource.minutes for resource in due) <= room:
        return _fitting(due, room)
    patience = inf if rules.patience is None else rules.patience
    late = [resource for resource in due if facts.day - resource.due > patience]
    for_late = max(rules.late_share * room, late[0].minutes) if late else 0
    first = _fitting(late, min(for_late, room))
    others = sorted(
        set(due) - set(first),
        key=lambda resource: (-rank_of(resource, facts.day, rules.rank), resource.number),
    )
    return first + _fitting(others, room - sum(resource.minutes for resource in first))


def _fitting(due: Iterable[Due], room: float) -> list[Due]:
    chosen: list[Due] = []
    for resource in due:
        if sum(other.minutes for other in chosen) + resource.minutes <= room:
            chosen.append(resource)
    return chosen
