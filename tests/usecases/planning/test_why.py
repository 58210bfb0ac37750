"""Why something is in today's plan or not: it agrees with the plan, and with what `more` does."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from recall.domain.ahead.why import Why
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.usecases.breaks.pausing import pause
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.planning import lines
from recall.usecases.planning.revising import PlanChange, more, put_off, set_minutes
from recall.usecases.planning.sections import lay_down
from recall.usecases.planning.today import today
from recall.usecases.planning.why import explain
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, everything, make_library, titled
from testing.libraries.lives import LISTED, lays_down, lives_a_while


def with_minutes(context: Context, minutes: int) -> Context:
    return context._replace(settings=Settings()._replace(daily_minutes=minutes))


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    with make_library(sqlite_url, LISTED).store as store:
        yield Context(store, Settings(), NOW)


def why(context: Context, title: str) -> Why:
    return explain(context, titled(context, title)).why


def left_ids(context: Context) -> list[int]:
    return [one.visit.resource_id for one in today(context).progress.left]


def test_what_is_planned_has_its_place_in_what_is_left(context: Context) -> None:
    planned = [one.visit for one in today(context).progress.left]
    before = 0
    for place, visit in enumerate(planned, 1):
        found = explain(context, find(context.store, str(visit.resource_id))).why
        assert (found.reason, found.visit, found.position) == ("planned", visit, place)
        assert (found.minutes_before, visit.reason in found.text) == (before, True)
        before += visit.minutes


def test_what_is_done_put_off_or_put_aside_says_so(context: Context) -> None:
    first, second, third, fourth = (
        find(context.store, str(number)) for number in left_ids(context)[:4]
    )
    grade(context, first, Grade(Rating.GOOD, TODAY, 4))
    put_off(context, second)
    suspend(context, third)
    archive(context, fourth)
    found = [explain(context, find(context.store, str(one.id))).why.reason for one in
             (first, second, third, fourth)]  # fmt: skip
    assert found == ["done", "put off", "suspended", "archived"]


def test_a_reading_waits_for_parts_and_prerequisites(context: Context) -> None:
    found = {one.title: one for one in everything(context)}
    edit(context, found["Part 3"], Edit(after=(found["Short"].id,)))
    assert why(context, "Part 2").held_by == (found["Part 1"].id,)
    ids = tuple(found[title].id for title in ("Part 1", "Part 2", "Short"))
    assert (why(context, "Part 3").reason, why(context, "Part 3").held_by) == ("held back", ids)


def test_a_section_on_hold_says_so_unless_a_deadline_needs_the_reading(context: Context) -> None:
    lay_down(context, "Last", "hold", None)
    assert why(context, "Elsewhere").reason == "on hold"
    lay_down(context, "Below", "later", None)
    assert why(context, "Short").reason == "waiting"
    edit(context, titled(context, "Longer"), Edit(after=(titled(context, "Elsewhere").id,)))
    lay_down(context, "Other", "first", TODAY + timedelta(2))
    assert why(context, "Elsewhere").reason in ("planned", "waiting")


def test_in_a_pause_nothing_waits_for_its_turn(context: Context) -> None:
    pause(context, TODAY, TODAY + timedelta(3))
    assert why(context, "Resource 1").text.endswith("in the pause until 2026-03-05.")
    assert why(context, "Long").reason == "paused"
    assert why(context, "Part 2").reason == "held back"


def test_a_day_off_has_no_plan(context: Context) -> None:
    context = with_minutes(context, 45)._replace(
        settings=Settings()._replace(weekday_minutes="mon 0")
    )
    assert why(context, "Resource 1").text.endswith("in line; today is a day off.")
    assert explain(context, titled(context, "Long")).day.visits == []


def test_a_turn_is_expected_at_the_pace_of_the_last_weeks(context: Context) -> None:
    """At first as readings are planned, 18 minutes a day; after a week as they were read."""
    usual = why(context, "Elsewhere")
    assert usual.expected is not None
    reading = titled(context, "Long")
    sit(context, reading, Grade(Rating.GOOD, TODAY, 10))
    later = at(context, NOW + timedelta(10))  # a minute a day
    slow = why(later, "Elsewhere")
    assert slow.expected is not None
    days = (slow.expected - later.today).days
    assert days > 10 * (usual.expected - TODAY).days
    assert slow.ahead.minutes > 300


def test_a_pause_is_no_slow_reading_and_brings_no_turn_nearer(context: Context) -> None:
    sit(context, titled(context, "Long"), Grade(Rating.GOOD, TODAY, 40))
    then = at(context, NOW + timedelta(10))
    days = (why(then, "Elsewhere").expected or TODAY) - then.today
    pause(then, None, then.today + timedelta(30))
    later = at(context, NOW + timedelta(40))
    assert (why(later, "Elsewhere").expected or TODAY) - later.today == days
    pause(later, later.today + timedelta(2), later.today + timedelta(9))
    assert (why(later, "Elsewhere").expected or TODAY) - later.today == days + timedelta(7)
    pause(later, later.today + timedelta(12), None)
    assert (why(later, "Elsewhere").expected or TODAY) - later.today == days + timedelta(7)


def test_a_book_waits_for_days_without_a_book(context: Context) -> None:
    for one in everything(context):
        if one.title.startswith("Resource"):
            archive(context, one)
    for title in ("Long", "Longer"):
        sit(context, titled(context, title), Grade(Rating.GOOD, TODAY, 20))
    tomorrow = with_minutes(at(context, NOW + timedelta(1)), 20)
    found = why(tomorrow, "Long")
    assert found.text.startswith("A book; others are read first")
    assert found.expected is not None
    assert found.expected > tomorrow.today


def test_a_place_far_behind_is_told_only_in_part(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LOOKED_AT", 2)
    context = with_minutes(context, 5)
    found = why(context, "Elsewhere")
    assert (found.ahead.readings, found.ahead.is_rough) == (2, True)
    assert "and 1 or more others; at this pace not before" in found.text


def test_among_very_many_due_a_sample_tells_the_place(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "FEW_DUE", 3)
    monkeypatch.setattr(lines, "SAMPLE", 3)
    later = with_minutes(at(context, NOW + timedelta(30)), 10)
    planned = left_ids(later)
    waiting = [one for one in everything(later) if one.card.due and one.id not in planned]
    found = [explain(later, one).why for one in waiting]
    assert all(one.ahead.is_rough and one.ahead.revisits <= 6 for one in found)
    assert all("about " in one.text and "of 6 in line" in one.text for one in found)


def added_by_more(context: Context, minutes: int | None = None) -> PlanChange:
    """Add to today's plan, and take it back."""
    try:
        found = more(context, minutes)
    except RecallError:
        return PlanChange(today(context).progress.plan)
    undo(context)
    return found


def agrees(context: Context, known: dict[int, Why], resources: dict[int, Resource]) -> None:
    """Compare the lines with what `more` adds: a little, and everything."""
    due = {n for n, one in known.items() if one.reason == "waiting" and resources[n].card.due}
    to_read = {n for n, one in known.items() if one.reason == "waiting"} - due
    little = added_by_more(context).added
    # A reading that today freed takes minutes, and so does what is beyond the day.
    is_full = any(one.beyond for one in today(context).progress.left)
    if little and little[0].task == "revisit" and not is_full:
        added = [visit.resource_id for visit in little if visit.task == "revisit"]
        assert [known[number].ahead.revisits for number in added] == list(range(len(added)))
    everything_added = added_by_more(context, 5000).added
    assert {v.resource_id for v in everything_added if v.task == "revisit"} == due
    readings = [visit.resource_id for visit in everything_added if visit.task != "revisit"]
    following = [number for number in to_read if known[number].text.startswith("Next in line")]
    assert following == readings[:1]
    assert set(readings) <= to_read
    assert all(known[number].held_by for number in known if known[number].reason == "held back")


@pytest.mark.parametrize("seed", range(10))
def test_what_it_calls_next_in_line_is_what_more_adds(tmp_path: Path, seed: int) -> None:
    """Whatever was done, put aside and laid down before, and however far today is done."""
    random = Random(seed)
    with make_library(f"sqlite:///{tmp_path / 'library.db'}", LISTED).store as store:
        context = lives_a_while(Context(store, Settings(), NOW), random)
        lays_down(context, random)
        context = with_minutes(context, random.choice((10, 45, 45, 100)))
        for number in left_ids(context)[: random.randint(0, 3)]:
            given = Grade(Rating.GOOD, context.today, random.randint(1, 20))
            grade(context, find(context.store, str(number)), given)
        if random.random() < 0.3:
            set_minutes(context, random.choice((0, 30, 200)))
        resources = {one.id: one for one in everything(context)}
        known = {number: explain(context, one).why for number, one in resources.items()}
        planned = [number for number, one in known.items() if one.reason == "planned"]
        assert sorted(planned, key=lambda number: known[number].position or 0) == left_ids(context)
        agrees(context, known, resources)
