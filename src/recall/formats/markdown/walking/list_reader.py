"""Walks through the blocks of a list in markdown, and collects its items and sections."""

from collections.abc import Sequence

from recall.domain.library.catalog import Skipped
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
    Beside,
    bears,
    is_listed,
    kind_of_list,
    labels_of_lists,
    list_follows,
    notes_among,
    own_lines,
    shown_lines,
)
from recall.formats.markdown.entries import (
    entries,
    web_links,
)
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import ends_a_letter, refusals
from recall.formats.markdown.marks.boxes import (
    Box,
    each_with_tick,
    first_text,
    take_box,
    take_state_in_brackets,
)
from recall.formats.markdown.marks.footnotes import with_footnotes
from recall.formats.markdown.marks.headings import box_under
from recall.formats.markdown.outline import COLON_LEVEL
from recall.formats.markdown.prose import (
    begins_with_text,
)
from recall.formats.markdown.tables.rows import rows
from recall.formats.markdown.titled.alone import speaks_of_it
from recall.formats.markdown.titled.cards import (
    labeled_links,
    names_paper,
    notes_with_links,
    oddly_labeled,
)
from recall.formats.markdown.titled.titling import (
    alike_sections,
    links_below,
    several_addresses,
    with_titles,
)
from recall.formats.markdown.titles import from_heading
from recall.formats.markdown.walking.about_page import parted_from_page
from recall.formats.markdown.walking.box_legends import parted_from_legends
from recall.formats.markdown.walking.part_reader import PartReader
from recall.formats.markdown.walking.remarks_below import (
    are_over_remarks,
    remark,
    remarks_after,
)
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.unlinked import unlinked


class ListReader(PartReader):
    """Walks the tree in order, tracking the outline and inheriting the box of a parent bullet."""

    def __init__(
        self, *, plain: bool = False, shelved: bool = False, all_read: bool = False
    ) -> None:
        super().__init__(plain=plain, shelved=shelved, all_read=all_read)
        self._over_remarks = False
        self._remarks: list[Block] = []

    def read(self, blocks: Sequence[Block], inherited: Box) -> None:
        """Read everything in these blocks."""
        shown, legends = parted_from_legends(blocks)
        self.list.skipped += legends
        found = with_titles(shown)
        outside, self._beside = self._beside, Beside(found)
        labels, alike = labels_of_lists(found), alike_sections(found)
        self._over_remarks = are_over_remarks(found)
        listed: type[Block] | None = None
        for index, block in enumerate(found):
            listed = self._still_listed(listed, block)
            if isinstance(block, Paragraph):
                if index in labels:
                    self._heading(Heading(COLON_LEVEL, labels[index]))
                else:
                    self._paragraph(block, inherited, found, index)
                if self.outline.names_list:
                    listed = kind_of_list(block, found[index + 1 : index + 2])
                    if listed is None:
                        self.outline.end_list()
            else:
                if self.entry in self.headings and isinstance(block, Bullet):
                    self._see_remarks(found, index)
                self._block(block, inherited)
            if self._is_new_heading and (index in alike or several_addresses(found, index + 1)):
                self.heading = ""
            self._is_new_heading = False
        self._still_listed(listed, None)
        self._beside = outside

    def _block(self, block: Block, inherited: Box) -> None:
        match block:
            case Titled():
                self._titled(block, inherited)
            case Heading():
                self._heading(block)
            case Bullet() if self._is_told(block) or self._is_of_card(block):
                self.heading = ""
            case Bullet():
                self._own_bullet(block, inherited)
            case Table():
                self._table(block, inherited)
            case EndOfDetails():
                self.outline.close_details()
            case Rule():
                self.outline.end_contents()

    def _own_bullet(self, bullet: Bullet, inherited: Box) -> None:
        """Read a bullet that speaks of nothing above it."""
        self.heading, self.entry = "", None
        first = len(self.list.items)
        if bullet.level:
            self.outline.heading(bullet.level, "")
        self._bullet(bullet, inherited)
        if len(self.list.items) > first:
            self._paper = first if names_paper(bullet) else None
        elif self._paper is not None and bears([bullet]):
            self._paper = None

    def _is_told(self, bullet: Bullet) -> bool:
        """Take a bullet that speaks of the work above it, or only points; return whether it does.

        A heading may be the work, or the paragraph above if others are like it.
        """
        if self.entry is None or not (self._over_remarks or self.entry in self.headings):
            return False
        if self._links(self.entry, bullet):
            return True
        lines = own_lines(bullet) if bullet in self._remarks else remark(bullet)
        if lines:
            self.list.tell_all(self.entry, lines)
        return bool(lines)

    def _see_remarks(self, found: Sequence[Block], index: int) -> None:
        """Find the remarks in a run of bullets below a heading, where the run begins."""
        if not isinstance(found[index - 1], Bullet):
            self._remarks = remarks_after(found[index - 1], found[index:])

    def _still_listed(self, listed: type[Block] | None, block: Block | None) -> type[Block] | None:
        """End the section of a line with a colon where its list of such blocks ends."""
        if listed and not (isinstance(block, listed) and is_listed(block)):
            self.outline.end_list()
            return None
        return listed

    def _titled(self, block: Titled, inherited: Box) -> None:
        """Read a heading that is the title of the links or the remarks under it."""
        heading, under, about = block
        self.heading, self.entry, self._introducing = "", None, False
        self.outline.heading(heading.level, "")
        box, line = take_box(heading.line)
        said, line = _without_state(line)
        box = box or said
        card = [block for block in under if isinstance(block, Bullet)]
        odd, told = oddly_labeled(card), notes_with_links(card)
        told += [block for block in under if speaks_of_it(block)]
        linked = [block for block in under if block not in (*odd, *told) and bears([block])]
        links = [line for block in linked for line in links_below(block)]
        above = "" if web_links([line]) else from_heading(pseudo.heading_title(line))
        first = len(self.list.items)
        shown = links if above else [line, *links]
        found = [*entries(shown, bullet=True, above=above)] if shown else [unlinked([line])]
        named = any(_is_named(above, each) for each in found)
        self.titled += bool(above and named)
        if above and not named:
            self.outline.heading(heading.level, pseudo.heading_title(line))
        if above:
            self.list.skipped += refusals([line])
        at = self._line_of(box, line)
        self.list.take(found, box_under(self._heading_box, inherited, box), box_line=at)
        if len(self.list.items) > first:
            self.list.add_links(first, labeled_links(odd))
            self.list.annotate(first, [*about, *notes_among(under)[0]])
            for prose in told:
                self.list.tell_all(first, shown_lines(prose))
        else:
            self.list.skip(notes_among([each for each in under if isinstance(each, Bullet)])[0])

    def _paragraph(
        self, block: Paragraph, inherited: Box, found: Sequence[Block], index: int
    ) -> None:
        """Read a paragraph; found[index] is it, and what follows may be a list that it names."""
        if self._quote(block):
            return
        self._quoted = block.quoted and begins_with_text(block.lines)
        if self._quoted and _is_legend(block.lines):
            return
        if ended := ends_a_letter(block.lines):
            self.list.skipped += ended
            return
        told, about_page = parted_from_page(block.lines)
        self.list.skipped += about_page
        if about_page and not any(line.links for line in told):
            return
        lines, footnotes = with_footnotes(told)
        self.list.skipped += footnotes
        before_list = list_follows(found, index, plain=self._plain)
        near = False
        for part in pseudo.parts(lines, before_list=before_list):
            if isinstance(part, Heading):
                self._heading(part)
            else:
                for own in each_with_tick(part):
                    self._part(own, inherited, near=near)
            near = isinstance(part, Heading) and _is_in_bold(part.line)

    def _quote(self, block: Paragraph) -> bool:
        """Take what is quoted below a work, and begins with text, for its note and its links."""
        if self.entry is None or not block.quoted or not begins_with_text(block.lines):
            return False
        self.list.tell_all(self.entry, block.lines)
        return True

    def _table(self, table: Table, inherited: Box) -> None:
        self.heading, self.entry = "", None
        first = len(self.list.items)
        for row in rows(table, plain=self._plain):
            works = (each.line for each in row.found if isinstance(each, Found))
            at = self._box_line if row.box is None else next(works, None)
            shown = box_under(self._heading_box, inherited, row.box)
            self.list.take(row.found, shown, row.remarks, at)
        self._introducing = self._introducing and len(self.list.items) == first


def _is_in_bold(line: MarkdownLine) -> bool:
    first = next(iter(line.pieces), None)
    return isinstance(first, TextPiece) and first.strong


def _is_named(heading: str, found: Found | Skipped) -> bool:
    """Return whether a heading has the title of a work, or the other way around."""
    titles = (found.title.casefold(), heading.casefold()) if isinstance(found, Found) else ("", "")
    return titles[0] in titles[1] or titles[1] in titles[0]


def _without_state(line: MarkdownLine) -> tuple[Box, MarkdownLine]:
    """Remove the state in brackets behind a title that is the heading of its links."""
    last = line.pieces[-1] if line.pieces else None
    if not isinstance(last, TextPiece):
        return None, line
    box, left = take_state_in_brackets(last.text)
    if box is None and len(line.pieces) > 1 and last.text.strip():
        box, left = take_state_in_brackets(f"a{last.text}")[0], ""
    rest = [last._replace(text=left)] if left else []
    return (box, line._replace(pieces=[*line.pieces[:-1], *rest])) if box else (None, line)


def _is_legend(lines: list[MarkdownLine]) -> bool:
    """Return whether a sign begins words without a link: `✅ means that I read it`."""
    signed = not first_text(lines[0]).lstrip().startswith(("[", "［", "【"))
    return signed and not any(line.links for line in lines)
