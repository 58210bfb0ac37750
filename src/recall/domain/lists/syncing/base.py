"""What a list said when it and the library last agreed: the base of a three-way merge."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self

from recall.domain.library.catalog import Mark
from recall.domain.library.resource import Section


class BaseEntry(NamedTuple):
    """One reading of a list as it was then; the same resource may stand in several lines.

    mark is what its box said.
    """

    key: str
    mark: Mark
    title: str
    section: Section
    line: int

    @classmethod
    def of(cls, stored: Sequence[Any]) -> Self:
        """Return an entry from the list that JSON makes of it; older ones say more."""
        key, mark, title, section, line, *_ = stored
        return cls(key, mark, title, tuple(section), line=line)


def ticks(entries: Iterable[BaseEntry]) -> dict[str, tuple[bool, ...]]:
    """Return whether the boxes of each resource were ticked, in their order, by identity."""
    found: dict[str, list[bool]] = {}
    for entry in entries:
        found.setdefault(entry.key, []).append(entry.mark == "read")
    return {key: tuple(ticked) for key, ticked in found.items()}


def marks(entries: Iterable[BaseEntry]) -> dict[str, Mark]:
    """Return what the boxes of each resource said together, by identity."""
    found: dict[str, list[Mark]] = {}
    for entry in entries:
        found.setdefault(entry.key, []).append(entry.mark)
    return {key: _together(said) for key, said in found.items()}


def _together(said: Sequence[Mark]) -> Mark:
    """Return one mark for several places: read or begun if one is, dropped if all are."""
    for mark in ("read", "begun"):
        if mark in said:
            return mark
    return "dropped" if set(said) == {"dropped"} else ""


def renamed(entries: Iterable[BaseEntry], keys: Mapping[str, str]) -> tuple[BaseEntry, ...]:
    """Return entries under the identities that their resources have now."""
    return tuple(entry._replace(key=keys.get(entry.key, entry.key)) for entry in entries)


def unticked(entries: Iterable[BaseEntry], keys: Collection[str]) -> tuple[BaseEntry, ...]:
    """Return entries as if the boxes of these resources had not been ticked."""
    return tuple(entry._replace(mark="") if entry.key in keys else entry for entry in entries)
