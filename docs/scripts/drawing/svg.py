"""The few shapes and colors of the drawn pictures. The ground is dark, so any page suits them."""

from collections.abc import Sequence
from html import escape

GROUND, BAND, BOX, EDGE = "#1d2029", "#252936", "#2f3545", "#4a5164"
INK, PALE = "#e3e6ee", "#a3aabb"
WIRES = ("#8fb8f0", "#7fc98b", "#e0b46c", "#d59bd6", "#e98a8a", "#74c7c2", "#b9a7f5", "#c5cf7a")

FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
EM = 0.61
"""Columns of these fonts are up to this wide, as a part of their size."""


def columns(text: str, size: float) -> float:
    """Return the width of a text in pixels."""
    return len(text) * size * EM


def text(
    x: float, y: float, words: str, size: float = 12, *, fill: str = INK, more: str = ""
) -> str:
    """Return words whose baseline begins at (x, y)."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{more}>{escape(words)}</text>'
    )


def box(x: float, y: float, wide: float, high: float, fill: str, *, edge: str = "none") -> str:
    """Return a rectangle with round corners."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="5" '
        f'fill="{fill}" stroke="{edge}"/>'
    )


def line(points: Sequence[tuple[float, float]], color: str, *, more: str = "") -> str:
    """Return a line through points."""
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="1.4"{more}/>'


def head(x: float, y: float, color: str, *, right: bool) -> str:
    """Return an arrowhead with its tip at (x, y)."""
    back = x - 8 if right else x + 8
    return f'<polygon points="{x:g},{y:g} {back:g},{y - 4:g} {back:g},{y + 4:g}" fill="{color}"/>'


def picture(wide: float, high: float, title: str, shapes: Sequence[str]) -> str:
    """Return the whole SVG."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
            f'width="{wide:g}" height="{high:g}" role="img" font-family="{FONTS}">',
            f"<title>{escape(title)}</title>",
            box(0.5, 0.5, wide - 1, high - 1, GROUND, edge=EDGE),
            *shapes,
            "</svg>",
            "",
        ]
    )
