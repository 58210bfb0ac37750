"""A year of days such as people have them, with what must come beside each of them.

Nothing here computes what is owed: each day was worked out by hand. The days follow each other
in any order, in zones with all their clock changes, with journeys in between, and with a
program that remembers nothing but what was told.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import MEMORY, Reminder, ReminderFacts, Snooze, Unlocked, owed
from recall.domain.reminders.slots import REMINDER_KINDS, ReminderPlan, slots

pytestmark = pytest.mark.slow

ZONES = ("America/New_York", "Asia/Shanghai", "Australia/Lord_Howe")
TICK, HOUR, DAY = timedelta(minutes=30), timedelta(hours=1), timedelta(days=1)

DAYS = {
    # what happens: what comes
    "": "09:00 digest, 19:00 nudge",
    "12:00 begin": "09:00 digest",
    "00:00 nothing_due": "19:00 nudge",
    "00:00 nothing_to_do": "",
    "00:00 nothing_due, 14:00 fall_due": "14:00 digest, 19:00 nudge",
    # sleep
    "00:00 sleep, 11:00 wake": "11:00 digest, 19:00 nudge",
    "00:00 sleep, 20:00 wake": "20:00 nudge",
    "00:00 sleep, 20:00 wake, 20:30 begin": "20:00 nudge",
    "00:00 sleep, 20:00 begin, 20:30 wake": "20:30 digest",
    "00:00 sleep, 22:30 wake": "",
    "00:00 sleep": "",
    # snoozes: an hour, by a button; at the command line; until tomorrow
    "09:30 snooze": "09:00 digest, 10:30 digest, 19:00 nudge",
    "09:30 snooze, 11:00 snooze": "09:00 digest, 10:30 digest, 12:00 digest, 19:00 nudge",
    "09:30 snooze, 10:00 end_snooze": "09:00 digest, 19:00 nudge",
    "08:30 snooze": "09:30 digest, 19:00 nudge",
    "08:30 snooze, 10:00 snooze, 10:30 end_snooze": "09:30 digest, 19:00 nudge",
    "18:30 snooze": "09:00 digest, 19:30 digest",
    "12:00 begin, 18:30 snooze": "09:00 digest, 19:30 digest",
    "19:30 snooze": "09:00 digest, 19:00 nudge, 20:30 nudge",
    "19:30 snooze, 20:00 begin": "09:00 digest, 19:00 nudge",
    "00:00 nothing_due, 19:30 snooze": "19:00 nudge, 20:30 nudge",
    "21:30 snooze": "09:00 digest, 19:00 nudge",  # its end is in quiet hours, and then another day
    "09:30 tomorrow": "09:00 digest",
    "09:30 snooze, 10:00 sleep, 15:00 wake": "09:00 digest, 15:00 digest, 19:00 nudge",
    # settings
    "10:00 digest_at 09:30": "09:00 digest, 19:00 nudge",
    "10:00 digest_at 08:30": "09:00 digest, 19:00 nudge",
    "10:00 digest_at 14:00": "09:00 digest, 14:00 digest, 19:00 nudge",
    "08:30 digest_at 10:00": "10:00 digest, 19:00 nudge",
    "20:30 nudge_at 20:00": "09:00 digest, 19:00 nudge",
    "20:00 nudge_at 21:00": "09:00 digest, 19:00 nudge, 21:00 nudge",
    "08:30 switch_off, 12:00 switch_on": "12:00 digest, 19:00 nudge",
    "10:00 switch_off, 12:00 switch_on": "09:00 digest, 19:00 nudge",
    "18:00 only digest": "09:00 digest",
    "08:30 only nudge, 09:30 snooze": "19:00 nudge",
    "19:30 only digest, 19:30 snooze": "09:00 digest, 19:00 nudge",
    # a series goes on
    "00:00 unlock": "09:00 digest, 09:00 series, 19:00 nudge",
    "00:00 unlock, 00:00 unlock": "09:00 digest, 09:00 series, 09:00 series, 19:00 nudge",
    "12:00 unlock, 20:00 read_on": "09:00 digest, 19:00 nudge",
    "00:00 nothing_to_do, 00:00 unlock, 09:30 snooze": "09:00 series, 10:30 series",
    "00:00 unlock, 09:30 snooze": "09:00 digest, 09:00 series, 10:30 series, 19:00 nudge",
    "00:00 unlock, 09:30 snooze, 10:00 read_on": "09:00 digest, 09:00 series, 19:00 nudge",
    "00:00 unlock, 08:30 only digest": "09:00 digest",
}

AFTERWARDS = {
    # what ends on the next day, in which nothing else happens: what comes then
    "21:30 snooze": "08:00 nudge, 09:00 digest, 19:00 nudge",
    "09:30 tomorrow": "09:00 digest, 19:00 nudge",
}


class Life:
    """A person, the settings, and what the library remembers of reminders."""

    def __init__(self) -> None:
        self.told: list[DeliveredSlot] = []
        self.snooze_: Snooze | None = None
        self.parts = 0
        self.now = datetime(2027, 1, 1, tzinfo=UTC)
        self.new_day()

    def new_day(self) -> None:
        self.awake, self.plan = True, ReminderPlan()
        self.facts = ReminderFacts(3, 25, untouched=True)
        self.told = [one for one in self.told if one.at > self.now - MEMORY]

    def tick(self) -> Iterator[str]:
        """Send what is owed, one each minute, until nothing is."""
        facts = self.facts._replace(snooze=self.snooze_)
        while self.awake and (reminder := owed(self.plan, self.told, facts, self.now)):
            assert not any(reminder[:2] == one[:2] for one in self.told), "twice"
            self.tell(reminder)
            yield f"{self.now:%H:%M} {reminder.kind}"

    def tell(self, reminder: Reminder) -> None:
        minute = timedelta(minutes=len([one for one in self.told if one.at == self.now]))
        self.told.append(DeliveredSlot(*reminder[:2], self.now.astimezone(UTC) + minute))

    # --- what can happen

    def begin(self) -> None:
        self.facts = self.facts._replace(untouched=False)

    def nothing_due(self) -> None:
        self.facts = self.facts._replace(due=0)

    def fall_due(self) -> None:
        self.facts = self.facts._replace(due=1)

    def nothing_to_do(self) -> None:
        self.facts = self.facts._replace(due=0, minutes=0)

    def sleep(self) -> None:
        self.awake = False

    def wake(self) -> None:
        self.awake = True

    def snooze(self) -> None:
        self.put_off(self.now.astimezone(UTC) + HOUR)

    def tomorrow(self) -> None:
        nine = datetime.combine(self.now.date() + DAY, time(9), self.now.tzinfo)
        self.put_off(nine.astimezone(UTC))

    def put_off(self, until: datetime) -> None:
        today = [one for one in self.told if one.at.astimezone(self.now.tzinfo) >= self.midnight]
        kind = next((kind for kind in REMINDER_KINDS if today and kind == today[-1].kind), None)
        self.snooze_ = Snooze(until, kind)

    @property
    def midnight(self) -> datetime:
        return datetime.combine(self.now.date(), time(), self.now.tzinfo)

    def end_snooze(self) -> None:
        self.snooze_ = None

    def digest_at(self, clock: str) -> None:
        self.change(times=(time.fromisoformat(clock),))

    def nudge_at(self, clock: str) -> None:
        self.change(nudge_at=time.fromisoformat(clock))

    def switch_off(self) -> None:
        self.change(on=False)

    def switch_on(self) -> None:
        self.change(on=True)

    def only(self, kind: str) -> None:
        self.change(kinds=frozenset([kind]))

    def change(self, **settings: object) -> None:
        since = self.now.astimezone(UTC)
        self.plan = ReminderPlan(**{**self.plan._asdict(), **settings, "since": since})

    def unlock(self) -> None:
        self.parts += 1
        part = Unlocked("S", 2, "Two", self.now.astimezone(UTC), self.parts)
        self.facts = self.facts._replace(unlocked=(*self.facts.unlocked, part))

    def read_on(self) -> None:
        self.facts = self.facts._replace(unlocked=())


def live(life: Life, events: str, zone: ZoneInfo, random: Random) -> str:
    """One day from midnight to midnight; gives what came."""
    planned = [event.split() for event in events.split(", ") if event]
    came: list[str] = []
    moment, today = life.now.astimezone(UTC), life.now.astimezone(zone).date()
    life.now = life.now.astimezone(zone)
    life.new_day()
    while life.now.date() == today:
        shown = f"{life.now:%H:%M}" if planned else ""
        for clock, what, *values in planned:
            if shown == clock:
                getattr(life, what)(*values)
        came += life.tick()
        if random.random() < 0.02:
            slots.cache_clear()  # it was started again: all that it had in mind is gone
        moment += TICK
        life.now = moment.astimezone(zone)
    return ", ".join(came)


def arrived(life: Life, zone: ZoneInfo) -> None:
    """In the air, with the machine off, until a day begins where the person is now."""
    while life.now.astimezone(zone).time() != time():
        life.now = life.now.astimezone(UTC) + TICK


@pytest.mark.parametrize("home", ZONES)
def test_each_day_of_a_year_brings_what_it_must(home: str) -> None:
    random, life, zone, left = Random(home), Life(), ZoneInfo(home), ""
    lived = []
    while life.now < datetime(2028, 1, 1, tzinfo=UTC):
        if not left and random.random() < 0.1:
            zone = ZoneInfo(random.choice(ZONES))
        arrived(life, zone)
        events = "" if left else random.choice(list(DAYS))
        began = life.now.astimezone(zone).date()
        came = live(life, events, zone, random)
        assert came == (AFTERWARDS[left] if left else DAYS[events]), (events, str(began), zone.key)
        left = events if events in AFTERWARDS else ""
        lived.append(events)
    assert set(lived) == set(DAYS), "all of them"
    assert len(lived) > 340
