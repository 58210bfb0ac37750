"""Reads for statistics: the whole of the log, and how resources stood on past days."""

import json
from datetime import date, timedelta

from recall.domain.calendar.pauses import Pause
from recall.domain.library.card import Rating
from recall.domain.library.resource import Section
from recall.domain.statistics.streak import Stood
from recall.domain.statistics.summary import Graded, Past, Sat
from recall.storage.database.codec import as_date
from recall.storage.store import Reads, Row
from recall.storage.tables.resources import to_section

_NEWEST = 2**62
"""Later than any action: how a resource stands now is what counts to the end of today."""


def past(reads: Reads) -> Past:
    """Every review and sitting that counts, in the order they were written."""
    reviews = reads.rows(
        "SELECT v.resource_id, v.study_date, v.action_id, v.rating, v.minutes, "
        "v.planned_minutes, v.elapsed, v.retrievability, v.stability_before, v.due_before "
        "FROM review v WHERE v.void_by IS NULL ORDER BY v.id"
    )
    sittings = reads.rows(
        "SELECT resource_id, study_date, minutes FROM sitting WHERE void_by IS NULL ORDER BY id"
    )
    sat = [Sat(number, as_date(on) or date.min, minutes) for number, on, minutes in sittings]
    return Past([_graded(row) for row in reviews], sat)


def _graded(row: Row) -> Graded:
    on, passed = as_date(row[1]) or date.min, row[3] >= Rating.HARD
    had, due_before = row[8] is not None, as_date(row[9])
    return Graded._make([row[0], on, row[2], passed, *row[4:8], had, due_before])


def kinds(reads: Reads) -> dict[int, str]:
    """The present kind of each resource, by ID."""
    return {row[0]: row[1] for row in reads.rows("SELECT id, kind FROM resource")}


def sections(reads: Reads) -> dict[int, Section]:
    """The first section that each resource stands in, by ID; those in none are left out."""
    rows = reads.rows(
        "SELECT resource_id, section FROM place ORDER BY list_id DESC, ordinal DESC, id DESC"
    )
    first = {row[0]: row[1] for row in rows}
    return {number: to_section(section) for number, section in first.items()}


def moved(reads: Reads) -> list[Stood]:
    """How resources with a due date stood before each action that was not a review or undone."""
    rows = reads.rows(
        "SELECT c.row_id, a.study_date, a.id, a.kind, c.before FROM change c "
        "JOIN action a ON a.id = c.action_id WHERE c.table_name = 'resource' "
        'AND a.undone_by IS NULL AND c.before LIKE \'%"due": "%\' '
        "AND NOT EXISTS (SELECT 1 FROM review v WHERE v.resource_id = c.row_id "
        "AND v.action_id = a.id)"
    )
    found = []
    for number, on, action, kind, image in rows:
        before = json.loads(image)
        due, day = as_date(before["due"]), as_date(on) or date.min
        found.append(Stood(number, day, action, due, before["status"], kind))
    return found


def stand(reads: Reads, today: date) -> list[Stood]:
    """How the revisits that are due stand to the end of today."""
    rows = reads.rows(
        "SELECT id, due FROM resource WHERE status = 'read' AND due <= :today",
        {"today": today.isoformat()},
    )
    tomorrow = today + timedelta(days=1)
    return [Stood(row[0], tomorrow, _NEWEST, as_date(row[1]), "read", "now") for row in rows]


def pauses(reads: Reads) -> list[Pause]:
    """Every break, in no order."""
    rows = reads.rows("SELECT first, until FROM pause")
    return [Pause(as_date(row[0]) or date.min, as_date(row[1])) for row in rows]
