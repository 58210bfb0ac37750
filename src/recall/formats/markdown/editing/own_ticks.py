"""Whose a tick in a list is: the person's, or recall's own."""

from collections.abc import Sequence

from recall.domain.library.catalog import Item
from recall.domain.lists.syncing.origins import origin
from recall.domain.lists.syncing.own_lines import Own
from recall.formats.markdown.editing.signs import is_tick, sign_in


def own_ticks(own: Own, items: Sequence[Item], lines: Sequence[str]) -> frozenset[int]:
    """Return the readings, by index, whose boxes are ticked because recall has written that.

    lines are those of the list, without their ends.
    """
    by_number = {one.number: one for one in own.lines}
    found = set()
    for index, item in enumerate(items):
        line = by_number.get(item.box or item.line)
        if not item.checked or line is None:
            continue
        now = lines[line.number - 1]
        if _is_ticked_since(line.text, now):
            continue
        first = origin(own, line, now, since=0)
        sign = None if first.text is None else sign_in(first.text)
        if first.is_new or first.text is None:
            found.add(index)
        elif sign is None:
            found |= {index} if first.text != now else set()
        elif not is_tick(sign):
            found.add(index)
    return frozenset(found)


def _is_ticked_since(as_left: str, now: str) -> bool:
    """Return whether the person has ticked a line that recall left without a tick."""
    before, after = sign_in(as_left), sign_in(now)
    return after is not None and (before is None or not is_tick(before))
