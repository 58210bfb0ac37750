"""The daily commands, `today` and `next`, without importing Typer: the hot path."""

from collections.abc import Callable, Mapping
from datetime import date

from recall.cli.environment import World
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.output.views import title_cell
from recall.domain.day.queue import PassedOver, Queue
from recall.domain.day.visit import Visit
from recall.domain.library.resource import short
from recall.domain.text.plain import plain
from recall.domain.text.wording import counted
from recall.usecases.context import Context
from recall.usecases.planning.behind import is_behind
from recall.usecases.planning.today import today

_COLUMNS = (
    Column("id", right=True, style="key"),
    Column("title", flexible=True),
    Column("min", right=True),
    Column("why", priority=2, style="dim"),
)


def show_today(world: World) -> None:
    """Print today's queue."""
    with world.library() as context:
        print_queue(world, context, today(context))


def show_next(world: World) -> None:
    """Print the first thing in today's queue."""
    with world.library() as context:
        print_next(world, today(context))


def print_queue(world: World, context: Context, queue: Queue) -> None:
    """Print the queue: revisits, readings, what is done, and what waits."""
    screen = world.screen
    paragraph(screen, _heading(queue, context.today), style="heading")
    lines = rows(screen, _COLUMNS, [_row(visit) for visit in queue.in_turn])
    first, end = len(queue.revisit) - queue.further, len(lines) - queue.further
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
    screen.write()
    _tail(world, queue)
    if queue.study_date == context.today and _is_behind(context, queue):
        way_out = "'recall resume' spreads what waits over the coming days"
        paragraph(screen, way_out, style="dim")


def print_next(world: World, queue: Queue) -> None:
    """Print the first visit, with its last note and the command to run."""
    visits = queue.in_turn
    if not visits:
        _tail(world, queue)
        return
    screen = world.screen
    first = visits[0]
    for line in rows(screen, _COLUMNS, [_row(first)]):
        screen.write(line)
    screen.write(screen.style(f"recall open {first.resource.id}", "dim"))


def _heading(queue: Queue, today: date) -> str:
    day = queue.study_date
    name = f"{day:%A} {day.day} {day:%B}"
    if day != today:
        name = f"{name} {day.year}"
    budget = f"of {queue.budget_minutes} min"
    if queue.done:
        minutes = f"{queue.spent_minutes} {budget} done, {queue.planned_minutes} min planned"
    else:
        minutes = f"{queue.planned_minutes} {budget} planned"
    return f"{name} · {minutes}"


def _row(visit: Visit) -> list[str | Cell]:
    why = visit.reason
    if visit.overdue_days:
        why += f", {counted(visit.overdue_days, 'day')} over"
    style = "due" if visit.overdue_days else None
    return [
        str(visit.resource.id),
        title_cell(visit.resource),
        f"{visit.minutes} min",
        Cell(why, style=style),
    ]


def _tail(world: World, queue: Queue) -> None:
    screen = world.screen
    if not queue.revisit and not queue.read:
        paragraph(screen, _finished(queue), style="good")
    waiting = queue.backlog_revisit + queue.backlog_read
    if waiting:
        more = "" if queue.pause else "more "
        verb = "is" if waiting == 1 else "are"
        paragraph(screen, f"{waiting} {more}{verb} waiting for another day", style="dim")
    if queue.passed_over:
        paragraph(screen, _question(queue.passed_over), style="dim")


def _is_behind(context: Context, queue: Queue) -> bool:
    """Return whether the backlog is worth spreading. On a day off it is not asked."""
    if queue.pause is not None or not queue.budget_minutes:
        return False
    revisited = sum(done.due_before is not None for done in queue.done)
    return is_behind(context, queue.backlog_revisit, len(queue.revisit) + revisited)


def _question(one: PassedOver) -> str:
    """Return the question about a revisit that was crowded out for days."""
    return (
        f"Passed over since {one.due.isoformat()}: {one.id} {short(plain(one.title))}. Keep it "
        f"('recall keep {one.id}'), lower it ('recall edit {one.id} --priority low') "
        f"or put it away ('recall archive {one.id}')?"
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


COMMANDS: Mapping[tuple[str, ...], Callable[[World], None]] = {
    (): show_today,
    ("today",): show_today,
    ("next",): show_next,
}
"""The commands that run without the command-line library, whose import takes five times as long
as a bare interpreter, by their arguments as most people type them."""
