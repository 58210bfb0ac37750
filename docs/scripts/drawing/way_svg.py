"""Draws the way of commands through the rooms: a column for each room, and the calls downwards."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from docs.scripts.drawing import svg

MARGIN, COLUMN, ROW, SIZE = 16, 96, 20, 11
HEAD = 62
WIDE = 830
NOTE = (
    "Each module is named once, when another room first calls it; calls within a room are left out."
)


class Call(NamedTuple):
    """Calls from one room into another that follow each other."""

    from_room: str
    to_room: str
    into: Sequence[str]


def calls(steps: Sequence[Sequence[str]]) -> list[Call]:
    """Return the steps (from, to, into); consecutive calls between the same rooms are joined."""
    joined = groupby(steps, key=lambda step: (step[0], step[1]))
    return [Call(*rooms, [step[2] for step in same]) for rooms, same in joined]


def draw(ways: Mapping[str, Sequence[Sequence[str]]], order: Sequence[str]) -> str:
    """Return the SVG of each command's steps; order is that of the rooms, outermost first."""
    shapes: list[str] = []
    top = 0.0
    for command, steps in ways.items():
        rows = [row for call in calls(steps) for row in _wrapped(call, _lanes(steps, order))]
        shapes += _panel(command, rows, _lanes(steps, order), top)
        top += HEAD + ROW * len(rows) + 8
    shapes.append(svg.text(MARGIN, top + 10, NOTE, SIZE, fill=svg.PALE))
    return svg.picture(WIDE, top + 26, "The way of a command through the rooms", shapes)


def _lanes(steps: Sequence[Sequence[str]], order: Sequence[str]) -> dict[str, float]:
    """Return where each room's column stands."""
    passed = {room for step in steps for room in step[:2]}
    rooms = [room for room in order if room in passed]
    return {room: MARGIN + COLUMN * (at + 0.5) for at, room in enumerate(rooms)}


def _wrapped(call: Call, lanes: Mapping[str, float]) -> Iterator[Call]:
    """Return a call as rows whose labels fit beside the column of the called room."""
    room = WIDE - MARGIN - lanes[call.to_room] - 14
    label: list[str] = []
    for name in call.into:
        if label and svg.columns(" · ".join([*label, name]), SIZE) > room:
            yield call._replace(into=label)
            label = []
        label.append(name)
    yield call._replace(into=label)


def _panel(
    command: str, rows: Sequence[Call], lanes: Mapping[str, float], top: float
) -> Iterator[str]:
    yield svg.text(MARGIN, top + 24, command, 13, more=' font-weight="bold"')
    for room, x in lanes.items():
        wide = svg.columns(room, SIZE) + 14
        yield svg.box(x - wide / 2, top + 34, wide, 18, svg.BOX, edge=svg.EDGE)
        yield svg.text(x - wide / 2 + 7, top + 47, room, SIZE)
        end = top + HEAD + ROW * len(rows)
        yield svg.line([(x, top + 52), (x, end)], svg.EDGE, more=' stroke-dasharray="2 4"')
    names = list(lanes)
    for number, row in enumerate(rows):
        color = svg.WIRES[names.index(row.to_room) % len(svg.WIRES)]
        yield from _arrow(row, lanes, top + HEAD + ROW * number + ROW / 2, color)


def _arrow(row: Call, lanes: Mapping[str, float], y: float, color: str) -> Iterator[str]:
    """Return the arrow and its label, behind which no column shows."""
    start, tip = lanes[row.from_room], lanes[row.to_room]
    label = " · ".join(row.into)
    yield f'<circle cx="{start:g}" cy="{y:g}" r="3" fill="{color}"/>'
    yield svg.line([(start, y), (tip - 6 if tip > start else tip + 6, y)], color)
    yield svg.head(tip, y, color, right=tip > start)
    yield svg.box(tip + 5, y - 9, svg.columns(label, SIZE) + 8, 18, svg.GROUND)
    yield svg.text(tip + 9, y + 4, label, SIZE)
