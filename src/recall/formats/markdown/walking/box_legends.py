"""Lines that explain the boxes of a list: `[x] done, [/] in progress`. They name no reading."""

import re
from collections.abc import Iterator, Sequence

from recall.domain.library.catalog import Skipped
from recall.formats.markdown.blocks import Block, Bullet, Heading, Paragraph
from recall.formats.markdown.bullets import all_lines, begins_with_link, own_lines, parted
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.parsing.legends import is_legend_heading
from recall.formats.markdown.tables.statuses import status_of

EXPLAINS = "explains a box"

_BOX = re.compile(r"[\[［][^\[\]［］\w]?[xX]?[\]］]\ufe0f?|[☐☑☒✅⬜✔]\ufe0f?")
_SIGNED = re.compile(r"(?:[\[［].?[\]］]|[^\w\s])\ufe0f?(.{1,80})")
_MEANS = re.compile(
    r"\s*(?:means|stands for|marks|bedeutet|heißt|signifie|veut dire|significa|означает"
    r"|表示|代表)(?!\w)"
)
_IS = re.compile(r"\s*[=:：→](?!=)")
_END = re.compile(r"[.。;；]\s|\s[·•|]\s")
_AROUND = " \t\n=:：→,，、;；|/·•.。()（）-–—"
_SEVERAL = 2
_MOST_WORDS = 5


def parted_from_legends(found: Sequence[Block]) -> tuple[list[Block], list[Skipped]]:
    """Separate the blocks of a list from those that only explain its boxes."""
    legends = [block for run in _runs(found) if _explain(_lines(run)) for block in run]
    legends += _below_headings(found)
    told = _lines(legends)
    skipped = [Skipped(line.number, line.text.strip(), EXPLAINS) for line in told]
    explaining = {*map(id, legends)}
    return [block for block in found if id(block) not in explaining], skipped


def _below_headings(found: Sequence[Block]) -> list[Block]:
    """Return the bullets and paragraphs without links between `## Legend` and the next heading."""
    sections: list[list[Block]] = []
    explains = False
    for block in found:
        if isinstance(block, Heading):
            explains = is_legend_heading(block.line.text)
            sections.append([])
        elif explains and not any(line.links for lines in all_lines([block]) for line in lines):
            sections[-1].append(block)
    return [block for blocks in sections if _explains_a_sign(blocks) for block in blocks]


def _explains_a_sign(blocks: Sequence[Block]) -> bool:
    """Return whether a line in blocks is a sign and a state."""
    lines = (line for each in all_lines(blocks) for line in each)
    signed = (_SIGNED.fullmatch(line.text.strip()) for line in lines)
    return any(found and _names_state(found[1]) for found in signed)


def _runs(found: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield each paragraph, and bullets that follow each other and have nothing under them.

    Where one of these begins with a link, they are works.
    """
    run: list[Block] = []
    linked = False
    for block in found:
        if begins_with_link(block):
            linked = True
            continue
        if isinstance(block, Bullet) and not parted(block)[1]:
            run.append(block)
            continue
        yield [] if linked else run
        yield [block] if isinstance(block, Paragraph) else []
        run, linked = [], False
    yield [] if linked else run


def _lines(blocks: Sequence[Block]) -> list[MarkdownLine]:
    each = (block.lines if isinstance(block, Paragraph) else own_lines(block) for block in blocks)
    return [line for lines in each for line in lines]


def _explain(lines: Sequence[MarkdownLine]) -> bool:
    """Return whether each line begins with a box, and words behind each box are of a state.

    A single box needs a word between them that says so; boxes in code may mean anything.
    """
    if not lines or not all(_BOX.match(line.text.strip()) for line in lines):
        return False
    if any(line.links for line in lines):
        return False
    said = [words for line in lines for words in _BOX.split(line.text)[1:]]
    if len(said) < _SEVERAL:
        is_state = _IS.match(said[0]) and _names_state(said[0])
        return bool(is_state or _MEANS.match(said[0]))
    coded = all(map(_is_code, lines))
    return all(_names_state(words) or (coded and _is_short(words)) for words in said)


def _names_state(words: str) -> bool:
    words = _END.split(words)[0].strip(_AROUND)
    return (status_of(words) or box_of((words,), shelved=True)) is not None


def _is_short(words: str) -> bool:
    return 0 < len(_END.split(words)[0].strip(_AROUND).split()) <= _MOST_WORDS


def _is_code(line: MarkdownLine) -> bool:
    first = line.pieces[0] if line.pieces else None
    return isinstance(first, TextPiece) and first.code
