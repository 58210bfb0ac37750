"""Takes out of a list what recall wrote since an action, line by line, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.lists.syncing.origins import Origin, origin
from recall.domain.lists.syncing.own_lines import Own, OwnLine, TakenOut
from recall.domain.lists.syncing.own_lines_kept import OwnEdits, Placed, edited
from recall.formats.markdown.editing.leads import leads_to_remove
from recall.formats.markdown.editing.text import Edits, Text, body, comes_back
from recall.formats.markdown.editing.text import edited as edited_text


class TakenBack(NamedTuple):
    """A list without what recall wrote since an action.

    left are the numbers of recall's lines that stay, as the person has changed them since.
    """

    text: Text
    own: Own
    left: tuple[int, ...]


def taken_back(own: Own, text: Text, since: int, sections: Iterable[Section]) -> TakenBack | None:
    """Return a list without what recall wrote in the action `since` and after it.

    own is what recall wrote, by the numbers in this text. None if the changed text could not be
    written in the list's encoding, or would be read otherwise.
    """
    lines = [body(line) for line in text.lines]
    changed: dict[int, str] = {}
    removed: set[int] = set()
    kept: list[OwnLine] = []
    left: list[int] = []
    back: list[tuple[tuple[TakenOut, ...], Origin]] = []
    used: set[TakenOut] = set()
    for line in own.lines:
        was = origin(own, line, lines[line.number - 1], since)
        if line.is_lead:
            kept.append(line)
        elif was.text is None:
            left.append(line.number)
        elif was.is_new:
            removed.add(line.number)
        elif was.place:
            removed.add(line.number)
            back.append((was.place, was))
            used |= was.used
        else:
            if was.text != lines[line.number - 1]:
                changed[line.number] = was.text
            kept += [was.line] if was.line.steps else []
    lost = [one for one in own.out if not one.moved and one.by == since]
    placed = _placed(own, back, lost)
    fresh = own._replace(
        lines=tuple(one for one in own.lines if one.is_lead and _is_of(one, since))
    )
    removed |= leads_to_remove(fresh, lines, removed, sections).keys()
    left += [one.number for one in fresh.lines if one.text.strip() and one.number not in removed]
    edits = OwnEdits(0, {}, removed, placed=placed, back=frozenset({*used, *lost}))
    now = edited(own._replace(lines=tuple(kept)), edits, lines, {})
    after = {number: tuple(one.text for one in new) for number, new in placed.items()}
    made = edited_text(text, Edits(changed, after, frozenset(removed)))
    numbers = _numbers(len(lines), removed, placed)
    return (
        TakenBack(made, now, tuple(sorted(numbers[one] for one in left)))
        if comes_back(made)
        else None
    )


def _is_of(line: OwnLine, since: int) -> bool:
    return line.steps[-1].by >= since


def _placed(
    own: Own, back: Sequence[tuple[tuple[TakenOut, ...], Origin]], lost: Sequence[TakenOut]
) -> Mapping[int, Sequence[Placed]]:
    """Return the lines to put in again, in the order in which they stood."""
    new: dict[TakenOut, Placed] = {one: Placed(one.text, one.key, one.steps) for one in lost}
    for place, was in back:
        new |= {one: Placed(one.text, "", one.steps) for one in place[:-1]}
        _, key, as_left, steps = was.line
        new[place[-1]] = Placed(was.text or "", key, steps, as_left)
    found: dict[int, list[Placed]] = {}
    for one in own.out:
        if one in new:
            found.setdefault(one.below, []).append(new[one])
    return found


def _numbers(
    count: int, removed: set[int], placed: Mapping[int, Sequence[Placed]]
) -> dict[int, int]:
    """Return the number that each line has then."""
    found, at = {}, 0
    for number in range(count + 1):
        if number and number not in removed:
            at += 1
            found[number] = at
        at += len(placed.get(number, ()))
    return found
