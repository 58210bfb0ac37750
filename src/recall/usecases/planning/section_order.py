"""The order of readings if sections have rules. It only reads, and imports little."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.day.morning import HELD, NEEDED, Day, Turn, as_they_stood, candidates
from recall.domain.day.turns import TURNS, SectionRule, SectionRules, needed_until, rule_of, turn_of
from recall.domain.library.pace import Pace
from recall.domain.library.prerequisites import Waits
from recall.domain.library.resource import Planned, Resource, Section
from recall.storage.store import Reads
from recall.storage.tables import day as days
from recall.storage.tables import section_rules
from recall.storage.tables.resources import by_ids, from_section, with_places


class Owed(NamedTuple):
    """The readings for a deadline, by ID: in its sections, and their prerequisites elsewhere.

    minutes leaves out readings that an earlier deadline counts.
    """

    minutes: int
    within: Collection[int]
    before: Collection[int]


def line(
    reads: Reads, day: Day, pace: Pace, budget: Budget
) -> tuple[list[Resource], dict[int, Turn]]:
    """Return the readings available on a day, in order, and the turns by ID.

    The turns include those of readings done that day and of readings that are held back but
    needed for a deadline that cannot wait. Deadlines are judged by the state of that morning,
    the person's pace, and the budget of the days until then.
    """
    rules = section_rules.rules(reads)
    stood = with_places(reads, as_they_stood((), day.done).values())
    by_rule = _by_rule(section_rules.sections(reads), rules)
    owed = _owed(reads, pace, by_rule, stood)
    minutes = {deadline: one.minutes for deadline, one in owed.items()}
    last = needed_until(minutes, day.today, budget, day.new_share)
    pressing = {by: one for by, one in owed.items() if last and by <= last}
    unread = days.to_read(reads, candidates(day.budget), _parts(by_rule, pressing))
    turns = {
        one.id: turn_of((place.section for place in one.places), rules)
        for one in (*with_places(reads, unread), *stood)
    }
    for by, one in sorted(pressing.items(), reverse=True):  # the soonest comes last and wins
        turns |= dict.fromkeys((*one.within, *one.before), Turn(NEEDED, by))
    return unread, turns


def before(
    reads: Reads, waiting: Collection[int], holding: Waits, finished: Collection[int] = ()
) -> list[Resource]:
    """Return everything to be read before any of these, directly or indirectly, in any section.

    holding has all prerequisites that hold something back. Resources in finished count as
    unread.
    """
    found, new = set[int](), set(waiting)
    while new:
        reached = _reached(new, holding) - found
        found |= reached
        new = section_rules.earlier_parts(reads, reached, finished) - found
    return by_ids(reads, found - set(waiting))


def _reached(start: Collection[int], holding: Waits) -> set[int]:
    """Return the start, its prerequisites, and theirs in turn."""
    found, new = set(start), list(start)
    while new:
        earlier = set(holding.get(new.pop(), ())) - found
        found |= earlier
        new += earlier
    return found


def _by_rule(sections: Iterable[Section], rules: SectionRules) -> dict[SectionRule, list[Section]]:
    """Return the sections that each rule applies to."""
    found: dict[SectionRule, list[Section]] = {}
    for section in sections:
        rule = rule_of(section, rules)
        if rule is not None:
            found.setdefault(rule, []).append(section)
    return found


def _owed(
    reads: Reads,
    pace: Pace,
    by_rule: Mapping[SectionRule, Sequence[Section]],
    stood: Sequence[Planned],
) -> dict[date, Owed]:
    """Return what was unread this morning by deadline; minutes count for the earliest only."""
    as_it_was = {one.id: one for one in stood}
    holding = days.waits(reads, as_it_was)
    counted: set[int] = set()
    found: dict[date, Owed] = {}
    for deadline, sections in sorted(_by_deadline(by_rule).items()):
        ruled = set(sections)
        within = {one.id: one for one in section_rules.unread_in(reads, sections)}
        within |= {one.id: one for one in stood if any(at.section in ruled for at in one.places)}
        earlier = {one.id: one for one in before(reads, within, holding, as_it_was)}
        every = within | earlier
        minutes = sum(
            (as_it_was.get(number) or pace.planned(one)).next_minutes
            for number, one in every.items()
            if number not in counted
        )
        found[deadline] = Owed(minutes, within.keys(), earlier.keys())
        counted |= every.keys()
    return found


def _by_deadline(by_rule: Mapping[SectionRule, Sequence[Section]]) -> dict[date, list[Section]]:
    found: dict[date, list[Section]] = {}
    for rule, sections in by_rule.items():
        if rule.deadline is not None:
            found.setdefault(rule.deadline, []).extend(sections)
    return found


def _parts(
    by_rule: Mapping[SectionRule, Sequence[Section]], pressing: Mapping[date, Owed]
) -> list[days.Sections]:
    """Return the order in parts: the soonest deadline first, and so on to what comes later."""
    ruled: dict[Turn, list[str]] = {}
    for rule, sections in by_rule.items():
        turn = Turn(TURNS[rule.turn])
        if rule.deadline is not None and rule.deadline in pressing:
            turn = Turn(NEEDED, rule.deadline)
        if turn != Turn():
            ruled.setdefault(turn, []).extend(map(from_section, sections))
    parts = {turn: days.Sections(stored) for turn, stored in ruled.items() if turn.rank != HELD}
    for by, one in pressing.items():
        parts[Turn(NEEDED, by)] = parts[Turn(NEEDED, by)]._replace(besides=one.before)
    others = [one for stored in ruled.values() for one in stored]
    parts[Turn()] = days.Sections(others, others=True)
    return [parts[turn] for turn in sorted(parts)]
