"""Draws the notes of earlier visits, in full."""

from collections.abc import Sequence

from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.domain.library.review import PastNote
from recall.domain.text.plain import lines, plain


def print_earlier_notes(screen: Screen, notes: Sequence[PastNote]) -> None:
    """Print notes in the order given, newest first, each with its day and its rating."""
    paragraph(screen, "earlier notes, newest first", style="heading")
    for note in notes:
        visit = "sitting" if note.rating is None else note.rating.name.lower()
        place = f"at {plain(note.stopped_at)}: " if note.stopped_at else ""
        for index, line in enumerate(lines(f"{place}{note.text}")):
            label = "" if index else f"{note.study_date.isoformat()}  {visit}"
            paragraph(screen, line, label=f"{label:<19}  ")
