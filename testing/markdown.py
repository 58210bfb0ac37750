"""Cases for the markdown reader: a list, and what a person sees in it."""

from typing import NamedTuple

from recall.domain.library.catalog import ParsedList

Row = tuple[str, str | None, str, bool]
"""A title, a URL, the section joined by `/`, and the box."""


class Case(NamedTuple):
    """A list, the items it holds and the reasons for what is passed over."""

    name: str
    text: str
    items: list[Row]
    reasons: tuple[str, ...] = ()


def rows(found: ParsedList) -> list[Row]:
    """Return the items of a list as rows of a case."""
    return [(item.title, item.url, "/".join(item.section), item.checked) for item in found.items]


def assert_in_order(found: ParsedList, text: str) -> None:
    """Items stand in the order of their lines, and in sections that the list has."""
    lines = [item.line for item in found.items]
    assert lines == sorted(lines)
    assert lines[-1] <= text.count("\n") + 1
    assert {item.section for item in found.items} <= set(found.sections)
