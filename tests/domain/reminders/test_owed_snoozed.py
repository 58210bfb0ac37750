"""What is owed while reminders are put off, and at the end of it."""

from datetime import date, datetime, time, timedelta

import pytest

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import Reminder, ReminderFacts, Snooze, owed
from recall.domain.reminders.slots import ReminderKind, ReminderPlan, event_key, snooze_end
from testing.desktop.owed import (
    DUE,
    FRIDAY,
    MORNING,
    NEW_YORK,
    NEWS,
    OTHER,
    PART,
    SHANGHAI,
    TWICE,
    UNLOCKED,
    UNTOUCHED,
    after,
    at,
    digest,
    told,
)

SENT = [told("digest", "09:00")]


def snoozed(
    until: datetime, kind: ReminderKind | None = "digest", facts: ReminderFacts = DUE
) -> ReminderFacts:
    return facts._replace(snooze=Snooze(until, kind))


def test_a_snooze_silences_and_ends_with_what_was_put_off() -> None:
    facts = snoozed(at("10:00"))
    assert owed(TWICE, SENT, facts, at("09:59")) is None
    reminder = owed(TWICE, SENT, facts, at("10:00"))
    assert reminder == digest("2027-01-01@02:00Z")
    before = [*SENT, after(reminder, at("10:00"))]
    assert owed(TWICE, before, facts, at("10:01")) is None
    assert owed(TWICE, before, facts, at("10:01").astimezone(NEW_YORK)) is None
    assert owed(TWICE, before, facts, at("18:30")) == digest(f"{FRIDAY}@18:30")


@pytest.mark.parametrize(
    ("kind", "facts", "comes"),
    [
        ("nudge", ReminderFacts(0, 25, untouched=True), "nudge"),
        ("nudge", ReminderFacts(0, 25, untouched=False), None),
        ("nudge", ReminderFacts(3, 25, untouched=False), None),
        ("digest", ReminderFacts(3, 25, untouched=True), "digest"),
        ("digest", ReminderFacts(0, 25, untouched=True), None),
        (None, ReminderFacts(3, 25, untouched=True), None),
    ],
)
def test_at_the_end_of_a_snooze_its_kind_comes_if_it_has_something_to_say(
    kind: ReminderKind | None, facts: ReminderFacts, comes: ReminderKind | None
) -> None:
    before = [*SENT, told("nudge", "19:00")]
    reminder = owed(ReminderPlan(), before, snoozed(at("20:05"), kind, facts), at("20:05"))
    assert (reminder and reminder.kind) == comes
    if reminder:
        assert reminder.slot == "2027-01-01@12:05Z"


@pytest.mark.parametrize("kind", ["digest", "series"])
def test_a_snooze_brings_back_no_kind_that_was_switched_off(kind: ReminderKind) -> None:
    nudges = ReminderPlan(kinds=frozenset(["nudge"]))
    facts = snoozed(at("20:05"), kind, UNTOUCHED._replace(unlocked=(PART,)))
    before = [told("nudge", "19:00"), DeliveredSlot("series", NEWS.slot, at("09:00"))]
    assert owed(nudges, before, facts, at("20:05")) is None


def test_news_that_was_put_off_comes_again_and_once() -> None:
    end = at("2027-01-02 10:05")
    facts = snoozed(end, "series", UNLOCKED._replace(unlocked=(OTHER, PART)))
    before = [
        DeliveredSlot("series", "2027-01-01@13:14Z#8", MORNING),
        DeliveredSlot("series", NEWS.slot, MORNING + timedelta(minutes=1)),
    ]
    assert owed(ReminderPlan(), before, facts, end - timedelta(minutes=1)) is None
    again = owed(ReminderPlan(), before, facts, end)
    assert again == Reminder("series", "2027-01-02@02:05Z", PART), "the one that was told last"
    assert owed(ReminderPlan(), [*before, after(again, end)], facts, end) is None
    assert owed(ReminderPlan(), before, facts._replace(unlocked=()), end) is None, (
        "it has been read"
    )
    weekdays = ReminderPlan(days=frozenset(range(5)))
    assert owed(weekdays, before, facts, end) == again, "it was asked for, though it is Saturday"


def test_news_that_was_put_off_into_quiet_hours_waits_for_their_end() -> None:
    facts = snoozed(at("2027-01-02 23:00"), "series", UNLOCKED)
    before = [after(NEWS, MORNING)]
    assert owed(ReminderPlan(), before, facts, at("2027-01-02 23:00")) is None
    assert owed(ReminderPlan(), before, facts, at("2027-01-03 07:00")) is None
    assert owed(ReminderPlan(), before, facts, at("2027-01-03 08:00")) is not None


def test_a_snooze_over_a_slot_ends_with_one_reminder() -> None:
    facts = snoozed(at("19:00"))
    assert owed(TWICE, SENT, facts, at("18:30")) is None
    reminder = owed(TWICE, SENT, facts, at("19:00"))
    assert owed(TWICE, [*SENT, after(reminder, at("19:00"))], facts, at("19:01")) is None


@pytest.mark.parametrize("kind", [None, "nudge"])
def test_what_opened_meanwhile_comes_at_the_end_of_a_snooze(kind: ReminderKind | None) -> None:
    reminder = owed(TWICE, SENT, snoozed(at("19:00"), kind), at("19:00"))
    assert reminder == digest(f"{FRIDAY}@18:30")


def test_ending_another_snooze_repeats_nothing() -> None:
    """Snoozed from 08:30 to 09:30, told then, snoozed at 09:35, ended at 09:40."""
    before = [DeliveredSlot("digest", event_key(at("09:30")), at("09:30"))]
    assert owed(TWICE, before, DUE, at("09:40")) is None
    assert owed(TWICE, before, DUE, at("18:30")) == digest(f"{FRIDAY}@18:30")


def test_a_snooze_into_quiet_hours_ends_with_them() -> None:
    facts = snoozed(at("22:30"))
    assert owed(TWICE, SENT, facts, at("22:30")) is None
    assert owed(TWICE, SENT, facts, at("2027-01-02 08:00")) == digest("2027-01-01@14:30Z")
    assert owed(TWICE, SENT, facts, at("2027-01-02 09:00")) == digest("2027-01-02@09:00")


def test_a_snooze_comes_though_a_later_slot_was_sent_further_east() -> None:
    before = [*SENT, told("digest", "18:30")]
    facts = snoozed(at("11:00", NEW_YORK))
    assert owed(TWICE, before, facts, at("11:00", NEW_YORK)) == digest("2027-01-01@16:00Z")


def test_a_snooze_comes_though_the_settings_changed_meanwhile() -> None:
    plan = TWICE._replace(since=at("10:30"))
    assert owed(plan, SENT, snoozed(at("10:00")), at("10:31")) == digest("2027-01-01@02:00Z")


def test_a_snooze_until_a_day_ends_with_its_first_digest() -> None:
    end = snooze_end(TWICE, date(2027, 1, 2), SHANGHAI)
    assert end == MORNING
    reminder = owed(TWICE, SENT, snoozed(end), MORNING)
    before = [*SENT, after(reminder, MORNING)]
    assert owed(TWICE, before, snoozed(end), at("2027-01-02 09:01")) is None
    assert owed(TWICE, before, DUE, at("2027-01-02 09:01")) is None, "nor after another snooze"
    early = TWICE._replace(times=(time(7),))
    assert snooze_end(early, date(2027, 1, 2), SHANGHAI) == at("2027-01-02 08:00")
