"""`recall week`: the last seven days in a screen."""

from collections.abc import Iterator, Sequence

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.domain.text.wording import counted, percent
from recall.usecases.memory.week import Week
from recall.views.memory.statistics import week_view
from recall.views.resource import shown_title

_NAMED = 3
"""The most titles of each kind in a line."""


def command(environment: Environment, json: Json = False) -> None:
    """Show the last seven days: what you read, recalled and forgot."""
    with environment.library() as context:
        view = week_view(context)
        if json:
            environment.print_view(view)
            return
        screen, week = environment.screen, view.week
        days = f"{week.first:%a} {week.first.day} {week.first:%b} to today"
        paragraph(screen, f"The last seven days, {days}", style="heading")
        for name, told in _lines(week):
            paragraph(screen, told, label=f"{name:>9}  ")


def _lines(week: Week) -> Iterator[tuple[str, str]]:
    done = week.done
    if not done.days:
        yield "done", "nothing was read or graded in these days"
    if done.read:
        yield "read", _titles(week, done.read)
    if done.sat:
        yield "going on", _titles(week, done.sat)
    if done.revisits:
        share = percent(done.passed / done.revisits)
        yield "recalled", f"{done.passed} of {counted(done.revisits, 'revisit')}, {share}"
    if done.forgotten:
        yield "forgotten", _titles(week, done.forgotten)
    if week.slipped:
        yield "slipped", f"{_titles(week, week.slipped)}; due before today, and not done yet"
    if done.days:
        yield "minutes", f"{done.minutes} on {counted(done.days, 'day')}, of {week.minutes_of_days}"
    until = f"{week.until:%a} {week.until.day} {week.until:%b}"
    coming = f"{counted(week.coming, 'revisit')}, {week.coming_minutes} min,"
    yield "next", f"{coming if week.coming else 'no revisits'} until {until}"


def _titles(week: Week, numbers: Sequence[int]) -> str:
    titles = [shown_title(week.resources[number]) for number in numbers[:_NAMED]]
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return f"{len(numbers)}: {', '.join(titles)}{more}"
