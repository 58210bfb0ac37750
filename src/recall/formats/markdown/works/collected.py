"""The items of a list as they are found, with the notes under them, and the lines skipped."""

from collections.abc import Iterable

from recall.domain.library.catalog import Item, Skipped
from recall.domain.library.resource import Link, Section
from recall.formats.markdown.entries import further_links, plain_text
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import refusals
from recall.formats.markdown.marks.boxes import Box, take_box
from recall.formats.markdown.marks.facts import is_status, take_facts
from recall.formats.markdown.marks.remarks import NO_REMARKS, Remarks, is_property, take_remarks
from recall.formats.markdown.outline import Outline
from recall.formats.markdown.prose import links_in_sentence, says_where
from recall.formats.markdown.tables.rows import NOTHING
from recall.formats.markdown.titles import short
from recall.formats.markdown.works.found import Found, WrittenText
from recall.formats.markdown.works.items import as_item
from recall.formats.markdown.works.mentions import mentions


class Collected:
    """Items in the order of the list, each in the section that is open when it is taken."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._titles: dict[tuple[Section, str], str | None] = {}
        self.items: list[Item] = []
        self.texts: dict[int, WrittenText] = {}
        self.skipped: list[Skipped] = []

    def take(
        self,
        found: Iterable[Found | Skipped],
        box: Box,
        remarks: Remarks = NO_REMARKS,
        box_line: int | None = None,
    ) -> None:
        """Add the entries that were found in a line, and what of the line is skipped.

        box_line is the line of their box, if they have one.
        """
        for entry in found:
            if isinstance(entry, Skipped):
                self.skipped.append(entry)
            else:
                section = self._outline.use()
                item = as_item(entry, section, box, remarks, box_line=box_line)
                self.texts[len(self.items)] = entry.written
                self.items.append(self._told_apart(item) if item.url is None else item)

    def _told_apart(self, item: Item) -> Item:
        """Return a text with its author as title, if its title alone names another one before it.

        `Poems by Ann Lee`, `Poems by Bob Ray`: without a link, the title is all that tells them.
        """
        key = (item.section, item.title)
        before = self._titles.setdefault(key, item.description)
        beside = item.description
        if beside is None or before is None or beside == before:
            return item
        whole = beside if item.title in beside else f"{item.title} {beside}"
        return item._replace(title=short(whole)[0])

    def skip(self, lines: list[MarkdownLine]) -> None:
        """Skip lines in which there is nothing to read."""
        if text := plain_text(lines):
            self.skipped.append(Skipped(lines[0].number, text, NOTHING))

    def link(self, index: int, lines: list[MarkdownLine], *, prose: bool = False) -> bool:
        """Give an item the links of lines under it; return whether there are any.

        prose: also links inside of a sentence about it.
        """
        if links := further_links(lines) or (links_in_sentence(lines) if prose else []):
            self.add_links(index, links)
            self.skipped += refusals(lines)
        return bool(links)

    def add_links(self, index: int, links: Iterable[Link]) -> None:
        """Give an item further links."""
        item = self.items[index]
        self.items[index] = item._replace(links=(*item.links, *links))

    def tell_all(self, index: int, lines: list[MarkdownLine]) -> None:
        """Take lines about an item for its note, and all their links for its further links."""
        self.add_links(index, [each.as_link for line in lines for each in mentions(line.pieces)])
        self.annotate(index, lines)

    def tell(self, index: int, lines: list[MarkdownLine]) -> bool:
        """Take prose under an item whose links only point for its note; return whether it is."""
        links = further_links(lines) if says_where(lines, beside_a_title=True) else []
        if links:
            self.add_links(index, links)
            self.annotate(index, lines)
        return bool(links)

    def link_last(self, lines: list[MarkdownLine]) -> bool:
        """Give the last item of this section the links of lines after it, if there is one."""
        here = bool(self.items) and self.items[-1].section == self._outline.path
        return here and self.link(len(self.items) - 1, lines)

    def annotate(self, index: int, lines: list[MarkdownLine]) -> None:
        """Take lines under an item as its note, and the dates and labels in them as its own."""
        self.skipped += refusals(lines)
        item = self.items[index]
        box: Box = "read" if item.checked else None if _is_open(item) else "unread"
        box, remarks, lines = take_remarks(list(map(_unlabeled, lines)), box, None)
        told = (line for line in lines if take_box(line)[1].pieces and not is_property(line.text))
        facts = take_facts(plain_text([line]) for line in told)
        box = facts.box if item.box is None and facts.box else box
        text = "\n".join(filter(None, (item.note, *facts.rest)))
        self.items[index] = item._replace(
            title=facts.title or item.title,
            checked=box == "read",
            begun=item.begun or box == "begun",
            dropped=item.dropped or box == "dropped",
            note=text or None,
            labels=tuple(dict.fromkeys((*item.labels, *remarks.labels))),
            read_on=item.read_on or (remarks.read_on or facts.read_on if box == "read" else None),
            saved_on=item.saved_on or remarks.saved_on,
        )


def _unlabeled(line: MarkdownLine) -> MarkdownLine:
    """Return a line of text that begins with a label in bold as one text: `**Tags**: oaks`."""
    texts = [piece for piece in line.pieces if isinstance(piece, TextPiece) and not piece.code]
    is_label = bool(texts) and texts[0].strong and not is_status(line.text)
    if len(texts) < len(line.pieces) or not is_label:
        return line
    return line._replace(pieces=[TextPiece("".join(piece.text for piece in texts))])


def _is_open(item: Item) -> bool:
    """Return whether nothing is said yet of an item that has no box."""
    return not (item.begun or item.dropped)
