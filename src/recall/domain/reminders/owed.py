"""Which reminder is owed now: the newest open slot that has not been delivered.

Restarts, sleep, clock changes and journeys need no rules here: a slot that is open and was not
delivered is owed, whatever happened in between. `delivered.py` decides what counts as delivered.
"""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import NamedTuple

from recall.domain.reminders.delivered import DeliveredSlot, is_settled
from recall.domain.reminders.slots import (
    ReminderKind,
    ReminderPlan,
    Slot,
    after_quiet,
    event_key,
    in_order,
    next_slot,
    opens_on,
    slots,
    zone_of,
)

NEWS_WAITS = timedelta(days=7)
"""How long a newly available part of a series stays news."""

MEMORY = NEWS_WAITS + timedelta(days=9)
"""How far back `told` must reach: news may wait a week, and time zones differ by a day."""


class Unlocked(NamedTuple):
    """A part of a series that can be read since its previous part was, at the instant `at`."""

    series: str
    part: int
    title: str
    at: datetime
    resource_id: int


class Snooze(NamedTuple):
    """Quiet until an instant, when a kind of reminder comes again; None if none had been sent."""

    until: datetime
    kind: ReminderKind | None = None


class ReminderFacts(NamedTuple):
    """The present state: revisits due, minutes planned, whether today's queue is untouched.

    unlocked has the newly available parts in the order of their reminders; snooze is the last
    one, whether or not it is over.
    """

    due: int
    minutes: int
    untouched: bool
    unlocked: tuple[Unlocked, ...] = ()
    snooze: Snooze | None = None


_QUEUES = tuple(
    ReminderFacts(due, minutes, untouched=untouched)
    for due, minutes, untouched in ((0, 0, False), (1, 0, False), (0, 1, True), (1, 1, True))
)
"""One queue for each combination of: a digest can be owed, a nudge can be owed."""


class Reminder(NamedTuple):
    """A reminder to send; (kind, slot) identify it. part is set for news of a series."""

    kind: ReminderKind
    slot: str
    part: Unlocked | None = None


def owed(
    plan: ReminderPlan, delivered: Collection[DeliveredSlot], facts: ReminderFacts, now: datetime
) -> Reminder | None:
    """Return the reminder that is owed now, in the person's own zone, or None.

    Of several missed slots only the newest is owed, and none once its day is over. Nothing is
    owed in quiet hours, during a snooze, or when there is nothing to say; at the end of a snooze
    the kind that was put off comes again, on any day. A newly available part of a series is
    owed separately, from the next digest's time on, for a week. delivered must cover `MEMORY`.
    """
    zone, moment = zone_of(now), now.astimezone(UTC)
    if not plan.on or (facts.snooze and moment < facts.snooze.until):
        return None
    reminder = _of_the_queue(plan, delivered, facts, now) or _of_a_series(
        plan, delivered, facts, now
    )
    is_quiet = reminder is not None and after_quiet(plan, moment, zone) > moment
    return None if is_quiet else reminder


def may_be_owed(
    plan: ReminderPlan, delivered: Collection[DeliveredSlot], known: ReminderFacts, now: datetime
) -> bool:
    """Return whether anything can be owed now, whatever the queue holds.

    known has the facts that need no queue. Call it before reading the queue, which is slow.
    """
    likely = (queue._replace(unlocked=known.unlocked, snooze=known.snooze) for queue in _QUEUES)
    return any(owed(plan, delivered, facts, now) for facts in likely)


def _of_the_queue(
    plan: ReminderPlan, delivered: Collection[DeliveredSlot], facts: ReminderFacts, now: datetime
) -> Reminder | None:
    today = [*slots(plan, now.date(), zone_of(now)), *_end_of_snooze(plan, facts, now)]
    open_now = [slot for slot in today if slot.opens <= now and _has_something(slot, facts)]
    newest = max(open_now, key=in_order, default=None)
    if newest is None or is_settled(newest, delivered, plan, now):
        return None
    return Reminder(newest.kind, newest.key)


def _has_something(slot: Slot, facts: ReminderFacts) -> bool:
    if slot.kind == "nudge":
        return facts.untouched and (facts.due > 0 or facts.minutes > 0)
    return slot.kind == "digest" and facts.due > 0


def _end_of_snooze(plan: ReminderPlan, facts: ReminderFacts, now: datetime) -> list[Slot]:
    """Return the slot of a snooze that ends today, if its kind is still wanted."""
    snooze, zone = facts.snooze, zone_of(now)
    if snooze is None or snooze.kind is None or snooze.kind not in plan.kinds:
        return []
    slot = Slot(after_quiet(plan, snooze.until, zone), event_key(snooze.until), snooze.kind)
    return [slot] if opens_on(slot.opens, now.date(), zone) else []


def _of_a_series(
    plan: ReminderPlan, delivered: Collection[DeliveredSlot], facts: ReminderFacts, now: datetime
) -> Reminder | None:
    if "series" not in plan.kinds:
        return None
    before = {slot.slot: slot.at for slot in delivered if slot.kind == "series"}
    again = (
        reminder
        for reminder in _news_again(plan, before, facts, now)
        if reminder.slot not in before
    )
    untold = (part for part in facts.unlocked if _key(part) not in before)
    fresh = (Reminder("series", _key(part), part) for part in untold if _is_news(plan, part, now))
    return next(chain(again, fresh), None)


def _is_news(plan: ReminderPlan, part: Unlocked, now: datetime) -> bool:
    digests = plan._replace(kinds=frozenset[ReminderKind](["digest"]))
    opens = next_slot(digests, part.at.astimezone(now.tzinfo))
    if opens is None or now.weekday() not in plan.days:
        return False
    return timedelta() <= now.astimezone(UTC) - opens.astimezone(UTC) < NEWS_WAITS


def _news_again(
    plan: ReminderPlan, before: Mapping[str, datetime], facts: ReminderFacts, now: datetime
) -> list[Reminder]:
    """Return the news that the end of a snooze repeats: the part that was sent last before it."""
    for slot in _end_of_snooze(plan, facts, now):
        if slot.kind == "series" and slot.opens <= now:
            parts = [part for part in facts.unlocked if before.get(_key(part), now) < slot.opens]
            last = max(parts, key=lambda part: before[_key(part)], default=None)
            return [Reminder("series", slot.key, last)] if last else []
    return []


def _key(part: Unlocked) -> str:
    """Return the slot key with the resource's ID: two series can continue in the same minute."""
    return f"{event_key(part.at)}#{part.resource_id}"
