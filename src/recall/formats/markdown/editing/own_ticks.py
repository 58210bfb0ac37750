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
        first = origin(own, line, now, since=0)
        if first.is_new or first.text is None:
            sign = sign_in(line.text)  # the person may have ticked a line that recall put in
            if sign is None or is_tick(sign):
                found.add(index)
        elif (sign := sign_in(first.text)) is None:
            found |= {index} if first.text != now else set()
        elif not is_tick(sign):
            found.add(index)
    return frozenset(found)
