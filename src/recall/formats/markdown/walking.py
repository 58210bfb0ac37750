"""Walks through the blocks of a list in markdown, and collects its items and sections."""

from collections.abc import Sequence

from recall.domain.library.catalog import Skipped
from recall.domain.library.resource import Section
from recall.domain.lists.link_text import says_something
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import (
    Block,
    Bullet,
    EndOfDetails,
    Heading,
    Paragraph,
    Rule,
    Table,
    Titled,
)
from recall.formats.markdown.bullets import (
    bears,
    facets,
    has_parts,
    is_bare,
    is_listed,
    is_named_below,
    is_pointer,
    kind_of_list,
    lines_of_note,
    list_follows,
    notes_among,
    only_line,
    own_lines,
    parted,
    without_note,
)
from recall.formats.markdown.entries import (
    entries,
    is_without_link,
    plain_text,
    says_only_links,
    web_links,
    without_labeled,
)
from recall.formats.markdown.lines import DETAILS_LEVEL, MarkdownLine, TextPiece
from recall.formats.markdown.links import parted_from_badges, refusals
from recall.formats.markdown.marks.boxes import Box, below, take_box, take_marker, unboxed
from recall.formats.markdown.marks.footnotes import with_footnotes
from recall.formats.markdown.marks.headings import box_of, box_under
from recall.formats.markdown.marks.remarks import Remarks, take_remarks
from recall.formats.markdown.outline import Outline
from recall.formats.markdown.prose import link_in_sentence, points_in_prose
from recall.formats.markdown.tables.rows import rows
from recall.formats.markdown.titling import (
    above_address,
    is_title,
    links_below,
    titles,
    with_titles,
)
from recall.formats.markdown.works.citing.citations import title_of
from recall.formats.markdown.works.collected import Collected
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.introduction import is_said_of_the_list
from recall.formats.markdown.works.leads import title_in, without_name
from recall.formats.markdown.works.people import people_in
from recall.formats.markdown.works.unlinked import (
    PLACEHOLDER,
    is_placeholder,
    name_of,
    titles_kept,
    unlinked,
)

EMPTY_BOX = "a checkbox without a title"


class ListReader:
    """Walks the tree in order, tracking the outline and inheriting the box of a parent bullet.

    plain: bullets without links and boxes are readings too, unless there are bullets under them.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._plain = plain
        self.has_bullets = False
        self.outline = Outline()
        self.list = Collected(self.outline)
        self.heading = ""
        self.headings: dict[int, Section] = {}
        self.introduced: set[int] = set()
        self._introducing = True
        self.entry: int | None = None
        self._at_top = True
        self._box_line: int | None = None  # of the box that is inherited

    def read(self, blocks: Sequence[Block], inherited: Box) -> None:
        """Read everything in these blocks."""
        found = with_titles(blocks)
        listed: type[Block] | None = None
        for index, block in enumerate(found):
            listed = self._still_listed(listed, block)
            match block:
                case Titled():
                    self._titled(block, inherited)
                case Heading():
                    self._heading(block)
                case Paragraph():
                    before_list = list_follows(found, index, plain=self._plain)
                    self._paragraph(block.lines, inherited, before_list=before_list)
                    if self.outline.names_list:
                        listed = kind_of_list(block, found[index + 1 : index + 2])
                case Bullet():
                    self._bullet(block, inherited)
                case Table():
                    self._table(block, inherited)
                case EndOfDetails():
                    self.outline.close_details()
                case Rule():
                    self.outline.end_contents()
        self._still_listed(listed, None)

    def _still_listed(self, listed: type[Block] | None, block: Block | None) -> type[Block] | None:
        """End the section of a line with a colon where its list of such blocks ends."""
        if listed and not (isinstance(block, listed) and is_listed(block)):
            self.outline.end_list()
            return None
        return listed

    def _titled(self, block: Titled, inherited: Box) -> None:
        """Read a heading that is the title of the links and remarks under it."""
        heading, under, about = block
        self.heading, self.entry, self._introducing = "", None, False
        self.outline.heading(heading.level, "")
        box, line = take_box(heading.line)
        links = [line for block in under if bears([block]) for line in links_below(block)]
        above = "" if web_links([line]) else pseudo.heading_title(line)
        first = len(self.list.items)
        found = entries(links if above else [line, *links], bullet=True, above=above)
        if above:
            self.list.skipped += refusals([line])
        at = self._line_of(box, line)
        self.list.take(found, box_under(self.outline.path, inherited, box), box_line=at)
        if len(self.list.items) > first:
            self.list.annotate(first, [*about, *notes_among(under)[0]])

    def _heading(self, heading: Heading) -> None:
        self._at_top = heading.level == 1 and not self.list.items
        self._introducing = self._introducing and heading.level == 1 and not self.outline.path
        box, line = take_box(self._shown([heading.line])[0])
        if is_title(self.heading) and says_only_links([line], beside_a_title=True):
            self._part([line], box)
            return
        name = pseudo.heading_title(line)
        if heading.level == DETAILS_LEVEL:
            self.outline.heading(heading.level, "" if pseudo.only_unfolds(name) else name)
        elif name:
            self.outline.heading(heading.level, name)
        found = [*(people_in(line) or entries([line], bullet=True))]
        self.list.take(found, box, box_line=None if box is None else line.number)
        is_entry = any(isinstance(each, Found) for each in found)
        self.heading = "" if is_entry else name
        self.entry = len(self.list.items) - 1 if is_entry else None
        if self.entry is not None and self.list.items[self.entry].title == name:
            self.headings[self.entry] = self.outline.path

    def _shown(self, lines: list[MarkdownLine]) -> list[MarkdownLine]:
        """Return lines without the badges above the first reading, which are about the list."""
        if not self._at_top or self.list.items:
            return lines
        parted = [parted_from_badges(line) for line in lines]
        self.list.skipped += [badge for _, badges in parted for badge in badges]
        return [line for line, _ in parted]

    def _paragraph(self, lines: list[MarkdownLine], inherited: Box, *, before_list: bool) -> None:
        lines, footnotes = with_footnotes(lines)
        self.list.skipped += footnotes
        for part in pseudo.parts(lines, before_list=before_list):
            if isinstance(part, Heading):
                self._heading(part)
            else:
                self._part(part, inherited)

    def _part(self, lines: list[MarkdownLine], inherited: Box) -> None:
        """Read lines of a paragraph; right below a heading, its links may belong to the heading."""
        lines = self._shown(lines)
        own, labeled = without_labeled(lines) if is_title(self.heading) else (lines, [])
        above, entry = "", self.entry
        if titles(self.heading, own):
            above, (about, lines) = without_name(self.heading), above_address(own)
            labeled = [*about, *labeled]
        marked, first = take_marker(lines[0])
        if any(line.links for line in lines):
            self.heading, self.entry = "", None
        if entry is not None and self.list.link(entry, lines, prose=True):
            self.entry = entry if link_in_sentence(lines) else None
            return
        if not marked and points_in_prose(lines) and self.list.link_last(lines):
            return
        start = len(self.list.items)
        self._entry([first, *lines[1:]], inherited, bullet=marked, above=above)
        taken = range(start, len(self.list.items))
        if above and taken:
            self.list.annotate(start, labeled)
        if above and len(taken) == 1:
            self.entry, self.headings[start] = start, self.outline.path
        if self._introducing and taken and is_said_of_the_list(lines):
            self.introduced.update(taken)

    def _entry(
        self, lines: list[MarkdownLine], inherited: Box, *, bullet: bool, above: str = ""
    ) -> None:
        """Read the entries of one bullet or paragraph."""
        box, lines = unboxed(lines, bullet=bullet)
        at = self._line_of(box, lines[0])
        box, remarks, lines = take_remarks(lines, box, inherited or box_of(self.outline.path))
        shown = box_under(self.outline.path, inherited, box)
        linked = any(line.links for line in lines)
        if box is not None and is_placeholder(plain_text(lines), linked=linked):
            self.list.skipped.append(Skipped(lines[0].number, plain_text(lines), PLACEHOLDER))
        elif (box or bullet) and is_without_link(lines, boxed=box is not None):
            self.list.take([unlinked(lines)], shown, remarks, at)
            self.list.skipped += titles_kept(lines)
        elif linked:
            told = entries(lines, bullet=bullet, above=above, boxed=box is not None)
            self.list.take(told, shown, remarks, at)
        elif box is not None:
            self.list.skipped.append(Skipped(lines[0].number, "[ ]", EMPTY_BOX))
        elif bullet and self._plain and says_something(plain_text(lines)):
            self.list.take([unlinked(lines)], shown, remarks, at)
        elif bullet:
            self.has_bullets = True
            self.list.skip(lines)

    def _bullet(self, bullet: Bullet, inherited: Box) -> None:
        self.heading, self.entry = "", None
        if (line := only_line(bullet)) is not None:
            self._entry(line, inherited, bullet=True)
            return
        own, under = parted(bullet)
        *before, own = pseudo.split_at_boxes(own)
        for lines in before:
            self._entry(lines, inherited, bullet=True)
        own, more = without_note(own)
        first = len(self.list.items)
        if own and bears(under, plain=self._plain and is_bare(own)):
            self._parent(own, under, inherited)
            if more and len(self.list.items) > first:
                self.list.annotate(first, more)
            return
        if own:
            self._entry(own, inherited, bullet=True)
        if len(self.list.items) > first:
            if more or under:
                self.list.annotate(first, [*more, *notes_among(under)[0]])
        else:
            self.read(under, inherited)

    def _parent(self, own: list[MarkdownLine], under: list[Block], inherited: Box) -> None:
        """Read a bullet with items under it; what has no box of its own has that of the bullet."""
        box, own = unboxed(own, bullet=True)
        outside, self._box_line = self._box_line, self._line_of(box, own[0])
        self._parent_of(box, own, under, inherited)
        self._box_line = outside

    def _parent_of(
        self, box: Box, own: list[MarkdownLine], under: list[Block], inherited: Box
    ) -> None:
        """Read a bullet with items under it: it is an entry, a title or a section."""
        box, remarks, own = take_remarks(own, box, inherited or box_of(self.outline.path))
        of_parts, box = below(inherited, box), box_under(self.outline.path, inherited, box)
        found = list(entries(own, bullet=True, boxed=box is not None))
        if any(isinstance(each, Found) for each in found):
            self._entry_with_more(own, under, box, remarks)
            return
        self.list.take(found, box, box_line=self._box_line)
        name = pseudo.section_name(name_of(own))
        notes, rest = notes_among(under)
        children = facets(rest, name, boxed=box is not None) if says_something(name) else []
        if children:
            child_box, _ = unboxed(children[0], bullet=True)
            lines = [line for child in children for line in unboxed(child, bullet=True)[1]]
            first = len(self.list.items)
            told = entries(lines, bullet=True, above=title_in([TextPiece(name)]) or name)
            at = self._line_of(child_box, children[0][0])
            shown = box if child_box is None else below(box, child_box)
            self.list.take(told, shown, box_line=at)
            if len(self.list.items) > first:
                self.list.annotate(first, notes)
            else:
                self.list.skip(notes)
        elif (box is not None or self._plain) and (title_of(name) or is_named_below(name, rest)):
            self._cited(own, under, box)
        else:
            self._section(name, under, of_parts)

    def _cited(self, own: list[MarkdownLine], under: list[Block], box: Box) -> None:
        """Read a citation without a link, with its notes, its links, and works under it."""
        notes, rest = notes_among(under)
        first = len(self.list.items)
        self.list.take([unlinked(own)], box, box_line=self._box_line)
        self.list.annotate(first, notes)
        self.read([block for block in rest if not self._links(first, block)], box)

    def _links(self, index: int, block: Block) -> bool:
        return is_pointer(block) and self.list.link(index, own_lines(block))

    def _entry_with_more(
        self, own: list[MarkdownLine], under: list[Block], box: Box, remarks: Remarks
    ) -> None:
        """Read an entry with its links, its notes and further works under it.

        These stand in its section; only numbered parts, such as `Lecture 1`, need its name.
        """
        notes, rest = notes_among(under)
        links = [line for block in rest if is_pointer(block) for line in own_lines(block)]
        others = [block for block in rest if not is_pointer(block)]
        first = len(self.list.items)
        found = entries([*own, *links], bullet=True, boxed=box is not None)
        self.list.take(found, box, remarks, self._box_line)
        self.list.annotate(first, notes)
        others = [one for one in others if not self.list.tell(first, lines_of_note(one))]
        self._section(self.list.items[first].title if has_parts(others) else "", others, box)

    def _section(self, name: str, under: list[Block], box: Box) -> None:
        depth = self.outline.depth
        if name:
            self.outline.open(name)
        self.read(under, box)
        if name:
            self.outline.close(depth)

    def _table(self, table: Table, inherited: Box) -> None:
        self.heading, self.entry = "", None
        for row in rows(table, plain=self._plain):
            works = (each.line for each in row.found if isinstance(each, Found))
            at = self._box_line if row.box is None else next(works, None)
            shown = box_under(self.outline.path, inherited, row.box)
            self.list.take(row.found, shown, row.remarks, at)

    def _line_of(self, box: Box, line: MarkdownLine) -> int | None:
        """Return the line of a box, or of the one that is inherited if there is none."""
        return self._box_line if box is None else line.number
