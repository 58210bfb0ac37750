"""Takes out of a list what recall wrote since an action, line by line, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.resource import Section
from recall.domain.lists.syncing.origins import Origin, origin
from recall.domain.lists.syncing.own_lines import Own, OwnLine, TakenOut
from recall.domain.lists.syncing.own_lines_kept import OwnEdits, Placed, edited
from recall.formats.markdown.editing.leads import leads_to_remove
from recall.formats.markdown.editing.places import below_all_of
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
    found = _TakingBack(own, [body(line) for line in text.lines])
    for line in own.lines:
        found.look_at(line, since)
    found.look_at_leads([one for one in own.lines if one.is_lead and _is_of(one, since)], sections)
    lost = [one for one in own.out if not one.moved and one.by == since]
    placed = _placed(own, found.back, lost, found.lines)
    after = {number: tuple(one.text for one in new) for number, new in placed.items()}
    made = edited_text(text, Edits(found.changed, after, frozenset(found.removed)))
    back = frozenset(one for was in found.back for one in was.used) | {*lost}
    edits = OwnEdits(since, {}, found.removed, placed=placed, back=back)
    now = edited(own._replace(lines=tuple(found.kept)), edits, found.lines, {})
    numbers = _numbers(len(found.lines), found.removed, placed)
    left = tuple(sorted(numbers[one] for one in found.left))
    return TakenBack(made, now, left) if comes_back(made) else None


class _TakingBack:
    """What becomes of each line: changed by number, removed, put back elsewhere, or left.

    kept are recall's own lines then, by the numbers before.
    """

    def __init__(self, own: Own, lines: Sequence[str]) -> None:
        self.lines = lines
        self.changed: dict[int, str] = {}
        self.removed: set[int] = set()
        self.back: list[Origin] = []
        self.left: list[int] = []
        self.kept: list[OwnLine] = []
        self._own = own

    def look_at(self, line: OwnLine, since: int) -> None:
        """Decide on a line; those that lead to others wait for them."""
        was = origin(self._own, line, self.lines[line.number - 1], since)
        if line.is_lead:
            self.kept.append(line)
        elif was.text is None:
            self.left.append(line.number)
        elif was.is_new or was.place:
            self.removed.add(line.number)
            self.back += [was] if was.place else []
        else:
            self.changed[line.number] = was.text
            self.kept += [was.line] if was.line.steps else []

    def look_at_leads(self, leads: Sequence[OwnLine], sections: Iterable[Section]) -> None:
        """Decide on headings and blank lines, once the lines below them are decided."""
        own = self._own._replace(lines=tuple(leads))
        self.removed |= leads_to_remove(own, self.lines, self.removed, sections).keys()
        stays = [line for line in leads if line.number not in self.removed]
        self.left += [line.number for line in stays if _says_something(line.text)]


def _says_something(text: str) -> bool:
    """Return whether a line is a heading, and no rule or blank line."""
    return any(map(str.isalnum, text))


def _is_of(line: OwnLine, since: int) -> bool:
    return line.steps[-1].by >= since


def _placed(
    own: Own, back: Sequence[Origin], lost: Sequence[TakenOut], lines: Sequence[str]
) -> Mapping[int, Sequence[Placed]]:
    """Return the lines to put in again, in the order in which they stood."""
    new: dict[TakenOut, Placed] = {one: Placed(one.text, one.key, one.steps) for one in lost}
    for was in back:
        place = was.place
        new |= {one: Placed(one.text, "", one.steps) for one in place[:-1]}
        _, key, as_left, steps = was.line
        new[place[-1]] = Placed(was.text or "", key, steps, as_left)
    found: dict[int, list[Placed]] = {}
    for line in own.out:
        if line in new:
            below = below_all_of(line.below, line.text, lines)
            found.setdefault(below, []).append(new[line])
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
