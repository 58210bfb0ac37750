"""Sections: what is left to read in each, and their turns and deadlines."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from recall.domain.calendar.deadlines import minutes_a_day
from recall.domain.day.turns import TURNS, SectionRule, SectionRules, TurnName, rule_of
from recall.domain.library.resource import Resource, Section
from recall.domain.library.timing.pace import Pace
from recall.domain.lists.section_names import as_tree, named, shown
from recall.domain.text.choice import chosen
from recall.errors import BadInput
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.reads import Reads
from recall.storage.tables import section_rules
from recall.storage.tables.day import waits
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.readings.reading_line import before
from recall.usecases.planning.readings.readings_anew import choose_readings_anew

Unread = dict[Section, dict[int, int]]
"""Minutes left to read at the person's pace, by section and by resource."""

WITHOUT_DEADLINE = ("hold", "normal")
"""Turns that remove a deadline unless one is given with them."""


class SectionStanding(NamedTuple):
    """A section, the rule that applies to it, and what is left to read in it and below.

    a_day is the minutes to read on each day that has minutes, to meet the section's own
    deadline, including prerequisites elsewhere.
    """

    section: Section
    rule: SectionRule
    unread: int
    minutes: int
    a_day: float | None = None


class LaidDown(NamedTuple):
    """The result of setting a section's rule.

    changed is False if the rule was the same before. dropped is the deadline it lost.
    """

    standing: SectionStanding
    changed: bool
    dropped: date | None = None


def standings(context: Context) -> list[SectionStanding]:
    """Return every section in list order, including parents without resources of their own."""
    reads = context.store
    rules, pace = section_rules.rules(reads), pace_of(reads, context.today)
    left, ruled = _unread(reads, rules, pace)
    holding, budget = waits(reads), open_days(reads, context)
    found = []
    for section in as_tree([*left, *rules]):
        rule = rule_of(section, rules) or SectionRule(section)
        minutes, a_day = left.get(section, {}).values(), None
        if rule.deadline is not None and rule.section == section:
            waiting = ruled.get(section, {})
            waiting |= _minutes(before(reads, waiting, holding), pace)
            a_day = minutes_a_day(sum(waiting.values()), rule.deadline, context.today, budget)
        found.append(
            SectionStanding(
                section=section, rule=rule, unread=len(minutes), minutes=sum(minutes), a_day=a_day
            )
        )
    return found


def rules_of(context: Context, sections: Iterable[Section]) -> dict[Section, SectionRule]:
    """Return the rule that applies to each section, its own or that of a section above."""
    rules = section_rules.rules(context.store)
    return {section: rule_of(section, rules) or SectionRule(section) for section in sections}


def a_day(context: Context, rules: Iterable[SectionRule]) -> dict[Section, float]:
    """Return the minutes a day that the deadlines among some rules ask for, by section.

    Without a deadline nothing is read: what is left to read of a large library takes a second.
    """
    if all(rule.deadline is None for rule in rules):
        return {}
    return {
        standing.section: standing.a_day
        for standing in standings(context)
        if standing.a_day is not None
    }


def _unread(reads: Reads, rules: SectionRules, pace: Pace) -> tuple[Unread, Unread]:
    """Return what is left to read by section, including those below, and by rule."""
    left: Unread = {}
    ruled: Unread = {}
    for section, unread in section_rules.unread_by_section(reads).items():
        minutes = _minutes(unread, pace)
        for length in range(1, len(section) + 1):
            left.setdefault(section[:length], {}).update(minutes)
        rule = rule_of(section, rules)
        ruled.setdefault(rule.section if rule else (), {}).update(minutes)
    return left, ruled


def _minutes(resources: Iterable[Resource], pace: Pace) -> dict[int, int]:
    return {resource.id: pace.planned(resource).next_minutes for resource in resources}


def below(found: Iterable[SectionStanding], text: str) -> list[SectionStanding]:
    """Return the section that a fragment of a path means, and those below it."""
    every = list(found)
    section = named([standing.section for standing in every], text)
    return [standing for standing in every if standing.section[: len(section)] == section]


def lay_down(
    context: Context,
    text: str,
    turn: str | None = None,
    deadline: date | None = None,
    *,
    never: bool = False,
) -> LaidDown:
    """Set the turn and the deadline of a section and all below it.

    What is not given stays; never removes the deadline, and so do the turns hold and normal.
    Without a change there is no action. BadInput for an unknown turn, a deadline that has
    passed, or a deadline for a section on hold.
    """
    changed = False
    with begin(context.store, "section", context.now, context.today) as action:
        rules = section_rules.rules(action)
        section = named(as_tree([*sorted(section_rules.sections(action)), *rules]), text)
        now = rule_of(section, rules) or SectionRule(section)
        wanted_turn = _checked(turn or now.turn, deadline, context.today)
        kept = None if never or turn in WITHOUT_DEADLINE else now.deadline
        wanted = SectionRule(section, wanted_turn, deadline or kept)
        changed = _write(action, rules, wanted)
        if not changed:
            raise Abandoned
        choose_readings_anew(context, action)
        action.describe(None, f"{shown(section)}: {said(wanted)}")
    found = {standing.section: standing for standing in standings(context)}
    dropped = now.deadline if wanted.deadline is None else None
    return LaidDown(found.get(section, SectionStanding(section, wanted, 0, 0)), changed, dropped)


def said(rule: SectionRule) -> str:
    """Return a rule in words."""
    by = f", by {rule.deadline.isoformat()}" if rule.deadline else ""
    return rule.turn + by


def _checked(text: str, deadline: date | None, today: date) -> TurnName:
    turn = chosen(text, tuple(TURNS))
    if turn is None:
        raise BadInput(f"'{text}' is not a turn; give {', '.join(TURNS)}")
    if deadline is None:
        return turn
    if deadline < today:
        raise BadInput(f"the deadline {deadline} has passed; give a later day")
    if turn == "hold":
        raise BadInput(
            "what is on hold is not read, so it has no deadline; give first, later or normal too"
        )
    return turn


def _write(action: Action, rules: SectionRules, wanted: SectionRule) -> bool:
    """Write a section's rule, or delete it if it says nothing; return whether it changed."""
    own = rules.get(wanted.section)
    says_nothing = (
        wanted == SectionRule(wanted.section) and rule_of(wanted.section[:-1], rules) is None
    )
    stands = None if own is None else own._replace(id=0)
    if stands == (None if says_nothing else wanted):
        return False
    if own is not None and says_nothing:
        section_rules.remove(action, own)
    else:
        section_rules.write(action, wanted._replace(id=own.id if own else 0))
    return True
