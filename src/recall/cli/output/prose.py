"""Running text: sentences, titles, notes, wrapped to the screen."""

from recall.cli.output.screen import Screen
from recall.cli.output.width import width, wrap
from recall.domain.text.plain import plain


def paragraph(screen: Screen, text: str, *, label: str = "", style: str = "") -> None:
    """Write text from anywhere, made safe; a label stands before its first line.

    On a terminal it is wrapped, the further lines under the first; a pipe gets one line.
    """
    shown = plain(text)
    margin = width(label)
    pieces = wrap(shown, max(1, screen.columns - margin)) if screen.terminal else [shown]
    for index, piece in enumerate(pieces):
        begin = " " * margin if index else label
        screen.write((begin + (screen.style(piece, style) if style else piece)).rstrip(" "))
