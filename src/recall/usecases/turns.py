"""The line of readings where something is laid down for sections. Reads only, and imports few."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from recall.domain.morning import HELD, Day, Done, Turn, as_they_stood, candidates
from recall.domain.pace import Pace
from recall.domain.resource import UNREAD, Resource, Section
from recall.domain.turns import Rule, Rules, is_needed, rule_of, turn_of
from recall.storage import day as days
from recall.storage import planning
from recall.storage.resources import from_section, with_places
from recall.storage.store import Reads


def line(reads: Reads, day: Day, pace: Pace) -> tuple[list[Resource], dict[int, Turn]]:
    """What may be read on a day, in the order of its turn, and the turns by ID.

    Those of what is done that day are among them, with minutes as of the pace. A deadline is
    weighed as things stood that morning.
    """
    rules = planning.rules(reads)
    stood = with_places(reads, as_they_stood((), day.done).values())
    by_rule = _by_rule(planning.sections(reads), rules)
    needed = _needed(reads, day, pace, by_rule, stood)
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


def _needed(
    reads: Reads,
    day: Day,
    pace: Pace,
    by_rule: Mapping[Rule, Sequence[Section]],
    stood: Sequence[Resource],
) -> set[Section]:
    """The sections whose rule has a deadline that could not wait this morning."""
    found = set()
    readings = day.usual_minutes * day.new_share
    for rule, sections in by_rule.items():
        if rule.deadline is not None:
            unread = map(pace.applied, planning.unread_in(reads, sections))
            left = sum(one.next_minutes for one in unread)
            left += _read_today(sections, stood, day.done)
            if is_needed(left, rule.deadline, day.today, readings):
                found.add(rule.section)
    return found


def _read_today(
    sections: Collection[Section], stood: Iterable[Resource], done: Iterable[Done]
) -> int:
    """By how many minutes today's readings have made what is left in sections less."""
    now = {one.resource.id: one.resource for one in done}
    return sum(
        one.next_minutes - (now[one.id].next_minutes if _is_unread(now[one.id]) else 0)
        for one in stood
        if any(place.section in sections for place in one.places)
    )


def _is_unread(resource: Resource) -> bool:
    return resource.status in UNREAD


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
