"""Draws a study day: one ordered list, what is done of it, and the truth at its end."""

from __future__ import annotations

from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.domain.text.plain import plain
from recall.domain.text.wording import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.cli.output.screen import Screen
    from recall.usecases.planning.today import StudyDay
    from recall.views.day import DayView, NextView, UnplannedView, VisitView

_COLUMNS = (
    Column(""),
    Column("id", right=True, style="key"),
    Column("title", flexible=True),
    Column("do", priority=2),
    Column("min", right=True),
    Column("why", priority=3, style="dim"),
)

LONGEST_ASKED = 60
"""Characters of a title inside a question."""


def print_day(screen: Screen, view: DayView) -> None:
    """Print a day as text."""
    paragraph(screen, _heading(view), style="heading")
    if view.visits or view.unplanned:
        screen.write()
        _print_visits(screen, view)
    ending = _ending(view)
    if ending:
        screen.write()
    for sentence, style in ending:
        paragraph(screen, sentence, style=style)


def print_next(screen: Screen, view: NextView) -> None:
    """Print the first visit, and how to open it; if nothing is left, how the day ends."""
    if view.visit is None:
        for sentence, style in _ending(view.day):
            paragraph(screen, sentence, style=style)
        return
    for line in rows(screen, _COLUMNS, [_row(view.visit, is_next=False)]):
        screen.write(line.strip())
    screen.write(screen.style(f"recall open {view.visit.visit.resource_id}", "dim"))


def _heading(view: DayView) -> str:
    study, stands = view.study, view.study.progress
    day, minutes = study.study_date, stands.plan.minutes
    name = f"{day:%A} {day.day} {day:%B}"
    parts = [name if view.is_today else f"{name} {day.year}", f"{minutes} min"]
    if study.pause is not None:
        spent = stands.spent_minutes
        return f"{parts[0]} · {spent} min done" if spent else parts[0]
    if minutes != study.usual_minutes:
        today = " today" if view.is_today else ""
        parts[1] = f"{minutes} min{today}, usually {study.usual_minutes}"
    if stands.spent_minutes:
        left = "left" if view.is_today else "left at its end"
        parts.append(f"{stands.spent_minutes} done, {stands.left_minutes} {left}")
    elif view.left:
        parts.append(f"{stands.left_minutes} planned")
    if study.is_preview:
        parts.append("a preview, if all goes as planned until then")
    return " · ".join(parts)


def _print_visits(screen: Screen, view: DayView) -> None:
    """Print the plan in its order, then what was done beside it, then what is beyond the day."""
    next_id = view.left[0].visit.resource_id if view.left and view.is_today else None
    within = [visit for visit in view.visits if not visit.progress.beyond]
    beyond = [visit for visit in view.visits if visit.progress.beyond]
    cells = [_row(visit, is_next=visit.visit.resource_id == next_id) for visit in within]
    cells += [_unplanned_row(visit) for visit in view.unplanned]
    cells += [_row(visit, is_next=visit.visit.resource_id == next_id) for visit in beyond]
    lines = rows(screen, _COLUMNS, cells)
    first = len(lines) - len(beyond)
    for line in lines[:first]:
        screen.write(line)
    if beyond:
        rule = "──" if screen.utf8 else "--"
        text = f"{rule} beyond today's {view.study.progress.plan.minutes} min {rule}"
        screen.write(screen.style(text, "dim"))
    for line in lines[first:]:
        screen.write(line)


def _row(view: VisitView, *, is_next: bool) -> list[str | Cell]:
    visit, stands = view.visit, view.progress
    title = Cell(view.title, url=view.state.url, style=None if stands.state == "left" else "dim")
    why = Cell(visit.reason)
    if view.is_overdue:  # its first half would not fit beside the titles of a usual terminal
        why = Cell(visit.reason.removeprefix("first revisit, "), style="due")
    minutes = f"{visit.minutes} min"
    do = Cell("overdue", style="due") if view.is_overdue else Cell(visit.task)
    if stands.state == "done":
        why = Cell(f"done, {visit.minutes} min planned", style="good")
        minutes = f"{stands.spent} min"
    elif view.aside is not None:
        do, why, minutes = Cell(view.aside.word, style="dim"), Cell(view.aside.more), ""
    elif view.done_on is not None:
        why = Cell(f"done on {view.done_on:%a} {view.done_on.day} {view.done_on:%b}", style="good")
    mark = {"done": "✓", "left": ">" if is_next else ""}.get(stands.state, "–")
    return [mark, str(visit.resource_id), title, do, minutes, why]


def _unplanned_row(view: UnplannedView) -> list[str | Cell]:
    title = Cell(view.title, url=view.state.url, style="dim")
    why = Cell("done, not planned", style="good")
    return ["✓", str(view.resource_id), title, "", f"{view.spent_minutes} min", why]


def _ending(view: DayView) -> list[tuple[str, str]]:
    """Return the sentences at the end, each with its style."""
    found: list[tuple[str, str]] = []
    if not view.left:
        found.append((finished(view), "good"))
    if view.is_today and view.study.pause is None:
        found.append((waiting(view), "dim"))
        if view.study.is_behind:
            found.append(("'recall resume' spreads the backlog over the coming days.", "dim"))
        found.append((_question(view), "dim"))
    return [(text, style) for text, style in found if text]


def finished(view: DayView) -> str:
    """Return how a day ends of whose plan nothing is left."""
    pause, spent = view.study.pause, view.study.progress.spent_minutes
    if pause is not None and not view.is_past:
        ending = f" until {pause.until:%A} {pause.until.isoformat()}" if pause.until else ""
        hint = (
            "'recall day' lists the pauses" if view.study.is_preview else "'recall resume' ends it"
        )
        return f"Paused{ending}. {hint}."
    done = sum(visit.progress.state == "done" for visit in view.visits) + len(view.unplanned)
    if done:
        whose = "Done for today" if view.is_today else "Done"
        minutes = view.study.progress.plan.minutes
        of = f" of {minutes}" if minutes and pause is None else ""
        return f"{whose}: {counted(done, 'thing')}, {spent}{of} min."
    return _empty(view)


def _empty(view: DayView) -> str:
    """Return why a day without anything done has nothing on its list."""
    study, minutes = view.study, view.study.progress.plan.minutes
    if view.is_past:
        away = "Paused. " if study.pause else "" if minutes else "A day off. "
        return f"{away}Nothing was done."
    if not minutes:
        on = study.study_date.isoformat()
        plans = "'recall today --minutes 20' plans some"
        gives = plans if view.is_today else f"'recall day {on} 20' gives it some"
        return f"A day off: it has no minutes. {gives}."
    if view.visits:
        return "Nothing is left of today's plan."
    if study.due_for_more or study.unread_for_more:
        return f"Nothing that waits fits {minutes} min."
    if not view.is_today:
        return "Nothing to do on that day."
    return f"Nothing to do today. {_nothing_waits(study)}".rstrip()


def _nothing_waits(study: StudyDay) -> str:
    """Return why nothing waits today, and what to type."""
    rest = study.rest
    if rest.is_empty:
        return "The library is empty: 'recall import FILE' brings a list into it."
    if rest.next_due is not None:
        due = rest.next_due
        return f"The next revisit is due on {due:%A} {due.isoformat()}."
    if rest.aside and not study.unread_beyond:
        are = "is" if rest.aside == 1 else "are"
        put = f"{counted(rest.aside, 'resource')} {are} suspended or archived"
        return f"{put}: 'recall resume RESOURCE' takes one up again."
    return ""


def waiting(view: DayView) -> str:
    """Return what else waits today, and what to type; empty if nothing does."""
    study = view.study
    if study.pause is not None:
        return ""
    waits = ""
    if study.due_for_more:
        verb = "is" if study.due_beyond == 1 else "are"
        waits = f"{study.due_beyond} more {verb} due. "
    elif study.unread_for_more and not view.left:
        waits = f"{study.unread_beyond} more to read. "
    if view.left:
        more = ", 'recall more' adds to it" if waits else ""
        return f"{waits}'recall review' goes through this list{more}."
    if waits:
        return f"{waits}'recall more' adds something."
    held = study.unread_beyond if study.is_on_hold else 0
    return f"{held} more to read, all on hold: 'recall section' shows the sections." if held else ""


def _question(view: DayView) -> str:
    """Ask about a revisit that was crowded out for days."""
    neglected = view.study.neglected
    if neglected is None:
        return ""
    number, title = neglected.id, plain(neglected.title)
    short = title if len(title) <= LONGEST_ASKED else f"{title[: LONGEST_ASKED - 1]}…"
    return (
        f"Left out since {neglected.due.isoformat()}: {number} {short}. "
        f"Keep it ('recall keep {number}'), lower it ('recall edit {number} --priority low') "
        f"or put it away ('recall archive {number}')?"
    )
