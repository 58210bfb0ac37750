"""Which reminders have been delivered, and which slots they settle."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from recall.domain.reminders.slots import (
    ReminderKind,
    ReminderPlan,
    Slot,
    is_event,
    opens_on,
    zone_of,
)

_OF_THE_QUEUE: tuple[ReminderKind, ...] = ("digest", "nudge")
"""The kinds whose text counts today's queue."""


class DeliveredSlot(NamedTuple):
    """A reminder that was delivered: its kind, its slot's key, and the instant."""

    kind: ReminderKind
    slot: str
    at: datetime


class Sent(NamedTuple):
    """A reminder that arrived: of which kind, by which key, at what instant, by which backend."""

    kind: ReminderKind
    slot: str
    at: datetime
    backend: str


def is_settled(
    slot: Slot, delivered: Iterable[DeliveredSlot], plan: ReminderPlan, now: datetime
) -> bool:
    """Return whether a slot that is open today was delivered, or no longer needs to be."""
    return any(
        _was_delivered_since(slot, reminder, now)
        or (reminder.kind == slot.kind and _stands_for(slot, reminder, plan, now))
        for reminder in delivered
    )


def _was_delivered_since(slot: Slot, earlier: DeliveredSlot, now: datetime) -> bool:
    """Return whether any reminder of the queue was delivered since the slot opened.

    It may have another key, after a change of settings or a snooze. Only today counts: a
    reminder sent by a clock that was days ahead must not silence the days until then.
    """
    return earlier.kind in _OF_THE_QUEUE and earlier.at >= slot.opens and _was_today(earlier, now)


def _stands_for(slot: Slot, earlier: DeliveredSlot, plan: ReminderPlan, now: datetime) -> bool:
    """Return whether a delivered reminder of the same kind settles the slot."""
    if earlier.slot == slot.key:
        return True
    if is_event(slot.key):  # the person asked for the reminder at the end of a snooze
        return False
    return _is_later(slot, earlier) or _was_planned_anew(slot, earlier, plan, now)


def _is_later(slot: Slot, earlier: DeliveredSlot) -> bool:
    """Return whether it is a later time of the same day: the clock was ahead, or further east."""
    return earlier.slot > slot.key and _is_named_for(_day_of(slot.key), earlier)


def _was_planned_anew(
    slot: Slot, earlier: DeliveredSlot, plan: ReminderPlan, now: datetime
) -> bool:
    """Return whether the slot's time was set after it had passed, on a day already reminded of."""
    if plan.since is None or not slot.opens < plan.since <= now:
        return False
    return _was_today(earlier, now) or _is_named_for(now.date().isoformat(), earlier)


def _was_today(earlier: DeliveredSlot, now: datetime) -> bool:
    return opens_on(earlier.at, now.date(), zone_of(now))


def _is_named_for(day: str, earlier: DeliveredSlot) -> bool:
    return _day_of(earlier.slot) == day and not is_event(earlier.slot)


def _day_of(key: str) -> str:
    return key.partition("@")[0]
