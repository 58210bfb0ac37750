"""What is owed now, by tables."""

from datetime import UTC, datetime, time, timedelta

import pytest

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import NEWS_WAITS, Reminder, ReminderFacts, Snooze, owed
from recall.domain.reminders.slots import ReminderPlan, next_slot
from testing.desktop.owed import (
    DIGESTS,
    DUE,
    FRIDAY,
    LOUD,
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


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ("08:59", None),
        ("09:00", "09:00"),
        ("18:29", "09:00"),
        ("18:30", "18:30"),
        ("21:59", "18:30"),
        ("22:00", None),
        ("23:59", None),
        ("00:00", None),
    ],
)
def test_the_newest_slot_of_the_day_is_owed_outside_quiet_hours(now: str, slot: str | None) -> None:
    expected = digest(f"{FRIDAY}@{slot}") if slot else None
    assert owed(TWICE, [], DUE, at(now)) == expected


def test_what_was_sent_is_not_owed_again() -> None:
    assert owed(TWICE, [told("digest", "09:00")], DUE, at("12:00")) is None
    assert owed(TWICE, [told("series", "09:00")], DUE, at("12:00")) is not None


def test_sleep_over_several_slots_owes_one() -> None:
    often = LOUD._replace(times=tuple(time(hour) for hour in range(9, 14)))
    before = [told("digest", "09:00")]
    reminder = owed(often, before, DUE, at("20:00"))
    assert reminder == digest(f"{FRIDAY}@13:00")
    assert owed(often, [*before, after(reminder, at("20:00"))], DUE, at("20:01")) is None


def test_nothing_is_older_than_its_day() -> None:
    assert owed(LOUD, [], DUE, at("23:59")) == digest(f"{FRIDAY}@18:30")
    assert owed(LOUD, [], DUE, at("2027-01-02 00:00")) is None


def test_nothing_due_is_nothing_sent() -> None:
    assert owed(TWICE, [], ReminderFacts(0, 0, untouched=True), at("20:00")) is None
    assert owed(TWICE, [], ReminderFacts(0, 40, untouched=False), at("20:00")) is None


def test_off_is_off() -> None:
    facts = UNTOUCHED._replace(unlocked=(PART,), snooze=Snooze(at("08:30"), "digest"))
    plan = ReminderPlan(on=False, quiet=None)
    assert owed(plan, [], facts, at("20:00")) is None
    assert next_slot(plan, at("08:00")) is None


@pytest.mark.parametrize(
    ("times", "now", "slot"),
    [
        (("07:00",), "07:00", None),
        (("07:00",), "08:00", "2027-01-01@07:00"),
        (("07:00", "07:30"), "08:00", "2027-01-01@07:30"),
        (("23:00",), "2027-01-01 23:30", None),
        (("23:00",), "2027-01-02 07:59", None),
        (("23:00",), "2027-01-02 08:00", "2027-01-01@23:00"),
        (("23:00",), "2027-01-02 21:00", "2027-01-01@23:00"),
        (("23:00",), "2027-01-03 07:59", None),
        (("08:00", "23:00"), "2027-01-02 08:00", "2027-01-02@08:00"),
        (("22:00",), "22:00", None),
    ],
)
def test_quiet_hours_defer_to_their_end(times: list[str], now: str, slot: str | None) -> None:
    plan = DIGESTS._replace(times=tuple(map(time.fromisoformat, times)))
    expected = digest(slot) if slot else None
    assert owed(plan, [], DUE, at(now)) == expected


def test_quiet_hours_may_lie_within_a_day() -> None:
    plan = TWICE._replace(quiet=(time(13), time(14)))
    assert owed(plan, [], DUE, at("13:30")) is None
    assert owed(plan, [], DUE, at("14:00")) == digest(f"{FRIDAY}@09:00")


@pytest.mark.parametrize(("day", "is_owed"), [("2027-01-01", True), ("2027-01-02", False)])
def test_a_day_of_the_week_can_be_left_out(day: str, is_owed: bool) -> None:
    plan = TWICE._replace(days=frozenset(range(5)))
    assert (owed(plan, [], DUE, at(f"{day} 12:00")) is not None) is is_owed


def test_quiet_hours_do_not_defer_into_a_day_that_is_left_out() -> None:
    plan = DIGESTS._replace(times=(time(23),), days=frozenset(range(5)))
    assert owed(plan, [], DUE, at("2027-01-02 08:00")) is None  # Friday's, on Saturday
    assert owed(plan, [], DUE, at("2027-01-04 08:00")) == digest("2027-01-03@23:00")


# --- nudge


@pytest.mark.parametrize(
    ("facts", "now", "kind"),
    [
        (UNTOUCHED, "18:59", "digest"),
        (UNTOUCHED, "19:00", "nudge"),
        (DUE, "19:00", "digest"),
        (ReminderFacts(0, 40, untouched=True), "19:00", "nudge"),
        (ReminderFacts(2, 0, untouched=True), "19:00", "nudge"),
        (ReminderFacts(0, 40, untouched=True), "12:00", None),
    ],
)
def test_the_nudge_comes_in_the_evening_of_an_untouched_day(
    facts: ReminderFacts, now: str, kind: str | None
) -> None:
    reminder = owed(ReminderPlan(), [], facts, at(now))
    assert (reminder.kind if reminder else None) == kind


def test_a_nudge_that_was_sent_is_not_followed_by_the_digest_it_replaced() -> None:
    assert owed(ReminderPlan(), [told("nudge", "19:00")], DUE, at("19:30")) is None


def test_a_nudge_is_about_its_own_day() -> None:
    late = ReminderPlan(nudge_at=time(23), kinds=frozenset(["nudge"]))
    assert owed(late, [], UNTOUCHED, at("2027-01-02 08:00")) is None
    early = late._replace(nudge_at=time(7))
    assert owed(early, [], UNTOUCHED, at("08:00")) == Reminder("nudge", f"{FRIDAY}@07:00")


@pytest.mark.parametrize(
    ("plan", "now"),
    [
        (ReminderPlan(times=(time(19),)), "19:00"),
        (
            ReminderPlan(times=(time(7),), nudge_at=time(7, 30)),
            "08:00",
        ),  # both wait for quiet's end
    ],
)
def test_of_a_digest_and_a_nudge_at_one_time_the_digest_comes(plan: ReminderPlan, now: str) -> None:
    reminder = owed(plan, [], UNTOUCHED, at(now))
    assert reminder is not None
    assert reminder.kind == "digest"
    assert owed(plan, [after(reminder, at(now))], UNTOUCHED, at("20:01")) is None
    nothing_due = owed(plan, [], ReminderFacts(0, 25, untouched=True), at(now))
    assert nothing_due is not None
    assert nothing_due.kind == "nudge"


# --- series


@pytest.mark.parametrize(
    ("now", "is_owed"),
    [
        ("21:15", False),
        ("2027-01-02 08:59", False),
        ("2027-01-02 09:00", True),
        ("2027-01-02 21:59", True),
        ("2027-01-02 22:00", False),
        ("2027-01-03 08:00", True),  # the machine slept all day
        ("2027-01-09 08:59", True),
        ("2027-01-09 09:00", False),
    ],
)
def test_an_unlocked_part_is_told_at_the_next_time_of_day_or_within_a_week(
    now: str, is_owed: bool
) -> None:
    assert owed(ReminderPlan(), [], UNLOCKED, at(now)) == (NEWS if is_owed else None)


def test_an_unlocked_part_is_told_once_in_whatever_zone() -> None:
    before = [after(owed(ReminderPlan(), [], UNLOCKED, MORNING), MORNING)]
    for hours in range(24 * 9):
        now = MORNING + timedelta(hours=hours)
        for zone in (SHANGHAI, NEW_YORK):
            assert owed(ReminderPlan(), before, UNLOCKED, now.astimezone(zone)) is None


def test_two_parts_that_are_unlocked_in_one_minute_are_both_told() -> None:
    facts = UNLOCKED._replace(unlocked=(PART, OTHER))
    first = owed(ReminderPlan(), [], facts, MORNING)
    assert first == NEWS
    second = owed(ReminderPlan(), [after(first, MORNING)], facts, MORNING)
    assert second is not None
    assert second.part == OTHER
    assert (
        owed(ReminderPlan(), [after(one, MORNING) for one in (first, second)], facts, MORNING)
        is None
    )


def test_a_part_that_is_no_news_any_more_hides_no_other() -> None:
    old = OTHER._replace(at=PART.at - NEWS_WAITS)
    assert owed(ReminderPlan(), [], UNLOCKED._replace(unlocked=(old, PART)), MORNING) == NEWS


def test_an_unlocked_part_waits_for_a_day_that_is_wanted() -> None:
    mondays = ReminderPlan(days=frozenset([0]))
    assert owed(mondays, [], UNLOCKED, MORNING) is None
    assert owed(mondays, [], UNLOCKED, at("2027-01-04 09:00")) == NEWS
    assert owed(mondays, [], UNLOCKED, at("2027-01-05 09:00")) is None


def test_an_unlocked_part_comes_beside_the_digest_not_in_its_place() -> None:
    facts = UNLOCKED._replace(due=1)
    first = owed(ReminderPlan(), [], facts, MORNING)
    assert first == digest("2027-01-02@09:00")
    assert owed(ReminderPlan(), [after(first, MORNING)], facts, MORNING) == NEWS


def test_a_kind_that_is_not_wanted_is_not_sent() -> None:
    plan = ReminderPlan(kinds=frozenset(["digest"]))
    assert owed(plan, [], UNLOCKED, MORNING) is None
    assert owed(plan, [], UNTOUCHED, at("19:00")) == digest(f"{FRIDAY}@09:00")
    assert owed(ReminderPlan(kinds=frozenset(["nudge"])), [], UNTOUCHED, at("12:00")) is None


# --- clocks


def test_a_time_that_the_clocks_skip_is_the_first_moment_after() -> None:
    plan = LOUD._replace(times=(time(2, 30),))
    before = datetime(2027, 3, 14, 6, 59, tzinfo=UTC).astimezone(NEW_YORK)
    after = datetime(2027, 3, 14, 7, 0, tzinfo=UTC).astimezone(NEW_YORK)
    assert owed(plan, [], DUE, before) is None
    assert owed(plan, [], DUE, after) == digest("2027-03-14@02:30")


def test_a_time_that_the_clocks_show_twice_is_owed_once() -> None:
    plan = LOUD._replace(times=(time(0, 30), time(1, 30)))
    before: list[DeliveredSlot] = []
    found = []
    for minute in range(180):
        now = datetime(2027, 11, 7, 4, tzinfo=UTC) + timedelta(minutes=minute)
        reminder = owed(plan, before, DUE, now.astimezone(NEW_YORK))
        if reminder:
            before.append(after(reminder, now))
            found.append((minute, reminder.slot))
    assert found == [(30, "2027-11-07@00:30"), (90, "2027-11-07@01:30")]


def test_the_end_of_quiet_hours_that_is_shown_twice_ends_them_once() -> None:
    plan = TWICE._replace(times=(time(1),), quiet=(time(22), time(1, 30)))
    again = datetime(2027, 11, 7, 6, 10, tzinfo=UTC).astimezone(NEW_YORK)
    assert (again.hour, again.minute, again.fold) == (1, 10, 1)
    assert owed(plan, [], DUE, again) == digest("2027-11-07@01:00")


def test_a_journey_west_does_not_repeat_a_slot() -> None:
    before = [told("digest", "09:00"), told("digest", "18:30")]
    for hour in range(24):
        assert owed(LOUD, before, DUE, at(f"{hour:02}:45", NEW_YORK)) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = at("12:00").replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        owed(ReminderPlan(), [], DUE, naive)
    with pytest.raises(ValueError, match="time zone"):
        next_slot(ReminderPlan(), naive)
