"""Texts that are parted as the others of their section are: `The Goal - Eliyahu M Goldratt`.

A dash alone does not tell an author from the rest of a title, but a list is written in one way.
"""

import re
from collections import Counter

from recall.domain.library.catalog import Item, ParsedList
from recall.formats.markdown.works.citing.names import read

_LEAST = 3
"""Texts of a section in which the author is told; one or two say nothing of the others."""

_DASHED = re.compile(
    r"(?P<title>.*\S)\s+[-–—]\s+(?P<author>[^\W\d_a-z][\w.'’]*(?:,?\s(?:(?:and|&|van|von|de)\s)?"
    r"[^\W\d_a-z][\w.'’-]*){0,5})"
)


def parted_alike(found: ParsedList) -> ParsedList:
    """Return a list with `Title - Author` parted where most texts of the section name authors."""
    authored = Counter(item.section for item in found.items if _has_author(item))
    if not authored or max(authored.values()) < _LEAST:
        return found
    dashed = Counter(item.section for item in found.items if _dashed(item))
    alike = {
        section
        for section, count in authored.items()
        if count >= _LEAST and count >= dashed[section]
    }
    parted = (_parted(item) if item.section in alike else item for item in found.items)
    return found._replace(items=tuple(parted))


def _has_author(item: Item) -> bool:
    """Return whether the text beside a title is nothing but names."""
    if item.url is not None or not item.description:
        return False
    names = read(item.description)
    return names is not None and names.end == len(item.description)


def _dashed(item: Item) -> re.Match[str] | None:
    without_link = item.url is None and item.description is None
    return _DASHED.fullmatch(item.title) if without_link else None


def _parted(item: Item) -> Item:
    dashed = _dashed(item)
    if dashed is None:
        return item
    return item._replace(title=dashed["title"], description=dashed["author"])
