"""`recall workload`: compares desired retentions over a year."""

from collections.abc import Sequence

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.domain.ahead.year_simulation import YEAR, Workload
from recall.usecases.planning.looking_ahead import YearAhead, workload

_BAR = 14
_DIGITS = 4

_COLUMNS = (
    Column("retention", right=True, style="key"),
    Column("revisits", priority=2),
    Column("min a day", right=True),
    Column("times a day", right=True, priority=4),
    Column("failed", right=True, priority=3),
    Column("remembered", style="good", priority=2),
    Column("", right=True),
    Column("", style="dim"),
)

_CHOICE = (
    "No row is the best: more recall costs more minutes, and only you can say what it is worth "
    "to you ('recall config set desired_retention')."
)


def command(ctx: typer.Context, json: Json = False) -> None:
    """Compare desired retentions: what each costs and keeps in a year."""
    world: World = ctx.obj
    with world.library() as context:
        found = workload(context)
    if json:
        world.print_json(_json(found))
    elif not found.cards:
        paragraph(world.screen, "There is nothing to read or to revisit, so there is no workload.")
    else:
        _print(world.screen, found)


def _json(found: YearAhead) -> dict[str, object]:
    return {
        "days": YEAR,
        "desired_retention": found.in_use,
        "resources": found.cards,
        "readings": found.readings,
        "reading_minutes": round(found.reading_minutes, _DIGITS),
        "workloads": [_workload_json(one) for one in found.workloads],
    }


def _workload_json(one: Workload) -> dict[str, object]:
    shown = {
        "desired_retention": one.desired_retention,
        "revisit_minutes": one.minutes,
        "revisits": one.revisits,
        "failed": one.failed,
        "remembered": one.remembered,
    }
    return {name: None if value is None else round(value, _DIGITS) for name, value in shown.items()}


def _print(screen: Screen, found: YearAhead) -> None:
    paragraph(screen, "A year of this library, for each desired retention", style="heading")
    screen.write()
    most = max(one.minutes for one in found.workloads)
    cells = [_row(screen, one, most, found.in_use) for one in found.workloads]
    for line in rows(screen, _COLUMNS, cells, heading=True):
        screen.write(line)
    screen.write()
    paragraph(screen, _reading(found), style="dim")
    paragraph(screen, _CHOICE)


def _reading(found: YearAhead) -> str:
    return (
        f"Simulated with {found.cards} resources, revisited when they are due. First readings "
        f"({found.readings} in the year, {found.reading_minutes:.0f} min a day) come on top, the "
        "same in every row. Remembered is the recall to be expected, the mean over the year."
    )


def _row(screen: Screen, one: Workload, most: float, in_use: float) -> Sequence[str | Cell]:
    known = one.remembered is not None
    remembered = one.remembered or 0.0
    return [
        f"{one.desired_retention:.2f}",
        bar(one.minutes / most, _BAR, utf8=screen.utf8) if most else "",
        f"{one.minutes:.1f}",
        f"{one.revisits:.1f}",
        "" if one.failed is None else f"{100 * one.failed:.0f} %",
        bar(remembered, _BAR, utf8=screen.utf8, track=True) if known else "",
        f"{100 * remembered:.0f} %" if known else "",
        "in use" if one.desired_retention == in_use else "",
    ]
