"""`recall forecast`: shows the minutes of revisits and reading on the coming days."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json, number_of
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.domain.ahead.forecast import DayAhead
from recall.domain.text.wording import counted
from recall.usecases.planning.looking_ahead import forecast

MOST_DAYS = 366
BY_DAY = 62
"""A forecast of at most this many days has a row a day; a longer one has a row a week."""

WEEK = 7
_BAR = 14

Days = Annotated[
    int,
    typer.Option(
        "--days",
        "-d",
        metavar="N",
        parser=number_of("days", 1, MOST_DAYS),
        help="The number of days, with today.",
    ),
]

_REVISITS = (Column("", style="good", priority=2), Column("revisit", right=True))
_READING = (Column("", style="dim", priority=3), Column("read", right=True))
_LEFT_OVER = Column("left over", right=True)


def command(ctx: typer.Context, days: Days = 30, json: Json = False) -> None:
    """Show the minutes of the coming days, if you do each day's plan."""
    world: World = ctx.obj
    with world.library() as context:
        found = forecast(context, days)
    if json:
        world.print_json({"days": [_day_json(one) for one in found]})
    elif not any(one.revisits or one.readings or one.backlog for one in found):
        first = found[0].study_date.isoformat()
        paragraph(world.screen, f"Nothing is planned for the {counted(days, 'day')} from {first}.")
    else:
        _print(world.screen, found)


def _day_json(one: DayAhead) -> dict[str, object]:
    return {**one._asdict(), "study_date": one.study_date.isoformat()}


def _print(screen: Screen, days: Sequence[DayAhead]) -> None:
    revisits = sum(one.revisit_minutes for one in days)
    readings = sum(one.reading_minutes for one in days)
    paragraph(
        screen,
        f"{counted(len(days), 'day')} from {days[0].study_date.isoformat()}: "
        f"{revisits / len(days):.0f} min of revisits and {readings / len(days):.0f} min of new "
        "reading a day",
        style="heading",
    )
    by = WEEK if len(days) > BY_DAY else 1
    spans = [days[start : start + by] for start in range(0, len(days), by)]
    most = max(max(_mean(span)) for span in spans)
    screen.write()
    first = Column("week from" if by == WEEK else "day", style="key")
    columns = (first, *_REVISITS, *_READING, _LEFT_OVER)
    for line in rows(screen, columns, [_row(screen, one, most) for one in spans], heading=True):
        screen.write(line)
    screen.write()
    paragraph(
        screen,
        f"{_week(spans)}Minutes as expected, if every day's plan is done; left over are revisits "
        "that are due and do not fit.",
        style="dim",
    )


def _week(spans: Sequence[Sequence[DayAhead]]) -> str:
    """Say that a row is a week, or nothing if it is a day."""
    if len(spans[0]) == 1:
        return ""
    last = len(spans[-1])
    short = f"; the last one has {counted(last, 'day')}" if last < WEEK else ""
    return f"The minutes of a week are a day's mean{short}. "


def _row(screen: Screen, span: Sequence[DayAhead], most: float) -> Sequence[str]:
    revisits, readings = _mean(span)
    day, backlog = span[0].study_date, span[-1].backlog
    return [
        _day(day),
        _bar(screen, revisits, most),
        f"{revisits:.0f}",
        _bar(screen, readings, most),
        f"{readings:.0f}",
        str(backlog),
    ]


def _mean(span: Sequence[DayAhead]) -> tuple[float, float]:
    """Minutes of revisits and of reading, a day."""
    revisits = sum(one.revisit_minutes for one in span)
    return revisits / len(span), sum(one.reading_minutes for one in span) / len(span)


def _bar(screen: Screen, minutes: float, most: float) -> str:
    return bar(minutes / most, _BAR, utf8=screen.utf8) if most else ""


def _day(day: date) -> str:
    return f"{day:%a} {day.isoformat()}"
