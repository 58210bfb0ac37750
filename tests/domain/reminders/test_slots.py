"""The slots of a plan, and which comes next."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from recall.domain.reminders.slots import ReminderPlan, event_key, next_slot, slots

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
TWICE = ReminderPlan(kinds=frozenset(["digest"]), times=(time(9), time(18, 30)))


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """A moment on the wall clock; a time alone is on Friday 1 January 2027."""
    text = text if "-" in text else f"2027-01-01 {text}"
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def test_the_slots_of_a_day_are_in_order_and_the_digest_counts_for_the_newest() -> None:
    plan = ReminderPlan(times=(time(9), time(19), time(23)))
    keys = [(slot.key[-5:], slot.kind) for slot in slots(plan, at("12:00").date(), SHANGHAI)]
    assert keys == [
        ("23:00", "digest"),
        ("09:00", "digest"),
        ("19:00", "nudge"),
        ("19:00", "digest"),
    ]


def test_an_event_has_one_name_in_whatever_zone() -> None:
    moment = at("09:00")
    assert event_key(moment) == event_key(moment.astimezone(NEW_YORK)) == "2027-01-01@01:00Z"


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        ("2027-03-13 21:00", "2027-03-14 09:00"),
        ("2027-11-06 21:00", "2027-11-07 09:00"),
    ],
)
def test_the_next_slot_is_by_the_clock_of_its_own_day(evening: str, morning: str) -> None:
    assert next_slot(TWICE, at(evening, NEW_YORK)) == at(morning, NEW_YORK)


@pytest.mark.parametrize(
    ("plan", "now", "expected"),
    [
        (TWICE, "08:00", "2027-01-01 09:00"),
        (TWICE, "09:00", "2027-01-01 18:30"),
        (TWICE, "18:30", "2027-01-02 09:00"),
        (ReminderPlan(), "12:00", "2027-01-01 19:00"),
        (TWICE._replace(days=frozenset([4])), "18:30", "2027-01-08 09:00"),
        (TWICE._replace(times=(time(23),)), "12:00", "2027-01-02 08:00"),
        (ReminderPlan(kinds=frozenset(["series"])), "12:00", None),
    ],
)
def test_the_next_slot_is_known(plan: ReminderPlan, now: str, expected: str | None) -> None:
    assert next_slot(plan, at(now)) == (at(expected) if expected else None)
