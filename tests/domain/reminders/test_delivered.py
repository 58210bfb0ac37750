"""What has nothing left to tell: by tables of what was told, and by settings that change."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from recall.domain.reminders.delivered import DeliveredSlot, is_settled
from recall.domain.reminders.owed import Reminder, ReminderFacts, Snooze, Unlocked, owed
from recall.domain.reminders.slots import ReminderKind, ReminderPlan, slots

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")
UNTOUCHED = ReminderFacts(3, 25, untouched=True)
DIGESTS = ReminderPlan(kinds=frozenset(["digest"]))
NUDGES = ReminderPlan(kinds=frozenset(["nudge"]))


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """A moment on the wall clock; a time alone is on Tuesday 5 January 2027."""
    text = text if "-" in text else f"2027-01-05 {text}"
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def said(kind: ReminderKind, slot: str, moment: datetime) -> DeliveredSlot:
    return DeliveredSlot(kind, slot if "-" in slot else f"2027-01-05@{slot}", moment)


WEST = at("10:00", NEW_YORK)

BEFORE: list[tuple[str, ReminderKind, DeliveredSlot, datetime, bool]] = [
    # the slot of 5 January, what was told, now, is it settled?
    ("09:00", "digest", said("digest", "09:00", at("09:00")), at("12:00"), True),
    ("09:00", "digest", said("digest", "09:00", at("12:00")), at("09:00"), True),  # clock went back
    ("09:00", "digest", said("digest", "09:30", at("09:30")), at("12:00"), True),  # later than it
    ("09:00", "digest", said("digest", "08:30", at("08:59")), at("12:00"), False),
    ("09:00", "digest", said("digest", "08:30", at("09:00")), at("12:00"), True),
    ("09:00", "digest", said("nudge", "19:00", at("19:00")), at("19:01"), True),
    ("09:00", "digest", said("series", "09:00", at("09:01")), at("12:00"), False),
    ("09:00", "nudge", said("digest", "2027-01-04@23:00", at("09:00")), at("12:00"), True),
    ("09:00", "nudge", said("digest", "09:00", at("08:00")), at("12:00"), False),
    ("09:00", "digest", said("digest", "2027-01-05@00:30Z", at("08:30")), at("12:00"), False),
    ("09:00", "digest", said("digest", "2027-01-05@23:30Z", at("08:30")), at("12:00"), False),
    ("09:00", "digest", said("digest", "09:00", at("09:00")), WEST, True),  # told in the east
    ("09:00", "digest", said("digest", "18:30", at("18:30")), WEST, True),
    ("09:00", "digest", said("nudge", "19:00", at("19:00")), WEST, False),
    ("09:00", "digest", said("digest", "2027-01-04@18:30", at("2027-01-04 18:30")), WEST, False),
    # a clock that was days ahead
    ("09:00", "digest", said("digest", "2027-01-09@09:00", at("2027-01-09 09:00")), WEST, False),
]


@pytest.mark.parametrize(("slot", "kind", "one", "now", "settled"), BEFORE)
def test_what_was_told_settles_what_it_makes_needless(
    slot: str, kind: ReminderKind, one: DeliveredSlot, now: datetime, settled: bool
) -> None:
    plan = ReminderPlan(
        kinds=frozenset([kind]), times=(time.fromisoformat(slot),), nudge_at=time(9)
    )
    assert now.tzinfo is not None
    (found,) = slots(plan._replace(quiet=None), now.date(), now.tzinfo)
    assert is_settled(found, [one], plan, now) is settled
    assert not is_settled(found, [], plan, now)


CHANGES = [
    # what was told, the plan from then on, the change, now, the slot that comes
    ([said("digest", "09:00", at("09:00"))], (9, 30), "10:00", "10:00", None),
    ([said("digest", "09:00", at("09:00"))], (8, 30), "10:00", "10:00", None),
    ([said("digest", "09:00", at("09:00"))], (10, 30), "10:00", "10:30", "10:30"),
    ([], (9, 30), "10:00", "10:00", "09:30"),
    ([said("digest", "2027-01-04@09:00", at("2027-01-04 09:00"))], (9, 30), "10:00", "10:00",
     "09:30"),
    ([said("digest", "2027-01-04@23:00", at("08:00"))], (8, 15), "08:30", "08:31", None),
    ([said("digest", "2027-01-05@00:30Z", at("08:30"))], (9, 0), "09:10", "09:11", None),
    ([said("nudge", "09:00", at("09:00"))], (9, 30), "10:00", "10:00", "09:30"),
    # changed by a clock that was ahead: as if it had never been
    ([said("digest", "09:00", at("09:00"))], (18, 30), "2028-01-01 10:00", "18:30", "18:30"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "clock", "changed", "now", "slot"), CHANGES)
def test_a_time_that_is_set_when_it_is_over_comes_on_no_day_that_had_its_reminder(
    before: list[DeliveredSlot], clock: tuple[int, int], changed: str, now: str, slot: str | None
) -> None:
    plan = DIGESTS._replace(times=(time(*clock),), since=at(changed))
    expected = Reminder("digest", f"2027-01-05@{slot}") if slot else None
    assert owed(plan, before, UNTOUCHED, at(now)) == expected


def test_what_was_told_further_east_is_told_for_a_time_that_is_set_later() -> None:
    before = [said("digest", "09:00", at("09:00"))]  # the evening before, in New York
    plan = DIGESTS._replace(times=(time(9, 30),), since=WEST)
    assert owed(plan, before, UNTOUCHED, WEST) is None


def test_a_nudge_that_is_moved_after_it_came_does_not_come_again() -> None:
    before = [said("nudge", "19:00", at("19:00"))]
    moved = NUDGES._replace(nudge_at=time(20), since=at("20:10"))
    assert owed(moved, before, UNTOUCHED, at("20:10")) is None
    ahead = NUDGES._replace(nudge_at=time(21), since=at("20:10"))
    assert owed(ahead, before, UNTOUCHED, at("21:00")) is not None


def test_news_that_comes_only_when_a_snooze_ends_is_not_what_the_snooze_put_off() -> None:
    """The news that was put off was read meanwhile, which is what unlocked this part."""
    end = at("2027-01-02 09:00")
    part = Unlocked("CS336", 3, "Three", at("2027-01-01 15:00"), 9)
    snooze = Snooze(end, "series")
    facts = ReminderFacts(0, 0, untouched=False, unlocked=(part,), snooze=snooze)
    news = owed(ReminderPlan(), [], facts, end)
    assert news is not None
    assert news == Reminder("series", "2027-01-01@07:00Z#9", part)
    for minutes in (0, 1, 60):
        now = end + timedelta(minutes=minutes)
        assert owed(ReminderPlan(), [DeliveredSlot("series", news.slot, end)], facts, now) is None
