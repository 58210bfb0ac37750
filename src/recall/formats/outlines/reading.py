"""Makes a list of the rows of an outline: its sections, its items, and their notes.

A row with a link or a box is an item. A row without both is a section if items are under it, and
a note if it is under an item. Rows under it that are nothing but links (`pdf`, a URL) are
addresses of it. Boxes hold for what is under them. Which of the links of a row is the work is
decided as in Markdown.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.domain.library.resource import Link, Section
from recall.domain.lists.link_text import says_something
from recall.errors import BadFile
from recall.formats.markdown.entries import NOTHING, entries, web_links
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import refusals, shown
from recall.formats.markdown.works.citing.alike import parted_alike
from recall.formats.markdown.works.found import Found, WrittenText
from recall.formats.markdown.works.mentions import mentions
from recall.formats.markdown.works.unlinked import unlinked
from recall.formats.outlines.rows import Row, State
from recall.formats.values import one_line, paragraphs

DEEPEST = 100
"""Levels; nobody nests deeper, and a path has a name for each level."""

EMPTY = "a box without a text"

_INHERITED: tuple[State, ...] = ("read", "dropped")


class _Open(NamedTuple):
    """A row that others can be under; item is the number of the item that it is or belongs to."""

    depth: int
    name: str
    state: State
    item: int | None
    has_own_state: bool = False


def parsed_list(
    rows: Sequence[Row], path: object, skipped: Iterable[Skipped] = (), *, plain: bool = False
) -> ParsedList:
    """Return the list of an outline; BadFile if it has no items, or is nested too deep.

    plain: a row without a link and without a box, that nothing is under, is an item too.
    """
    if any(row.depth > DEEPEST for row in rows):
        raise BadFile(path, f"it is nested deeper than {DEEPEST} levels")
    if plain:
        _box(rows)
    reader = _Reader(rows)
    reader.read()
    if not reader.items:
        raise BadFile(path, "no links and no checkboxes in it: not a reading list")
    left_out = sorted((*skipped, *reader.skipped), key=lambda one: one.line)
    found = ParsedList(tuple(reader.sections), tuple(reader.finished()), tuple(left_out))
    return parted_alike(found, reader.texts)


class _Reader:
    """Walks the rows once; the rows that the present one is under are on a stack."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._bears = _bearing(rows)
        self._open: list[_Open] = []
        self._notes: dict[int, list[str]] = {}
        self._links: dict[int, list[Link]] = {}
        self.sections: dict[Section, None] = {}
        self.items: list[Item] = []
        self.texts: dict[int, WrittenText] = {}
        self.skipped: list[Skipped] = []

    def read(self) -> None:
        """Read all rows; those that are the addresses of one before them add their texts to it."""
        passed = 0
        for index, row in enumerate(self._rows):
            while self._open and self._open[-1].depth >= row.depth:
                self._open.pop()
            if index < passed:
                self._belong(row)
            elif row.has_links:
                self._linked(row)
            elif self._bears[index]:
                addresses = _addresses(self._rows, index)
                passed = index + 1 + len(addresses)
                self._above(row, addresses)
            else:
                self._text(row)

    def finished(self) -> Iterator[Item]:
        """Return the items with the notes and links that were found under them."""
        for number, item in enumerate(self.items):
            said = filter(None, (item.note, *self._notes.get(number, ())))
            links = {one.url: one for one in (*item.links, *self._links.get(number, ()))}
            links.pop(item.url or "", None)
            yield item._replace(note=paragraphs("\n".join(said)), links=tuple(links.values()))

    def _linked(self, row: Row) -> None:
        above = self._open[-1] if self._open else None
        if above and above.item is not None:
            aside = above.has_own_state and not row.state and row.adds_words
            if row.prose or row.is_pointer or aside:
                self._belong(row)
                return
        self._take(row, entries([row.said], bullet=not row.prose, boxed=bool(row.state)))

    def _above(self, row: Row, addresses: Sequence[Row]) -> None:
        """Read a row without links that has items under it."""
        if not addresses:
            self._push(row, row.text.rstrip("：: "), None)
            return
        lines = [_only_links(one) if one.prose else one.said for one in addresses]
        found = list(entries(lines, bullet=True, above=row.text, boxed=True))
        works = [one for one in found if isinstance(one, Found)]
        others = [Link("page", one.title, one.url) for one in works[1:] if one.url]
        first = works[0]
        links = (*first.links, *others)
        self._take(row, [first._replace(title=row.text, line=row.line, links=links)])

    def _text(self, row: Row) -> None:
        """Read a row without links and without items under it."""
        item = self._open[-1].item if self._open else None
        if row.can_be_item:
            self._take(row, [unlinked([row.said])])
        elif row.state:
            self.skipped.append(Skipped(row.line, "", EMPTY))
        elif row.heading:
            self._push(row, row.text.rstrip("：: "), None)
            self.sections.setdefault(self._path, None)
        elif item is not None:
            self._belong(row)
        elif row.text and not row.prose:
            refused = list(refusals([row.said]))
            self.skipped += refused or [Skipped(row.line, row.text, NOTHING)]

    def _belong(self, row: Row) -> None:
        """Give the text and the links of a row to the item that it is under."""
        item = next((one.item for one in reversed(self._open) if one.item is not None), None)
        if item is None:
            return
        if not row.is_pointer:
            self._notes.setdefault(item, []).append(row.text)
        links = [mention.as_link for mention in mentions(row.said.pieces)]
        self._links.setdefault(item, []).extend(links)
        self._push(row, "", item)

    def _take(self, row: Row, found: Iterable[Found | Skipped]) -> None:
        """Take what a row has: its works, the first of which others can be under."""
        section, state = self._path, row.state or self._inherited
        first: int | None = None
        name = ""
        for skipped in found:
            if isinstance(skipped, Skipped):
                self.skipped.append(skipped)
                continue
            self.sections.setdefault(section, None)
            self.texts[len(self.items)] = skipped.written
            self.items.append(_item(skipped, row, section, state))
            if first is None:
                first, name = len(self.items) - 1, self.items[-1].title
        self._push(row, name, first)

    def _push(self, row: Row, name: str, item: int | None) -> None:
        state = row.state or self._inherited
        self._open.append(_Open(row.depth, name, state, item=item, has_own_state=bool(row.state)))

    @property
    def _inherited(self) -> State:
        state = self._open[-1].state if self._open else ""
        return state if state in _INHERITED else ""

    @property
    def _path(self) -> Section:
        return tuple(one.name for one in self._open if one.name)


def _item(found: Found, row: Row, section: Section, state: State) -> Item:
    return Item(
        title=one_line(found.title) or found.url or row.text,
        url=found.url,
        section=section,
        checked=state == "read",
        begun=state == "begun",
        dropped=state == "dropped",
        line=row.line,
        minutes=found.minutes,
        links=found.links,
        description=paragraphs(found.description or ""),
        note=found.note,
        labels=tuple(dict.fromkeys((*row.labels, *found.labels))),
        read_on=row.read_on if state == "read" else None,
        saved_on=row.saved_on,
    )


def _addresses(rows: Sequence[Row], index: int) -> list[Row]:
    """Return the rows right under a row whose links are addresses of it; none if it is a section.

    A row with a box is a reading for sure, and a heading without one is a section, unless nothing
    is under it but one URL.
    """
    row = rows[index]
    if not says_something(row.text):
        return []
    under = takewhile(lambda one: one.depth > row.depth, _after(rows, index))
    found = list(takewhile(lambda one: _adds(one) or not one.can_be_item, under))
    while found and not found[-1].has_links:
        found.pop()
    linked = [one for one in found if one.has_links]
    end = index + 1 + len(found)
    others = end < len(rows) and rows[end].depth > row.depth and not row.state
    alone = len(linked) == 1 and linked[0].is_pointer
    if not linked or (row.heading and not row.state and not alone):
        return []
    if others and any(_adds(one) or one.can_be_item for one in _under(rows, end, row.depth)):
        return []
    return found if alone or row.state or _differ(linked) else []


def _adds(row: Row) -> bool:
    return row.has_links and not row.heading and (row.prose or row.is_pointer)


def _differ(linked: Sequence[Row]) -> bool:
    """Return whether links have each its own label; several URLs are several works."""
    if any(row.prose for row in linked):
        return True
    labels = [shown(link) for row in linked for link in web_links([row.said])]
    return len(set(labels)) == len(labels)


def _under(rows: Sequence[Row], start: int, depth: int) -> Iterator[Row]:
    return takewhile(lambda row: row.depth > depth, _after(rows, start - 1))


def _after(rows: Sequence[Row], index: int) -> Iterator[Row]:
    return (rows[number] for number in range(index + 1, len(rows)))


def _only_links(row: Row) -> MarkdownLine:
    pieces = [piece for link in web_links([row.said]) for piece in (TextPiece(" "), link)]
    return row.said._replace(pieces=pieces)


def _box(rows: Sequence[Row]) -> None:
    """Put a box before each text that nothing is under."""
    after = [*(row.depth for row in rows[1:]), 0]
    for row, depth in zip(rows, after, strict=False):
        if row.text and depth <= row.depth and not (row.prose or row.heading or row.can_be_item):
            row.state = "unread"


def _bearing(rows: Sequence[Row]) -> list[bool]:
    """Return for each row whether anything under it can be an item."""
    bears = [False] * len(rows)
    above: list[int] = []
    for index, row in enumerate(rows):
        while above and rows[above[-1]].depth >= row.depth:
            above.pop()
        if row.can_be_item:
            for number in reversed(above):
                if bears[number]:
                    break
                bears[number] = True
        above.append(index)
    return bears
