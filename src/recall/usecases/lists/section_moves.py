"""Lets the rules of sections follow sections that a list renames."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recall.domain.day.turns import SectionRule
from recall.domain.library.catalog import Catalog
from recall.domain.library.resource import Section
from recall.domain.lists.merge import Known, identity
from recall.domain.lists.renamed_sections import SectionChange, SectionVotes, with_above
from recall.domain.lists.section_names import shown
from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables import section_rules


class RuleMove(NamedTuple):
    """A rule, and the new section that it will belong to."""

    rule: SectionRule
    section: Section


class RuleMoves(NamedTuple):
    """The rules that follow their sections, and those whose sections are in no list any more."""

    moves: tuple[RuleMove, ...] = ()
    orphans: tuple[SectionRule, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences about the rules that stay behind."""
        return tuple(
            f"the section {shown(rule.section)} has a rule and is in no list any more; "
            "'recall section' shows it"
            for rule in self.orphans
        )


def rule_moves(
    reads: Reads, catalog: Catalog, known: Mapping[str, Known], list_id: int
) -> RuleMoves:
    """Return what becomes of the rules of sections that a list had and has no longer.

    A rule follows if most of what stood in its section stands in one new section, which has no
    rule of its own.
    """
    rules = section_rules.rules(reads)
    if not rules:
        return RuleMoves()
    now = with_above(place.section for entry in catalog.entries for place in entry.places)
    stood = [
        resource
        for resource in known.values()
        if resource.here and not resource.gone and not resource.is_moved
    ]
    before = with_above(place.section for resource in stood for place in resource.here)
    lost = {one: rule for one, rule in rules.items() if one in before and one not in now}
    if not lost:
        return RuleMoves()
    elsewhere = with_above(section_rules.sections_elsewhere(reads, list_id))
    votes = SectionVotes(readings_of(catalog, known))
    moves, orphans = [], []
    for section, rule in lost.items():
        if section in elsewhere:
            continue
        follows = _follows(votes.of(section))
        if follows is None or follows in before or follows in rules:
            orphans.append(rule)
        else:
            moves.append(RuleMove(rule, follows))
    return RuleMoves(tuple(moves), tuple(orphans))


def readings_of(catalog: Catalog, known: Mapping[str, Known]) -> list[SectionChange]:
    """Return where the readings of a list stood in the library, and where the list has them now."""
    entries = {identity(entry): entry for entry in catalog.entries}
    return [
        SectionChange(old.section, new.section)
        for key, resource in known.items()
        if key in entries
        and not resource.gone
        and not resource.is_moved
        and len(resource.here) == len(entries[key].places)
        for old, new in zip(resource.here, entries[key].places, strict=True)
    ]


def move_rules(action: Action, moves: Iterable[RuleMove]) -> None:
    """Write that rules are of other sections now."""
    for move in moves:
        section_rules.rename(action, move.rule, move.section)


def _follows(votes: Counter[Section]) -> Section | None:
    """Return where more than half of a section, with what is below it, stands now."""
    best = votes.most_common(1)
    return best[0][0] if best and 2 * best[0][1] > votes.total() else None
