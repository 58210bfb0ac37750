"""What was read, as notes for Anki: a text file with the headings that Anki's import reads.

The first field is the note's GUID, so that a newer file updates the notes of an older one.
"""

from collections.abc import Iterator

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource
from recall.formats.exports.rows import Cell, table

_HEADINGS = (
    "#separator:tab",
    "#html:false",
    "#notetype:Basic",
    "#deck:recall",
    "#guid column:1",
    "#tags column:4",
)


def write(library: LibraryExport) -> str:
    """Return the notes: the question or the title in front, the link and notes behind."""
    made = "".join(filter(str.isalnum, library.made_at))
    rows = (
        (f"recall-{made}-{resource.id}", *_fields(resource)) for resource in library.in_revisits
    )
    return "".join(f"{line}\n" for line in _HEADINGS) + table(rows, "\t")


def _fields(resource: Resource) -> Iterator[Cell]:
    """Give the front, the back and the tags."""
    yield resource.question or resource.title
    title = resource.title if resource.question else None
    yield "\n".join(
        part for part in (title, resource.url, resource.description, resource.note) if part
    )
    section = resource.places[0].section if resource.places else ()
    tags = ["::".join(("recall", *section)), *resource.labels]
    yield " ".join("_".join(tag.split()) for tag in tags)
