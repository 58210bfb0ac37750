"""Reads the whole review log for fitting parameters."""

from datetime import date

from recall.domain.library.card import Rating
from recall.domain.memory.fitting import Rated
from recall.errors import RecallError
from recall.storage.database.codec import as_date
from recall.storage.reads import Reads


def ratings(reads: Reads) -> list[Rated]:
    """Return every valid review in the order of writing; RecallError if one is unreadable."""
    rows = reads.rows(
        "SELECT resource_id, study_date, rating, elapsed, retrievability FROM review "
        "WHERE void_by IS NULL ORDER BY id"
    )
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
            )
            for row in rows
        ]
    except (KeyError, ValueError) as error:
        raise RecallError(
            f"the log is damaged: it holds what cannot be read ({error}); 'recall doctor' says more"
        ) from None
