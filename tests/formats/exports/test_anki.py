"""What was read, as notes that Anki imports and updates."""

import csv

from recall.domain.library.resource import Place
from recall.formats.exports.anki import write
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected


def test_a_note_has_a_guid_a_front_a_back_and_tags(sqlite_library: Context) -> None:
    library = collected(sqlite_library)
    asked, plain, unread = library.resources[0], library.resources[1], library.resources[5]
    asked = asked._replace(
        question='Why "pages"?\nAnd why not?',
        note="two\nlines",
        labels=("deep nets",),
        places=(Place(("GPU 入门", "CUDA"), "x"),),
    )
    text = write(library._replace(resources=[asked, plain._replace(places=()), unread]))
    headings, notes = text.splitlines()[:6], text.splitlines(keepends=True)[6:]
    assert headings[0] == "#separator:tab"
    assert all(line.startswith("#") for line in headings)
    first, second = csv.reader(notes, delimiter="\t")
    assert first == [
        "recall-20260302T013000Z-1",
        'Why "pages"?\nAnd why not?',
        "Resource 1\nhttps://example.org/Resource-1\ntwo\nlines",
        "recall::GPU_入门::CUDA deep_nets",
    ]
    assert second[1:] == ["Resource 2", "https://example.org/Resource-2", "recall"]
