"""Reminding, on a real library and with a way to deliver that the test holds in its hand."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.reminders.message import Delivered, Delivery, Message, Undelivered
from recall.domain.reminders.owed import Reminder, Snooze
from recall.domain.reminders.slots import ReminderPlan
from recall.errors import StorageError
from recall.notify.notifier import Notifier
from recall.settings.table import Settings
from recall.storage.tables import reminders
from recall.storage.tables.reminders import LEASE
from recall.usecases import reminding
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.today import today
from recall.usecases.rating import grading
from recall.usecases.rating.grading import Grade
from recall.usecases.reminding import Machine
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library, titled

DESK, LAPTOP = Machine("desk"), Machine("laptop", "zh")
GOOD = Grade(Rating.GOOD, TODAY)
SLOT = ("digest", "2026-03-02@09:00")


class Desktop(Notifier):
    """Keeps what it is sent; without a screen it says so."""

    name = "desktop"

    def __init__(self) -> None:
        self.shown: list[Message] = []
        self.is_there = True
        self.takes = True

    def problem(self) -> Undelivered | None:
        return None if self.is_there else Undelivered(self.name, "no screen", "buy one")

    def send(self, message: Message) -> Delivery:
        if self.takes:
            self.shown.append(message)
        return Delivered(self.name) if self.takes else Undelivered(self.name, "it broke", "mend it")


def away(*_: object, **__: object) -> None:
    raise StorageError("the server is away")


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    """One revisit due at NOW, and a series of two."""
    listed = catalog(
        entry("VLLM论文", read=True),
        *(entry(f"Part {part}", series="CS336", part=part) for part in (1, 2)),
    )
    before = NOW - timedelta(days=60)
    context = make_library(sqlite_url, listed, before)
    with context.store:
        yield at(context, NOW)


def test_what_is_owed_is_sent_once(library: Context, desktop: Desktop) -> None:
    first = reminding.remind(library, [desktop], DESK)
    assert (first.state, first.reminder) == ("sent", Reminder(*SLOT))
    assert reminding.remind(library, [desktop], LAPTOP).state == "nothing owed"
    (message,) = desktop.shown
    assert message.title == "Today's revisit"
    assert message.body == "1 revisit, 5 min, and Part 1, 20 min · next: Part 1, VLLM论文"
    assert message.url == "https://example.org/Part-1"
    assert [key for key, _ in message.actions] == ["review", "snooze", "tomorrow"]


def test_each_machine_reminds_where_that_is_wished(library: Context, desktop: Desktop) -> None:
    each = library._replace(settings=library.settings._replace(remind_machines="each"))
    for machine in (DESK, LAPTOP):
        assert reminding.remind(each, [desktop], machine).state == "sent"
        assert reminding.remind(each, [desktop], machine).state == "nothing owed"
    assert [message.title for message in desktop.shown] == ["Today's revisit", "今天的重温"]


CHANGES = [
    ({"remind_machines": "each"}, {}),
    ({}, {"remind_machines": "each"}),
    ({"remind_machines": "each"}, {"remind_times": "09:35"}),
    ({}, {"remind_times": "09:35", "remind_machines": "each"}),
    ({}, {"remind_times": "08:20"}),
]


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_a_change_of_the_settings_does_not_send_again(
    library: Context, desktop: Desktop, before: dict[str, str], after: dict[str, str]
) -> None:
    first = library._replace(settings=library.settings._replace(**before))
    assert reminding.remind(first, [desktop], DESK).state == "sent"
    later = NOW + timedelta(minutes=10)
    settings = library.settings._replace(**after)
    changed = Context(library.store, settings, later + timedelta(minutes=1), later)
    assert reminding.remind(changed, [desktop], DESK).state == "nothing owed"


@pytest.mark.parametrize(("stay", "slots"), [(False, 2), (True, 1)])
def test_a_reminder_that_is_set_to_stay_gives_way_to_the_next_of_its_kind(
    library: Context, desktop: Desktop, stay: bool, slots: int
) -> None:
    settings = library.settings._replace(remind_stay=stay, remind_kinds="digest")
    for days in (0, 1):
        now = at(library._replace(settings=settings), NOW + timedelta(days=days))
        assert reminding.remind(now, [desktop], DESK).state == "sent"
    assert {message.stays for message in desktop.shown} == {stay}
    assert len({message.slot for message in desktop.shown}) == slots
    assert {message.slot.split()[0] for message in desktop.shown} == {"digest"}


def test_news_of_two_series_that_are_set_to_stay_stand_beside_each_other(
    library: Context, desktop: Desktop
) -> None:
    settings = library.settings._replace(remind_stay=True, remind_kinds="series")
    series = library._replace(settings=settings)
    grading.grade(series, titled(library, "Part 1"), GOOD)
    later = at(series, NOW + timedelta(days=1))
    assert reminding.remind(later, [desktop], DESK).state == "sent"
    (message,) = desktop.shown
    assert message.stays
    assert message.slot.endswith(f"#{titled(library, 'Part 2').id}")


def test_a_machine_that_cannot_deliver_claims_nothing(library: Context, desktop: Desktop) -> None:
    desktop.is_there = False
    done = reminding.remind(library, [desktop], LAPTOP)
    assert done.state == "cannot deliver"
    assert [attempt.hint for attempt in done.attempts] == ["buy one"]
    assert reminding.remind(library, [Desktop()], DESK).state == "sent"


def test_what_could_not_be_delivered_is_left_to_a_machine_that_can(
    library: Context, desktop: Desktop
) -> None:
    desktop.takes = False
    assert reminding.remind(library, [desktop], DESK).state == "not delivered"
    other = Desktop()
    assert reminding.remind(library, [other], LAPTOP).state == "sent"
    assert len(other.shown) == 1


def test_what_could_neither_be_delivered_nor_released_waits_for_the_end_of_its_lease(
    library: Context, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.takes = False
    with monkeypatch.context() as patch:
        patch.setattr(reminders, "release", away)
        assert reminding.remind(library, [desktop], DESK).state == "not delivered"
    desktop.takes = True
    assert reminding.remind(library, [desktop], LAPTOP).state == "taken"
    later = at(library, NOW + LEASE + timedelta(seconds=1))
    assert reminding.remind(later, [desktop], LAPTOP).state == "sent"


def test_what_arrived_but_could_not_be_noted_is_noted_later(
    library: Context, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(reminders, "mark_sent", away)
        done = reminding.remind(library, [desktop], DESK)
    assert (done.state, done.reminder) == ("not noted", Reminder(*SLOT))
    assert done.reminder is not None
    assert reminding.note(library, done.reminder, "desktop", DESK) == "sent"
    later = at(library, NOW + 2 * LEASE)
    assert reminding.remind(later, [desktop], DESK).state == "nothing owed"


def test_nothing_is_sent_during_a_snooze_and_something_when_it_ends(
    library: Context, desktop: Desktop
) -> None:
    reminding.snooze(library, NOW + timedelta(hours=1))
    assert reminding.remind(library, [desktop], DESK).state == "nothing owed"
    later = at(library, NOW + timedelta(hours=1))
    assert reminding.remind(later, [desktop], DESK).state == "sent"


def test_a_snooze_brings_back_what_was_clicked_or_else_what_was_told_last_today(
    library: Context, desktop: Desktop
) -> None:
    def brings(kind: str | None, now: datetime) -> Snooze | None:
        reminding.snooze(at(library, now), now + timedelta(hours=1), kind)
        return reminders.last_snooze(library.store, now)

    hour = timedelta(hours=1)
    assert brings(None, NOW) == Snooze(NOW + hour, None), "nothing was told yet"
    reminding.end_snooze(library)
    assert reminding.remind(library, [desktop], LAPTOP).state == "sent"
    assert brings(None, NOW) == Snooze(NOW + hour, "digest")
    assert brings("nudge", NOW) == Snooze(NOW + hour, "nudge")
    assert brings(None, NOW + 24 * hour) == Snooze(NOW + 25 * hour, None), "another day"


def test_a_nudge_that_was_put_off_comes_again_though_nothing_is_due(
    library: Context, desktop: Desktop
) -> None:
    nudges = library._replace(settings=library.settings._replace(remind_kinds="nudge"))
    evening = NOW.replace(hour=19, minute=0)
    assert reminding.remind(at(nudges, evening), [desktop], DESK).state == "sent"
    kind, _, _ = desktop.shown[0].slot.partition(" ")
    reminding.snooze(at(nudges, evening), evening + timedelta(hours=1), kind)
    for minutes, state in ((30, "nothing owed"), (60, "sent"), (61, "nothing owed")):
        then = at(nudges, evening + timedelta(minutes=minutes))
        assert reminding.remind(then, [desktop], DESK).state == state
    assert [message.title for message in desktop.shown] == ["Still time today"] * 2


def test_a_snooze_that_is_ended_repeats_nothing_and_keeps_nothing_back(
    library: Context, desktop: Desktop
) -> None:
    assert reminding.end_snooze(library) is None
    reminding.snooze(library, NOW + timedelta(days=1))
    assert reminding.end_snooze(library) == NOW + timedelta(days=1)
    assert reminding.snoozed_until(library) is None
    assert reminding.remind(library, [desktop], DESK).state == "sent"
    reminding.snooze(library, NOW + timedelta(minutes=10))
    later = at(library, NOW + timedelta(minutes=1))
    reminding.end_snooze(later)
    for minutes in (1, 11):
        then = at(library, NOW + timedelta(minutes=minutes))
        assert reminding.remind(then, [desktop], DESK).state == "nothing owed"


def test_the_queue_is_read_only_when_something_may_be_owed(
    library: Context, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(reminding, "today", lambda context: read.append(1) or today(context))
    early = at(library, NOW.replace(hour=8, minute=30))
    assert reminding.remind(early, [desktop], DESK).state == "nothing owed"
    assert read == []
    assert reminding.remind(library, [desktop], DESK).state == "sent"
    assert read == [1]
    assert reminding.remind(library, [desktop], DESK).state == "nothing owed"
    assert read == [1]


def test_in_a_pause_nothing_is_sent_and_after_it_the_day_is(
    library: Context, desktop: Desktop
) -> None:
    grading.grade(library, titled(library, "Part 1"), GOOD)  # news of Part 2
    pause(library, None, TODAY + timedelta(days=3))
    for hours in range(0, 60, 4):
        later = at(library, NOW + timedelta(hours=hours))
        assert reminding.remind(later, [desktop], DESK).state == "nothing owed"
    assert reminding.remind(at(library, NOW + timedelta(days=3)), [desktop], DESK).state == "sent"


def test_on_a_day_off_nothing_is_sent_and_after_it_the_day_is(
    library: Context, desktop: Desktop
) -> None:
    grading.grade(library, titled(library, "Part 1"), GOOD)  # news of Part 2
    set_date_minutes(library, TODAY, 0)
    off = library._replace(settings=library.settings._replace(weekday_minutes="mon 0"))
    undone = library._replace(settings=library.settings._replace(weekday_minutes="tue 0"))
    for context in (off, undone):
        for hours in range(0, 12, 4):
            later = at(context, NOW + timedelta(hours=hours))
            assert reminding.remind(later, [desktop], DESK).state == "nothing owed"
    assert reminding.remind(at(off, NOW + timedelta(days=1)), [desktop], DESK).state == "sent"


def test_a_snooze_until_a_day_ends_with_the_first_digest(library: Context) -> None:
    end = reminding.end_of_snooze(library, library.today + timedelta(days=1))
    assert end == NOW.replace(hour=9, minute=0) + timedelta(days=1)


def test_a_part_is_unlocked_by_the_first_reading_of_the_one_before(library: Context) -> None:
    assert reminding.facts(library, today(library)).unlocked == ()
    grading.grade(library, titled(library, "Part 1"), GOOD)
    told = reminding.facts(library, today(library))
    (part,) = told.unlocked
    assert part == ("CS336", 2, "Part 2", NOW, titled(library, "Part 2").id)
    message = reminding.compose(Reminder("series", "x", part), today(library), "en")
    assert message.body == "CS336 · part 2: Part 2"


def test_a_nudge_says_that_nothing_is_done_and_a_day_begun_needs_none(library: Context) -> None:
    study = today(library)
    told = reminding.facts(library, study)
    assert told.untouched
    assert "Nothing done" in reminding.compose(Reminder("nudge", "x"), study, "en").body
    grading.grade(library, titled(library, "VLLM论文"), GOOD)
    assert not reminding.facts(library, today(library)).untouched


def test_the_default_settings_are_the_default_plan(library: Context) -> None:
    assert reminding.plan_of(library.settings) == ReminderPlan()


LANGUAGES = [
    ("auto", {}, "en"),
    ("auto", {"LANG": "zh_CN.UTF-8"}, "zh"),
    ("auto", {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
    ("auto", {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
    ("zh", {"LANG": "en_US"}, "zh"),
    ("en", {"LANG": "zh_CN"}, "en"),
]


@pytest.mark.parametrize(("setting", "environ", "language"), LANGUAGES)
def test_the_language_is_the_setting_or_the_locale(
    library: Context, setting: str, environ: dict[str, str], language: str
) -> None:
    settings = library.settings._replace(language=setting)
    assert reminding.language_of(settings, environ) == language


def test_a_trial_needs_no_library(library: Context) -> None:
    assert reminding.trial(None, "zh").title == "今天的重温"
    assert reminding.trial(None, "zh").body.startswith("这是一条测试")
    trial = reminding.trial(library, "en")
    assert (trial.body[:17], trial.stays) == ("1 revisit, 5 min,", False)
    stays = library._replace(settings=library.settings._replace(remind_stay=True))
    assert reminding.trial(stays, "en").stays


def test_a_trial_of_a_day_with_nothing_to_do_has_words_of_its_own(sqlite_url: str) -> None:
    with make_library(sqlite_url).store as store:
        empty = Context(store, Settings(), NOW)
        assert reminding.trial(empty, "en").body.startswith("This is a test")
