"""What a person was told already, and which slots have nothing left to tell after it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from recall.domain.reminders.slots import Plan, Slot, is_event, opens_on, zone_of

_OF_THE_QUEUE = ("digest", "nudge")
"""Both count what is in today's queue."""


class Told(NamedTuple):
    """A reminder that arrived: of which kind, by which key, and at what instant."""

    kind: str
    slot: str
    at: datetime


class Sent(NamedTuple):
    """A reminder that arrived: of which kind, by which key, at what instant, by which backend."""

    kind: str
    slot: str
    at: datetime
    backend: str


def is_settled(slot: Slot, told: Iterable[Told], plan: Plan, now: datetime) -> bool:
    """Return whether a slot of the queue, open today, has been told, or need not be any more."""
    return any(
        _told_since(slot, one, now) or (one.kind == slot.kind and _stands_for(slot, one, plan, now))
        for one in told
    )


def _told_since(slot: Slot, one: Told, now: datetime) -> bool:
    """The queue was told when the slot was open, by whatever name: settings change, snoozes end.

    Told today: what a clock told that was days ahead is no reason to be silent until then.
    """
    return one.kind in _OF_THE_QUEUE and one.at >= slot.opens and _was_today(one, now)


def _stands_for(slot: Slot, one: Told, plan: Plan, now: datetime) -> bool:
    """Another of its kind: the slot itself, or one in whose place the slot must not come."""
    if one.slot == slot.key:
        return True
    if is_event(slot.key):  # the end of a snooze was asked for
        return False
    return _is_later(slot, one) or _was_planned_anew(slot, one, plan, now)


def _is_later(slot: Slot, one: Told) -> bool:
    """A later time of the same day: the clock was ahead, or the person was further east."""
    return one.slot > slot.key and _is_named_for(_day_of(slot.key), one)


def _was_planned_anew(slot: Slot, one: Told, plan: Plan, now: datetime) -> bool:
    """The time was set when it was over, on a day that had its reminder by then."""
    if plan.since is None or not slot.opens < plan.since <= now:
        return False
    return _was_today(one, now) or _is_named_for(now.date().isoformat(), one)


def _was_today(one: Told, now: datetime) -> bool:
    return opens_on(one.at, now.date(), zone_of(now))


def _is_named_for(day: str, one: Told) -> bool:
    return _day_of(one.slot) == day and not is_event(one.slot)


def _day_of(key: str) -> str:
    return key.partition("@")[0]
