"""How a person is reminded now: what is about to be sent, and what came last."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.reminders.owed import Reminder
from recall.settings.table import Settings
from recall.usecases import reminding
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.planning.revising import set_minutes
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.reminding import Machine
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library

DESK, LAPTOP = Machine("desk"), Machine("laptop")
DIGEST = Reminder("digest", "2026-03-02@09:00")


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    """One revisit that is due at NOW, half an hour after the digest's time."""
    context = make_library(sqlite_url, catalog(entry("VLLM论文", read=True)), NOW)
    with context.store:
        yield at(context, NOW)


def test_what_is_owed_now_is_what_comes_next_and_then_it_came_last(library: Context) -> None:
    fresh = reminding.overview(library, DESK)
    assert (fresh.last_sent, fresh.snoozed_until) == (None, None)
    assert fresh.plan == reminding.plan_of(library.settings)
    assert (fresh.owed, fresh.next_slot) == (DIGEST, NOW)
    reminding.note(library, DIGEST, "desktop", DESK)
    after = reminding.overview(library, DESK)
    assert after.last_sent == ("digest", DIGEST.slot, NOW, "desktop")
    assert (after.owed, after.next_slot) == (None, NOW.replace(hour=19, minute=0))


@pytest.mark.parametrize(("machines", "owed"), [("once", None), ("each", DIGEST)])
def test_what_another_machine_has_sent_is_about_to_be_sent_here_if_each_is_to(
    library: Context, machines: str, owed: Reminder | None
) -> None:
    settings = library.settings._replace(remind_machines=machines)
    shared = library._replace(settings=settings)
    reminding.note(shared, DIGEST, "desktop", DESK)
    assert reminding.overview(shared, DESK).owed is None
    assert reminding.overview(shared, LAPTOP).owed == owed


TOMORROW_AT_NINE = (NOW + timedelta(days=1)).replace(hour=9, minute=0)


def test_with_nothing_to_say_today_the_next_time_is_tomorrow(sqlite_url: str) -> None:
    with make_library(sqlite_url, catalog(), NOW).store as store:
        empty = Context(store, Settings(), NOW)
        overview = reminding.overview(empty, DESK)
    assert (overview.owed, overview.next_slot) == (None, TOMORROW_AT_NINE)


@pytest.mark.parametrize("is_snoozed", [False, True])
def test_once_the_plan_is_done_no_slot_of_today_is_named(
    library: Context, is_snoozed: bool
) -> None:
    reminding.note(library, DIGEST, "desktop", DESK)
    if is_snoozed:
        reminding.snooze(library, NOW + timedelta(hours=1))
    grade(library, "1", Grade(Rating.GOOD, TODAY, 5))
    assert reminding.overview(library, DESK).next_slot == TOMORROW_AT_NINE
    evening = library._replace(now=NOW.replace(hour=20))
    assert reminding.overview(evening, DESK).next_slot == TOMORROW_AT_NINE


def test_once_something_is_done_no_nudge_is_named_but_a_later_digest_is(library: Context) -> None:
    added = add(library, "https://example.org/b", None, (), Edit(minutes=10))
    reminding.note(library, DIGEST, "desktop", DESK)
    plan_of_today(library)
    sit(library, added, Grade(Rating.GOOD, TODAY, 5))
    assert reminding.overview(library, DESK).next_slot == TOMORROW_AT_NINE
    twice = library._replace(settings=library.settings._replace(remind_times="09:00, 20:00"))
    assert reminding.overview(twice, DESK).next_slot == NOW.replace(hour=20, minute=0)


@pytest.mark.parametrize(
    ("paused", "minutes", "planned", "comes"),
    [
        ((None, None), {}, None, None),
        ((None, 5), {}, None, (5, 9)),
        ((1, 3), {}, None, (0, 19)),
        (None, {0: 0}, None, (1, 9)),
        (None, {0: 0}, 20, (0, 19)),
        (None, {0: 0, 1: 0, 2: 0}, None, (3, 9)),
        ((1, 3), {0: 0}, None, (3, 9)),
    ],
)
def test_the_next_slot_is_on_a_day_that_can_have_a_plan(
    library: Context,
    paused: tuple[int | None, int | None] | None,
    minutes: dict[int, int],
    planned: int | None,
    comes: tuple[int, int] | None,
) -> None:
    reminding.note(library, DIGEST, "desktop", DESK)
    days = [None if one is None else TODAY + timedelta(one) for one in paused or ()]
    if days:
        pause(library, *days)
    for after, left in minutes.items():
        set_date_minutes(library, TODAY + timedelta(after), left)
    if planned:
        set_minutes(library, planned)
    after = comes and NOW.replace(hour=comes[1], minute=0) + timedelta(days=comes[0])
    assert reminding.overview(library, DESK).next_slot == after


def test_in_a_snooze_nothing_is_owed_and_its_end_comes_next(library: Context) -> None:
    until = NOW + timedelta(hours=1)
    reminding.snooze(library, until)
    now = reminding.overview(library, DESK)
    assert now.snoozed_until == now.next_slot == until
    assert now.owed is None
    later = reminding.overview(at(library, until), DESK)
    assert (later.snoozed_until, later.owed) == (None, DIGEST)
