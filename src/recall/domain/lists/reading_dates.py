"""When something was read, as precisely as a list says it: a year, a month, or a day."""

import re
from datetime import date

from recall.domain.library.catalog import Catalog
from recall.domain.library.resource import short

_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

DATES_NAMED = 3
"""How many titles a remark names."""

LONGEST_DATE = len("2024-05-01")
"""Characters of the most precise of them."""


def is_possible(read_on: str) -> bool:
    """Return whether a text is `2024`, `2024-05` or `2024-05-01`, and that is in the calendar."""
    if _SHAPE.fullmatch(read_on) is None:
        return False
    try:
        date.fromisoformat(f"{read_on}-01-01"[:LONGEST_DATE])
    except ValueError:
        return False
    return True


def is_after(read_on: str, day: date) -> bool:
    """Return whether all of a year, a month or a day comes after a day."""
    return read_on > day.isoformat()[: len(read_on)]


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
