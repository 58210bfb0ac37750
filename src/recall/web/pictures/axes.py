"""Axes of pictures: where a value stands, the lines that tell it, and labels that find room."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor

from recall.web.pictures.picture import LEFT, RIGHT, Shape, label, stroke

PLOT_TOP, PLOT_BOTTOM = 16, 236
"""Where the plot of most pictures begins and ends."""

PLOT_HEIGHT = 276
"""Units of most pictures from top to bottom, with the labels below."""

_MOST_LABELS = 9
"""Labels below a picture; a narrow screen shows every third of them."""

_EVERY = 3

_MINUTE_STEPS = (5, 10, 15, 30, 60, 120, 240, 480, 960)
_MOST_LINES = 4

_HIGHEST_FLOOR = 0.7

Scale = Callable[[float], float]
"""Tells where in a picture a value stands."""


def scale(low: float, high: float, begin: float, end: float) -> Scale:
    """Return where values from low to high stand between begin and end; others stay at the ends."""

    def at(value: float) -> float:
        share = (min(max(value, low), high) - low) / (high - low)
        return begin + share * (end - begin)

    return at


def floor_of(shares: Sequence[float]) -> float:
    """Return where an axis of shares begins: at a whole tenth below all of them, 0.7 at most."""
    return min(_HIGHEST_FLOOR, floor(10 * min(shares, default=1.0)) / 10)


def percent_lines(low: float, at: Scale) -> Iterator[Shape]:
    """Yield a line with its label for each tenth, or each fifth of a long axis."""
    step = 1 if low >= 0.5 else 2  # noqa: PLR2004 - half of the axis
    for tenths in range(10, round(10 * low) - 1, -step):
        yield from line_at(at(tenths / 10), f"{10 * tenths} %")


def minute_top(most: float) -> tuple[int, int]:
    """Return the highest line of an axis of minutes, and the minutes from line to line."""
    fitting = (one for one in _MINUTE_STEPS if one * _MOST_LINES >= most)
    step = next(fitting, _MINUTE_STEPS[-1])
    return step * max(1, ceil(most / step)), step


def minute_lines(top: int, step: int, at: Scale) -> Iterator[Shape]:
    """Yield a line with its label for each step of minutes."""
    for minutes in range(0, top + 1, step):
        yield from line_at(at(minutes), str(minutes))


def line_at(y: float, text: str) -> Iterator[Shape]:
    """Yield a line across the plot, and its label on the left."""
    yield stroke("grid", (LEFT, y), (RIGHT, y))
    yield label("scale", (LEFT - 8, y + 5), text, "end")


def slots(count: int) -> Callable[[int], tuple[float, float]]:
    """Return the left edge and the width of each of some equal parts of the plot."""
    width = (RIGHT - LEFT) / max(1, count)
    return lambda number: (LEFT + number * width, width)


def names_below(names: Sequence[str], y: float = PLOT_BOTTOM) -> Iterator[Shape]:
    """Yield labels below the plot, evenly apart, that do not run into each other.

    A narrow screen, where letters take more room, leaves out those with the look `minor`.
    """
    place, step = slots(len(names)), ceil(len(names) / _MOST_LABELS)
    for shown, number in enumerate(range(0, len(names), step)):
        left, width = place(number)
        look = "scale" if shown % _EVERY == 0 else "scale minor"
        yield label(look, (left + width / 2, y + 26), names[number])
