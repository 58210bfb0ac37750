"""Reads and writes of the turns and deadlines of sections, and of what is left in these."""

from collections.abc import Collection

from recall.domain.day.turns import SectionRule
from recall.domain.library.resource import Resource, Section
from recall.storage.actions import Action
from recall.storage.database.codec import as_date, from_section, to_section
from recall.storage.reads import Reads
from recall.storage.tables.resources import COLUMNS, STILL_UNREAD, parted, to_resource


def rules(reads: Reads) -> dict[Section, SectionRule]:
    """Return the rules by section."""
    rows = reads.rows("SELECT section, turn, deadline, id FROM section_rule ORDER BY id")
    found = (
        SectionRule(to_section(section), turn, as_date(deadline), number)
        for section, turn, deadline, number in rows
    )
    return {rule.section: rule for rule in found}


def sections(reads: Reads) -> list[Section]:
    """Return every section that has a resource, in no order."""
    return [to_section(row[0]) for row in reads.rows("SELECT DISTINCT section FROM place")]


def sections_elsewhere(reads: Reads, list_id: int) -> list[Section]:
    """Return every section that has a resource in another list than this, in no order."""
    sql = "SELECT DISTINCT section FROM place WHERE list_id <> :list"
    return [to_section(row[0]) for row in reads.rows(sql, {"list": list_id})]


def unread_by_section(reads: Reads) -> dict[Section, list[Resource]]:
    """Return what is left to read in each section itself, in list order.

    Sections with nothing left to read are included.
    """
    rows = reads.rows(
        f"SELECT {COLUMNS}, p.section, {STILL_UNREAD} FROM place p "
        "JOIN resource r ON r.id = p.resource_id WHERE r.status <> 'removed' "
        "ORDER BY p.list_id, p.ordinal, p.id"
    )
    found: dict[str, list[Resource]] = {}
    for resource, (section, is_unread) in parted(rows):
        unread = found.setdefault(section, [])
        if is_unread:
            unread.append(resource)
    return {to_section(section): unread for section, unread in found.items()}


def unread_in(reads: Reads, within: Collection[Section]) -> list[Resource]:
    """Return everything left to read in some sections, each once, in no order."""
    names = ", ".join(f":section{number}" for number in range(len(within)))
    given = {f"section{number}": from_section(section) for number, section in enumerate(within)}
    rows = reads.rows(
        f"SELECT {COLUMNS} FROM (SELECT DISTINCT resource_id FROM place "
        f"WHERE section IN ({names})) p CROSS JOIN resource r "
        f"WHERE r.id = p.resource_id AND {STILL_UNREAD}",
        given,
    )
    return [to_resource(row) for row in rows]


def earlier_parts(reads: Reads, numbers: Collection[int]) -> set[int]:
    """Return the parts to read, up to the last of the given ones in each series.

    The given parts themselves are included.
    """
    listed = ", ".join(map(str, numbers)) or "0"
    rows = reads.rows(
        "SELECT e.id, e.series, e.list_id, coalesce(e.part, 0), e.ordinal FROM "
        f"(SELECT DISTINCT series, list_id FROM resource WHERE id IN ({listed})) s "
        "CROSS JOIN resource e WHERE e.series = s.series AND e.list_id = s.list_id AND "
        "e.status IN ('unread', 'reading') AND NOT e.gone "
        "ORDER BY coalesce(e.part, 0), e.ordinal"
    )
    parts = [(row[0], row[1:3], row[3:5]) for row in map(tuple, rows)]
    given = set(numbers)
    furthest = {series: place for number, series, place in parts if number in given}
    return {number for number, series, place in parts if place < furthest.get(series, place)}


def write(action: Action, rule: SectionRule) -> None:
    """Write a new rule, or how one that is there is to be from now on."""
    values = {"turn": rule.turn, "deadline": rule.deadline}
    if rule.id:
        action.update("section_rule", rule.id, values)
    else:
        action.insert("section_rule", [values | {"section": from_section(rule.section)}])


def rename(action: Action, rule: SectionRule, section: Section) -> None:
    """Write that a rule is of another section now."""
    action.update("section_rule", rule.id, {"section": from_section(section)})


def remove(action: Action, rule: SectionRule) -> None:
    """Take a rule out."""
    action.delete("section_rule", [rule.id])
