"""The parts of a picture: shapes in its own units, its key, and its numbers as a table.

A look is a class of the style sheet, so that a picture follows light and dark. What a shape says
is never told by its color alone.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

WIDTH = 640
"""Units from left to right, the same for all pictures; the page stretches them to its column."""

LEFT, RIGHT = 70, 624
"""Where the plot begins and ends; left of it stand the labels of its lines."""


class Shape(NamedTuple):
    """One shape: its tag in SVG, its look, and its attributes.

    text is what a label shows; of another shape it is what a pointer is told.
    """

    tag: Literal["rect", "line", "circle", "path", "text"]
    look: str
    at: Mapping[str, float | str]
    text: str = ""


class KeyEntry(NamedTuple):
    """A line of the key: a small shape, in a square of 20 units, and what it stands for."""

    shape: Shape
    means: str


class Picture(NamedTuple):
    """A picture with its name in addresses, its title, and what it shows in a sentence.

    head and rows are its numbers. A picture without shapes has nothing to show, and says why.
    """

    name: str
    title: str
    says: str
    height: int = 0
    shapes: Sequence[Shape] = ()
    key: Sequence[KeyEntry] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


def bar(look: str, x: float, y: float, width: float, height: float, says: str = "") -> Shape:
    """Return a rectangle by its upper left corner."""
    at = {"x": x, "y": y, "width": width, "height": height}
    return Shape("rect", look, _rounded(at), says)


def stroke(look: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    """Return a straight line."""
    return Shape("line", look, _rounded({"x1": x1, "y1": y1, "x2": x2, "y2": y2}))


def dot(look: str, x: float, y: float, radius: float, says: str = "") -> Shape:
    """Return a circle by its center."""
    return Shape("circle", look, _rounded({"cx": x, "cy": y, "r": radius}), says)


def label(
    look: str, x: float, y: float, text: str, anchor: Literal["start", "middle", "end"] = "middle"
) -> Shape:
    """Return a text by where its line begins, has its middle, or ends."""
    return Shape("text", look, {**_rounded({"x": x, "y": y}), "text-anchor": anchor}, text)


def _rounded(at: Mapping[str, float]) -> dict[str, float | str]:
    return {name: round(value, 1) for name, value in at.items()}
