"""`recall workload`: compares desired retentions over a year."""

from collections.abc import Sequence

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.domain.ahead.year_simulation import Workload
from recall.domain.memory.retention import KEPT_FROM
from recall.usecases.planning.ahead.workload import YearAhead
from recall.views.ahead import workload_view

_BAR = 14

_COLUMNS = (
    Column("retention", right=True, style="key"),
    Column("revisits", priority=2),
    Column("min a day", right=True),
    Column("times a day", right=True, priority=4),
    Column("failed", right=True, priority=3),
    Column("", style="good", priority=2),
    Column("recall", right=True),
    Column("kept", right=True, style="good"),
    Column("read", right=True),
    Column("", style="dim"),
)

_HALF_YEAR = (
    "Kept and read are what you reach in half a year with the minutes that you have: the resources "
    f"that you then recall with a probability of {KEPT_FROM} or more, and the first readings done."
)

_CHOICE = (
    "No row is the best: more recall costs more minutes, and only you can say what it is worth "
    "to you ('recall config set desired_retention')."
)


def command(environment: Environment, json: Json = False) -> None:
    """Compare desired retentions: what each costs and keeps in a year."""
    with environment.library() as context:
        view = workload_view(context)
    if json:
        environment.print_view(view)
    elif not view.year.cards:
        nothing = "There is nothing to read or to revisit, so there is no workload."
        paragraph(environment.screen, nothing)
    else:
        _print(environment.screen, view.year)


def _print(screen: Screen, year: YearAhead) -> None:
    paragraph(screen, "A year of this library, for each desired retention", style="heading")
    screen.write()
    longest = max(workload.minutes for workload in year.workloads)
    cells = [
        [
            *_row(screen, workload, longest),
            "" if half is None else str(half.kept),
            "" if half is None else str(half.read),
            "in use" if workload.desired_retention == year.in_use else "",
        ]
        for workload, half in zip(year.workloads, year.halves, strict=True)
    ]
    for line in rows(screen, _COLUMNS, cells, heading=True):
        screen.write(line)
    screen.write()
    paragraph(screen, _reading(year), style="dim")
    paragraph(screen, _CHOICE)


def _reading(year: YearAhead) -> str:
    said = (
        f"Simulated with {year.cards} resources, revisited when they are due. First readings "
        f"({year.readings} in the year, {year.reading_minutes:.0f} min a day) come on top, the "
        "same in every row. Recall is the share that you are expected to know, the mean over the "
        "year."
    )
    return said if None in year.halves else f"{said} {_HALF_YEAR}"


def _row(screen: Screen, workload: Workload, longest: float) -> Sequence[str | Cell]:
    known = workload.remembered is not None
    remembered = workload.remembered or 0.0
    return [
        f"{workload.desired_retention:.2f}",
        bar(workload.minutes / longest, _BAR, utf8=screen.utf8) if longest else "",
        f"{workload.minutes:.1f}",
        f"{workload.revisits:.1f}",
        "" if workload.failed is None else f"{100 * workload.failed:.0f} %",
        bar(remembered, _BAR, utf8=screen.utf8, track=True) if known else "",
        f"{100 * remembered:.0f} %" if known else "",
    ]
