"""Reads the whole review log for fitting parameters."""

from datetime import date

from recall.domain.library.card import Rating
from recall.domain.memory.rated_log import Rated
from recall.errors import RecallError
from recall.storage.database.codec import as_date
from recall.storage.reads import Reads

UNKNOWN_READING = "void_by IS NULL AND elapsed IS NULL AND due_before IS NOT NULL"
"""Selects the first ratings of what was read before, nobody knows when: it was due already."""

AFTER_UNKNOWN = (
    "SELECT min(id) FROM review WHERE void_by IS NULL AND elapsed IS NOT NULL AND resource_id IN "
    f"(SELECT resource_id FROM review WHERE {UNKNOWN_READING}) GROUP BY resource_id"
)
"""Selects the reviews that follow them, from which nothing is learned."""


_EVERY = 2**31 - 1


def ratings(reads: Reads, most: int = _EVERY) -> list[Rated]:
    """Return the valid reviews in the order of writing, the first ones if most says how many.

    RecallError if one is unreadable.
    """
    rows = reads.rows(
        "SELECT resource_id, study_date, rating, elapsed, retrievability, id FROM review "
        "WHERE void_by IS NULL ORDER BY id LIMIT :most",
        {"most": most},
    )
    untold = {number for (number,) in reads.rows(AFTER_UNKNOWN)}
    named = {int(rating): rating for rating in Rating}
    try:
        dates = {row[1]: as_date(row[1]) or date.min for row in rows}  # parse each day only once
        return [
            Rated(
                resource_id=row[0],
                on=dates[row[1]],
                rating=named[row[2]],
                elapsed=row[3],
                predicted=row[4] and float(row[4]),
                learnt=row[5] not in untold,
            )
            for row in rows
        ]
    except (KeyError, ValueError) as error:
        raise RecallError(
            f"the log is damaged: it holds what cannot be read ({error}); 'recall doctor' says more"
        ) from None
