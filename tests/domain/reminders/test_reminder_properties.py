"""What holds for every plan at every moment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import (
    MEMORY,
    Reminder,
    ReminderFacts,
    Snooze,
    Unlocked,
    may_be_owed,
    owed,
)
from recall.domain.reminders.slots import REMINDER_KINDS, ReminderPlan, next_slot, slots

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = st.sampled_from(
    [SHANGHAI, *map(ZoneInfo, ("America/New_York", "Australia/Lord_Howe", "UTC"))]
)

DUE = ReminderFacts(due=3, minutes=25, untouched=False)
UNTOUCHED = DUE._replace(untouched=True)

TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0))
# The hours around the clock changes of 2027 are as likely as all the others.
MOMENTS = st.builds(
    lambda start, minutes: start + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2027, 3, 14, 5, tzinfo=UTC),
            datetime(2027, 11, 7, 4, tzinfo=UTC),
            datetime(2027, 10, 2, 14, tzinfo=UTC),
            datetime(2027, 4, 3, 13, tzinfo=UTC),
        ]
    )
    | st.integers(0, 364).map(lambda days: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=days)),
    st.integers(0, 1440),
)
PLANS = st.builds(
    ReminderPlan,
    times=st.sets(TIMES, min_size=1, max_size=4).map(lambda those: tuple(sorted(those))),
    quiet=st.none() | st.tuples(TIMES, TIMES).filter(lambda pair: pair[0] != pair[1]),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    kinds=st.frozensets(st.sampled_from(REMINDER_KINDS), min_size=1),
    nudge_at=TIMES,
    on=st.just(True),
    since=st.none() | MOMENTS,
)


def is_quiet(plan: ReminderPlan, now: datetime) -> bool:
    """By the wall clock alone: only true on days when the clocks do not change."""
    if plan.quiet is None:
        return False
    (start, end), clock = plan.quiet, now.time()
    return start <= clock < end if start < end else clock >= start or clock < end


@given(plan=PLANS, moment=MOMENTS, zone=ZONES)
def test_what_is_owed_has_opened_today_and_once_sent_is_owed_no_more(
    plan: ReminderPlan, moment: datetime, zone: ZoneInfo
) -> None:
    now = moment.astimezone(zone)
    reminder = owed(plan, [], UNTOUCHED, now)
    if reminder:
        (slot,) = [s for s in slots(plan, now.date(), zone) if (s.kind, s.key) == reminder[:2]]
        assert slot.opens <= moment
        assert now.weekday() in plan.days
        assert reminder.kind in plan.kinds
        told = [DeliveredSlot(*reminder[:2], moment)]
        assert owed(plan, told, UNTOUCHED, now) is None
        assert owed(plan, told, DUE, now) is None


@given(plan=PLANS, moment=MOMENTS, zone=st.just(SHANGHAI))
def test_nothing_is_owed_in_quiet_hours(
    plan: ReminderPlan, moment: datetime, zone: ZoneInfo
) -> None:
    now = moment.astimezone(zone)
    if owed(plan, [], UNTOUCHED, now):
        assert not is_quiet(plan, now)


@given(plan=PLANS, moment=MOMENTS, zone=ZONES)
def test_something_is_owed_when_the_next_slot_opens(
    plan: ReminderPlan, moment: datetime, zone: ZoneInfo
) -> None:
    now = moment.astimezone(zone)
    opens = next_slot(plan, now)
    assert opens is not None or "digest" not in plan.kinds
    if opens:
        assert now.astimezone(UTC) < opens.astimezone(UTC)
        assert opens.tzinfo is zone
        assert owed(plan, [], UNTOUCHED, opens) is not None


@given(plan=PLANS, moment=MOMENTS, zone=ZONES, until=st.integers(-3000, 3000))
def test_nothing_is_owed_during_a_snooze(
    plan: ReminderPlan, moment: datetime, zone: ZoneInfo, until: int
) -> None:
    snooze = Snooze(moment + timedelta(minutes=until), "digest")
    reminder = owed(plan, [], UNTOUCHED._replace(snooze=snooze), moment.astimezone(zone))
    assert reminder is None or snooze.until <= moment


EPOCH = datetime(2027, 1, 1, tzinfo=UTC)
SNOOZES = st.builds(  # later than EPOCH by as much as than the moment
    Snooze,
    st.integers(-600, 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes)),
    st.none() | st.sampled_from(REMINDER_KINDS),
)
QUEUES = st.builds(ReminderFacts, st.integers(0, 2), st.integers(0, 2), untouched=st.booleans())


@given(
    plan=PLANS,
    moment=MOMENTS,
    zone=ZONES,
    queue=QUEUES,
    data=st.data(),
    snooze=st.none() | SNOOZES,
    news=st.none() | st.integers(-3000, 0),
)
def test_the_queue_is_read_when_it_could_matter_and_only_then(
    plan: ReminderPlan,
    moment: datetime,
    zone: ZoneInfo,
    queue: ReminderFacts,
    data: st.DataObject,
    snooze: Snooze | None,
    news: int | None,
) -> None:
    """Against every queue that makes a difference, by way of `owed` alone."""
    now = moment.astimezone(zone)
    parts = [] if news is None else [Unlocked("S", 2, "Two", moment + timedelta(minutes=news), 1)]
    if snooze:
        snooze = snooze._replace(until=moment + (snooze.until - EPOCH))
    facts = queue._replace(unlocked=tuple(parts), snooze=snooze)
    openings = [
        DeliveredSlot(slot.kind, slot.key, slot.opens) for slot in slots(plan, now.date(), zone)
    ]
    told = [opening for opening in openings if data.draw(st.booleans())]
    known = ReminderFacts(0, 0, untouched=False, unlocked=tuple(parts), snooze=snooze)
    answer = may_be_owed(plan, told, known, now)
    if owed(plan, told, facts, now) is not None:
        assert answer
    everything = [
        facts._replace(due=due, minutes=minutes, untouched=untouched)
        for due in (0, 1)
        for minutes in (0, 1)
        for untouched in (False, True)
    ]
    assert answer is any(owed(plan, told, one, now) for one in everything)


@given(plan=PLANS, moment=MOMENTS, zone=ZONES, minutes=st.integers(1, 3000))
def test_during_a_snooze_the_next_reminder_comes_at_its_end(
    plan: ReminderPlan, moment: datetime, zone: ZoneInfo, minutes: int
) -> None:
    until = moment + timedelta(minutes=minutes)
    opens = next_slot(plan, moment.astimezone(zone), until)
    assert opens is not None
    assert opens.tzinfo is zone
    assert opens.astimezone(UTC) >= until
    kind = next(iter(plan.kinds - {"series"}), None)
    facts = UNTOUCHED._replace(snooze=Snooze(until, kind))
    assert kind is None or owed(plan, [], facts, opens) is not None
    assert next_slot(plan._replace(on=False), moment.astimezone(zone), until) is None


# --- a clock that jumps, by minutes or by 26 years, forward and back

JUMPS = st.one_of(
    st.integers(-3000, 3000).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(-20, 20).map(lambda days: timedelta(days=days)),
    st.sampled_from([timedelta(days=sign * 26 * 365) for sign in (1, -1)]),
)
NEWS = st.integers(-30000, 30000).map(
    lambda minutes: Unlocked("S", 2, "Two", EPOCH + timedelta(minutes=minutes), 1)
)
FACTS = st.builds(
    ReminderFacts,
    due=st.integers(0, 1),
    minutes=st.just(1),
    untouched=st.booleans(),
    unlocked=st.lists(NEWS, max_size=1).map(tuple),
    snooze=st.none()
    | st.builds(
        Snooze,
        st.integers(-3000, 3000).map(lambda minutes: EPOCH + timedelta(minutes=minutes)),
        st.sampled_from(REMINDER_KINDS),
    ),
)


class Life:
    """A daemon's memory: what it has delivered, and by which clock."""

    def __init__(self, plan: ReminderPlan, facts: ReminderFacts, zone: ZoneInfo) -> None:
        self.sent: list[DeliveredSlot] = []
        self._plan, self._facts, self._zone = plan, facts, zone

    def owed_at(self, moment: datetime) -> Reminder | None:
        """What is owed, from as much of the past as the library gives."""
        now = moment.astimezone(self._zone)
        since = (now - MEMORY).date().isoformat()
        known = [one for one in self.sent if one.slot >= since]
        return owed(self._plan, known, self._facts, now)

    def ticks_at(self, moment: datetime) -> None:
        """Send what is owed; at most one reminder of the queue and one of a series."""
        for _ in range(3):
            reminder = self.owed_at(moment)
            if reminder is None:
                return
            self.sent.append(DeliveredSlot(reminder.kind, reminder.slot, moment))
        raise AssertionError(f"three reminders at once: {self.sent}")


@given(
    plan=PLANS.map(lambda plan: plan._replace(since=None)),
    facts=FACTS,
    zone=ZONES,
    jumps=st.lists(JUMPS, min_size=1, max_size=8),
)
def test_each_slot_is_sent_once_and_a_time_that_comes_again_sends_nothing_again(
    plan: ReminderPlan, facts: ReminderFacts, zone: ZoneInfo, jumps: list[timedelta]
) -> None:
    life, moment = Life(plan, facts, zone), EPOCH
    lived = [moment]
    life.ticks_at(moment)
    for jump in jumps:
        moment += jump
        life.ticks_at(moment)
        lived.append(moment)
    keys = [(one.kind, one.slot) for one in life.sent]
    assert len(keys) == len(set(keys))
    assert [life.owed_at(at) for at in lived] == [None] * len(lived)
