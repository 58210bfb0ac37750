"""Wraps sentences, titles and notes to the screen."""

from recall.cli.output.screen import Screen
from recall.cli.output.width import width, wrap
from recall.domain.text.plain import plain


def paragraph(screen: Screen, text: str, *, label: str = "", style: str = "") -> None:
    """Write text from any source, made safe, with a label before its first line.

    On a terminal it is wrapped and indented under the first line; a pipe gets one line.
    """
    shown = plain(text)
    margin = width(label)
    pieces = wrap(shown, max(1, screen.columns - margin)) if screen.terminal else [shown]
    for index, piece in enumerate(pieces):
        begin = " " * margin if index else label
        screen.write((begin + (screen.style(piece, style) if style else piece)).rstrip(" "))
