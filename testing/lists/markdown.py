"""Cases for the markdown reader: a list and the expected items."""

from typing import NamedTuple

from recall.domain.library.catalog import ParsedList

Row = tuple[str, str | None, str, bool]
"""A title, a URL, the section joined by `/`, and the checkbox."""


class Case(NamedTuple):
    """A list, its items, and the reasons for skipped lines."""

    name: str
    text: str
    items: list[Row]
    reasons: tuple[str, ...] = ()


def rows(found: ParsedList) -> list[Row]:
    """Return the items of a list as rows of a case."""
    return [(item.title, item.url, "/".join(item.section), item.checked) for item in found.items]


def assert_in_order(found: ParsedList, text: str) -> None:
    """Assert that items are in line order, and in sections of the list."""
    lines = [item.line for item in found.items]
    assert lines == sorted(lines)
    assert lines[-1] <= text.count("\n") + 1
    assert {item.section for item in found.items} <= set(found.sections)
