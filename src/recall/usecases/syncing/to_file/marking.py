"""What was begun or put aside in recall: its box says so, if other boxes of the list do."""

from collections.abc import Iterable, Mapping, Sequence

from recall.domain.library.catalog import Item, Mark
from recall.domain.lists.marks import mark_for
from recall.domain.lists.merge import Known
from recall.domain.lists.syncing.base import BaseEntry
from recall.formats.markdown.editing.proof import as_marked
from recall.formats.markdown.editing.writing import ListEditor


def marks(
    items: Sequence[Item],
    keys: Sequence[str | None],
    base: Iterable[BaseEntry] | None,
    known: Mapping[str, Known],
    editor: ListEditor,
) -> dict[int, Mark]:
    """Return what boxes are to say, by reading, as the library has changed since the base.

    Without a base, what the file says has been taken in by its import.
    """
    before: dict[str, list[Mark]] = {}
    for entry in base or ():
        before.setdefault(entry.key, []).append(entry.mark)
    found: dict[int, Mark] = {}
    for index, (item, key) in enumerate(zip(items, keys, strict=True)):
        if key is None or key not in known or item.checked or item.box != item.line:
            continue
        wanted = mark_for(known[key].status, known[key].status_before)
        if wanted is None or as_marked(item, wanted) == item:
            continue
        said: Mark = "begun" if item.begun else "dropped" if item.dropped else ""
        is_as_before = base is None or before.get(key) == [said]
        if is_as_before and editor.marked(item, wanted) is not None:
            found[index] = wanted
    return found
