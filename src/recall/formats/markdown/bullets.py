"""Classifies bullets and the blocks under them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile, zip_longest

from recall.formats.markdown import pseudo
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph, Table
from recall.formats.markdown.entries import own_text, says_only_links, web_links
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.links import is_titled
from recall.formats.markdown.marks.boxes import take_box, unboxed
from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.marks.remarks import says_more
from recall.formats.markdown.marks.short_lines import are_addresses
from recall.formats.markdown.numbered import with_parts
from recall.formats.markdown.prose import HERE
from recall.formats.markdown.works.citing.bylines import FACT
from recall.formats.markdown.works.mentions import mentions
from recall.formats.markdown.works.parts import is_part

_BOX = re.compile(r"\s*\[.\]\s+")
_BRACKETED_LAST = re.compile(r"[(（][^()（）]*[)）]\s*\Z")


def parted(bullet: Bullet) -> tuple[list[MarkdownLine], list[Block]]:
    """Separate a bullet's own lines from the blocks under it.

    Its own are the first paragraph, and those with links right below; further ones are notes.
    Several that are each the title of a link are not: a text above them is a section.
    """
    bullet, ends = with_parts(bullet), 0
    several = sum(map(_is_title, bullet.blocks[1:])) > 1 and not web_links(_first_lines(bullet))
    for index, block in enumerate(bullet.blocks[:1] if several else bullet.blocks):
        if not isinstance(block, Paragraph):
            break
        if index == 0 or web_links(block.lines):
            ends = index + 1
    own = [
        line
        for block in bullet.blocks[:ends]
        if isinstance(block, Paragraph)
        for line in block.lines
    ]
    rest = bullet.blocks[ends:]
    if len(own) > 1 and not own[0].links and _is_title_line(own[1]) and _lists(rest):
        return own[:1], [Paragraph(own[1:]), *rest]
    return own, rest


def _lists(found: Sequence[Block]) -> bool:
    """Return whether there is a list with something to read, and nothing else, in these blocks."""
    return all(isinstance(block, Bullet) for block in found) and bears(found)


def _first_lines(bullet: Bullet) -> list[MarkdownLine]:
    first = bullet.blocks[0] if bullet.blocks else None
    return first.lines if isinstance(first, Paragraph) else []


def _is_title(block: Block) -> bool:
    """Return whether a paragraph is nothing but a link with a title."""
    lines = block.lines if isinstance(block, Paragraph) else []
    return len(lines) == 1 and _is_title_line(lines[0])


def _is_title_line(line: MarkdownLine) -> bool:
    links = web_links([line])
    return len(links) == len(line.pieces) == 1 and is_titled(links[0])


def begins_with_link(block: Block) -> bool:
    """Return whether nothing stands before the first link of a bullet but a box."""
    text = block.blocks[0] if isinstance(block, Bullet) and block.blocks else None
    pieces = text.lines[0].pieces[:2] if isinstance(text, Paragraph) and text.lines else []
    first = pieces[0] if pieces else None
    if isinstance(first, TextPiece) and isinstance(pieces[-1], MarkdownLink):
        return _BOX.fullmatch(first.text) is not None
    return isinstance(first, MarkdownLink)


def parted_at_heading(under: list[Block]) -> tuple[list[Block], list[Block]]:
    """Separate what stands under a bullet from a heading there that has readings below it."""
    at = next((at for at, block in enumerate(under) if isinstance(block, Heading)), len(under))
    below = [block for block in under[at:] if bears([block])]
    return (under[:at], under[at:]) if not all(map(is_pointer, below)) else (under, [])


def only_line(bullet: Bullet) -> list[MarkdownLine] | None:
    """Return the line of a bullet that has nothing else, as most have; None for any other."""
    if len(bullet.blocks) != 1:
        return None
    (block,) = bullet.blocks
    if not isinstance(block, Paragraph) or len(block.lines) != 1:
        return None
    (lines,) = pseudo.split_at_boxes(block.lines)
    return lines


def bears(found: Sequence[Block], *, plain: bool = False) -> bool:
    """Return whether anything in these blocks can be an item; plain, each bullet can."""
    if plain and any(isinstance(block, Bullet) for block in found):
        return True
    return any(_is_boxed(lines) or web_links(lines) for lines in all_lines(found))


def empty_boxes(found: Sequence[Block]) -> list[int]:
    """Return the lines of boxes in these blocks that have no text."""
    return [
        lines[0].number for lines in all_lines(found) if has_box(lines) and not _is_boxed(lines)
    ]


def _is_boxed(lines: list[MarkdownLine]) -> bool:
    """Return whether lines have a box with something in it."""
    box, line = take_box(lines[0], bullet=True) if lines else (None, None)
    return box is not None and line is not None and bool(line.pieces or lines[1:])


def without_note(own: list[MarkdownLine]) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate the lines of a bullet from those below its link, if the link ends its line.

    What goes on after a link describes it; what begins on a new line is a note.
    """
    if len(own) == 1:
        return own, []
    linked = [index for index, line in enumerate(own) if line.links]
    last = linked[-1] if linked else len(own) - 1
    if not linked or last + 1 == len(own) or _goes_on(own[last]):
        return own, []
    return (own[: last + 1], own[last + 1 :]) if any(map(is_titled, web_links(own))) else (own, [])


def _goes_on(line: MarkdownLine) -> bool:
    """Return whether text follows the last link of a line, beside dates and labels."""
    texts = takewhile(lambda piece: isinstance(piece, TextPiece), reversed(line.pieces))
    after = [piece.text for piece in texts if isinstance(piece, TextPiece)]
    return says_more(_BRACKETED_LAST.sub("", "".join(reversed(after))))


def notes_among(found: Sequence[Block]) -> tuple[list[MarkdownLine], list[Block]]:
    """Separate the lines of blocks with nothing to read in them, which are notes, from the rest.

    A heading belongs to what follows it.
    """
    bearing: list[Block] = []
    silent: list[Block] = []
    for block, below in zip_longest(found, found[1:]):
        names = isinstance(block, Heading) and below is not None and bears([below])
        (bearing if names or bears([block]) else silent).append(block)
    return [line for lines in all_lines(silent) for line in lines], bearing


def list_follows(found: Sequence[Block], index: int, *, plain: bool = False) -> bool:
    """Return whether links, or a list with something to read, follow a block at once.

    Between a heading in bold and its list there may be a remark of one line.
    """
    between = found[index + 1 : index + 2]
    if any(map(pseudo.is_subheading, between)):
        index += 1  # `#Books` over `##On trees` over their list
    elif _is_remark(between) and pseudo.titling(found[index]):
        index += 1
    for at in range(index + 1, len(found)):
        if not isinstance(found[at], Bullet):
            return at == index + 1 and is_listed(found[at])
        if bears([found[at]], plain=plain):
            return True
    return False


def labels_of_lists(found: Sequence[Block]) -> dict[int, MarkdownLine]:
    """Return the names of the lists below paragraphs, by the places of these.

    Several of one section have to be such names, unless it is that of a state: `Abandoned`.
    """
    sections: list[dict[int, MarkdownLine]] = [{}]
    states: dict[int, MarkdownLine] = {}
    for at, (block, below) in enumerate(pairwise(found)):
        if isinstance(block, Heading):
            sections.append({})
        elif _is_list(below) and (label := pseudo.label_in(block)):
            (states if box_of((label.text,)) else sections[-1])[at] = label
    several = (labels for labels in sections if len(labels) > 1)
    return states | {at: line for labels in several for at, line in labels.items()}


def _is_list(block: Block) -> bool:
    addresses = isinstance(block, Paragraph) and are_addresses(block.lines)
    return addresses or isinstance(block, Bullet)


def _is_remark(blocks: Sequence[Block]) -> bool:
    block = blocks[0] if blocks else None
    return isinstance(block, Paragraph) and len(block.lines) == 1 and not block.lines[0].links


def is_listed(block: Block) -> bool:
    """Return whether a block can be part of a list: a bullet, a row, or a paragraph of links."""
    if isinstance(block, Paragraph):
        return bool(block.lines[-1].links)
    return isinstance(block, Bullet | Table)


def shown_lines(block: Block) -> list[MarkdownLine]:
    """Return the lines of a paragraph, or a bullet's own."""
    return block.lines if isinstance(block, Paragraph) else own_lines(block)


def is_pointer(block: Block, *, beside_a_title: bool = True) -> bool:
    """Return whether a bullet only adds a link to the entry above: `[code]`, `[Lecture notes]`."""
    lines = own_lines(block)
    if not isinstance(block, Bullet) or parted(block)[1] or has_box(lines):
        return False
    return says_only_links(lines, beside_a_title=beside_a_title) or _says_where(lines)


def _says_where(lines: list[MarkdownLine]) -> bool:
    """Return whether all links of lines are such as `here`: `Available [here](…)`."""
    links = web_links(lines)
    return bool(links) and all(link.label.strip(" []").casefold() in HERE for link in links)


def is_address(lines: list[MarkdownLine]) -> bool:
    """Return whether lines are nothing but an address."""
    found = [mention for line in lines for mention in mentions(line.pieces)]
    return len(lines) == len(found) == 1 and found[0].bare and not own_text(lines[0]).strip()


def has_parts(found: Sequence[Block]) -> bool:
    """Return whether one of these bullets only numbers a part of the work above: `Lecture 1`."""
    return any(
        is_part(take_box(line)[1].text.strip()) for block in found for line in own_lines(block)[:1]
    )


def are_facts(found: Sequence[Block]) -> bool:
    """Return whether blocks are nothing but facts about a work: `Note: …`, `Author: …`."""
    told = [shown_lines(block) for block in found]
    return all(lines and FACT.match(lines[0].text) for lines in told)


def is_named_below(title: str, found: Sequence[Block]) -> bool:
    """Return whether a bullet is about the work above it: `Solutions to A fine book`."""
    told = (line.text.casefold() for block in found for line in own_lines(block))
    return " " in title and any(title.casefold() in text != title.casefold() for text in told)


def is_link_only(block: Block, *, beside_a_title: bool = False) -> bool:
    """Return whether a bullet has nothing but links that point, and nothing under it."""
    if not isinstance(block, Bullet) or parted(block)[1]:
        return False
    return says_only_links(unboxed(own_lines(block), bullet=True)[1], beside_a_title=beside_a_title)


def own_lines(block: Block) -> list[MarkdownLine]:
    """Return the lines of a bullet without what stands under it."""
    return parted(block)[0] if isinstance(block, Bullet) else []


def lines_of_note(block: Block) -> list[MarkdownLine]:
    """Return the lines of a bullet that may be a note: without a box, and nothing under it."""
    lines = own_lines(block)
    return [] if has_box(lines) or (isinstance(block, Bullet) and parted(block)[1]) else lines


def has_box(lines: list[MarkdownLine]) -> bool:
    """Return whether lines begin with a checkbox."""
    return bool(lines) and take_box(lines[0], bullet=True)[0] is not None


def all_lines(found: Iterable[Block]) -> Iterator[list[MarkdownLine]]:
    """Yield the lines of each heading, paragraph, row and bullet in blocks."""
    for block in found:
        match block:
            case Heading(line=line):
                yield [line]
            case Paragraph(lines=lines):
                yield lines
            case Table(head=head, rows=rows):
                yield from (row.cells for row in (head, *rows))
            case Bullet(blocks=inner):
                yield from all_lines(inner)


def kind_of_list(block: Block, following: Sequence[Block]) -> type[Block] | None:
    """Return the blocks that belong to the list which a line introduces; None if it has it all."""
    if pseudo.names_addresses(block):
        return None
    return type(following[0]) if following and not is_listed(block) else Paragraph


class Beside:
    """The blocks beside a bullet; they are looked at when somebody asks, and once."""

    def __init__(self, found: Sequence[Block]) -> None:
        self._found = found

    @cached_property
    def has_boxed_texts(self) -> bool:
        """Whether one is nothing but a box and a text, so that boxes without a link are works."""
        lines = (only_line(block) for block in self._found if isinstance(block, Bullet))
        return any(line and not web_links(line) and _is_boxed(line) for line in lines)

    @cached_property
    def has_titles_of_addresses(self) -> bool:
        """Whether several are a text over one address, so that a text is the title of that."""
        under = (parted(each) for each in self._found if isinstance(each, Bullet))
        return sum(not web_links(own) and _is_over_address(below) for own, below in under) > 1


def _is_over_address(below: Sequence[Block]) -> bool:
    """Return whether one of the blocks below a text is an address, and no other has a link."""
    linked = [block for block in below if bears([block])]
    return len(linked) == 1 and is_address(own_lines(linked[0]))


def is_bare(own: list[MarkdownLine]) -> bool:
    """Return whether a bullet has neither a link nor a box, so that it may be a heading."""
    return not web_links(own) and unboxed(own, bullet=True)[0] is None
