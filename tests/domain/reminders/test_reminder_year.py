"""A year with two digests a day, minute by minute, with sleep, restarts, journeys and bad clocks.

What must come is worked out from the ticks' wall clocks alone: the first tick after each time of
day, unless a later time of that date was told before, or anything since that time.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import ReminderFacts, owed
from recall.domain.reminders.slots import ReminderKind, ReminderPlan

pytestmark = pytest.mark.slow

ZONES = ("America/New_York", "Asia/Shanghai", "Australia/Lord_Howe")
START = datetime(2027, 1, 1, tzinfo=UTC)
DAYS = 365
QUIET_END, QUIET_START = time(8), time(22)
DUE = ReminderFacts(due=3, minutes=25, untouched=False)
LAST = 5
"""How many reminders are remembered: what is days old makes no difference, but takes time."""
DIGESTS: frozenset[ReminderKind] = frozenset(["digest"])


class Day(NamedTuple):
    """One day of the machine: asleep for a while, started again, away from home, clock wrong."""

    zone: ZoneInfo
    asleep: range
    restart: range
    clock_back: range


def days(home: str, random: Random) -> Iterator[Day]:
    """Journeys of a week or two, nights and now and then whole days asleep, a few bad clocks."""
    zone, until = ZoneInfo(home), 0
    for number in range(DAYS):
        if number >= until:
            away = random.random() < 0.3
            zone = ZoneInfo(random.choice(ZONES) if away else home)
            until = number + random.randint(5, 30)
        length = random.choice((0, 0, 30, 400, 700, 1440))
        asleep = random.randrange(1440 - length + 1)
        restart = random.randrange(1440)
        wrong = random.randrange(1440) if random.random() < 0.05 else 1440
        yield Day(
            zone,
            range(asleep, asleep + length),
            range(restart, restart + 5),
            range(wrong, wrong + 90),
        )


def ticks(home: str, times: tuple[time, ...], random: Random, every: int) -> Iterator[datetime]:
    """Yield the minutes of the hours in which something may change, and some of all others.

    Of the former all, or one in so many; the times of day are among them.
    """
    hours = {at.hour for at in (*times, QUIET_END, QUIET_START)}
    for number, day in enumerate(days(home, random)):
        for minute in range(0, 1440, every):
            if minute in day.asleep or minute in day.restart:
                continue
            moment = START + timedelta(days=number, minutes=minute)
            if minute in day.clock_back:
                moment -= timedelta(hours=2)
            now = moment.astimezone(day.zone)
            if now.hour in hours or random.random() < 0.03:
                yield now


def expected(seen: list[datetime], times: tuple[time, ...], *, quiet: bool) -> list[str]:
    told: dict[date, int] = {}
    keys = []
    last = seen[0] - timedelta(days=1)
    for now in seen:
        passed = sum(at <= now.time() for at in times)
        is_quiet = quiet and not QUIET_END <= now.time() < QUIET_START
        if is_quiet or passed <= told.get(now.date(), 0):
            continue
        shown = last.astimezone(now.tzinfo)
        if (shown.date(), shown.time()) < (now.date(), times[passed - 1]):
            told[now.date()] = passed
            keys.append(f"{now.date()}@{times[passed - 1]:%H:%M}")
            last = now
    return keys


@pytest.mark.parametrize(
    ("home", "times", "quiet", "every"),
    [
        ("Asia/Shanghai", (time(9), time(18, 30)), True, 5),
        ("America/New_York", (time(1, 30), time(2, 30)), False, 1),  # the clocks' own hours
        ("Australia/Lord_Howe", (time(1, 45), time(2, 15)), False, 5),
    ],
)
def test_a_year_sends_exactly_what_is_owed(
    home: str, times: tuple[time, ...], quiet: bool, every: int
) -> None:
    plan = ReminderPlan(
        times=times, quiet=(QUIET_START, QUIET_END) if quiet else None, kinds=DIGESTS
    )
    seen = list(ticks(home, times, Random(home), every))
    sent: dict[str, datetime] = {}
    told: list[DeliveredSlot] = []
    for now in seen:
        reminder = owed(plan, told, DUE, now)
        if reminder:
            assert reminder.slot not in sent
            sent[reminder.slot] = now
            told = [*told[-LAST:], DeliveredSlot(*reminder[:2], now.astimezone(UTC))]
    assert list(sent) == expected(seen, times, quiet=quiet)
    assert len(sent) > DAYS
    assert all(slot.startswith(f"{now.date()}@") for slot, now in sent.items())


@pytest.mark.parametrize("home", ZONES)
def test_a_year_without_sleep_has_two_digests_a_day(home: str) -> None:
    plan = ReminderPlan(times=(time(9), time(18, 30)), kinds=DIGESTS)
    told: list[DeliveredSlot] = []
    count = 0
    now = datetime(2027, 1, 1, tzinfo=ZoneInfo(home)).astimezone(UTC)
    while (local := now.astimezone(ZoneInfo(home))).year == START.year:
        reminder = owed(plan, told, DUE, local)
        if reminder:
            assert local.minute in (0, 30)
            told = [*told[-LAST:], DeliveredSlot(*reminder[:2], now)]
            count += 1
        now += timedelta(minutes=15)
    assert count == 2 * DAYS
