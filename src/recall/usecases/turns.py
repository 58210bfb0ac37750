"""The line of readings where something is laid down for sections. Reads only, and imports few."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.budget import Budget
from recall.domain.morning import HELD, NEEDED, Day, Turn, as_they_stood, candidates
from recall.domain.pace import Pace
from recall.domain.resource import Resource, Section
from recall.domain.turns import Rule, Rules, needed_until, rule_of, turn_of
from recall.storage import day as days
from recall.storage import planning
from recall.storage.resources import by_ids, from_section, with_places
from recall.storage.store import Reads


class Owed(NamedTuple):
    """What is to be read for a deadline: its minutes, and which of it stands in other sections."""

    minutes: int
    before: Collection[int]


def line(
    reads: Reads, day: Day, pace: Pace, budget: Budget
) -> tuple[list[Resource], dict[int, Turn]]:
    """What may be read on a day, in the order of its turn, and the turns by ID.

    Those of what is done that day are among them, with minutes as of the pace. Deadlines are
    weighed as things stood that morning, by the budget of the days until then.
    """
    rules = planning.rules(reads)
    stood = with_places(reads, as_they_stood((), day.done).values())
    by_rule = _by_rule(planning.sections(reads), rules)
    owed = _owed(reads, pace, by_rule, stood)
    minutes = {deadline: one.minutes for deadline, one in owed.items()}
    last = needed_until(minutes, day.today, budget, day.new_share)
    needed = {one.section for one in by_rule if last and one.deadline and one.deadline <= last}
    before = {by: one.before for by, one in owed.items() if last and by <= last}
    unread = days.to_read(reads, candidates(day.budget), _parts(by_rule, needed, before))
    turns = {
        one.id: turn_of((place.section for place in one.places), rules, needed)
        for one in (*with_places(reads, unread), *stood)
    }
    for deadline, numbers in before.items():
        turns |= {one: min(turns.get(one, Turn()), Turn(NEEDED, deadline)) for one in numbers}
    return unread, turns


def _by_rule(sections: Iterable[Section], rules: Rules) -> dict[Rule, list[Section]]:
    """The sections for which each rule counts."""
    found: dict[Rule, list[Section]] = {}
    for section in sections:
        rule = rule_of(section, rules)
        if rule is not None:
            found.setdefault(rule, []).append(section)
    return found


def _owed(
    reads: Reads, pace: Pace, by_rule: Mapping[Rule, Sequence[Section]], stood: Sequence[Resource]
) -> dict[date, Owed]:
    """What was unread this morning by deadline, each thing for the first that it is owed to."""
    deadlines: dict[date, list[Section]] = {}
    for rule, sections in by_rule.items():
        if rule.deadline is not None:
            deadlines.setdefault(rule.deadline, []).extend(sections)
    counted: set[int] = set()
    found: dict[date, Owed] = {}
    for deadline, sections in sorted(deadlines.items()):
        within = set(sections)
        unread = {one.id: one for one in planning.unread_in(reads, sections)}
        unread |= {one.id: one for one in stood if any(at.section in within for at in one.places)}
        before = _before(reads, unread, [one.id for one in stood])
        unread |= {one.id: one for one in by_ids(reads, before)}
        as_planned = {number: pace.applied(one) for number, one in unread.items()}
        as_planned |= {one.id: one for one in stood if one.id in unread}
        minutes = sum(as_planned[one].next_minutes for one in unread.keys() - counted)
        found[deadline] = Owed(minutes, before)
        counted |= unread.keys()
    return found


def _before(reads: Reads, waiting: Collection[int], finished: Collection[int]) -> set[int]:
    """What has to be read before any of these, and what before that, wherever it stands."""
    found, new = set(waiting), set(waiting)
    while new:
        held = days.waits(reads, new, finished).values()
        earlier = {number for some in held for number in some} - found
        new = earlier | planning.earlier_parts(reads, earlier, finished) - found
        found |= new
    return found - set(waiting)


def _parts(
    by_rule: Mapping[Rule, Sequence[Section]],
    needed: Collection[Section],
    before: Mapping[date, Collection[int]],
) -> list[days.Sections]:
    """The line in parts: what is needed, the soonest deadline first, and so on to what is later.

    before has what stands elsewhere and has to be read for a deadline.
    """
    ruled: dict[Turn, list[str]] = {}
    for rule, sections in by_rule.items():
        turn = turn_of((rule.section,), {rule.section: rule}, needed)
        if turn != Turn():
            ruled.setdefault(turn, []).extend(map(from_section, sections))
    parts = {turn: days.Sections(stored) for turn, stored in ruled.items() if turn.rank != HELD}
    for by, numbers in before.items():
        parts[Turn(NEEDED, by)] = parts[Turn(NEEDED, by)]._replace(besides=numbers)
    others = [one for stored in ruled.values() for one in stored]
    parts[Turn()] = days.Sections(others, others=True)
    return [parts[turn] for turn in sorted(parts)]
