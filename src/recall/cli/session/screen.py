"""Draws a visit of a session, no wider than the terminal."""

from collections.abc import Mapping, Sequence
from datetime import date

from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.output.width import clip, width, wrap
from recall.cli.report import day_name
from recall.domain.day.progress import VisitProgress
from recall.domain.library.card import Rating
from recall.domain.library.progress import says_how_far
from recall.domain.library.resource import Resource
from recall.domain.lists import section_names
from recall.domain.text.plain import lines, plain
from recall.usecases.context import Context
from recall.usecases.session.session import SessionVisit
from recall.views.resource import shown_title

MEANINGS = {
    Rating.AGAIN: "could not restate it",
    Rating.HARD: "the main idea, needed the text",
    Rating.GOOD: "restated it, checked",
    Rating.EASY: "could teach it",
}

TASKS = {"revisit": "revisit", "read": "first reading", "sitting": "one sitting"}

ALWAYS = ("? keys", "q quit")
"""Keys that are named under every visit."""

_INDENT = "   "
_MOST_TITLE_LINES = 4
_MOST_NOTE_LINES = 20

_GRADES = (
    Column("key", right=True, style="key"),
    Column("rating"),
    Column("meaning", priority=2, style="dim"),
    Column("date"),
)


def draw_visit(
    screen: Screen,
    visit: SessionVisit,
    to_come: Sequence[VisitProgress],
    before: Sequence[str] = (),
) -> None:
    """Print the title, its section and its reason; before recalling also the person's question.

    before has the lines to read before a reading is opened.
    """
    resource = visit.resource
    screen.write()
    for line in _wrapped(screen, f"{resource.id} {shown_title(resource)}", "", _MOST_TITLE_LINES):
        screen.write(screen.link(screen.style(line, "title"), resource.url))
    reason = visit.planned.reason
    told_once = "" if before and says_how_far(reason) else reason
    for fact in (*_place(resource), _why(visit, to_come, told_once)):
        _paragraph(screen, fact, style="dim")
    if before:
        draw_note(screen, "\n".join(before))
    screen.write()
    if visit.is_revisit and resource.question:
        _paragraph(screen, f"Your question: {resource.question}", indent="", style="heading")


def draw_first_keys(screen: Screen, visit: SessionVisit) -> None:
    """Print what to do first, before a visit can be graded."""
    if visit.is_revisit:
        recall = "answer it" if visit.resource.question else "recall the main points"
        _paragraph(screen, f"Try to {recall}, then press space.", indent="")
        keys = ["l later", "z not today", "p postpone", "s suspend"]
    else:
        _paragraph(screen, "Space opens it.", indent="")
        keys = ["d read already", "b one sitting", "l later", "z not today"]
    hints(screen, [*keys, *ALWAYS])


def draw_note(screen: Screen, note: str | None) -> None:
    """Print a note."""
    if not note:
        _paragraph(screen, "No note yet.", style="dim")
        return
    shown = [piece for line in lines(note) for piece in _wrapped(screen, line, _INDENT)]
    for line in shown[:_MOST_NOTE_LINES]:
        screen.write(_INDENT + line)
    if len(shown) > _MOST_NOTE_LINES:
        _paragraph(screen, f"… {len(shown) - _MOST_NOTE_LINES} more lines", style="dim")


def draw_grades(
    screen: Screen, visit: SessionVisit, preview: Mapping[Rating, date], today: date
) -> None:
    """Print the four grades with their meanings and due dates, and the other keys."""
    if visit.planned.task == "sitting":
        _paragraph(screen, "When you stop, press b. Grade it if all of it is read:", indent="")
    elif not visit.is_revisit:
        _paragraph(screen, "When you have read it, how well can you restate it?", indent="")
    cells = [
        [str(int(rating)), rating.name.lower(), MEANINGS[rating], f"→ {day_name(due, today)}"]
        for rating, due in preview.items()
    ]
    for line in rows(screen, _GRADES, cells):
        screen.write(line)
    sitting = [] if visit.is_revisit else ["b one sitting"]
    hints(screen, [*sitting, "o open", "n note", "l later", "z not today", *ALWAYS])


def draw_message(screen: Screen, text: str, style: str = "dim") -> None:
    """Print what was done, or why not."""
    _paragraph(screen, text, indent="", style=style)


def leads_to(resource: Resource, today: date) -> str:
    """Return when a resource comes back, in the form of the grades."""
    due = resource.card.due
    return "" if due is None else f"→ {day_name(due, today)}"


def new_day(context: Context, begun: date, is_beside: bool) -> str:
    """Say that the study day has ended in which the session was begun."""
    at, today = context.settings.day_start, context.today
    plan = "" if is_beside else f" This session still goes through {begun:%A}'s plan."
    return f"It is past {at:%H:%M}: {today:%A} has begun.{plan} Grades count for {today:%A} now."


def _place(resource: Resource) -> list[str]:
    facts = [section_names.shown(place.section) for place in resource.places[:1]]
    if resource.series:
        part = f", part {resource.part}" if resource.part else ""
        facts.append(f"series {resource.series}{part}")
    return [fact for fact in facts if fact]


def _why(visit: SessionVisit, to_come: Sequence[VisitProgress], reason: str) -> str:
    planned = visit.planned
    facts = [f"{TASKS[planned.task]}, {planned.minutes} min", reason]
    for beyond, told in ((False, "more to come"), (True, "more beyond the day")):
        minutes = [one.visit.minutes for one in to_come if one.beyond is beyond]
        if minutes:
            facts.append(f"{len(minutes)} {told}, {sum(minutes)} min")
    return " · ".join(filter(None, facts))


def hints(screen: Screen, keys: Sequence[str]) -> None:
    """Print keys with what they do; no key stands on another line than what it does."""
    line = ""
    for key in keys:
        longer = f"{line} · {key}" if line else key
        if line and width(longer) > screen.columns:
            screen.write(screen.style(line, "dim"))
            longer = key
        line = longer
    _paragraph(screen, line, indent="", style="dim")


def _paragraph(screen: Screen, text: str, indent: str = _INDENT, style: str = "") -> None:
    for line in _wrapped(screen, text, indent):
        screen.write(indent + (screen.style(line, style) if style else line))


def _wrapped(screen: Screen, text: str, indent: str, limit: int | None = None) -> list[str]:
    room = max(1, screen.columns - len(indent))
    pieces = wrap(plain(text), room)
    if limit is None or len(pieces) <= limit:
        return pieces
    return [*pieces[: limit - 1], clip(" ".join(pieces[limit - 1 : limit + 1]), room)]
