"""The works in the rows of a table."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from recall.domain.library.catalog import Skipped
from recall.domain.library.resource import Link
from recall.domain.lists.link_text import says_something
from recall.formats.markdown.blocks import Table, TableRow
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.links import refusals
from recall.formats.markdown.marks.boxes import Box, take_box
from recall.formats.markdown.marks.facts import state_in
from recall.formats.markdown.marks.remarks import NO_REMARKS, Remarks
from recall.formats.markdown.tables import endings
from recall.formats.markdown.tables.columns import Columns, columns, is_mark, texts_of
from recall.formats.markdown.tables.durations import minutes_in
from recall.formats.markdown.tables.heads import ColumnRole
from recall.formats.markdown.tables.hosts import with_hosts
from recall.formats.markdown.tables.labels import labels_in
from recall.formats.markdown.tables.schedules import says_no_reading, without_reading
from recall.formats.markdown.tables.statuses import noes, status_of
from recall.formats.markdown.titles import clean, trim
from recall.formats.markdown.works import leads
from recall.formats.markdown.works.choosing import Chooser
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.leading import around
from recall.formats.markdown.works.mentions import Mention, mentions, said

NOTHING = "no link and no checkbox"

# In a column of titles without links, `2010` and `2001: A story` are titles.
_NUMBERED_TITLE = re.compile(r"\d{4}(?::\s.*)?\Z")
_ASIDE: frozenset[ColumnRole] = frozenset(("note", "other"))


class RowFound(NamedTuple):
    """What a row holds, its checkbox, and when it was read."""

    box: Box
    found: list[Found | Skipped]
    remarks: Remarks = NO_REMARKS


def rows(table: Table, *, plain: bool = False) -> Iterator[RowFound]:
    """Yield what each row holds. A row of only further links adds them to the row above.

    plain: a title without a link is a reading too, if the head of its column says that it is one.
    """
    whole = [table.head, *table.rows] if _is_layout(table.head) else table.rows
    heads = [] if _is_layout(table.head) else [cell.text for cell in table.head.cells]
    whole = [row for row in whole if [cell.text for cell in row.cells] != heads]
    whole = with_hosts(heads, whole)
    known = columns(heads, [row.cells for row in whole])
    texts = [[cell.text for cell in row.cells] for row in whole]
    by_column = zip_longest(*(row for row in texts if any(map(str.strip, row))), fillvalue="")
    no = [noes(column) for column in by_column]
    waiting: RowFound | None = None
    more: list[Link] = []
    for row in whole:
        reader = _Row(row, known, no, plain=plain and known.names_titles)
        if waiting is not None and reader.only_adds and _works(waiting.found):
            more += reader.further
            waiting.found.extend(reader.refused)
            continue
        if waiting is not None:
            yield _with_links(waiting, more)
        waiting, more = RowFound(reader.box, list(reader.found()), reader.remarks), []
    if waiting is not None:
        yield _with_links(waiting, more)


class _Row:
    """One row, with what the columns are, and the signs that say no in each of them."""

    def __init__(
        self, row: TableRow, known: Columns, no: Sequence[Container[str]], *, plain: bool
    ) -> None:
        self._row = row
        self._plain = plain
        self._known = known
        self._no = no
        boxes = [take_box(cell) for cell in row.cells]
        self._cells = [
            rest if known.role(index) == "status" or index == known.title else cell
            for index, (cell, (_, rest)) in enumerate(zip(row.cells, boxes, strict=True))
        ]
        self.box = self._box([box for box, _ in boxes])
        self._title_cell = self._cell(known.title)
        self._groups = [self._mentions(index) for index in range(len(self._cells))]
        self._title = self._own_title()

    def _own_title(self) -> str:
        """Return the text of the title's cell, also if it says little: `Lecture 1`."""
        if self._title_cell is None:
            return ""
        texts = texts_of(self._title_cell)
        little = trim(clean("".join(piece.text for piece in texts)))
        if self._plain and _NUMBERED_TITLE.match(little):
            return little
        return leads.title_in(texts) or (little if any(map(str.isalpha, little)) else "")

    def found(self) -> Iterator[Found | Skipped]:
        """Yield the works of the row, then what is none."""
        if self._none:
            yield from self._none
            return
        chooser = Chooser(bullet=True, above=self._title)
        for group in self._in_order():
            chooser.read(group)
        results = [*chooser.results(), *self._named_lines()]
        works = [each for each in results if isinstance(each, Found)]
        works[:1] = [self._with_whole_title(each) for each in works[:1]]
        if not works and (self._plain or self.box is not None) and self._title:
            works = [Found(self._title, None, self._row.number)]
        if works:
            yield self._with_facts(works[0])
            yield from works[1:]
        elif not results and (text := clean(" ".join(cell.text for cell in self._cells))):
            yield Skipped(self._row.number, text, NOTHING)
        yield from (each for each in results if isinstance(each, Skipped))
        yield from self.refused

    @cached_property
    def _none(self) -> list[Skipped]:
        """The links of a row that says itself that it has no reading."""
        none = says_no_reading(self._known, [cell.text for cell in self._row.cells])
        return list(without_reading(self._groups)) if none else []

    def _named_lines(self) -> Iterator[Found | Skipped]:
        """Yield the works of cells that have several, each on a line of its own with its title."""
        for index in range(len(self._groups)):
            for part in self._lines_of(index):
                chooser = Chooser(bullet=True)
                chooser.read(part)
                yield from chooser.results()

    def _lines_of(self, index: int) -> list[list[Mention]]:
        if self._known.role(index) != "works" or index == self._known.title:
            return []
        parts: list[list[Mention]] = []
        for mention in self._groups[index]:
            if not parts or "\n" in mention.gap:
                parts.append([])
            parts[-1].append(mention)
        named = all(leads.title_in(part[0].before) for part in parts)
        return parts if named and len(parts) > 1 else []

    def _with_whole_title(self, work: Found) -> Found:
        """Give a work the whole title, if its link is only a part of it."""
        group = self._group(self._known.title)
        if len(group) != 1 or group[0].url != work.url:
            return work
        before, after = said(group[0].before), said(group[0].after)
        title = around.in_sentence(work.title, before, after)
        told = work.description if (work.description or "") not in title else None
        return work._replace(title=title, description=told)

    @property
    def only_adds(self) -> bool:
        """Whether the row has links but no title, and no link with one, as other rows have."""
        every = [each for group in self._groups for each in group]
        titled = self._title or any(
            each.titled or each.names_itself for each in every if not each.is_credited
        )
        could = self._known.title is not None and self.box in {None, "unread"}
        talks = all(each.is_credited and each.column is None for each in every)
        return bool(every) and not (titled or talks) and could

    @property
    def further(self) -> list[Link]:
        """All links of the row as further links."""
        return [each.as_link for group in self._groups for each in group]

    @property
    def refused(self) -> Iterator[Skipped]:
        """The links that are no readings."""
        return refusals(self._cells)

    def _box(self, boxes: list[Box]) -> Box:
        """Return a box in the title's cell, or else what the status column says."""
        title = self._known.title
        if title is not None and title < len(boxes) and boxes[title]:
            return boxes[title]
        for index, box in enumerate(boxes):
            told = box if self._known.role(index) in {"status", "read_on"} else None
            if told := told or self._told(index):
                return told
        if self.remarks.read_on:
            return "read"
        return "unread" if self._tells_status else None

    def _told(self, index: int) -> Box:
        """Return what a column of the status, or of days of reading, says."""
        text = self._row.cells[index].text
        if self._known.role(index) == "read_on":
            return endings.ending_of(text)
        if self._known.role(index) != "status":
            return None
        no = self._no[index] if index < len(self._no) else ()
        return status_of(self._counted(text, index), no=no) or state_in(text).box

    def _counted(self, text: str, index: int) -> str:
        """Return a number in a column of percent with its sign: `85` under `Progress %`."""
        percent = text.strip().isdigit() and self._known.heads[index].rstrip().endswith(("%", "％"))
        return f"{text}%" if percent else text

    @cached_property
    def remarks(self) -> Remarks:
        """When it was read, by a column of dates, or by a date in the column of the status."""
        for index, cell in enumerate(self._row.cells):
            read_on = None
            if self._known.role(index) == "read_on":
                read_on = endings.read_on(cell.text)
            elif self._known.role(index) == "status":
                read_on = endings.date_in(cell.text)
            if read_on:
                return Remarks(read_on=read_on)
        return NO_REMARKS

    @property
    def _tells_status(self) -> bool:
        return not {"status", "read_on"}.isdisjoint(self._known.roles)

    def _in_order(self) -> Iterator[list[Mention]]:
        """Yield the links of the title's cell with those of its further links, then other works."""
        known = self._known
        with_title = [*self._group(known.title)]
        titled = bool(self._title) or any(each.titled for each in with_title)
        others: list[list[Mention]] = []
        for index, group in enumerate(self._groups):
            if index == known.title or self._lines_of(index):
                continue
            named = any(each.titled and not (titled and each.weak) for each in group)
            told = known.role(index) == "description" or (group and group[0].aside)
            if told and group and self._title and not self._group(known.title):
                with_title += _in_note(group)
            elif named and known.link_role(index) is None:
                others.append(group)
            else:
                with_title += group
        if others and with_title and all(each.aside for each in with_title):
            others[0] = [*others[0], *with_title]  # what is due beside a reading
            with_title = []
        # The name of a person in another cell is no title.
        with_title.sort(key=lambda each: each.is_credited and each.column is not None)
        if any(not each.is_credited for each in with_title):
            yield with_title
            with_title = []
        yield from others
        yield with_title

    def _group(self, index: int | None) -> list[Mention]:
        return self._groups[index] if index is not None and index < len(self._groups) else []

    def _cell(self, index: int | None) -> MarkdownLine | None:
        return self._cells[index] if index is not None and index < len(self._cells) else None

    def _mentions(self, index: int) -> list[Mention]:
        found = mentions(self._cells[index].pieces)
        for mention in found:
            mention.column = self._known.link_role(index)
            mention.aside = self._known.role(index) in _ASIDE and index != self._known.title
        return found

    def _with_facts(self, found: Found) -> Found:
        """Add what the other columns say of the first work."""
        notes = [self._rating(), *self._said("note"), *self._beside_status()]
        descriptions = [found.description or "", *self._said("description")]
        return found._replace(
            minutes=found.minutes or self._minutes(),
            note="\n".join(filter(None, notes)) or None,
            description="\n".join(filter(None, descriptions)) or None,
            labels=found.labels or tuple(self._labels()),
        )

    def _of(self, role: ColumnRole) -> Iterator[int]:
        for index in range(len(self._cells)):
            if self._known.role(index) == role and index != self._known.title:
                yield index

    def _beside_status(self) -> Iterator[str]:
        """Yield what the status says beside its mark or its word: `✅ A great book`."""
        for index in self._of("status"):
            cell = self._row.cells[index]
            state = state_in(cell.text)
            text = state.beside if state.box else "" if is_mark(cell) else cell.text
            if says_something(text := clean(text)):
                yield text
        for index in self._of("read_on"):
            if says_something(text := clean(endings.beside(self._row.cells[index].text))):
                yield text

    def _said(self, role: ColumnRole) -> Iterator[str]:
        for index in self._of(role):
            text = clean("".join(piece.text for piece in texts_of(self._cells[index])))
            if says_something(text):
                yield clean(self._cells[index].text)

    def _rating(self) -> str:
        told = [
            f"{self._known.heads[index]}: {text}"
            for index in self._of("rating")
            if (text := clean(self._cells[index].text))
        ]
        return "\n".join(told)

    def _labels(self) -> Iterator[str]:
        yield from labels_in(self._cells[index].text for index in self._of("labels"))

    def _minutes(self) -> int | None:
        for index in self._of("duration"):
            if minutes := minutes_in(self._cells[index].text, self._known.heads[index]):
                return minutes
        return None


def _in_note(group: Sequence[Mention]) -> Sequence[Mention]:
    """Return links in a note on a title without a link, which the words before them do not name."""
    for mention in group:
        if mention.hint is None:
            mention.before, mention.gap = [], ""
    return group


def _is_layout(head: TableRow) -> bool:
    """Return whether the head of a table holds links, because the table is only a layout."""
    return any(mentions(cell.pieces) for cell in head.cells)


def _works(found: Sequence[Found | Skipped]) -> bool:
    return any(isinstance(each, Found) for each in found)


def _with_links(row: RowFound, more: list[Link]) -> RowFound:
    """Add further links to the last work of a row."""
    if not more:
        return row
    last = max(index for index, each in enumerate(row.found) if isinstance(each, Found))
    work = row.found[last]
    assert isinstance(work, Found)  # noqa: S101 - by the index
    row.found[last] = work._replace(links=(*work.links, *more))
    return row
