"""Reads of the due load: the minutes of revisits on the coming days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from recall.domain.library.resource import revisit_minutes
from recall.domain.library.timing.pace import Pace
from recall.storage.database.codec import as_date
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads
from recall.storage.tables.pace import KNOWN, timed

_COMING = "r.status = 'read' AND r.due BETWEEN :first AND :last AND r.id <> :besides"

MANY_DUE = 500
"""With more due revisits than this, learned minutes even out between the days."""

Load = dict[date, int]
"""Minutes by day."""

Span = tuple[date, date]
"""The first and the last of some days."""


def planned(reads: Reads, first: date, last: date, pace: Pace, besides: int = 0) -> Load:
    """Return the minutes of revisits due on each day from first to last, without one resource."""
    rows = reads.rows(
        f"SELECT {KNOWN}, r.due FROM resource r WHERE {_COMING}", _given(first, last, besides)
    )
    return _by_day((due, pace.revisit_minutes(timed(known))) for *known, due in rows)


def minutes_of(reads: Reads, day: date, pace: Pace) -> list[int]:
    """Return the minutes of each revisit that becomes due on a day."""
    rows = reads.rows(
        f"SELECT {KNOWN} FROM resource r WHERE {_COMING}", _given(day, day, besides=0)
    )
    return [pace.revisit_minutes(timed(row)) for row in rows]


def about(reads: Reads, spans: Sequence[Span], pace: Pace, besides: int, joined: int = 0) -> Load:
    """Like planned(), over some spans of days by two questions at most.

    joined is a second resource that does not count: that which becomes one with the first.

    In a span with very many revisits they count by the minutes of their lists, from an index
    alone. Where spans overlap the later one has the say.
    """
    counted = _in_spans(
        reads,
        "r.due, r.minutes, count(*)",
        dict(enumerate(spans)),
        (besides, joined),
        grouped="GROUP BY 2, 3",
    )
    few = {
        number: spans[number]
        for number, rows in counted.items()
        if sum(how_many for _, _, how_many in rows) <= MANY_DUE
    }
    exact = _in_spans(reads, f"{KNOWN}, r.due", few, (besides, joined))
    load: Load = {}
    for number, rows in counted.items():
        if number in few:
            whole = ((due, pace.revisit_minutes(timed(card))) for *card, due in exact[number])
        else:
            whole = ((due, times * revisit_minutes(each)) for due, each, times in rows)
        load |= _by_day(whole)
    return load


def _in_spans(
    reads: Reads,
    columns: str,
    spans: Mapping[int, Span],
    besides: tuple[int, int],
    grouped: str = "",
) -> dict[int, list[Row]]:
    """The rows of each span that has any, by its number, in the order of the spans."""
    given: dict[str, object] = {"besides": besides[0], "joined": besides[1]}
    parts = []
    for number, (first, last) in spans.items():
        given |= {f"first{number}": first.isoformat(), f"last{number}": last.isoformat()}
        due = f"r.due BETWEEN :first{number} AND :last{number}"
        parts.append(
            f"SELECT {number}, {columns} FROM resource r "
            f"WHERE r.status = 'read' AND {due} "
            f"AND r.id NOT IN (:besides, :joined) {grouped}"
        )
    found: dict[int, list[Row]] = {}
    for number, *row in reads.rows(" UNION ALL ".join(parts), given) if parts else ():
        found.setdefault(number, []).append(tuple(row))
    return dict(sorted(found.items()))


def next_due(reads: Reads, after: date) -> date | None:
    """Return the first day after a date on which a revisit is due."""
    rows = reads.rows(
        "SELECT r.due FROM resource r WHERE r.status = 'read' AND r.due > :after "
        "ORDER BY r.due LIMIT 1",
        {"after": after.isoformat()},
    )
    return as_date(rows[0][0]) if rows else None


def _given(first: date, last: date, besides: int) -> dict[str, object]:
    return {"first": first.isoformat(), "last": last.isoformat(), "besides": besides}


def _by_day(revisits: Iterable[tuple[object, int]]) -> Load:
    load: Load = {}
    for due, minutes in revisits:
        day = as_date(due) or date.min  # never None: the query selects by due date
        load[day] = load.get(day, 0) + minutes
    return load
