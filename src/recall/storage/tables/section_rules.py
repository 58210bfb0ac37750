"""Reads of what a person has laid down: the turns of sections, and prerequisites."""

from collections.abc import Collection

from recall.domain.day.turns import Rule
from recall.domain.library.prerequisites import Link
from recall.domain.library.resource import Resource, Section
from recall.storage.database.codec import as_date
from recall.storage.store import Reads
from recall.storage.tables.resources import (
    COLUMNS,
    STILL_UNREAD,
    WIDTH,
    from_section,
    to_resource,
    to_section,
)


def rules(reads: Reads) -> dict[Section, Rule]:
    """What is laid down, by section."""
    rows = reads.rows("SELECT section, turn, deadline, id FROM section_rule ORDER BY id")
    found = (
        Rule(to_section(section), turn, as_date(deadline), number)
        for section, turn, deadline, number in rows
    )
    return {rule.section: rule for rule in found}


def sections(reads: Reads) -> list[Section]:
    """Every section in which something stands, in no order."""
    return [to_section(row[0]) for row in reads.rows("SELECT DISTINCT section FROM place")]


def unread_by_section(reads: Reads) -> dict[Section, list[Resource]]:
    """What is left to read in each section itself, in list order.

    A section in which all is read is there too.
    """
    rows = reads.rows(
        f"SELECT {COLUMNS}, p.section, {STILL_UNREAD} FROM place p "
        "JOIN resource r ON r.id = p.resource_id WHERE r.status <> 'removed' "
        "ORDER BY p.list_id, p.ordinal, p.id"
    )
    found: dict[str, list[Resource]] = {}
    for row in rows:
        unread = found.setdefault(row[WIDTH], [])
        if row[WIDTH + 1]:
            unread.append(to_resource(row))
    return {to_section(section): unread for section, unread in found.items()}


def unread_in(reads: Reads, within: Collection[Section]) -> list[Resource]:
    """All that is left to read in some sections, each once, in no order."""
    names = ", ".join(f":section{number}" for number in range(len(within)))
    given = {f"section{number}": from_section(one) for number, one in enumerate(within)}
    rows = reads.rows(
        f"SELECT {COLUMNS} FROM (SELECT DISTINCT resource_id FROM place "
        f"WHERE section IN ({names})) p CROSS JOIN resource r "
        f"WHERE r.id = p.resource_id AND {STILL_UNREAD}",
        given,
    )
    return [to_resource(row) for row in rows]


def earlier_parts(reads: Reads, numbers: Collection[int], finished: Collection[int]) -> set[int]:
    """What is left to read before the furthest of some parts in each series, or is finished.

    The parts themselves are left or finished too.
    """
    listed, ended = (", ".join(map(str, one)) or "0" for one in (numbers, finished))
    rows = reads.rows(
        "SELECT e.id, e.series, e.list_id, coalesce(e.part, 0), e.ordinal FROM "
        f"(SELECT DISTINCT series, list_id FROM resource WHERE id IN ({listed})) s "
        "CROSS JOIN resource e WHERE e.series = s.series AND e.list_id = s.list_id AND "
        f"(e.id IN ({ended}) OR (e.status IN ('unread', 'reading') AND NOT e.gone)) "
        "ORDER BY coalesce(e.part, 0), e.ordinal"
    )
    parts = [(row[0], row[1:3], row[3:5]) for row in map(tuple, rows)]
    given = set(numbers)
    furthest = {series: place for number, series, place in parts if number in given}
    return {number for number, series, place in parts if place < furthest.get(series, place)}


def after(reads: Reads, resource_id: int) -> dict[int, int]:
    """The prerequisites of a resource, each with the ID of its row, in the order of their IDs."""
    rows = reads.rows(
        "SELECT after_id, id FROM prerequisite WHERE resource_id = :id ORDER BY after_id",
        {"id": resource_id},
    )
    return dict(map(tuple, rows))


def edges(reads: Reads) -> list[tuple[int, int]]:
    """Every prerequisite: (resource, what it comes after)."""
    rows = reads.rows("SELECT resource_id, after_id FROM prerequisite ORDER BY id")
    return [(number, earlier) for number, earlier in rows]


def links(reads: Reads) -> list[Link]:
    """Every resource that has a prerequisite or is one."""
    rows = reads.rows(
        "SELECT id, title, series, list_id, coalesce(part, 0), ordinal FROM resource WHERE id IN "
        "(SELECT resource_id FROM prerequisite UNION SELECT after_id FROM prerequisite) "
        "ORDER BY id"
    )
    return [
        Link(number, title, None if series is None else (series, list_id), (part, ordinal))
        for number, title, series, list_id, part, ordinal in rows
    ]
