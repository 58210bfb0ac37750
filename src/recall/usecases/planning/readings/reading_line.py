"""The readings that could be offered on a day, in their order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.calendar.budget import Budget
from recall.domain.calendar.deadlines import needed_until
from recall.domain.day.reading_order import Reading, goes_on, is_book
from recall.domain.day.turns import (
    HELD,
    NEEDED,
    TURNS,
    SectionRule,
    SectionRules,
    Turn,
    rule_of,
    turn_of,
)
from recall.domain.library.prerequisites import Waits
from recall.domain.library.resource import Planned, Resource, Section
from recall.domain.library.timing.pace import Pace
from recall.settings.table import Settings
from recall.storage.reads import Reads
from recall.storage.tables import day as days
from recall.storage.tables import section_rules
from recall.storage.tables.resources import by_ids, with_places


class LineRules(NamedTuple):
    """Everything that puts readings into their order, as of one study day.

    budget has the minutes of the days until a deadline.
    """

    today: date
    pace: Pace
    budget: Budget
    settings: Settings


class DeadlineWork(NamedTuple):
    """The readings for a deadline, by ID: in its sections, and their prerequisites elsewhere.

    minutes leaves out readings that an earlier deadline counts.
    """

    minutes: int
    within: Collection[int]
    before: Collection[int]


def reading_line(
    reads: Reads, rules: LineRules, limit: int, *, with_held: bool = False
) -> list[Reading]:
    """Return at least the first `limit` readings that nothing holds back, in order.

    with_held: also those that wait for others.
    """
    in_progress = days.sections_in_progress(reads)
    if not days.has_rules(reads):
        are_few = len(in_progress) <= days.FEW_SECTIONS
        first = days.Sections(days.stored(in_progress)) if are_few else days.IN_PROGRESS
        parts = [first, days.EVERYTHING]
        found = days.to_read(reads, limit, parts, with_held=with_held)
        return _in_order(reads, found, rules, in_progress, turns={})
    by_section = section_rules.rules(reads)
    by_rule = _by_rule(section_rules.sections(reads), by_section)
    pressing = _pressing(reads, rules, by_rule)
    parts = _parts(by_rule, pressing, in_progress)
    found = days.to_read(reads, limit, parts, with_held=with_held)
    turns = turns_of(with_places(reads, found), by_section, pressing)
    return _in_order(reads, found, rules, in_progress, turns=turns)


def turns_of(
    resources: Iterable[Resource],
    rules: SectionRules,
    pressing: Mapping[date, DeadlineWork] | None = None,
) -> dict[int, Turn]:
    """Return the turns of resources given with their places, by ID.

    What a pressing deadline needs has its turn, and so do readings that are still held back.
    """
    turns = {
        resource.id: turn_of((place.section for place in resource.places), rules)
        for resource in resources
    }
    for by, work in sorted((pressing or {}).items(), reverse=True):  # the soonest wins
        turns |= dict.fromkeys((*work.within, *work.before), Turn(NEEDED, by))
    return turns


def pressing_deadlines(reads: Reads, rules: LineRules) -> dict[date, DeadlineWork]:
    """Return the work for each deadline that cannot wait."""
    if not days.has_rules(reads):
        return {}
    by_section = section_rules.rules(reads)
    return _pressing(reads, rules, _by_rule(section_rules.sections(reads), by_section))


def before(reads: Reads, waiting: Collection[int], holding: Waits) -> list[Resource]:
    """Return everything to be read before any of these, directly or indirectly, in any section.

    holding has all prerequisites that hold something back.
    """
    found, new = set[int](), set(waiting)
    while new:
        reached = _reached(new, holding) - found
        found |= reached
        new = section_rules.earlier_parts(reads, reached) - found
    return by_ids(reads, found - set(waiting))


def as_readings(
    resources: Iterable[Planned], in_progress: Collection[Section], usual_minutes: int
) -> list[Reading]:
    """Return planned resources, given with their places, as readings in their usual turn."""
    return [
        Reading(
            resource,
            is_book=is_book(resource, usual_minutes),
            goes_on=goes_on(resource, in_progress),
        )
        for resource in resources
    ]


def _in_order(
    reads: Reads,
    found: Iterable[Resource],
    rules: LineRules,
    in_progress: Collection[Section],
    turns: Mapping[int, Turn],
) -> list[Reading]:
    planned = [rules.pace.planned(resource) for resource in with_places(reads, found)]
    readings = as_readings(planned, in_progress, rules.settings.daily_minutes)
    ready = [reading._replace(turn=turns.get(reading.resource.id, Turn())) for reading in readings]
    return sorted(
        (reading for reading in ready if reading.turn.rank != HELD), key=lambda reading: reading.key
    )


def _pressing(
    reads: Reads, rules: LineRules, by_rule: Mapping[SectionRule, Sequence[Section]]
) -> dict[date, DeadlineWork]:
    work = _work(reads, rules.pace, by_rule)
    minutes = {deadline: part.minutes for deadline, part in work.items()}
    last = needed_until(minutes, rules.today, rules.budget, rules.settings.new_share)
    return {by: part for by, part in work.items() if last and by <= last}


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


def _work(
    reads: Reads, pace: Pace, by_rule: Mapping[SectionRule, Sequence[Section]]
) -> dict[date, DeadlineWork]:
    """Return what is unread by deadline; minutes count for the earliest only."""
    holding = days.waits(reads)
    counted: set[int] = set()
    found: dict[date, DeadlineWork] = {}
    for deadline, sections in sorted(_by_deadline(by_rule).items()):
        within = {
            resource.id: resource for resource in section_rules.unread_in(reads, set(sections))
        }
        earlier = {resource.id: resource for resource in before(reads, within, holding)}
        every = within | earlier
        minutes = sum(
            pace.planned(resource).next_minutes
            for number, resource in every.items()
            if number not in counted
        )
        found[deadline] = DeadlineWork(minutes, within.keys(), earlier.keys())
        counted |= every.keys()
    return found


def _by_deadline(by_rule: Mapping[SectionRule, Sequence[Section]]) -> dict[date, list[Section]]:
    found: dict[date, list[Section]] = {}
    for rule, sections in by_rule.items():
        if rule.deadline is not None:
            found.setdefault(rule.deadline, []).extend(sections)
    return found


def _parts(
    by_rule: Mapping[SectionRule, Sequence[Section]],
    pressing: Mapping[date, DeadlineWork],
    in_progress: Collection[Section],
) -> list[days.Sections]:
    """Return the parts to look in: for each turn the sections in progress, and all of them."""
    ruled: dict[Turn, list[Section]] = {}
    for rule, sections in by_rule.items():
        turn = Turn(TURNS[rule.turn])
        if rule.deadline is not None and rule.deadline in pressing:
            turn = Turn(NEEDED, rule.deadline)
        if turn != Turn():
            ruled.setdefault(turn, []).extend(sections)
    others = {section for sections in ruled.values() for section in sections}
    parts = [days.Sections(days.stored(set(in_progress) - others))]
    for turn, sections in ruled.items():
        if turn.rank != HELD:
            besides = pressing[turn.by].before if turn.rank == NEEDED else ()
            parts.append(days.Sections(days.stored(set(sections) & set(in_progress))))
            parts.append(days.Sections(days.stored(sections), besides=besides))
    return [*parts, days.Sections(days.stored(others), others=True)]
