"""Headings that are the link to a work: with nothing else to read below they name no section."""

from collections import Counter
from collections.abc import Mapping

from recall.domain.library.catalog import ParsedList
from recall.domain.library.resource import Section

_SEVERAL = 2


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
