"""Makes an item of an entry, with its section and what the marks beside it say."""

from recall.domain.library.catalog import Item
from recall.domain.library.resource import Section
from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.marks.remarks import Remarks
from recall.formats.markdown.titles import short
from recall.formats.markdown.works.citing.whole import cited, without_pointer
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.leading.tags import without_venue_beside


def as_item(
    found: Found, section: Section, box: Box, remarks: Remarks, box_line: int | None = None
) -> Item:
    """Return the item; of a paragraph or a citation as a title, the rest describes the item.

    box_line is the line of the box, if there is one.
    """
    whole = without_pointer(found.title)
    name = cited(whole) or without_venue_beside(whole)
    title, rest = (name, whole) if name != whole else short(whole)
    return Item(
        title=title,
        url=found.url,
        section=section,
        checked=box == "read",
        begun=box == "begun",
        dropped=box == "dropped",
        line=found.line,
        minutes=found.minutes,
        links=found.links,
        description=" ".join(filter(None, (rest, found.description))) or None,
        note=found.note,
        labels=tuple(dict.fromkeys((*remarks.labels, *found.labels))),
        read_on=remarks.read_on if box == "read" else None,
        saved_on=remarks.saved_on,
        kind=found.kind,
        box=box_line,
    )
