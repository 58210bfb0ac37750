"""Finds the section that a person means by the text they type."""

from collections.abc import Iterable, Sequence

from recall.domain.library.resource import Section, fold
from recall.domain.text.plain import plain
from recall.errors import AmbiguousSection, UnknownSection

BETWEEN = " › "
"""Separates the headings of a path; ` > ` is read as the same."""

SHOWN = 10
"""The most candidates a message names."""

ALIKE = 3
"""The most sections a message names that are spelled like the typed text."""


def shown(section: Section) -> str:
    """Return a path of headings for a person."""
    return BETWEEN.join(section)


def heading(section: Section) -> str:
    """Return the heading of a group; resources without a section have one too."""
    return shown(section) or "without a section"


def parts(text: str) -> Section:
    """Return the path that a text writes with '/', ' > ' or ' › ' between its headings."""
    levels = text.replace(" > ", "/").replace("›", "/").split("/")
    return tuple(name for level in levels if (name := plain(level)))


def as_tree(sections: Iterable[Section]) -> list[Section]:
    """Return the sections and their parents, parents first, else in the given order."""
    order: dict[Section, int] = {}
    for section in sections:
        for length in range(1, len(section) + 1):
            order.setdefault(section[:length], len(order))
    return sorted(order, key=lambda one: [order[one[:at]] for at in range(1, len(one) + 1)])


def named(sections: Sequence[Section], text: str) -> Section:
    """Return the section that a fragment of its path means.

    A whole path wins over a whole heading, which wins over a part of either. A match in a
    parent's heading does not count: the parent is meant, not the sections below it.
    UnknownSection if none matches, AmbiguousSection if several do.
    """
    wanted = _normal(text)
    exact = [section for section in sections if shown(section) == text]
    for fits in (_is_path, _is_heading, _holds):
        found = exact or [section for section in sections if wanted and fits(section, wanted)]
        if len(found) > 1:
            raise AmbiguousSection(text, list(map(shown, found[:SHOWN])), len(found))
        if found:
            return found[0]
    raise UnknownSection(text, _alike(sections, wanted))


def _normal(text: str) -> str:
    parts = fold(text).replace(" > ", "›").split("›")
    return BETWEEN.join(" ".join(part.split()) for part in parts)


def _is_path(section: Section, wanted: str) -> bool:
    return _normal(shown(section)) == wanted


def _is_heading(section: Section, wanted: str) -> bool:
    return _normal(section[-1]) == wanted


def _holds(section: Section, wanted: str) -> bool:
    above = _normal(shown(section[:-1]))
    return wanted in _normal(shown(section)) and wanted not in above


def _alike(sections: Iterable[Section], wanted: str) -> list[str]:
    from difflib import get_close_matches

    paths = {_normal(section[-1]): shown(section) for section in sections}
    return [paths[match] for match in get_close_matches(wanted, paths, ALIKE)]
