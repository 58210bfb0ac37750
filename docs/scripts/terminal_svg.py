"""Draws what a terminal shows as SVG: text stays text, and every column stays a column.

Wide characters are set apart from narrow ones, each run with its length in columns, so that
Chinese titles line up whatever fonts the reader has.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Text

from recall.cli.output.width import width
from recall.domain.text.graphemes import graphemes

COLUMN, LINE, SIZE = 8.4, 19, 14
MARGIN, TOP = 18, 50
GROUND, INK, EDGE = "#1d2029", "#d8dbe3", "#3a3f4d"
COLORS = {1: "#e98a8a", 2: "#7fc98b", 5: "#d59bd6"}
"""Those that recall uses, by their ANSI number."""

BUTTONS = ("#ec6a5e", "#f4bf4f", "#61c554")
FONTS = (
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', "
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', monospace"
)


class Run(NamedTuple):
    """Characters of one line that share a style and a width; column is where they begin."""

    text: str
    column: int
    style: Style

    @property
    def columns(self) -> int:
        """How many columns they take."""
        return width(self.text)


def draw(output: str, columns: int, title: str) -> str:
    """The SVG of a terminal that shows this output, ANSI sequences and all."""
    lines = [list(_runs(line, columns)) for line in _lines(output)]
    wide = 2 * MARGIN + COLUMN * columns
    high = TOP + LINE * len(lines) + MARGIN
    texts = [
        _text(run, TOP + LINE * number + SIZE) for number, runs in enumerate(lines) for run in runs
    ]
    return "\n".join([*_frame(wide, high, title), *texts, "</svg>", ""])


def _lines(output: str) -> Sequence[Text]:
    text = Text.from_ansi(output.replace("\r\n", "\n"))
    return list(text.split("\n", allow_blank=True))


def _runs(line: Text, columns: int) -> Iterator[Run]:
    """The visible runs of a line; blanks only move the next one along."""
    console = Console(width=columns, color_system="standard", force_terminal=True)
    column = 0
    for segment in line.render(console):
        for wide, pieces in groupby(graphemes(segment.text), lambda piece: width(piece) > 1):
            run = Run("".join(pieces), column, segment.style or Style())
            column += run.columns
            yield from _words(run) if not wide else [run]


def _words(run: Run) -> Iterator[Run]:
    if run.text.strip():
        indent = len(run.text) - len(run.text.lstrip(" "))
        yield run._replace(text=run.text.strip(" "), column=run.column + indent)


def _text(run: Run, y: float) -> str:
    """One run. Its length is told, so that a font of another width does not shift the rest."""
    length = COLUMN * run.columns
    size = f' font-size="{2 * COLUMN}"' if run.columns > len(run.text) else ""
    return (
        f'<text x="{MARGIN + COLUMN * run.column:.1f}" y="{y:.0f}" textLength="{length:.1f}" '
        f'lengthAdjust="spacingAndGlyphs"{size}{_look(run.style)}>{escape(run.text)}</text>'
    )


def _look(style: Style) -> str:
    number = style.color.number if style.color is not None else None
    look = f' fill="{COLORS[number]}"' if number in COLORS else ""
    look += ' font-weight="bold"' if style.bold else ""
    return look + (' fill-opacity="0.62"' if style.dim else "")


def _frame(wide: float, high: float, title: str) -> list[str]:
    buttons = [
        f'<circle cx="{MARGIN + 6 + 20 * number}" cy="24" r="6" fill="{color}"/>'
        for number, color in enumerate(BUTTONS)
    ]
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}" role="img" xml:space="preserve" '
        f'font-family="{FONTS}" font-size="{SIZE}" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect x="0.5" y="0.5" width="{wide - 1:.0f}" height="{high - 1:.0f}" rx="9" '
        f'fill="{GROUND}" stroke="{EDGE}"/>',
        *buttons,
    ]
