"""Headings that are works: the link of one is in it, or below a part of a project's page.

A heading that is the link to a work with nothing else to read below names no section.
"""

from collections import Counter
from collections.abc import Mapping

from recall.domain.library.catalog import Item, ParsedList
from recall.domain.library.resource import Section
from recall.domain.lists.link_words import pointer

_SEVERAL = 2
_LEVELS = 2
"""Headings above the link of a project: its name, and `Paper`."""


def named_by_project(found: ParsedList) -> ParsedList:
    """Return a list in which `[arXiv](…)` under `# Alpha` and `## Paper` has the title Alpha.

    That is so of the first such link, if it stands alone under its heading.
    """
    alone = Counter(item.section for item in found.items)
    for index, item in enumerate(found.items):
        if alone[item.section] == 1 and _is_of_project(item):
            named = item._replace(title=item.section[0])
            return found._replace(items=(*found.items[:index], named, *found.items[index + 1 :]))
    return found


def _is_of_project(item: Item) -> bool:
    """Return whether a link, and the heading over it, say only that it is the paper."""
    if len(item.section) != _LEVELS or item.url is None or pointer(item.title) is None:
        return False
    name, part = item.section
    return pointer(part) == "paper" and pointer(name, beside_a_title=True) is None


def without_own_sections(found: ParsedList, headings: Mapping[int, Section]) -> ParsedList:
    """Return a list in which such works stand in the section around their heading.

    A single one on the first level is the section of its work.

    headings: the path of the heading that each of these works is, by the index of the item.
    """
    if not headings:
        return found
    paths = Counter(
        item.section[:end] for item in found.items for end in range(1, len(item.section) + 1)
    )
    alone = {index: path for index, path in headings.items() if paths[path] == 1}
    tops = [index for index, path in alone.items() if not path[:-1]]
    for index in tops if len(tops) < _SEVERAL else ():
        del alone[index]
    gone = set(alone.values())
    sections = dict.fromkeys(path[:-1] if path in gone else path for path in found.sections)
    return found._replace(
        sections=tuple(sections),
        items=tuple(
            item._replace(section=alone[index][:-1]) if index in alone else item
            for index, item in enumerate(found.items)
        ),
    )
