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


Point = tuple[float, float]
"""Units from the left and from the top."""


class Shape(NamedTuple):
    """One shape: its tag in SVG, its look, and its attributes.

    text is what a label shows; of another shape it is what a pointer is told.
    """

    tag: Literal["rect", "line", "circle", "text"]
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


def bar(look: str, corner: Point, size: Point, says: str = "") -> Shape:
    """Return a rectangle by its upper left corner, its width and its height."""
    (x, y), (width, height) = corner, size
    at = {"x": x, "y": y, "width": width, "height": height}
    return Shape("rect", look, _rounded(at), says)


def stroke(look: str, begin: Point, end: Point) -> Shape:
    """Return a straight line."""
    (x1, y1), (x2, y2) = begin, end
    return Shape("line", look, _rounded({"x1": x1, "y1": y1, "x2": x2, "y2": y2}))


def dot(look: str, center: Point, radius: float, says: str = "") -> Shape:
    """Return a circle."""
    x, y = center
    return Shape("circle", look, _rounded({"cx": x, "cy": y, "r": radius}), says)


def label(
    look: str, place: Point, text: str, anchor: Literal["start", "middle", "end"] = "middle"
) -> Shape:
    """Return a text by where its line begins, has its middle, or ends."""
    x, y = place
    return Shape("text", look, {**_rounded({"x": x, "y": y}), "text-anchor": anchor}, text)


def _rounded(at: Mapping[str, float]) -> dict[str, float | str]:
    return {name: round(value, 1) for name, value in at.items()}
