"""The daily commands, `today` and `next`, without importing Typer: the hot path."""

from collections.abc import Callable, Mapping

from recall.cli.environment import Environment
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.cli.output.table import Cell, Column, rows
from recall.domain.day.queue import PassedOver, Queue
from recall.domain.library.resource import short
from recall.domain.text.plain import plain
from recall.domain.text.wording import counted
from recall.views.day import DayView, NextView, VisitView, day_view

_COLUMNS = (
    Column("id", right=True, style="key"),
    Column("title", flexible=True),
    Column("min", right=True),
    Column("why", priority=2, style="dim"),
)


def show_today(environment: Environment) -> None:
    """Print today's queue."""
    with environment.library() as context:
        print_day(environment.screen, day_view(context))


def show_next(environment: Environment) -> None:
    """Print the first thing in today's queue."""
    with environment.library() as context:
        print_next(environment.screen, NextView(day_view(context)))


def print_day(screen: Screen, view: DayView) -> None:
    """Print a day as text: revisits, readings, what is done, what is waiting."""
    paragraph(screen, _heading(view), style="heading")
    _print_visits(screen, view)
    screen.write()
    _print_rest(screen, view.queue)
    if view.is_behind:
        way_out = "'recall resume' spreads what waits over the coming days"
        paragraph(screen, way_out, style="dim")


def print_next(screen: Screen, view: NextView) -> None:
    """Print the first visit, and how to open it; if nothing is left, what is done and waits."""
    if view.visit is None:
        _print_rest(screen, view.day.queue)
        return
    for line in rows(screen, _COLUMNS, [_row(view.visit)]):
        screen.write(line)
    screen.write(screen.style(f"recall open {view.visit.resource.resource.id}", "dim"))


def _print_visits(screen: Screen, view: DayView) -> None:
    """Print one table in parts, its columns the same throughout."""
    lines = rows(screen, _COLUMNS, [_row(visit) for visit in view.in_turn])
    further = view.queue.further
    first, end = len(view.revisit) - further, len(lines) - further
    parts = (
        ("Revisit: recall it first, then look", lines[:first]),
        ("Read", lines[first:end]),
        ("Then revisit", lines[end:]),
    )
    for name, part in parts:
        if part:
            screen.write()
            paragraph(screen, name, style="heading")
        for line in part:
            screen.write(line)


def _heading(view: DayView) -> str:
    queue, day = view.queue, view.queue.study_date
    name = f"{day:%A} {day.day} {day:%B}"
    if not view.is_today:
        name = f"{name} {day.year}"
    budget = f"of {queue.budget_minutes} min"
    if queue.done:
        minutes = f"{queue.spent_minutes} {budget} done, {queue.planned_minutes} min planned"
    else:
        minutes = f"{queue.planned_minutes} {budget} planned"
    return f"{name} · {minutes}"


def _row(visit: VisitView) -> list[str | Cell]:
    view, why = visit.resource, visit.reason
    if visit.overdue_days:
        why += f", {counted(visit.overdue_days, 'day')} overdue"
    style = "due" if visit.overdue_days else None
    title = Cell(view.title, url=view.resource.url)
    return [str(view.resource.id), title, f"{view.minutes} min", Cell(why, style=style)]


def _print_rest(screen: Screen, queue: Queue) -> None:
    """Print what is left to say when everything is listed: the end of the day, and what waits."""
    if not queue.revisit and not queue.read:
        paragraph(screen, _finished(queue), style="good")
    waiting = queue.backlog_revisit + queue.backlog_read
    if waiting:
        more = "" if queue.pause else "more "
        verb = "is" if waiting == 1 else "are"
        paragraph(screen, f"{waiting} {more}{verb} waiting for another day", style="dim")
    if queue.passed_over:
        paragraph(screen, _question(queue.passed_over), style="dim")


def _question(neglected: PassedOver) -> str:
    """Ask about a revisit that was crowded out for days."""
    resource_id = neglected.id
    return (
        f"Passed over since {neglected.due.isoformat()}: {resource_id} "
        f"{short(plain(neglected.title))}. Keep it ('recall keep {resource_id}'), "
        f"lower it ('recall edit {resource_id} --priority low') "
        f"or put it away ('recall archive {resource_id}')?"
    )


def _finished(queue: Queue) -> str:
    if queue.pause is not None:
        until = queue.pause.until
        ending = f" until {until:%A} {until.isoformat()}" if until else ""
        return f"Paused{ending}. 'recall resume' ends it."
    if not queue.budget_minutes and not queue.done:
        return "A day off: it has no minutes. 'recall today --minutes 20' plans some."
    if queue.done:
        things = counted(len(queue.done), "thing")
        return f"Done for today: {things}, {queue.spent_minutes} min."
    return "Nothing to do today."


COMMANDS: Mapping[tuple[str, ...], Callable[[Environment], None]] = {
    (): show_today,
    ("today",): show_today,
    ("next",): show_next,
}
"""The commands that run without the command-line library, whose import takes five times as long
as a bare interpreter, by their arguments as most people type them."""
