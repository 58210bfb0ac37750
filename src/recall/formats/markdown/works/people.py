"""Headings that are the names of people, with links to their home pages: they are no readings."""

import re
from collections.abc import Sequence

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.links import named
from recall.formats.markdown.titles import label
from recall.formats.markdown.works.citing import names
from recall.formats.markdown.works.mentions import Mention, mentions

_OF = re.compile(r"(?i)\b(?:of|by|von|par|por)\s\Z")
PERSON = "a person, not a reading"


def people_in(heading: MarkdownLine) -> list[Skipped]:
    """Return the links of a heading if all lead to people, as links that are left out."""
    found = mentions(heading.pieces)
    if not (are_people(found) or all(map(_is_whose_list, found))):
        return []
    return [Skipped(each.link.line, named(each.link), PERSON) for each in found]


def are_people(found: Sequence[Mention]) -> bool:
    """Return whether links are the home pages of people; one of the names is a usual one."""
    return all(map(_is_home, found)) and any(map(_is_usual, found))


def _is_home(mention: Mention) -> bool:
    """Return whether a link leads to a home page, or to a page that is called as the person is."""
    page = mention.url.rstrip("/").rpartition("/")[2].casefold().replace("_", "-")
    called = page == "-".join(label(mention.link.label).casefold().split())
    return mention.is_named_as_person and (called or mention.is_home_of_person)


def _is_whose_list(mention: Mention) -> bool:
    """Return whether a link leads to the home page of whose list it is: `Papers of [Ann](…)`."""
    return _OF.search(mention.gap) is not None and mention.is_home_of_person


def _is_usual(mention: Mention) -> bool:
    name = label(mention.link.label)
    read = names.read(name)
    return read is not None and read.sure and read.end == len(name)
