"""How `recall remind status` shows what it finds out."""

from datetime import datetime, tzinfo

from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.domain.reminders.delivered import Sent
from recall.domain.reminders.owed import Reminder
from recall.views.reminders import StatusView

LABEL_WIDTH = 15
"""Columns of the labels at the left."""


def show(screen: Screen, view: StatusView, zone: tzinfo | None) -> None:
    """Print a line for each thing, in the person's time; zone None is the computer's."""
    since = f"yes, since {_local(view.started, zone)}, process {view.pid}"
    lines = [
        ("running", since if view.pid else "yes" if view.running else "no"),
        ("heartbeat", _local(view.heartbeat, zone)),
        ("next", _next(view, zone)),
        ("last sent", _sent(view.last_sent, zone)),
        ("snoozed until", _local(view.snoozed_until, zone)),
        ("installed", "yes" if view.installed else "no"),
        ("log", view.log),
        *(("note", note) for note in view.notes),
        *(("problem", problem) for problem in view.problems),
    ]
    for name, value in lines:
        if value:
            paragraph(screen, value, label=name.ljust(LABEL_WIDTH))


def _next(view: StatusView, zone: tzinfo | None) -> str:
    if view.owed is None:
        return _local(view.next_slot, zone)
    when = "within a minute" if view.running else "as soon as reminders run"
    return f"{when} ({_called(view.owed)})"


def _sent(sent: Sent | None, zone: tzinfo | None) -> str:
    if sent is None:
        return "nothing yet"
    return f"{_local(sent.at, zone)} by {sent.backend} ({_called(sent)})"


def _called(reminder: Reminder | Sent) -> str:
    """Return the kind of a reminder, and its day and time as a person writes them."""
    return f"{reminder.kind} of {reminder.slot.replace('@', ' ')}"


def _local(moment: datetime | None, zone: tzinfo | None) -> str:
    return f"{moment.astimezone(zone):%A %Y-%m-%d %H:%M}" if moment else ""
