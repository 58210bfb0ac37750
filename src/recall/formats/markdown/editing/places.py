"""Where in a list a new reading goes: below the last of its section, or under a new heading."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item
from recall.domain.library.resource import Section, fold
from recall.domain.text.edges import without_edges
from recall.lazy_regex import lazy_regex

_INDENT = re.compile(r"[ \t>]*")
_BEGINS = lazy_regex(
    r"[ \t>]*(?:[-*+•·▪◦●○■](?:[ \t]|[\[［【])|\d{1,9}[ ]?[.)、．）]|#|\||\*\*|__|---|<)"
)
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_BULLET = lazy_regex(r"[ \t>]*(?:[-*+•·▪◦●○■]|\d{1,9}[ ]?[.)、．）])[ \t]*(?=[\[［【\w<])")
_BEFORE = re.compile(r"[\s#*_>【\[]+")
_BEHIND = re.compile(r"[\s#*_:：】\]]+")


ON_TOP = -1
"""In place of the index of a reading above: the new reading becomes the first of its section."""


class Spot(NamedTuple):
    """Where new lines go: below a line by its number, as their neighbor is written.

    lead has the lines above the first of them, such as a blank one or a heading, between those
    above each further one. above is the bullet before the neighbor.
    """

    below: int
    neighbor: str
    lead: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    above: str = ""


class Places:
    """The readings of a list and its lines, without their ends, where new readings find places."""

    def __init__(self, items: Sequence[Item], lines: Sequence[str]) -> None:
        """Sort the readings by section."""
        self._items = items
        self._lines = lines
        self._stand: dict[Section, list[tuple[int, Item]]] = {}
        for index, item in enumerate(items):
            self._stand.setdefault(item.section, []).append((index, item))

    def spot_for(self, section: Section, below: int | None = None) -> Spot:
        """Return where a reading of a section goes; a section that there is not gets a heading.

        below is the reading after which it goes, by index; ON_TOP is before all, None at the end.
        """
        there = self._stand.get(section)
        if not there:
            return _under_heading(section, self._items, self._lines)
        stand = [item for _, item in there]
        if below == ON_TOP:
            return _above_first(stand, self._lines)
        upto = [item for index, item in there if below is None or index <= below]
        is_loose = below is not None and _is_loose(stand, self._lines)
        return _below_last(upto or stand, self._lines, is_loose=is_loose)


def _under_heading(section: Section, items: Sequence[Item], lines: Sequence[str]) -> Spot:
    """Return a place for the first reading of a section, below its heading or a new one."""
    if (heading := heading_of(section, lines)) is not None:
        if heading < len(lines) and _UNDERLINE.fullmatch(lines[heading]):
            heading += 1
        return Spot(heading, _usual(items, lines), ("",), _between(items, lines))
    return _at_end(section, items, lines)


def in_list(section: Section, sections: Sequence[Section]) -> Section | None:
    """Return the section of a list that a path of headings names: itself, or the one it ends.

    If there is none, case and width do not matter.
    """
    if section in sections:
        return section
    if not section:
        return None
    ends = {one: one[-len(section) :] for one in sections}
    same = [one for one, end in ends.items() if end == section]
    found = same or [one for one, end in ends.items() if _folded(end) == _folded(section)]
    return found[0] if len(found) == 1 else None


def heading_of(section: Section, lines: Sequence[str]) -> int | None:
    """Return the number of the line that has the last heading of a path, below those before it."""
    at = 0
    for heading in section:
        found = (n for n in range(at, len(lines)) if _name(lines[n]) == heading)
        if (line := next(found, None)) is None:
            return None
        at = line + 1
    return at or None


def below_all_of(number: int, new: str, lines: Sequence[str]) -> int:
    """Return the line below which a new one goes that is to follow a line, by its number.

    What is indented from there on, such as a remark, stays with the line that it belongs to.
    """
    while number and number < len(lines) and lines[number].strip():
        if indent(lines[number]) <= indent(new):
            break
        number += 1
    return number


def indent(line: str) -> int:
    """Return how far a line is indented, in columns."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def is_rule(line: str) -> bool:
    """Return whether a line is a rule, or the underline of a heading."""
    return _RULE.fullmatch(line) is not None


def is_heading(lines: Iterable[str], section: Section) -> bool:
    """Return whether one of some lines is the heading of a section."""
    return bool(section) and any(_name(line) == section[-1] for line in lines)


def is_within(
    below: int, section: Section, sections: Sequence[Section], lines: Sequence[str]
) -> bool:
    """Return whether what follows a line, by its number, stands in a section of a list."""
    heads = {one: heading_of(one, lines) or 0 for one in sections}
    start = heads.get(section, 0)
    if section and not start:
        return False
    after = [at for at in heads.values() if at > start]
    return start <= below and all(below < at for at in after)


def _folded(section: Section) -> Section:
    return tuple(map(fold, section))


def _is_loose(stand: Sequence[Item], lines: Sequence[str]) -> bool:
    """Return whether the second reading has a blank line above it."""
    return len(stand) > 1 and not lines[stand[1].line - 2].strip()


def _below_last(stand: Sequence[Item], lines: Sequence[str], *, is_loose: bool = False) -> Spot:
    numbers = [item.line for item in stand]
    least = min(_indent(lines[number - 1]) for number in numbers)
    outer = [number for number in numbers if _indent(lines[number - 1]) == least]
    last = outer[-1]
    before = lines[outer[-2] - 1] if len(outer) > 1 else ""
    is_loose = is_loose or (last > 1 and len(outer) > 1 and not lines[last - 2].strip())
    is_bare = _BEGINS.match(lines[last - 1]) is None
    lead = ("",) if is_loose or is_bare else ()
    return Spot(_end_of_block(last, least, lines), lines[last - 1], lead, lead, above=before)


def _above_first(stand: Sequence[Item], lines: Sequence[str]) -> Spot:
    """Return the place above the first reading, with a blank line between if the next has one."""
    first = stand[0].line
    if _is_loose(stand, lines) and first > 1 and not lines[first - 2].strip():
        return Spot(first - 2, lines[first - 1], lead=("",), between=("",))
    return Spot(first - 1, lines[first - 1])


def _end_of_block(number: int, indent: int, lines: Sequence[str]) -> int:
    """Return the last line that belongs to a bullet: what is indented further, or goes on.

    A row of a table is by itself.
    """
    end = at = number
    if lines[number - 1].lstrip(" \t>").startswith("|"):
        return number
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.strip():
            continue
        is_next = at == end + 1
        if _indent(line) > indent or (is_next and not _BEGINS.match(line)):
            end = at
        else:
            break
    return end


def _usual(items: Sequence[Item], lines: Sequence[str]) -> str:
    """Return the line of a list's last bullet that is not indented, as a model for a new one."""
    bullets = [lines[item.line - 1] for item in items if _BULLET.match(lines[item.line - 1])]
    outer = [line for line in bullets if not _indent(line)]
    return (outer or bullets or ["- [ ] x"])[-1]


def _at_end(section: Section, items: Sequence[Item], lines: Sequence[str]) -> Spot:
    """Return a place at the end, below a heading as the last one of the list is written."""
    number = next(
        (at for item in reversed(items) if (at := heading_of(item.section, lines)) is not None),
        None,
    )
    heading = _heading_like(number, section[-1], lines)
    lead = ["", *heading, ""]
    if number is not None and _follows_rule(number, lines):
        lead = ["", "---", *lead]
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return Spot(end, _usual(items, lines), tuple(lead), _between(items, lines))


def _between(items: Sequence[Item], lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines between the bullets of a list: a blank one if most have one above them."""
    blank = [item.line > 1 and not lines[item.line - 2].strip() for item in items]
    return ("",) if sum(blank) * 2 > len(blank) else ()


def _heading_like(number: int | None, name: str, lines: Sequence[str]) -> list[str]:
    """Return the lines of a heading written as another one, whose line is given."""
    old = "" if number is None else _name(lines[number - 1])
    if number is None or not old:
        return [f"## {name}"]
    heading = lines[number - 1].replace(old, name, 1)
    if heading.strip() != name:
        return [heading]
    below = lines[number] if number < len(lines) else ""
    return [heading, below] if _UNDERLINE.fullmatch(below) else [f"## {name}"]


def _follows_rule(number: int, lines: Sequence[str]) -> bool:
    above = [line for line in lines[max(0, number - 3) : number - 1] if line.strip()]
    return bool(above) and is_rule(above[-1])


def _name(line: str) -> str:
    return without_edges(line, _BEFORE, _BEHIND)


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return len(found[0].expandtabs(4)) if found else 0
