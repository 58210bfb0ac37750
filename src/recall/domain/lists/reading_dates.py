"""Dates of reading in a list that cannot be."""

from datetime import date

from recall.domain.library.catalog import Catalog
from recall.domain.library.resource import short
from recall.domain.library.when_read import is_after

DATES_NAMED = 3
"""How many titles a remark names."""


def without_future(catalog: Catalog, today: date) -> Catalog:
    """Return a catalog without dates of reading after today, and with a remark that names them."""
    wrong = {
        number: entry
        for number, entry in enumerate(catalog.entries)
        if entry.read_on is not None and is_after(entry.read_on, today)
    }
    if not wrong:
        return catalog
    named = ", ".join(short(entry.title) for entry in list(wrong.values())[:DATES_NAMED])
    more = f" and {len(wrong) - DATES_NAMED} more" if len(wrong) > DATES_NAMED else ""
    return catalog._replace(
        entries=tuple(
            entry._replace(read_on=None) if number in wrong else entry
            for number, entry in enumerate(catalog.entries)
        ),
        remarks=(*catalog.remarks, f"a date of reading in the future is not kept: {named}{more}"),
    )
