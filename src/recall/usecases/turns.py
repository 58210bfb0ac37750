"""The line of readings where something is laid down for sections. Reads only, and imports few."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from recall.domain.budget import Budget
from recall.domain.morning import HELD, Day, Turn, as_they_stood, candidates
from recall.domain.pace import Pace
from recall.domain.resource import Resource, Section
from recall.domain.turns import Rule, Rules, needed_until, rule_of, turn_of
from recall.storage import day as days
from recall.storage import planning
from recall.storage.resources import from_section, with_places
from recall.storage.store import Reads


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
    minutes = _minutes_by_deadline(reads, pace, by_rule, stood)
    last = needed_until(minutes, day.today, budget, day.new_share)
    needed = {one.section for one in by_rule if last and one.deadline and one.deadline <= last}
    unread = days.to_read(reads, candidates(day.budget), _parts(by_rule, needed))
    turns = {
        one.id: turn_of((place.section for place in one.places), rules, needed)
        for one in (*with_places(reads, unread), *stood)
    }
    return unread, turns


def _by_rule(sections: Iterable[Section], rules: Rules) -> dict[Rule, list[Section]]:
    """The sections for which each rule counts."""
    found: dict[Rule, list[Section]] = {}
    for section in sections:
        rule = rule_of(section, rules)
        if rule is not None:
            found.setdefault(rule, []).append(section)
    return found


def _minutes_by_deadline(
    reads: Reads, pace: Pace, by_rule: Mapping[Rule, Sequence[Section]], stood: Sequence[Resource]
) -> dict[date, int]:
    """What was unread this morning, each thing for the first of its deadlines."""
    deadlines: dict[date, list[Section]] = {}
    for rule, sections in by_rule.items():
        if rule.deadline is not None:
            deadlines.setdefault(rule.deadline, []).extend(sections)
    counted: set[int] = set()
    found: dict[date, int] = {}
    for deadline, sections in sorted(deadlines.items()):
        unread = {one.id: pace.applied(one) for one in planning.unread_in(reads, sections)}
        within = set(sections)
        unread |= {one.id: one for one in stood if any(at.section in within for at in one.places)}
        found[deadline] = sum(unread[number].next_minutes for number in unread.keys() - counted)
        counted |= unread.keys()
    return found


def _parts(
    by_rule: Mapping[Rule, Sequence[Section]], needed: Collection[Section]
) -> list[days.Sections]:
    """The line in parts: what is needed, the soonest deadline first, and so on to what is later."""
    ruled: dict[Turn, list[str]] = {}
    for rule, sections in by_rule.items():
        turn = turn_of((rule.section,), {rule.section: rule}, needed)
        if turn != Turn():
            ruled.setdefault(turn, []).extend(map(from_section, sections))
    parts = {turn: days.Sections(stored) for turn, stored in ruled.items() if turn.rank != HELD}
    others = [one for stored in ruled.values() for one in stored]
    parts[Turn()] = days.Sections(others, others=True)
    return [parts[turn] for turn in sorted(parts)]
