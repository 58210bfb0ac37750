"""Headings and blank lines that recall wrote for readings: they go when nothing stands below."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from recall.domain.library.resource import Section
from recall.domain.lists.syncing.own_lines import Own
from recall.formats.markdown.editing.places import heading_of, is_rule


def leads_to_remove(
    own: Own,
    lines: Sequence[str],
    removed: AbstractSet[int],
    sections: Iterable[Section],
) -> dict[int, int]:
    """Return the lines that recall wrote above others, and below which nothing stands, by number.

    Each has the number of the line below it and those with it. A heading stays while anything but
    another heading stands below it, a blank line while the next is not blank. removed are lines
    that go; sections are those of the file.
    """
    leads = {
        line.number for line in own.lines if line.is_lead and lines[line.number - 1] == line.text
    } - removed
    if not leads:
        return {}
    heads = {heading_of(section, lines) for section in sections} | leads
    found: dict[int, int] = {}
    for run in _runs(sorted(leads)):
        below = run[-1] + 1
        if any(lines[number - 1].strip() for number in run):
            is_idle = _is_empty(below, lines, removed, heads)
        else:
            is_idle = below in removed or below > len(lines) or not lines[below - 1].strip()
        if is_idle:
            found |= dict.fromkeys(run, below)
    return found


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] + 1 == number:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _is_empty(
    start: int, lines: Sequence[str], removed: AbstractSet[int], heads: AbstractSet[int | None]
) -> bool:
    """Return whether a line is followed by nothing, or by another heading."""
    left = (
        number
        for number in range(start, len(lines) + 1)
        if number not in removed and lines[number - 1].strip()
    )
    number = next(left, None)
    return number is None or number in heads or is_rule(lines[number - 1])
