"""Which lines of a list's file are recall's own now, after what the person has done to it."""

from collections.abc import Mapping, Sequence

from recall.domain.lists.syncing.own_lines import Own
from recall.domain.lists.syncing.own_lines_kept import followed
from recall.formats.markdown.editing.text import body, text_of
from recall.storage.reads import Reads
from recall.storage.tables.syncing import own_lines
from recall.usecases.syncing.file_side import FileSide
from recall.usecases.syncing.pairs import ListPair

NONE: Mapping[str, str] = {}
"""No identity has changed."""


def own_now(
    reads: Reads,
    pair: ListPair,
    side: FileSide,
    keys: Sequence[str | None],
    renamed: Mapping[str, str] = NONE,
) -> Own:
    """Return recall's own lines, by their numbers in the file; keys are those of its readings.

    renamed has the new identities of those that the file has changed, by the old ones.
    """
    data, own = own_lines.of(reads, pair.list.id, pair.file.machine)
    if not own.lines and not own.out:
        return own
    old = [body(line) for line in text_of(data, pair.path).lines]
    items = zip(side.parsed.items, keys, strict=True)
    by_line = {item.line: key for item, key in items if key is not None}
    return followed(own.renamed(renamed), old, side.bodies, by_line)
