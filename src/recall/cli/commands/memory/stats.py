"""`recall stats`: shows recall against its prediction, and the time spent."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, number_of
from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.cli.parsing.arguments import option
from recall.domain.lists.section_names import heading
from recall.domain.memory.accuracy import Accuracy, Band
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.domain.text.wording import counted, percent
from recall.errors import BadInput
from recall.usecases.memory.statistics import SPLITS, Split, Statistics
from recall.usecases.personal import person_today
from recall.views.statistics import statistics_view

MOST_WEEKS = 1040
_MOST_ROWS = 20
"""How many kinds or sections are shown, so that they fit a screen; `--json` has all."""

Named = tuple[str, Tally]
"""A row of a split: the name of its week, kind or section, and its counts."""

_SHARE, _AMOUNT = 16, 8
"""Widths in columns of a bar for a share, and of a bar for an amount."""


def _split(text: str) -> Split:
    for split in SPLITS:
        if text == split:
            return split
    raise BadInput(f"'{text}' is not a split; allowed: {', '.join(SPLITS)}")


Weeks = Annotated[
    int,
    option(
        "--weeks",
        metavar="N",
        parser=number_of("weeks", 1, MOST_WEEKS),
        help="The number of weeks, with this one.",
    ),
]
By = Annotated[
    Split,
    option(
        "--by", metavar="SPLIT", parser=_split, help="Split the table by week, kind or section."
    ),
]

_ACCURACY = (
    Column("predicted", right=True),
    Column("recalled", right=True),
    Column("", style="good", priority=2),
    Column("95 % interval", priority=3, style="dim"),
    Column("revisits", right=True),
)


def command(
    environment: Environment, weeks: Weeks = 12, by: By = "week", json: Json = False
) -> None:
    """Show your recall against its prediction, and the time spent."""
    with environment.library() as context:
        view = statistics_view(context, weeks, SPLITS if json else (by,))
        person = None if json or not view.counts.has_begun else person_today(context)
    if json:
        environment.print_view(view)
    elif not view.counts.has_begun:
        paragraph(
            environment.screen,
            "No reading and no revisit is recorded yet, so there is nothing to count; "
            "'recall today' says what to begin with.",
        )
    else:
        _print(environment.screen, view.counts, by)
        if person is not None:
            environment.screen.write()
            paragraph(environment.screen, person)


def _print(screen: Screen, counts: Statistics, by: str) -> None:
    total = counts.total
    paragraph(screen, f"{counts.first.isoformat()} to {counts.today.isoformat()}", style="heading")
    for name, text in (
        ("recalled", _recalled(total, counts.accuracy)),
        ("minutes", _minutes(total)),
        ("read", counted(total.first_readings, "first reading")),
        ("streak", _streak(counts.streak)),
    ):
        paragraph(screen, text, label=f"{name:>8}  ")
    screen.write()
    _print_tallies(screen, by, _named(counts, by))
    if counts.accuracy.bands:
        screen.write()
        _print_accuracy(screen, counts.accuracy)


def _recalled(total: Tally, accuracy: Accuracy) -> str:
    if total.retention is None:
        return "no revisits in these weeks"
    expected = accuracy.predicted
    recalled = f"{percent(total.retention)} of {counted(total.revisits, 'revisit')}"
    return recalled if expected is None else f"{recalled}, {percent(expected)} predicted"


def _minutes(total: Tally) -> str:
    if not total.estimated_minutes:
        return f"{total.minutes}"
    return f"{total.minutes}, of them {total.estimated_minutes} as planned, for none were recorded"


def _streak(streak: Streak) -> str:
    if not streak.days:
        return f"none now, {counted(streak.longest, 'day')} the longest"
    free = f", {streak.free_days} of them with nothing due" if streak.free_days else ""
    return f"{counted(streak.days, 'day')}{free}; {counted(streak.longest, 'day')} the longest"


def _named(counts: Statistics, by: str) -> list[Named]:
    if by == "week":
        lived = dropwhile(lambda week: week[1] == Tally(), counts.by_week.items())
        return [(week.isoformat(), tally) for week, tally in lived]
    if by == "kind":
        return list(counts.by_kind.items())
    return [(heading(section), tally) for section, tally in counts.by_section.items()]


def _print_tallies(screen: Screen, by: str, tallies: list[Named]) -> None:
    """Print a row with bars for each; of many kinds or sections, the most revisited."""
    shown = tallies if by == "week" else tallies[:_MOST_ROWS]
    columns = (
        Column(by, flexible=by != "week", style="key"),
        Column("recalled", right=True),
        Column("", style="good", priority=3),
        Column("revisits", right=True, priority=2),
        Column("min", right=True),
        Column("", style="dim", priority=4),
        Column("read", right=True),
        Column("", style="dim", priority=5),
    )
    minutes = max((tally.minutes for _, tally in tallies), default=0)
    readings = max((tally.first_readings for _, tally in tallies), default=0)
    cells = [[name, *_tally_row(screen, tally, minutes, readings)] for name, tally in shown]
    for line in rows(screen, columns, cells, heading=True):
        screen.write(line)
    if len(shown) < len(tallies):
        paragraph(screen, f"and {len(tallies) - len(shown)} more; --json has them all", style="dim")


def _tally_row(
    screen: Screen, tally: Tally, longest_minutes: int, longest_readings: int
) -> Sequence[str | Cell]:
    def amount(value: int, longest: int) -> str:
        return bar(value / longest, _AMOUNT, utf8=screen.utf8) if longest else ""

    retention = tally.retention
    share = "" if retention is None else bar(retention, _SHARE, utf8=screen.utf8, track=True)
    return [
        "" if retention is None else percent(retention),
        share,
        str(tally.revisits),
        str(tally.minutes),
        amount(tally.minutes, longest_minutes),
        str(tally.first_readings),
        amount(tally.first_readings, longest_readings),
    ]


def _print_accuracy(screen: Screen, accuracy: Accuracy) -> None:
    """Print predicted and actual recall; the stroke in a bar marks the prediction."""
    held = [_band_row(screen, band) for band in accuracy.bands if band.revisits]
    for line in rows(screen, _ACCURACY, held, heading=True):
        screen.write(line)
    paragraph(
        screen,
        f"log loss {accuracy.log_loss:.3f}; {accuracy.log_loss_constant:.3f} for the best "
        "single number; lower is better",
    )


def _band_row(screen: Screen, band: Band) -> Sequence[str]:
    predicted, recalled = band.predicted or 0.0, band.recalled or 0.0
    low, high = band.recalled_low or 0.0, band.recalled_high or 0.0
    return [
        percent(predicted),
        percent(recalled),
        bar(recalled, _SHARE, utf8=screen.utf8, track=True, mark=predicted),
        f"{100 * low:.0f} to {percent(high)}",
        str(band.revisits),
    ]
