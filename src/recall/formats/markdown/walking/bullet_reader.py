"""Reads bullets: entries with their notes and links, and the titles and sections over others."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import compress

from recall.domain.library.catalog import Skipped
from recall.domain.lists.link_text import says_something
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import (
    Block,
    Bullet,
)
from recall.formats.markdown.bullets import (
    Beside,
    are_facts,
    bears,
    empty_boxes,
    has_box,
    has_parts,
    is_address,
    is_bare,
    is_named_below,
    is_pointer,
    lines_of_note,
    notes_among,
    only_line,
    own_lines,
    parted,
    parted_at_heading,
    without_note,
)
from recall.formats.markdown.entries import (
    entries,
    is_without_link,
    plain_text,
    shows_only_links,
)
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.marks.anchored import anchor_of
from recall.formats.markdown.marks.boxes import Box, below, unboxed
from recall.formats.markdown.marks.facts import without_facts
from recall.formats.markdown.marks.headings import box_of, box_under, said_by
from recall.formats.markdown.marks.remarks import Remarks, take_remarks
from recall.formats.markdown.outline import Outline
from recall.formats.markdown.titled.cards import (
    adds_to_paper,
    labeled_links,
    notes_with_links,
    oddly_labeled,
    with_cards,
)
from recall.formats.markdown.walking.facets import beside_address, facets
from recall.formats.markdown.walking.remarks_below import (
    is_in_words,
    parted_from_remarks,
    remarks_among,
)
from recall.formats.markdown.works.collected import Collected
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.lone import lone
from recall.formats.markdown.works.unlinked import (
    name_of,
    names_a_file,
    names_author,
    title_above,
    titled_as,
    titles_kept,
    unlinked,
    why_no_title,
    works_in,
)

EMPTY_BOX = "a checkbox without a title"


class BulletReader(ABC):
    """Reads a bullet with everything under it; where a section begins, it reads on with `read`.

    plain: bullets without links and boxes are readings too, unless there are bullets under them.
    shelved is as in `headings.box_of`. all_read: the list says that all of it is read.
    """

    def __init__(
        self, *, plain: bool = False, shelved: bool = False, all_read: bool = False
    ) -> None:
        self._plain = plain
        self._all_read = all_read
        self._shelved = shelved
        self.has_bullets = False
        self.outline = Outline()
        self.list = Collected(self.outline)
        self.anchors: dict[int, str] = {}
        self._box_line: int | None = None  # of the box that is inherited
        self._beside = Beside(())
        self._paper: int | None = None

    @abstractmethod
    def read(self, blocks: Sequence[Block], inherited: Box) -> None:
        """Read everything in these blocks."""

    def _entry(
        self, lines: list[MarkdownLine], inherited: Box, *, bullet: bool, above: str = ""
    ) -> None:
        """Read the entries of one bullet or paragraph."""
        box, lines = unboxed(lines, bullet=bullet)
        if box is None and not bullet and not any(line.links for line in lines):
            return  # prose, with a date perhaps: `The last lecture was finished on 25 May 2020.`
        at = self._line_of(box, lines[0])
        of_heading = self._heading_box
        dated = of_heading if any(line.links for line in lines) else self._named_box
        box, remarks, lines = take_remarks(lines, box, inherited or dated)
        shown = box_under(of_heading, inherited, box)
        alone = lone(lines) if bullet and not above else None
        if alone and not why_no_title(alone.title):
            self.list.take([alone], shown, remarks, at)  # as most are; no more has to be asked
            return
        linked = any(line.links for line in lines)
        named = box is not None or (self._plain and bullet and not linked)
        if named and (reason := why_no_title(plain_text(lines), linked=linked)):
            self.list.skipped.append(Skipped(lines[0].number, plain_text(lines), reason))
        elif (box or bullet or shows_only_links(lines)) and is_without_link(lines, boxed=bool(box)):
            self.list.take(works_in(lines), shown, remarks, at)
            self.list.skipped += titles_kept(lines)
            if anchor := anchor_of(lines):
                self.anchors[lines[0].number] = anchor
        elif linked:
            told = entries(lines, bullet=bullet, above=above, boxed=box is not None)
            self.list.take(told, shown, remarks, at)
        elif box is not None:
            self.list.skipped.append(Skipped(lines[0].number, "[ ]", EMPTY_BOX))
        elif bullet and self._plain and says_something(plain_text(lines)):
            self.list.take(works_in(lines), shown, remarks, at)
        elif bullet:
            self.has_bullets = True
            self.list.skip(lines)

    def _bullet(self, bullet: Bullet, inherited: Box) -> None:
        if (line := only_line(bullet)) is not None:
            self._entry(line, inherited, bullet=True)
            return
        own, under = parted(bullet)
        *before, own = pseudo.split_at_boxes(own)
        for lines in before:
            self._entry(lines, inherited, bullet=True)
        own, about = parted_from_remarks(own)
        first = len(self.list.items)
        self._with_notes(own, under, inherited)
        if about and len(self.list.items) > first:
            self.list.tell_all(first, about)
        elif about:
            self._entry(about, inherited, bullet=True)

    def _with_notes(self, own: list[MarkdownLine], under: list[Block], inherited: Box) -> None:
        """Read a bullet, of which the last lines and what stands under it may be notes."""
        own, more = without_note(own)
        own, facts = without_facts(own) if len(own) > 1 else (own, [])
        more = [*facts, *more]
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
                self.list.skipped += [Skipped(at, "[ ]", EMPTY_BOX) for at in empty_boxes(under)]
                self.list.annotate(first, [*more, *notes_among(under)[0]])
        else:
            self.read(under, inherited)

    def _parent(self, own: list[MarkdownLine], under: list[Block], inherited: Box) -> None:
        """Read a bullet with items under it; what has no box of its own has that of the bullet."""
        box, own = unboxed(own, bullet=True, heads=not any(line.links for line in own))
        outside, self._box_line = self._box_line, self._line_of(box, own[0])
        self._parent_of(box, own, under, inherited)
        self._box_line = outside

    def _parent_of(
        self, box: Box, own: list[MarkdownLine], under: list[Block], inherited: Box
    ) -> None:
        """Read a bullet with items under it: it is an entry, a title or a section."""
        box, remarks, own = take_remarks(own, box, inherited or self._heading_box)
        of_parts, box = below(inherited, box), box_under(self._heading_box, inherited, box)
        found = list(entries(own, bullet=True, boxed=box is not None))
        if any(isinstance(each, Found) for each in found):
            self._entry_with_more(own, under, box, remarks)
            return
        self.list.take(found, box, box_line=self._box_line)
        name = pseudo.section_name(name_of(own))
        under = with_cards(under, titled=True)
        odd, told_of_it = oddly_labeled(under), notes_with_links(under)
        facts = [block for block in under if block not in (*odd, *told_of_it)]
        notes, rest = notes_among(facts)
        sure = box is not None or self._beside.has_titles_of_addresses
        children, told = _links_and_remarks(rest, name, boxed=box is not None, sure=sure)
        if children:
            first = len(self.list.items)
            self._linked(own, name, children, box)
            if len(self.list.items) > first:
                self.list.add_links(first, labeled_links(odd))
                self.list.annotate(first, notes)
                for block in (*told_of_it, *told):
                    if not self._links(first, block):
                        self.list.tell_all(first, own_lines(block))
            else:
                self.list.skip(notes)
        elif name and self._is_over_own(box, own, under):
            self._cited(own, under, box)
        else:
            self._section(name, under, of_parts)

    def _linked(
        self, own: list[MarkdownLine], name: str, children: list[list[MarkdownLine]], box: Box
    ) -> None:
        """Read a text as the title of the links under it."""
        child_box = unboxed(children[0], bullet=True)[0] if len(children) == 1 else None
        lines = [line for child in children for line in unboxed(child, bullet=True)[1]]
        named = title_above(own, name)
        works = [
            titled_as(named, each) if isinstance(each, Found) else each
            for each in entries(lines, bullet=True, above=named.title)
        ]
        at = self._line_of(child_box, children[0][0])
        shown = box if child_box is None else below(box, child_box)
        self.list.take(works, shown, box_line=at)

    def _is_over_own(self, box: Box, own: list[MarkdownLine], under: list[Block]) -> bool:
        """Return whether a text is a work over its facts, or over others in its section."""
        if box is None and not self._plain:
            return False
        rest = notes_among(under)[1]
        named = _is_work(own, pseudo.section_name(name_of(own)), rest)
        return are_facts(under) or named or (box is not None and self._is_among_texts(rest))

    def _is_among_texts(self, rest: Sequence[Block]) -> bool:
        """Return whether a box over one link is a work, as boxes beside it are without a link.

        Over another box it is a section.
        """
        line = only_line(rest[0]) if len(rest) == 1 and isinstance(rest[0], Bullet) else None
        return line is not None and not has_box(line) and self._beside.has_boxed_texts

    def _cited(self, own: list[MarkdownLine], under: list[Block], box: Box) -> None:
        """Read a citation without a link, with its notes, its links, and works under it."""
        notes, rest = notes_among(under)
        first = len(self.list.items)
        self.list.take([unlinked(own)], box, box_line=self._box_line)
        self.list.annotate(first, notes)
        others = [block for block in rest if not self._links(first, block)]
        self.read(self._without_remarks(first, others), box)

    def _without_remarks(
        self, index: int, below: list[Block], *, alike: bool = False
    ) -> list[Block]:
        """Give an item what the bullets below say of it; return the others."""
        told = remarks_among(below, alike=alike)
        for block in told:
            self.list.tell_all(index, own_lines(block))
        return [block for block in below if block not in told]

    def _links(self, index: int, block: Block) -> bool:
        return is_pointer(block) and self.list.link(index, own_lines(block))

    def _entry_with_more(
        self, own: list[MarkdownLine], under: list[Block], box: Box, remarks: Remarks
    ) -> None:
        """Read an entry with its links, its notes and further works under it.

        These stand in its section; only numbered parts, such as `Lecture 1`, need its name.
        """
        under, headed = parted_at_heading(under)
        notes, rest = notes_among(under)
        alike = is_address(own)  # then addresses under it are works as well
        apart = [(alike and is_address(own_lines(each))) or is_in_words(each) for each in rest]
        adds = [is_pointer(block) and not out for block, out in zip(rest, apart, strict=True)]
        links = [line for block in compress(rest, adds) for line in own_lines(block)]
        others = [block for block, added in zip(rest, adds, strict=True) if not added]
        first = len(self.list.items)
        found = entries([*own, *links], bullet=True, boxed=box is not None)
        self.list.take(found, box, remarks, self._box_line)
        self.list.annotate(first, notes)
        others = [one for one in others if not self.list.tell(first, lines_of_note(one))]
        others = self._without_remarks(first, others, alike=alike)
        self._section(self.list.items[first].title if has_parts(others) else "", others, box)
        self.read(headed, box)

    def _section(self, name: str, under: list[Block], box: Box) -> None:
        depth = self.outline.depth
        if name:
            self.outline.open(name)
        self.read(under, box)
        if name:
            self.outline.close(depth)

    def _is_of_card(self, bullet: Bullet) -> bool:
        """Take a bullet with further links of the paper above; return whether it is that."""
        if self._paper is None or not adds_to_paper(bullet):
            return False
        self.list.tell_all(self._paper, own_lines(bullet))
        return True

    @property
    def _heading_box(self) -> Box:
        """What the headings say of all that stands under them, or else the whole list."""
        told = said_by(self.outline.path, shelved=self._shelved)
        if told is None:
            return "read" if self._all_read else None
        return None if told == "unread" else told

    @property
    def _named_box(self) -> Box:
        """What the headings say; a day below one that says `read` is that of a reading."""
        return box_of(self.outline.path, shelved=self._shelved)

    def _line_of(self, box: Box, line: MarkdownLine) -> int | None:
        """Return the line of a box, or of the one that is inherited if there is none."""
        return self._box_line if box is None else line.number


def _links_and_remarks(
    rest: list[Block], name: str, *, boxed: bool, sure: bool
) -> tuple[list[list[MarkdownLine]], list[Block]]:
    """Return the lines of the links to what a text names, and the remarks beside them.

    sure: a text over an address is the title of that.
    """
    if not says_something(name):
        return [], []
    if children := facets(rest, name, boxed=boxed):
        return children, []
    told = remarks_among(rest) if len(rest) > 1 else []
    told = told or (beside_address(rest) if sure else [])
    others = [block for block in rest if block not in told]
    return (facets(others, name, boxed=boxed), told) if told else ([], [])


def _is_work(own: list[MarkdownLine], name: str, rest: Sequence[Block]) -> bool:
    """Return whether a bullet with more under it is a work, as its name says or the rest does."""
    named = names_author(own) or names_a_file(own) or is_named_below(name, rest)
    return not anchor_of(own) and named
