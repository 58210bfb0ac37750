"""When reminders come: a person's plan, and its slots on a day.

A slot's key is its wall-clock time ("2027-01-01@09:00"), so that restarts, sleep and journeys do
not change it. The key of a single event is its instant in UTC, with a Z.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from recall.domain.calendar.wall_clock import instant
from recall.domain.text.weekdays import EVERY_DAY

ReminderKind = Literal["digest", "nudge", "series"]
REMINDER_KINDS: tuple[ReminderKind, ...] = get_args(ReminderKind)

_DAY = timedelta(days=1)


class ReminderPlan(NamedTuple):
    """When a person wants to be reminded, and of what.

    times are those of the digest, sorted, at least one. Quiet hours run from a start to an end,
    over midnight if the end is not later; reminders in them wait for their end. days are the
    weekdays (0 is Monday) on which reminders may come. since is when the plan was last changed;
    None if it has always been so.
    """

    times: tuple[time, ...] = (time(9),)
    quiet: tuple[time, time] | None = (time(22), time(8))
    days: frozenset[int] = EVERY_DAY
    kinds: frozenset[ReminderKind] = frozenset(REMINDER_KINDS)
    nudge_at: time = time(19)
    on: bool = True
    since: datetime | None = None


class Slot(NamedTuple):
    """One time to remind: the instant it opens (in UTC, quiet hours past), its key, its kind."""

    opens: datetime
    key: str
    kind: ReminderKind


def next_slot(
    plan: ReminderPlan, now: datetime, snoozed: datetime | None = None
) -> datetime | None:
    """Return when the next slot opens, later than now and in its zone; None if none does.

    During a snooze it is the snooze's end.
    """
    zone, moment = zone_of(now), now.astimezone(UTC)
    if plan.on and snoozed and moment < snoozed:
        return after_quiet(plan, snoozed, zone).astimezone(zone)
    for days in range(8):
        for slot in slots(plan, now.date() + days * _DAY, zone):
            if slot.opens > moment:
                return slot.opens.astimezone(zone)
    return None


def snooze_end(plan: ReminderPlan, day: date, zone: tzinfo) -> datetime:
    """Return when a snooze until a day ends: at the first digest's time, after quiet hours."""
    return after_quiet(plan, instant(day, plan.times[0], zone), zone)


@lru_cache(maxsize=16)  # called every minute, with the same arguments all day
def slots(plan: ReminderPlan, day: date, zone: tzinfo) -> tuple[Slot, ...]:
    """Return the slots that open on a day, as `in_order`.

    Yesterday's late digests come after quiet hours, but no nudge: it never leaves its day.
    """
    if not plan.on or day.weekday() not in plan.days:
        return ()
    opening = (slot for slot in _slots_of(plan, day, zone) if opens_on(slot.opens, day, zone))
    return tuple(sorted(opening, key=in_order))


def in_order(slot: Slot) -> tuple[datetime, bool, str]:
    """Sort key of slots; of slots that open together the digest is last, so it is the newest."""
    return slot.opens, slot.kind == "digest", slot.key


def opens_on(opens: datetime, day: date, zone: tzinfo) -> bool:
    """Return whether an instant lies on a day."""
    return opens.astimezone(zone).date() == day


def after_quiet(plan: ReminderPlan, moment: datetime, zone: tzinfo) -> datetime:
    """Return the moment itself, in UTC, or the end of the quiet hours it falls in."""
    moment = moment.astimezone(UTC)
    if plan.quiet is None:
        return moment
    start, end = plan.quiet
    today = moment.astimezone(zone).date()
    for day in (today - _DAY, today):
        ends = instant(day if start < end else day + _DAY, end, zone)
        if instant(day, start, zone) <= moment < ends:
            return ends
    return moment


def event_key(at: datetime) -> str:
    """Return the key of a single event: its instant in UTC, which no journey changes."""
    return f"{at.astimezone(UTC):%Y-%m-%d@%H:%M}Z"


def is_event(key: str) -> bool:
    """Return whether a key names a single event, not a time of a day."""
    return key.endswith("Z")


def zone_of(now: datetime) -> tzinfo:
    """Return the zone of a moment; ValueError if it has none."""
    if now.tzinfo is None:
        raise ValueError("now must know its time zone")
    return now.tzinfo


def _slots_of(plan: ReminderPlan, day: date, zone: tzinfo) -> Iterator[Slot]:
    for on in (day - _DAY, day):
        for at in plan.times if "digest" in plan.kinds else ():
            yield _slot(plan, "digest", on, at, zone=zone)
    if "nudge" in plan.kinds:
        yield _slot(plan, "nudge", day, plan.nudge_at, zone=zone)


def _slot(plan: ReminderPlan, kind: ReminderKind, day: date, at: time, *, zone: tzinfo) -> Slot:
    opens = after_quiet(plan, instant(day, at, zone), zone)
    return Slot(opens, f"{day.isoformat()}@{at:%H:%M}", kind)
