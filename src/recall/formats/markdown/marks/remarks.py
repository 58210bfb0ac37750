"""What a person wrote beside an entry about their reading: when, and under which labels."""

import re
from datetime import date
from typing import NamedTuple

from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.marks.dates import take_dates
from recall.formats.markdown.marks.facts import take_state
from recall.formats.markdown.marks.labels import take_labels


class Remarks(NamedTuple):
    """The fields mean the same as in Item."""

    read_on: str | None = None
    saved_on: date | None = None
    labels: tuple[str, ...] = ()


NO_REMARKS = Remarks()

_SIGNS = re.compile(r"[#:：]|\d{4}")
"""A year, or what stands before or after a label: most entries have none of these."""


# What a program notes of a block, as Logseq and org do.
_PROPERTY = re.compile(
    r"\s*(?::[A-Za-z_]+:|CLOCK:.*|(?:SCHEDULED|DEADLINE|CLOSED):.*"
    r"|(?:id|collapsed|heading|background-color|logseq\.[\w.-]+)::.*)\s*"
)


def is_property(text: str) -> bool:
    """Return whether a line is a note of a program, not of a person: `collapsed:: true`."""
    return _PROPERTY.fullmatch(text) is not None


def take_remarks(
    lines: list[MarkdownLine], box: Box, inherited: Box
) -> tuple[Box, Remarks, list[MarkdownLine]]:
    """Take dates and labels out of the lines of an entry; return its box, these, and the rest.

    Who writes when they read something, and has no box for it, says that it is read.
    """
    if not any(map(_may_remark, lines)):
        return box, NO_REMARKS, lines
    taker = _Taker(is_ticked="read" in (box, inherited) and box in ("read", None))
    rest = [line._replace(pieces=list(map(taker.piece, line.pieces))) for line in lines]
    remarks = Remarks(taker.read_on, taker.saved_on, tuple(dict.fromkeys(taker.labels)))
    if rest == lines:
        return box, remarks, lines
    if box is None:
        box = "read" if taker.read_on else taker.box
    kept = [line._replace(pieces=[p for p in line.pieces if _says(p)]) for line in rest]
    return box, remarks, [line for line in kept if line.pieces] or kept[:1]


def says_more(text: str) -> bool:
    """Return whether a text says more than such remarks."""
    _, left = take_labels(take_dates(text, ticked=True).text)
    return any(map(str.isalnum, left))


def _may_remark(line: MarkdownLine) -> bool:
    return any(isinstance(piece, TextPiece) and _SIGNS.search(piece.text) for piece in line.pieces)


def _says(piece: TextPiece | MarkdownLink) -> bool:
    return isinstance(piece, MarkdownLink) or bool(piece.text)


class _Taker:
    """Goes through the text of an entry, piece by piece."""

    def __init__(self, *, is_ticked: bool) -> None:
        self._is_ticked = is_ticked
        self.read_on: str | None = None
        self.saved_on: date | None = None
        self.labels: list[str] = []
        self.box: Box = None

    def piece(self, piece: TextPiece | MarkdownLink) -> TextPiece | MarkdownLink:
        if isinstance(piece, MarkdownLink):
            return piece
        box, text = take_state(piece.text)
        self.box = self.box or box
        dated = take_dates(text, ticked=self._is_ticked)
        self.read_on = self.read_on or dated.read_on
        self.saved_on = self.saved_on or dated.saved_on
        labels, text = take_labels(dated.text)
        self.labels += labels
        return piece._replace(text=text)
