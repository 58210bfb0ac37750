"""Pauses: begun, planned, changed and called off."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.calendar.pauses import Pause, joined
from recall.errors import BadInput
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.tables.planning.calendar import calendar, remove_pauses, write_pause
from recall.usecases.context import Context


class NewPause(NamedTuple):
    """A pause as it is now, and the planned pauses that it was joined with.

    changed is False if everything was so before. no_longer is the end that it had and has no more.
    """

    pause: Pause
    joined: tuple[Pause, ...]
    changed: bool
    no_longer: date | None = None


def pause(context: Context, first: date | None, until: date | None) -> NewPause:
    """Pause from first (default: today) to the day before until (default: open-ended).

    Without first, the pause that is on gets the new end. Pauses with an end are joined if they
    overlap or touch. An open-ended one stays apart from these, and one that is on from one that
    is planned, so that `resume` leaves everything that is planned. BadInput if the pause would
    end before it begins.
    """
    begins = context.today if first is None else first
    if until is not None and until <= max(begins, context.today):
        raise BadInput(f"a pause from {begins} cannot end on {until}; give a later day")
    with begin(context.store, "pause", context.now, context.today) as action:
        there = calendar(action, context.today).pauses
        on = [pause for pause in there if first is None and pause.holds(context.today)]
        asked = Pause(min((pause.first for pause in on), default=begins), until)
        met = [
            pause for pause in there if pause not in on and _is_joined(pause, asked, context.today)
        ]
        (made,) = joined([asked, *met])
        is_there = [pause[:2] for pause in (*on, *met)] == [made[:2]]
        if is_there:
            raise Abandoned
        _write(action, made, [*on, *met])
    ends = [pause.until for pause in on if pause.until is not None and made.until is None]
    return NewPause(made, tuple(met), changed=not is_there, no_longer=max(ends, default=None))


def call_off(context: Context, day: date) -> tuple[Pause, ...]:
    """Take out the planned pauses that a day lies in, and return them.

    BadInput if there is none; the pause that is on is ended by `resume`.
    """
    with begin(context.store, "pause", context.now, context.today) as action:
        there = calendar(action, context.today).pauses
        found = tuple(pause for pause in there if pause.holds(day) and pause.first > context.today)
        if not found:
            raise BadInput(_refusal(there, day))
        remove_pauses(action, found)
        action.describe(None, f"called off {_listed(found)}")
    return found


def written(pause: Pause) -> str:
    """Return the days of a pause: 'from 2026-03-02 until 2026-03-09'."""
    until = "it is ended" if pause.until is None else pause.until.isoformat()
    return f"from {pause.first.isoformat()} until {until}"


def _is_joined(pause: Pause, asked: Pause, today: date) -> bool:
    if pause.until is None and asked.until is None:
        return (pause.first > today) == (asked.first > today)
    return pause.until is not None and asked.until is not None and pause.meets(asked)


def _write(action: Action, pause: Pause, replaced: Sequence[Pause]) -> None:
    """Write a pause in place of others; the first of their rows becomes its row."""
    remove_pauses(action, replaced[1:])
    write_pause(action, pause._replace(id=replaced[0].id if replaced else 0))
    action.describe(None, written(pause))


def _refusal(there: Iterable[Pause], day: date) -> str:
    if any(pause.holds(day) for pause in there):
        return f"{day} lies in the pause that is on; 'recall resume' ends it"
    return f"{day} lies in no planned pause; 'recall day' lists all pauses"


def _listed(pauses: Iterable[Pause]) -> str:
    return ", ".join(map(written, pauses))
