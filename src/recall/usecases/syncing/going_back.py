"""Restores an earlier state of a list's file, byte for byte, if it is to say the same again."""

from collections import Counter
from collections.abc import Iterable

from recall.domain.library.catalog import Item, ParsedList
from recall.errors import BadFile
from recall.formats.markdown.editing.text import Text, text_of
from recall.formats.markdown.editing.writing import Rewritten
from recall.formats.markdown.reader import parse
from recall.usecases.syncing.file_side import FileSide


def as_it_was(
    side: FileSide, changed: Rewritten, earlier: Iterable[bytes], path: str
) -> tuple[Text, ParsedList] | None:
    """Return the earlier state of a file that says the same as its changed text; None if none.

    earlier are the states between which only recall has written the file. Without this a heading
    that was made for a resource would stay when that is undone, and a line that was moved would
    come back to another place.
    """
    if all((one.ticked or one.added) and not one.moves for one in changed.done):
        return None  # it goes forward, as nearly always
    wanted = _said(changed.parsed)
    for data in earlier:
        try:
            text = text_of(data, path)
            parsed = parse(text.shown, path, side.options)
        except BadFile:
            continue
        if _said(parsed) == wanted:
            return text, parsed
    return None


def _said(parsed: ParsedList) -> Counter[Item]:
    """Return what a list says, wherever its lines stand."""
    return Counter(item._replace(line=0, box=None) for item in parsed.items)
