"""Headings that are titles, as most of them have nothing below but one link with a label."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList
from recall.domain.library.resource import Section
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.titled.described import is_title
from recall.formats.markdown.titles import from_heading, has_words
from recall.formats.markdown.works.citing.citations import title_of

_LEAST_ALIKE = 3
_HALF = 1 / 2
_MOST_OF_THEM = 2 / 3
_LEAST_WORDS = 3
_MOST_WORDS = 2
"""Words of a label."""


class NamedByHeadings(NamedTuple):
    """A list, and the paths of the headings that are works, by the index of the item."""

    found: ParsedList
    headings: Mapping[int, Section]


def named_by_headings(
    found: ParsedList, headings: Mapping[int, Section], titled: int = 0
) -> NamedByHeadings:
    """Return a list in which such headings name the link below them.

    A title that several links have is a label as well: `- available @ [a journal](…)`. titled is
    how many headings are known to be titles.
    """
    titles = Counter(item.title for item in found.items if item.url)
    repeated = {title for title, count in titles.items() if count >= _LEAST_ALIKE}
    items, named = list(found.items), dict(headings)
    for depth, alone in _alone(found).items():
        several = sum(len(section) == depth for section in {item.section for item in items})
        labels = [
            index
            for index in alone
            if items[index].title in repeated
            or pointer(items[index].title, beside_a_title=True) is not None
        ]
        known = len(labels) + titled
        if not _are_long([items[index].section[-1] for index in alone]):
            continue
        if known < max(_LEAST_ALIKE, _HALF * (several + titled)):
            continue
        for index in alone:
            if index in labels or len(items[index].title.split()) <= _MOST_WORDS:
                named[index] = items[index].section
                items[index] = _named(items[index])
    return NamedByHeadings(found._replace(items=tuple(items)), named)


def _are_long(headings: Sequence[str]) -> bool:
    """Return whether most headings have the words of a title, as topics and days have not."""
    return sum(map(_is_long, headings)) >= _MOST_OF_THEM * len(headings)


def _is_long(heading: str) -> bool:
    words = sum(any(map(str.isalpha, word)) for word in heading.split())
    return words >= _LEAST_WORDS or (not heading.isascii() and has_words(heading))


def _named(item: Item) -> Item:
    title = from_heading(item.section[-1])
    return item._replace(title=title_of(title) or title)


def _alone(found: ParsedList) -> Mapping[int, list[int]]:
    """Return the items that are alone below a heading that can be a title, by its depth."""
    below = Counter(path for item in found.items for path in _paths(item.section))
    alone: dict[int, list[int]] = {}
    for index, item in enumerate(found.items):
        if item.url and below[item.section] == 1 and item.section and is_title(item.section[-1]):
            alone.setdefault(len(item.section), []).append(index)
    return alone


def _paths(section: Section) -> Iterator[Section]:
    return (section[:end] for end in range(1, len(section) + 1))
