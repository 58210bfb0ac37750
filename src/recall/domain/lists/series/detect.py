"""Finds series: titles of one section that are numbered parts of one work."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from recall.domain.lists.series.marks import ONE_WORD, Mark, marks_of
from recall.domain.lists.series.names import heads_among, names_for
from recall.domain.text.numerals import HALVES, HAN

NEARLY = 0.85
"""The similarity from which two stems are the same: twice the common text over both lengths."""

_NEIGHBORS = 8  # stems that a stem is compared with; it bounds the time, and few sections reach it
_LATEST_START = 2  # the first part may be missing from a list
_MIDDLE = 2  # the number that 中 stands for
_FEWEST_OF_ONE_WORD = 3  # Llama 1 and Llama 2 are no series; Rust 1, Rust 2, Rust 3 may be
_HEAD, _TAIL = 4, 2  # characters that nearly equal stems share at their beginning and end
_TELLING = re.compile(f"[a-z0-9{HAN}{HALVES}]")  # CS224n is not CS224w, 上学期 is not 下学期

Key = tuple[str, str]  # the family of a mark and its key
Parts = dict[int, Mark]  # by the place of the title in the list


class Group(NamedTuple):
    """Titles that may be parts of one series."""

    key: Key
    parts: Parts

    @property
    def numbers(self) -> set[int]:
        """The part numbers present."""
        return {mark.number for mark in self.parts.values()}

    @property
    def in_order(self) -> list[Mark]:
        """The marks by part number; equal numbers in list order."""
        return [self.parts[i] for i in sorted(self.parts, key=lambda i: (self.parts[i].number, i))]

    @property
    def rank(self) -> tuple[int, bool, int, Key]:
        """Sort key of groups: most parts first, then the less doubtful, then the outer number."""
        return -len(self.parts), self.is_doubtful, len(self.key[1]), self.key

    @property
    def is_doubtful(self) -> bool:
        """Whether any of its numbers may be something else, such as a version."""
        return any(mark.doubtful for mark in self.parts.values())

    @property
    def is_bare(self) -> bool:
        """Whether the numbers have neither words nor a unit before them: 1. Alpha."""
        return self.is_doubtful and not self.key[1]


def find_series(titles: Sequence[str]) -> list[tuple[str, int] | None]:
    """Return each title's series and part, or None; titles are of one section, in list order.

    A series is two or more numbered titles with nearly the same words before the number. The
    group with the most titles is taken first, so a number inside a part does not split it.
    Parts keep their written number, so two may have the same. Numbers without a word before
    them are a series only if they number at least half of the section's titles.
    """
    found: list[tuple[str, int] | None] = [None] * len(titles)
    heads = heads_among(titles)
    names: set[str] = set()
    groups = _join_near(_group(titles))
    groups = [one for one in groups if not one.is_bare or 2 * len(one.parts) >= len(titles)]
    for group in _series_among(groups):
        stems = [mark.stem for mark in group.in_order]
        name = next(name for name in names_for(stems, heads) if name not in names)
        names.add(name)
        for index, number in _part_numbers(group):
            found[index] = (name, number)
    return found


def _group(titles: Iterable[str]) -> list[Group]:
    """Group titles whose stems are the same except for case, width and punctuation."""
    groups: defaultdict[Key, Parts] = defaultdict(dict)
    for index, title in enumerate(titles):
        for mark in marks_of(title):
            groups[mark.family, mark.key].setdefault(index, mark)
    return [Group(key, parts) for key, parts in groups.items()]


def _join_near(groups: Iterable[Group]) -> list[Group]:
    """Merge into each group the smaller ones with a similar stem whose numbers fit."""
    blocks: defaultdict[tuple[str, str, str], list[tuple[Group, set[int]]]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: group.rank):
        family, text = group.key
        block = blocks[family, text[:_HEAD], text[-_TAIL:]]
        for other, others in block[:_NEIGHBORS]:
            if _belongs(group, other.key[1], others):
                added = {i: mark for i, mark in group.parts.items() if i not in other.parts}
                other.parts.update(added)
                others |= {mark.number for mark in added.values()}
                break
        else:
            block.append((group, group.numbers))
    return [group for block in blocks.values() for group, _ in block]


def _belongs(small: Group, stem: str, others: set[int]) -> bool:
    """Return whether a group continues the numbers of another (others) under a similar stem.

    A duplicate number is taken for the writer's slip, but only for a single title, and only if
    no part of the stem is replaced.
    """
    numbers = small.numbers
    if len(small.parts) > 1 and not numbers.isdisjoint(others):
        return False
    if not any(n - 1 in others or n + 1 in others for n in numbers):
        return False
    a, b = small.key[1], stem
    enough = NEARLY * (len(a) + len(b)) / 2
    shortest = min(len(a), len(b))
    if not a or shortest < enough:
        return False
    same = _agreement(a, b)
    return same >= enough and (same == shortest or numbers.isdisjoint(others))


def _agreement(a: str, b: str) -> int:
    """Count the characters two stems share around their difference; 0 if it is significant."""
    if len(a) > len(b):
        a, b = b, a
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    rest = zip(reversed(a[start:]), reversed(b[start:]), strict=False)
    end = next((i for i, (x, y) in enumerate(rest) if x != y), len(a) - start)
    differs = a[start : len(a) - end] + b[start : len(b) - end]
    return 0 if _TELLING.search(differs) else start + end


def _series_among(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the series, largest first; a title belongs to the first series that takes it."""
    queue = [(group.rank, group) for group in groups if len(group.parts) > 1]
    heapify(queue)
    taken: set[int] = set()
    while queue:
        _, group = heappop(queue)
        left = {index: mark for index, mark in group.parts.items() if index not in taken}
        if len(left) < len(group.parts):
            rest = group._replace(parts=left)
            heappush(queue, (rest.rank, rest))
        elif _is_series(group):
            taken.update(left)
            yield group
        elif group.is_doubtful:
            sure = {index: mark for index, mark in left.items() if not mark.doubtful}
            rest = group._replace(parts=sure)
            heappush(queue, (rest.rank, rest))


def _is_series(group: Group) -> bool:
    """Return whether the numbers run like parts: from the start, or without a gap."""
    numbers = {number for _, number in _part_numbers(group)}
    if len(numbers) < (_FEWEST_OF_ONE_WORD if group.key[0] == ONE_WORD else 2):
        return False
    has_no_gap = max(numbers) - min(numbers) == len(numbers) - 1
    if group.is_doubtful:
        return has_no_gap and min(numbers) <= 1 and len(numbers) == len(group.parts)
    if not group.key[1] and 2 * len(numbers) <= len(group.parts):
        return False  # "Part 1, Part 2, Part 1, Part 2": several series, none with a name
    return has_no_gap or min(numbers) <= _LATEST_START


def _part_numbers(group: Group) -> Iterator[tuple[int, int]]:
    """Yield the part number of each title; 下 is part 2 if there is no 中."""
    is_pair = group.key[0] == HALVES and _MIDDLE not in group.numbers
    for index, mark in group.parts.items():
        yield index, min(mark.number, _MIDDLE) if is_pair else mark.number
