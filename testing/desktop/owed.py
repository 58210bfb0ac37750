"""Moments, and what was sent before, for tests of the reminders that are owed."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import Reminder, ReminderFacts, Unlocked
from recall.domain.reminders.slots import ReminderKind, ReminderPlan

NEW_YORK = ZoneInfo("America/New_York")
SHANGHAI = ZoneInfo("Asia/Shanghai")

DUE = ReminderFacts(due=3, minutes=25, untouched=False)
UNTOUCHED = DUE._replace(untouched=True)
DIGESTS = ReminderPlan(kinds=frozenset(["digest"]))
TWICE = DIGESTS._replace(times=(time(9), time(18, 30)))
LOUD = TWICE._replace(quiet=None)
FRIDAY = "2027-01-01"


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """A moment on the wall clock; a time alone is on Friday 1 January 2027."""
    text = text if "-" in text else f"{FRIDAY} {text}"
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def digest(slot: str) -> Reminder:
    return Reminder("digest", slot)


def told(kind: ReminderKind, slot: str, when: str = "") -> DeliveredSlot:
    """What was told at the time that the slot names, or else at another."""
    slot = slot if "-" in slot else f"{FRIDAY}@{slot}"
    return DeliveredSlot(kind, slot, at(when or slot.replace("@", " ")))


def after(reminder: Reminder | None, moment: datetime) -> DeliveredSlot:
    """What is remembered of a reminder that was owed, and sent."""
    assert reminder is not None
    return DeliveredSlot(*reminder[:2], moment)


PART = Unlocked("CS336", 2, "Two", at("21:14"), 7)
OTHER = Unlocked("CS149", 5, "Five", at("21:14"), 8)
UNLOCKED = ReminderFacts(0, 0, untouched=False, unlocked=(PART,))
NEWS = Reminder("series", "2027-01-01@13:14Z#7", PART)
MORNING = at("2027-01-02 09:00")
