"""Reads headings, and the lines of paragraphs, which may belong to the heading above them."""

from recall.domain.library.resource import Section, fold
from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import (
    Heading,
)
from recall.formats.markdown.bullets import (
    without_note,
)
from recall.formats.markdown.entries import (
    entries,
    says_only_links,
    says_only_pointers,
    without_labeled,
)
from recall.formats.markdown.lines import DETAILS_LEVEL, MarkdownLine, MarkdownLink
from recall.formats.markdown.links import parted_from_badges
from recall.formats.markdown.marks.boxes import (
    Box,
    boxed,
    take_box,
    take_marker,
    take_state_in_brackets,
)
from recall.formats.markdown.marks.facts import without_facts
from recall.formats.markdown.marks.headings import box_under
from recall.formats.markdown.outline import only_unfolds
from recall.formats.markdown.prose import (
    links_in_sentence,
    parted_from_prose,
    points_in_prose,
)
from recall.formats.markdown.titled.described import is_title
from recall.formats.markdown.titled.titling import (
    above_address,
    titles,
)
from recall.formats.markdown.titles import from_heading
from recall.formats.markdown.walking.bullet_reader import BulletReader
from recall.formats.markdown.works.citing.references import of_citation
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.introduction import is_said_of_the_list
from recall.formats.markdown.works.leading.lines import without_name
from recall.formats.markdown.works.leading.tags import without_tags
from recall.formats.markdown.works.people import people_in


class PartReader(BulletReader):
    """Keeps the heading and the work that the next lines may belong to.

    heading is the text of the heading right above, "" if there is none or it is a work; entry is
    the item right above, and headings are the paths of the works that are headings. titled is how
    many headings are the title of the links below them.
    """

    def __init__(
        self, *, plain: bool = False, shelved: bool = False, all_read: bool = False
    ) -> None:
        super().__init__(plain=plain, shelved=shelved, all_read=all_read)
        self.heading = ""
        self._is_new_heading = False
        self.headings: dict[int, Section] = {}
        self.titled = 0
        self.introduced: set[int] = set()
        self._introducing = True
        self._quoted = False
        self.entry: int | None = None
        self._at_top = True

    def _heading(self, heading: Heading) -> None:
        self._paper = None
        self._at_top = heading.level == 1 and not self.list.items
        (line,) = self._shown([heading.line], heading=True)
        box, line = take_box(line, bullet=bool(heading.line.links))
        name = pseudo.heading_title(line)
        first = heading.level == 1 and not (self.outline.path and name)
        self._introducing = self._introducing and first
        if is_title(self.heading) and says_only_links([line], beside_a_title=True):
            self._part([line], box)
            return
        if heading.level == DETAILS_LEVEL:
            self.outline.heading(heading.level, "" if only_unfolds(name) else name)
        elif name:
            self.outline.heading(heading.level, name)
        found = [*(people_in(line) or entries([line], bullet=True))]
        shown = box_under(self._heading_box, None, box)
        self.list.take(found, shown, box_line=None if box is None else line.number)
        is_entry = any(isinstance(each, Found) for each in found)
        self.heading = "" if is_entry else name
        self._is_new_heading = bool(self.heading)
        self.entry = len(self.list.items) - 1 if is_entry else None
        if self.entry is not None and _is_work(line, name, self.list.items[self.entry].title):
            self.headings[self.entry] = self.outline.path

    def _shown(self, lines: list[MarkdownLine], *, heading: bool = False) -> list[MarkdownLine]:
        """Return lines without the badges above the first reading, which are about the list."""
        if not self._at_top or self.list.items:
            return lines
        parted = [parted_from_badges(line, heading=heading) for line in lines]
        self.list.skipped += [badge for _, badges in parted for badge in badges]
        return [line for line, _ in parted]

    def _part(self, lines: list[MarkdownLine], inherited: Box, *, near: bool = False) -> None:
        """Read lines of a paragraph; right below a heading, its links may belong to the heading.

        near: the heading is the line above in the same paragraph, in bold.
        """
        lines = self._shown(lines)
        heading = self.heading
        prose, lines = parted_from_prose(lines)
        own, labeled = without_labeled(lines) if is_title(self.heading) else (lines, [])
        own, facts = without_facts(own) if own else (own, [])
        lines = own if facts else lines
        above, entry = "", self.entry
        if titles(self.heading, own, near=near):
            said, above = take_state_in_brackets(from_heading(without_name(self.heading)))
            self.titled += 1
            about, lines = above_address(own)
            labeled = [*about, *labeled]
            lines = [boxed(said, lines[0]), *lines[1:]]
        marked, first = take_marker(lines[0])
        if any(line.links for line in lines):
            self.heading, self.entry = "", None
        of_heading = entry in self.headings
        adds = of_heading or (not marked and says_only_pointers(lines))
        if entry is not None and adds and self.list.link(entry, lines, prose=of_heading):
            told = links_in_sentence(lines) or says_only_pointers(lines)
            self.entry = entry if told else None
            return
        if not marked and points_in_prose(lines) and self.list.link_last(lines):
            return
        start = len(self.list.items)
        taken = self._noted_entry([first, *lines[1:]], inherited, bullet=marked, above=above)
        if taken and (above or prose or facts):
            self.list.annotate(start, [*prose, *(labeled if above else ()), *facts])
        if len(taken) == 1 and not marked:
            self.entry = start
        names = {fold(above), fold(from_heading(heading))}
        if len(taken) == 1 and fold(self.list.items[start].title) in names:
            self.headings[start] = self.outline.path
        told = self._introducing and (self._quoted or is_said_of_the_list(lines))
        if taken and told:
            self.introduced.update(taken)

    def _noted_entry(
        self, lines: list[MarkdownLine], inherited: Box, *, bullet: bool, above: str
    ) -> range:
        """Read the entries of a paragraph; below a link that it begins with stands its note."""
        start = len(self.list.items)
        begins = bool(lines[0].pieces) and isinstance(lines[0].pieces[0], MarkdownLink)
        noted = begins and not (bullet or above)
        own, more = without_note(lines) if noted else (lines, lines[:0])
        self._entry(own, inherited, bullet=bullet, above=above)
        taken = range(start, len(self.list.items))
        if taken and more:
            self.list.annotate(taken[-1], more)
        return taken


def _is_work(heading: MarkdownLine, name: str, title: str) -> bool:
    """Return whether a heading is nothing but a work, with its number or as a citation.

    A remark may follow: `[P1] https://… (optional)`.
    """
    begins = bool(heading.pieces) and isinstance(heading.pieces[0], MarkdownLink)
    bare = from_heading(without_tags(name))
    named = (bare, name.lstrip("[【"), of_citation(bare))
    return begins or any(each.startswith(title) for each in named)
