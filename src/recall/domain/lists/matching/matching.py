"""Matches what an edited list has lost with what is new in it. Pure.

A pair is sure if title and place, or a title that no two works have by chance, say that it is one
resource. A pair that is only likely is told to the person. In doubt two lines stay apart: a
false match gives a resource the history of another.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from recall.domain.library.resource import Section
from recall.domain.lists.link_text import says_something
from recall.domain.lists.matching.likeness import (
    Likeness,
    head_key,
    is_specific,
    likeness,
    title_key,
    without_one,
    words_of,
)
from recall.domain.lists.matching.lines import Gap, Line, gaps, renamed_sections

PASSES = 3
"""How often it looks again at most: each match is a known line beside others."""

MOST_SPELLED = 50_000
"""Lines whose titles are remembered without each of their words, ten times as many texts."""

SHORTEST_SLUG = 8
"""Characters of the end of a path; a shorter one says nothing."""

NO_SLUGS = ("index", "readme", "README", "default", "download")
"""How ends of paths begin that name no work."""


Way = Callable[[Line, Gap], object]
"""What two lines have in common, by which they are paired; nothing if it is empty."""

_NOWHERE = Gap(None, "", "")


class Pair(NamedTuple):
    """Two identities of what is, or may be, one resource."""

    old: str
    new: str


class Matches(NamedTuple):
    """The pairs that are sure, and those that are only likely. No identity is in two pairs."""

    sure: tuple[Pair, ...] = ()
    likely: tuple[Pair, ...] = ()


class EditedList(NamedTuple):
    """A list before an edit and after it, line by line in order.

    missing are the identities that only the list before has and no other list; fresh those that
    the library does not know. shared are missing here and in another list. lost are lines that
    were gone before this edit, lost_elsewhere those of other lists. arrived are lines that the
    library knows from elsewhere, and that are new in this list.
    """

    before: Sequence[Line]
    now: Sequence[Line]
    missing: frozenset[str]
    fresh: frozenset[str]
    shared: frozenset[str] = frozenset()
    lost: Sequence[Line] = ()
    lost_elsewhere: Sequence[Line] = ()
    arrived: frozenset[str] = frozenset()


def match(edit: EditedList) -> Matches:
    """Match what is missing with what is fresh."""
    lost = edit.lost or edit.lost_elsewhere
    if not (edit.fresh or edit.arrived) or not (edit.missing or edit.shared or lost):
        return Matches()
    matching = _Matching(edit)
    passes = PASSES
    while passes and matching.look():
        passes -= 1
    matching.look_among_lost()
    return Matches(
        tuple(Pair(old, new) for old, new in matching.sure.items()), tuple(matching.likely())
    )


class _Matching:
    """The matching in progress: sure maps old identities to new ones."""

    def __init__(self, edit: EditedList) -> None:
        self.edit = edit
        self.sure: dict[str, str] = {}
        self.seen = -1
        self.now = {line.key: line for line in edit.now}
        self.new_lines = edit.fresh
        self.sections: Mapping[Section, Section] = {}
        self.gaps_before: Mapping[str, Gap] = {}
        self.gaps_now: Mapping[str, Gap] = {}
        self.stood = {line.section for line in edit.before}
        self.stands = {line.section for line in edit.now}

    def look(self) -> bool:
        """Find sure pairs by what is known so far; return whether there were any."""
        before = len(self.sure)
        self._look_at_places()
        for way in (_by_title, _in_section, _below, _above, _head_below, _head_above):
            self._take(self._pairs(self._left(), way))
            self._look_at_places()
        self._take(self._in_gaps(self._left()))
        self._take(self._one_word_off(self._left()))
        return len(self.sure) > before

    def look_among_lost(self) -> None:
        """Find sure pairs of what was gone before, and comes back under another address."""
        for old, new in self._pairs(self.edit.lost, _by_title):
            is_one = self.is_sure_title(old, new) and is_specific(old.title)
            if is_one and (old.url is None or new.url is None or old.section == new.section):
                self.sure[old.key] = new.key
        for old, new in self._pairs(self.edit.lost_elsewhere, _by_title):
            if is_specific(old.title) and old.url is None and new.url is None:
                self.sure[old.key] = new.key

    def likely(self) -> list[Pair]:
        """Return pairs of what is left that a person should look at."""
        self._look_at_places()
        self.new_lines |= self.edit.arrived
        left = [*self._left(), *(line for line in self.edit.before if line.key in self.edit.shared)]
        paired = [
            pair for way in (_in_section, _by_title, _by_slug) for pair in self._pairs(left, way)
        ]
        headed = self._pairs(left, _head_in_section)
        alike = [*self._one_word_off(left), *self._in_gaps(left), *headed]
        paired += [
            pair for pair in alike if likeness(pair[0].title, pair[1].title) > Likeness.UNLIKE
        ]
        paired += self._replaced(left)
        paired = [pair for pair in paired if not _says_nothing(*pair)]
        found: dict[str, str] = {}
        taken: set[str] = set()
        for old, new in paired:
            if old.key not in found and new.key not in taken:
                found[old.key] = new.key
                taken.add(new.key)
        return [Pair(*item) for item in found.items()]

    def is_sure(self, old: Line, new: Line) -> bool:
        """Return whether two lines are one resource, by their titles and places."""
        how = likeness(old.title, new.title)
        both_linked = old.url is not None and new.url is not None
        in_place = self._same_gap(old, new)
        if how in (Likeness.NEAR, Likeness.PART):
            return in_place and not both_linked
        if how is not Likeness.EQUAL or _says_nothing(old, new):
            return False
        return in_place or self.is_sure_title(old, new)

    def is_sure_title(self, old: Line, new: Line) -> bool:
        """Return whether two lines with an equal title that is theirs alone are one resource."""
        same_section = self.sections.get(old.section, old.section) == new.section
        if old.url is not None and new.url is not None:
            near = same_section or _host(old.url) == _host(new.url)
            return near and is_specific(old.title)
        known = old.section in self.stands or new.section in self.stood
        moved = old.url is None and new.url is None and known
        return same_section or moved or is_specific(old.title)

    def _take(self, pairs: Iterable[tuple[Line, Line]]) -> None:
        for old, new in list(pairs):
            if self.is_sure(old, new):
                self.sure[old.key] = new.key

    def _left(self) -> list[Line]:
        missing, sure = self.edit.missing, self.sure
        return [line for line in self.edit.before if line.key in missing and line.key not in sure]

    def _fresh(self) -> list[Line]:
        fresh = self.new_lines - set(self.sure.values())
        return [line for line in self.edit.now if line.key in fresh]

    def _look_at_places(self) -> None:
        """Say where each line stands, by all pairs that are sure so far."""
        if self.seen == len(self.sure):
            return  # nothing is known that was not known before
        self.seen = len(self.sure)
        edit, kept = self.edit, {line.key: line.key for line in self.edit.before}
        same = {old: new for old, new in kept.items() if new in self.now} | self.sure
        self.sections = renamed_sections(edit.before, edit.now, same)
        self.gaps_before = gaps(edit.before, same, self.sections)
        known = {new: new for new in same.values()}
        self.gaps_now = gaps(edit.now, known, {line.section: line.section for line in edit.now})

    def _same_gap(self, old: Line, new: Line) -> bool:
        """Return whether two lines stand in one section, beside the same line on a side."""
        gap, other = self.gaps_before.get(old.key), self.gaps_now.get(new.key)
        if gap is None or other is None or gap.section is None or gap.section != other.section:
            return False
        return gap.before == other.before or gap.after == other.after

    def _pairs(self, old: Iterable[Line], key: Way) -> list[tuple[Line, Line]]:
        """Pair the lines that alone have a key, among the old ones and the fresh ones."""
        olds, news = _alone(old, self.gaps_before, key), _alone(self._fresh(), self.gaps_now, key)
        return [(line, news[name]) for name, line in olds.items() if name in news]

    def _in_gaps(self, left: Sequence[Line]) -> list[tuple[Line, Line]]:
        """Pair the lines of each gap in order, where it has as many old ones as new ones."""
        old, new = _grouped(left, self.gaps_before), _grouped(self._fresh(), self.gaps_now)
        return [
            pair
            for gap, lines in old.items()
            if len(lines) == len(new.get(gap, ()))
            for pair in zip(lines, new[gap], strict=True)
        ]

    def _replaced(self, left: Sequence[Line]) -> list[tuple[Line, Line]]:
        """Pair links if each is the only one between the same two lines, even with other titles.

        A title with another number is another part.
        """
        old, new = _grouped(left, self.gaps_before), _grouped(self._fresh(), self.gaps_now)
        pairs = [
            (lines[0], new[gap][0])
            for gap, lines in old.items()
            if len(lines) == len(new.get(gap, ())) == 1
        ]
        return [
            (line, other)
            for line, other in pairs
            if line.url is not None
            and other.url is not None
            and words_of(line.title).numbers == words_of(other.title).numbers
        ]

    def _one_word_off(self, left: Sequence[Line]) -> list[tuple[Line, Line]]:
        """Pair the lines of a section whose titles differ in a word, if each has only the other.

        Of very many lines, only those are compared that stand in the same place.
        """
        fresh = self._fresh()
        if len(left) + len(fresh) > MOST_SPELLED:
            return []
        old, new = _spelled(left, self.gaps_before), _spelled(fresh, self.gaps_now)
        found = {
            (olds[0].key, new[spelling][0].key): (olds[0], new[spelling][0])
            for spelling, olds in old.items()
            if len(olds) == len(new.get(spelling, ())) == 1
        }
        first, second = Counter(one for one, _ in found), Counter(one for _, one in found)
        return [pair for key, pair in found.items() if first[key[0]] == second[key[1]] == 1]


def _grouped(lines: Iterable[Line], where: Mapping[str, Gap]) -> dict[Gap, list[Line]]:
    """Return the lines of each gap that is in a section."""
    found: dict[Gap, list[Line]] = {}
    for line in lines:
        gap = where[line.key]
        if gap.section is not None:
            found.setdefault(gap, []).append(line)
    return found


def _spelled(
    lines: Iterable[Line], where: Mapping[str, Gap]
) -> dict[tuple[Section, int], list[Line]]:
    """Return the lines of each section by their titles without one word."""
    found: dict[tuple[Section, int], list[Line]] = {}
    for gap, together in _grouped(lines, where).items():
        for line in together:
            for spelling in without_one(line.title):
                found.setdefault((gap.section or (), hash(spelling)), []).append(line)
    return found


def _alone(lines: Iterable[Line], where: Mapping[str, Gap], key: Way) -> dict[object, Line]:
    found: dict[object, list[Line]] = {}
    for line in lines:
        if name := key(line, where.get(line.key, _NOWHERE)):
            found.setdefault(name, []).append(line)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def _by_title(line: Line, _: Gap) -> object:
    return title_key(line.title)


def _in_section(line: Line, gap: Gap) -> object:
    key = title_key(line.title)
    return key and gap.section is not None and (gap.section, key)


def _below(line: Line, gap: Gap) -> object:
    return (found := _in_section(line, gap)) and (found, gap.before)


def _above(line: Line, gap: Gap) -> object:
    return (found := _in_section(line, gap)) and (found, gap.after)


def _head_below(line: Line, gap: Gap) -> object:
    key = head_key(line.title)
    return key and gap.section is not None and (gap.section, gap.before, key)


def _head_above(line: Line, gap: Gap) -> object:
    key = head_key(line.title)
    return key and gap.section is not None and (gap.section, gap.after, key)


def _head_in_section(line: Line, gap: Gap) -> object:
    key = head_key(line.title)
    return key and gap.section is not None and (gap.section, key)


def _by_slug(line: Line, _: Gap) -> object:
    return _slug(line.url)


def _says_nothing(old: Line, new: Line) -> bool:
    """Return whether two links have a text, such as `pdf`, that does not tell them apart.

    A line without a link has nothing but its title, whatever that is.
    """
    return old.url is not None and new.url is not None and not says_something(new.title)


def _host(url: str | None) -> str:
    return "" if url is None else urlsplit(url).netloc


def _slug(url: str | None) -> str:
    """Return the end of a path, if it is long enough to name a work."""
    end = "" if url is None else urlsplit(url).path.rstrip("/").rpartition("/")[2]
    says = len(end) >= SHORTEST_SLUG and not end.startswith(NO_SLUGS)
    return end if says else ""
