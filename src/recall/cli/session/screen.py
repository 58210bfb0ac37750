"""Draws a session: plain scrolling lines, no wider than the terminal."""

from collections.abc import Mapping
from datetime import date

from recall.cli.output.screen import Screen
from recall.cli.output.table import Column, rows
from recall.cli.output.width import clip, wrap
from recall.cli.report import in_days
from recall.domain.day.visit import Visit
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.domain.lists import section_names
from recall.domain.text.plain import lines, plain
from recall.domain.text.wording import counted
from recall.usecases.session import NextRevisits, Session, is_revisit
from recall.views.resource import shown_title

MEANINGS = {
    Rating.AGAIN: "could not restate it",
    Rating.HARD: "the main idea, needed the text",
    Rating.GOOD: "restated it, checked",
    Rating.EASY: "could teach it",
}

KEY_HELP = (
    ("space", "your last note and the grades; at a first reading: on without it"),
    ("o", "open it in the browser"),
    ("1 2 3 4", "grade it: again, hard, good, easy"),
    ("b", "begun: record one sitting of a first reading"),
    ("n", "write a note; it is stored with the grade"),
    ("p", "postpone a revisit"),
    ("s", "suspend: put it aside"),
    ("u", "undo the last thing done in this session"),
    ("q", "quit; what is graded is kept"),
)

_INDENT = "   "
_MOST_TITLE_LINES = 4
_MOST_NOTE_LINES = 20

_GRADES = (
    Column("key", right=True, style="key"),
    Column("rating"),
    Column("meaning", priority=2, style="dim"),
    Column("date"),
)
_HELP = (Column("key", style="key"), Column("does"))


def draw_visit(screen: Screen, visit: Visit, to_come: int) -> None:
    """Print the title, its section, its reason, and what to do now."""
    resource = visit.resource
    screen.write()
    for line in _wrapped(screen, f"{resource.id} {shown_title(resource)}", "", _MOST_TITLE_LINES):
        screen.write(screen.link(screen.style(line, "title"), resource.url))
    for fact in (*_place(resource), _why(visit, to_come)):
        _paragraph(screen, fact, style="dim")
    screen.write()
    if is_revisit(visit):
        _paragraph(screen, "Try to recall the main points, then press space.", indent="")
    elif visit.left:
        _paragraph(screen, "o opens it. Read, then press b, or grade it if it is finished:", "")
    else:
        _paragraph(screen, "o opens it. Read it, then say how well you can restate it:", indent="")


def draw_note(screen: Screen, note: str | None) -> None:
    """Print the last note."""
    if not note:
        _paragraph(screen, "No note yet.", style="dim")
        return
    shown = [piece for line in lines(note) for piece in _wrapped(screen, line, _INDENT)]
    for line in shown[:_MOST_NOTE_LINES]:
        screen.write(_INDENT + line)
    if len(shown) > _MOST_NOTE_LINES:
        _paragraph(screen, f"… {len(shown) - _MOST_NOTE_LINES} more lines", style="dim")


def draw_grades(screen: Screen, preview: Mapping[Rating, date], today: date) -> None:
    """Print the four grades with their meanings and due dates."""
    cells = [
        [str(int(rating)), rating.name.lower(), MEANINGS[rating], f"→ {_day(due, today)}"]
        for rating, due in preview.items()
    ]
    for line in rows(screen, _GRADES, cells):
        screen.write(line)


def draw_other_keys(screen: Screen, visit: Visit) -> None:
    """Print the other keys that fit this visit."""
    fitting = ("p postpone", "s suspend") if is_revisit(visit) else ("b one sitting", "Enter later")
    _paragraph(
        screen,
        " · ".join(("o open", "n note", *fitting, "u undo", "? keys", "q quit")),
        indent="",
        style="dim",
    )


def draw_keys(screen: Screen) -> None:
    """Print all keys."""
    narrow = screen.columns - max(len(key) for key, _ in KEY_HELP) - 2
    for key, does in KEY_HELP:
        pieces = wrap(does, narrow)
        cells = [[key if index == 0 else " ", piece] for index, piece in enumerate(pieces)]
        for line in rows(screen, _HELP, [*cells, ["1 2 3 4", ""]])[:-1]:
            screen.write(line)


def draw_message(screen: Screen, text: str, style: str = "dim") -> None:
    """Print what was done, or why not."""
    _paragraph(screen, text, indent="", style=style)


def leads_to(resource: Resource, today: date) -> str:
    """Return when a resource comes back, in the form of the grades."""
    due = resource.card.due
    return "" if due is None else f"→ {_day(due, today)}"


def summary(
    session: Session, *, finished: bool, to_come: int, ahead: NextRevisits | None, today: date
) -> str:
    """Return a summary of the session and of the next day."""
    graded = sum(step.rating is not None for step in session.steps)
    minutes = sum(step.minutes for step in session.steps)
    skipped = sum(step.action is None for step in session.steps)
    done = f"{graded} graded, {minutes} min" + (f", {skipped} put off" if skipped else "")
    if finished:
        begin = f"Done for today: {done}." if session.steps else "Nothing to do today."
    else:
        begin = f"{done}; {to_come} left for today."
    return f"{begin} {_ahead(ahead, today)}"


def _ahead(ahead: NextRevisits | None, today: date) -> str:
    if ahead is None:
        return "No revisits are planned yet."
    revisits = counted(ahead.revisits, "revisit")
    if (ahead.day - today).days == 1:
        return f"Tomorrow: {revisits}, {ahead.minutes} min."
    return f"Next: {revisits} on {_day(ahead.day, today)}, {ahead.minutes} min."


def _place(resource: Resource) -> list[str]:
    facts = [section_names.shown(place.section) for place in resource.places[:1]]
    if resource.series:
        part = f", part {resource.part}" if resource.part else ""
        facts.append(f"series {resource.series}{part}")
    return [fact for fact in facts if fact]


def _why(visit: Visit, to_come: int) -> str:
    what = "revisit" if is_revisit(visit) else "first reading"
    facts = [f"{what}, {visit.minutes} min", visit.reason]
    if visit.overdue_days:
        facts[-1] += f", {in_days(-visit.overdue_days)}"
    if visit.left:
        facts.append(f"{visit.left} min left after it")
    if to_come:
        facts.append(f"{to_come} more to come")
    return " · ".join(facts)


def _day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year} ({in_days((day - today).days)})"


def _paragraph(screen: Screen, text: str, indent: str = _INDENT, style: str = "") -> None:
    for line in _wrapped(screen, text, indent):
        screen.write(indent + (screen.style(line, style) if style else line))


def _wrapped(screen: Screen, text: str, indent: str, limit: int | None = None) -> list[str]:
    room = max(1, screen.columns - len(indent))
    pieces = wrap(plain(text), room)
    if limit is None or len(pieces) <= limit:
        return pieces
    return [*pieces[: limit - 1], clip(" ".join(pieces[limit - 1 : limit + 1]), room)]
