"""The tables of `recall stats`."""

from collections.abc import Mapping, Sequence
from itertools import dropwhile

from recall.cli.output.plot import bar
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.domain.lists.section_names import heading
from recall.domain.memory.recalled import Lateness, Recalled
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.summary import Tally
from recall.domain.text.wording import percent
from recall.usecases.memory.statistics import Split, Statistics

MOST_ROWS = 20
"""How many kinds or sections are shown, so that they fit a screen; `--json` has all."""

Named = tuple[str, Tally, Recalled | None]
"""A row of a split: its name, its counts, and what was expected, which only a month has."""

SHARE, _NARROW_SHARE, _AMOUNT = 16, 6, 8
"""Widths in columns of a bar for a share, also on a narrow screen, and of a bar for an amount."""

_NARROW = 70
"""A screen with fewer columns than this gets narrow bars, so that all of them fit into 60."""

_LATENESS = (
    Column("came"),
    Column("recalled", right=True),
    Column("", style="good", priority=2),
    Column("expected", right=True),
    Column("revisits", right=True),
)
_PROGRESS = (
    Column("section", flexible=True, style="key"),
    Column("read", right=True, priority=3),
    Column("", style="good", priority=2),
    Column("", right=True),
)


def print_tallies(screen: Screen, counts: Statistics, by: Split) -> None:
    """Print a row with bars for each; of many kinds or sections, the most revisited."""
    tallies = _named(counts, by)
    timed = by in ("month", "week")
    shown = tallies if timed else tallies[:MOST_ROWS]
    expected = (Column("expected", right=True),) if by == "month" else ()
    columns = (
        Column(by, flexible=not timed, style="key"),
        Column("recalled", right=True),
        Column("", style="good", priority=3),
        *expected,
        Column("revisits", right=True, priority=2),
        Column("min", right=True),
        Column("", style="dim", priority=4),
        Column("read", right=True),
        Column("", style="dim", priority=5),
    )
    minutes = max((tally.minutes for _, tally, _ in tallies), default=0)
    readings = max((tally.first_readings for _, tally, _ in tallies), default=0)
    screen.write()
    cells = [_tally_row(screen, tally, minutes, readings, by=by) for tally in shown]
    for line in rows(screen, columns, cells, heading=True):
        screen.write(line)
    _say_rest(screen, len(tallies) - len(shown), "--json has them all")


def _named(counts: Statistics, by: Split) -> list[Named]:
    if by == "month":
        months = counts.told.by_month
        return [
            (f"{month:%b %Y}", tally, months.get(month)) for month, tally in counts.by_month.items()
        ]
    if by == "week":
        lived = dropwhile(lambda week: week[1] == Tally(), counts.by_week.items())
        return [(week.isoformat(), tally, None) for week, tally in lived]
    if by == "kind":
        return [(kind, tally, None) for kind, tally in counts.by_kind.items()]
    return [(heading(section), tally, None) for section, tally in counts.by_section.items()]


def _tally_row(
    screen: Screen, named: Named, longest_minutes: int, longest_readings: int, *, by: Split
) -> Sequence[str | Cell]:
    def amount(value: int, longest: int) -> str:
        return bar(value / longest, _AMOUNT, utf8=screen.utf8) if longest else ""

    name, tally, recalled = named
    expected = None if recalled is None else recalled.expected_share
    share = tally.retention
    return [
        name,
        _percent(share),
        _share(screen, share, expected),
        *([_percent(expected)] if by == "month" else []),
        str(tally.revisits),
        str(tally.minutes),
        amount(tally.minutes, longest_minutes),
        str(tally.first_readings),
        amount(tally.first_readings, longest_readings),
    ]


def print_lateness(screen: Screen, by_lateness: Mapping[Lateness, Recalled]) -> None:
    """Print what was recalled by how late revisits came; a stroke marks what was expected."""
    cells = [
        [
            name,
            _percent(late.share),
            _share(screen, late.share, late.expected_share),
            _percent(late.expected_share),
            str(late.revisits),
        ]
        for name, late in by_lateness.items()
    ]
    screen.write()
    for line in rows(screen, _LATENESS, cells, heading=True):
        screen.write(line)
    paragraph(screen, "The stroke in a bar marks the recall that was expected.", style="dim")


def print_sections(screen: Screen, progress: ListProgress) -> None:
    """Print how much of each section is read, in list order."""
    shown = progress.sections[:MOST_ROWS]
    if not shown:
        return
    cells = [
        [
            heading(section.section[-1:]),
            percent(section.read / section.resources),
            _share(screen, section.read / section.resources, None),
            f"{section.read} of {section.resources}",
        ]
        for section in shown
    ]
    screen.write()
    for line in rows(screen, _PROGRESS, cells, heading=True):
        screen.write(line)
    _say_rest(screen, len(progress.sections) - len(shown), "'recall section' has them all")


def _say_rest(screen: Screen, more: int, where: str) -> None:
    if more > 0:
        paragraph(screen, f"and {more} more; {where}", style="dim")


def _percent(share: float | None) -> str:
    return "" if share is None else percent(share)


def _share(screen: Screen, share: float | None, expected: float | None) -> str:
    if share is None:
        return ""
    columns = SHARE if screen.columns >= _NARROW else _NARROW_SHARE
    return bar(share, columns, utf8=screen.utf8, track=True, mark=expected)
