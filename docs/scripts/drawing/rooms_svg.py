"""Draws the rooms as boxes in layers, and an arrow from each room to every room it imports.

Each imported room has a vertical wire on the right that ends in its arrowhead. A room that imports
it stands on the wire with a number: how many of its files do.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docs.scripts.drawing import svg
from docs.scripts.drawing.tree import Room

MARGIN, GAP, BOXES = 16, 8, 570
WIRE, PART = 25, 11
HEAD = 30
FITTING = int((BOXES - 20) / (11 * svg.EM))
"""Characters of a purpose on one line."""

OUT, IN = 33, 12
"""Pixels below the top of a box at which its own line leaves, and at which its wire comes in."""

NOTES = (
    "Each band is a layer: a room may import the rooms of the bands below its own.",
    "A wire ends at the room that is imported; a number on it says how many files import it.",
)


class Placed(NamedTuple):
    """A room and where its box begins and ends."""

    room: Room
    top: float
    high: float


def draw(layers: Sequence[Sequence[Room]], imports: Mapping[tuple[str, str], int]) -> str:
    """Return the SVG; every room of imports has to be in a layer."""
    places: dict[str, Placed] = {}
    shapes = [svg.text(MARGIN, 22, "src/recall: rooms, layers, imports", 13, more=BOLD)]
    top: float = HEAD + GAP
    for layer in layers:
        start = top
        for room in layer:
            places[room.name] = Placed(room, top, _high(room))
            top += _high(room) + GAP
        shapes.append(svg.box(MARGIN - 6, start - 6, BOXES + 12, top - start - GAP + 12, svg.BAND))
        top += GAP
    for place in places.values():
        shapes += _box(place)
    lanes = _lanes(places, imports)
    shapes += _wires(places, lanes, imports)
    shapes += [
        svg.text(MARGIN, top + 8 + 16 * row, note, 11, fill=svg.PALE)
        for row, note in enumerate(NOTES)
    ]
    wide = max(MARGIN + BOXES + WIRE * (len(lanes) + 1), 780)
    return svg.picture(
        wide, top + 16 * len(NOTES) + 8, "The rooms of recall and their imports", shapes
    )


BOLD = ' font-weight="bold"'


def _high(room: Room) -> float:
    return _parts_below(room) + 19 * len(list(_rows(room))) + 2


def _parts_below(room: Room) -> float:
    """Return where the parts begin, below the name and the purpose."""
    return 26 + 14 * len(textwrap.wrap(room.purpose, FITTING))


def _rows(room: Room) -> Iterator[list[tuple[str, float]]]:
    """Return the lines of a room's parts, each part with where it begins."""
    row: list[tuple[str, float]] = []
    x = float(MARGIN + 10)
    for part, files in room.parts.items():
        label = f"{part} {files}"
        wide = svg.columns(label, PART) + 12
        if row and x + wide > MARGIN + BOXES - 10:
            yield row
            row, x = [], float(MARGIN + 10)
        row.append((label, x))
        x += wide + 6
    if row:
        yield row


def _box(place: Placed) -> list[str]:
    room, top, high = place
    count = "1 file" if room.files == 1 else f"{room.files} files"
    right = MARGIN + BOXES - 10 - svg.columns(count, 11)
    shapes = [
        svg.box(MARGIN, top, BOXES, high, svg.BOX, edge=svg.EDGE),
        svg.text(MARGIN + 10, top + 17, room.name, 13, more=BOLD),
        svg.text(right, top + 17, count, 11, fill=svg.PALE),
    ]
    for number, words in enumerate(textwrap.wrap(room.purpose, FITTING)):
        shapes.append(svg.text(MARGIN + 10, top + 33 + 14 * number, words, 11, fill=svg.PALE))
    for number, row in enumerate(_rows(room)):
        for label, x in row:
            y = top + _parts_below(room) + 19 * number
            shapes.append(svg.box(x, y, svg.columns(label, PART) + 12, 16, svg.GROUND))
            shapes.append(svg.text(x + 6, y + 12, label, PART))
    return shapes


def _lanes(
    places: Mapping[str, Placed], imports: Mapping[tuple[str, str], int]
) -> dict[str, float]:
    """Return where each imported room's wire runs: in the order of the boxes, so none cross."""
    imported = {other for _, other in imports}
    names = [name for name in places if name in imported]
    return {name: MARGIN + BOXES + WIRE * (1 + at) for at, name in enumerate(names)}


def _wires(
    places: Mapping[str, Placed],
    lanes: Mapping[str, float],
    imports: Mapping[tuple[str, str], int],
) -> Iterator[str]:
    edge = MARGIN + BOXES
    for name in places:
        own = [lanes[other] for room, other in imports if room == name]
        if own:
            yield svg.line(
                [(edge, places[name].top + OUT), (max(own), places[name].top + OUT)], svg.EDGE
            )
    for at, (other, x) in enumerate(lanes.items()):
        color = svg.WIRES[at % len(svg.WIRES)]
        outs = [places[room].top + OUT for room, imported in imports if imported == other]
        end = places[other].top + IN
        yield svg.line([(x, min(outs)), (x, end), (edge + 6, end)], color)
        yield svg.head(edge + 1, end, color, right=False)
    for (room, other), files in sorted(imports.items()):
        color = svg.WIRES[list(lanes).index(other) % len(svg.WIRES)]
        wide = svg.columns(str(files), 10) + 6
        x, y = lanes[other] - wide / 2, places[room].top + OUT
        yield svg.box(x, y - 7, wide, 14, svg.GROUND, edge=color)
        yield svg.text(x + 3, y + 3.5, str(files), 10)
