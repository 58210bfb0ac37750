"""Which lines of an edited text are those of the text before. Pure.

Lines that stand once on both sides are matched first, in their order, and others by what is around
them, so that blank lines do not lead astray: the patience diff.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

Pair = tuple[int, int]


def same_lines(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the number in the new text, from 1, of each line of the old one that it still has."""
    found: dict[int, int] = {}
    regions = [((0, len(old)), (0, len(new)))]
    while regions:
        (start, end), (other, other_end) = regions.pop()
        while start < end and other < other_end and old[start] == new[other]:
            start, other = start + 1, other + 1
            found[start] = other
        while start < end and other < other_end and old[end - 1] == new[other_end - 1]:
            found[end] = other_end
            end, other_end = end - 1, other_end - 1
        anchors = _anchors(old, new, (start, end), (other, other_end))
        for at, there in [*anchors, (end, other_end)] if anchors else ():
            if at < end:
                found[at + 1] = there + 1
            regions.append(((start, at), (other, there)))
            start, other = at + 1, there + 1
    return found


def _anchors(old: Sequence[str], new: Sequence[str], span: Pair, other: Pair) -> list[Pair]:
    """Return the lines that stand once in both spans, as many as are in the same order."""
    here = {line: at for at, line in _once(old, span)}
    both = [(here[line], at) for at, line in _once(new, other) if line in here]
    ends: list[int] = []  # of the rising sequences of each length, the smallest
    tails: list[int] = []  # the pair of each of these ends
    before: list[int | None] = []
    for number, (at, _) in enumerate(both):
        length = bisect_left(ends, at)
        before.append(tails[length - 1] if length else None)
        ends[length : length + 1], tails[length : length + 1] = [at], [number]
    found: list[Pair] = []
    last = tails[-1] if tails else None
    while last is not None:
        found.append(both[last])
        last = before[last]
    return found[::-1]


def _once(lines: Sequence[str], span: Pair) -> Iterator[tuple[int, str]]:
    counts = Counter(lines[slice(*span)])
    return ((at, lines[at]) for at in range(*span) if counts[lines[at]] == 1)
