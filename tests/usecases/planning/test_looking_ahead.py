"""Forecast, workload and why, from a real library: they say what `today` says."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from recall.domain.ahead.year_simulation import RETENTIONS
from recall.domain.day.morning import NEEDED, Turn
from recall.domain.day.queue import Queue
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.settings.table import Settings
from recall.storage.tables import day as days
from recall.storage.tables.resources import from_section
from recall.usecases.context import Context
from recall.usecases.planning.looking_ahead import forecast, why, workload
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.pausing import pause
from recall.usecases.planning.sections import lay_down, standings
from recall.usecases.planning.still_to_read import WHOLE_LIST, still_to_read
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive, postpone, suspend
from testing.factories import NOW, TODAY, at, catalog, entries, entry, everything, make_library

LISTED = catalog(
    *entries(9, read=6, minutes=24),
    entry("Long", minutes=200),
    *(entry(f"Part {number}", series="S", part=number, minutes=15) for number in range(1, 5)),
    entry("Longer", minutes=300, section=("Other",)),
    entry("Short", minutes=5, section=("Other", "Below")),
    entry("Elsewhere", minutes=12, section=("Last",)),
)


def with_settings(context: Context, **settings: object) -> Context:
    changed = Settings()._replace(**settings)  # type: ignore[arg-type]  # keywords of the tests
    return context._replace(settings=changed)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    made = make_library(database_url, LISTED)
    with made.store:
        yield made


def minutes(queue: Queue) -> tuple[int, int]:
    revisits, readings = (sum(one.minutes for one in part) for part in (queue.revisit, queue.read))
    return revisits, readings


def does_everything(context: Context) -> None:
    queue = today(context)
    for visit in (*queue.revisit, *queue.read):
        given = Grade(Rating.GOOD, context.today, visit.minutes)
        if visit.left:
            sit(context, visit.resource, given)
        else:
            grade(context, visit.resource, given)


def test_who_does_each_days_plan_sees_what_was_forecast(context: Context) -> None:
    """Until the first failure is expected, which nobody can foresee."""
    days = forecast(context, 12)
    for number, expected in enumerate(days):
        context = at(context, NOW + timedelta(number))
        queue = today(context)
        assert expected.study_date == context.today
        assert (expected.revisit_minutes, expected.reading_minutes) == minutes(queue)
        assert expected.backlog == queue.backlog_revisit
        does_everything(context)
        if any(one.resource.card.reviews for one in queue.revisit):
            break
    else:
        pytest.fail("nothing came back within the days")
    assert number > 1


def test_the_forecast_begins_with_what_is_left_of_today(context: Context) -> None:
    first = today(context).revisit[0]
    grade(context, first.resource, Grade(Rating.GOOD, TODAY))
    assert forecast(context, 1)[0].revisits == len(today(context).revisit)


def test_a_day_of_the_week_has_its_own_minutes_in_the_forecast(context: Context) -> None:
    days = forecast(with_settings(context, weekday_minutes="tue 10, sat 100"), 7)
    assert [one.budget_minutes for one in days] == [45, 10, 45, 45, 45, 100, 45]


def test_nothing_is_forecast_in_a_pause(context: Context) -> None:
    pause(context, TODAY + timedelta(2), TODAY + timedelta(5))
    days = forecast(context, 6)
    planned = [one.revisits + one.readings > 0 for one in days]
    assert planned == [True, True, False, False, False, True]
    assert days[5].revisits > 0


@pytest.mark.slow
@pytest.mark.parametrize("retention", [0.85, 0.88])
def test_the_retention_in_use_has_its_row(context: Context, retention: float) -> None:
    found = workload(with_settings(context, desired_retention=retention))
    assert [one.desired_retention for one in found.workloads] == sorted({*RETENTIONS, retention})
    assert found.in_use == retention
    assert (found.cards, found.readings) == (17, 11)
    assert found.reading_minutes == pytest.approx((3 * 24 + 200 + 60 + 300 + 5 + 12) / 365)


def test_an_empty_library_has_nothing_ahead(empty: Context) -> None:
    assert {one[2:] for one in forecast(empty, 3)} == {(0, 0, 0, 0, 0)}
    found = workload(empty)
    assert (found.cards, found.readings, found.reading_minutes) == (0, 0, 0)
    assert {one[1:] for one in found.workloads} == {(0, 0, None, None)}


def lives_a_while(context: Context, random: Random) -> Context:
    """Some days of anything: graded, sat over, put off, put aside; the last day half done."""
    for day in range(random.randint(1, 25)):
        context = at(context, NOW + timedelta(day))
        for one in random.sample(everything(context), 4):
            given = Grade(random.choice(list(Rating)), context.today, random.randint(1, 40))
            action = random.choice((grade, grade, sit, suspend, archive, postpone))
            try:
                if action is postpone:
                    postpone(context, one, context.today + timedelta(random.randint(1, 9)))
                elif action in (suspend, archive) and random.random() < 0.8:
                    continue
                elif action in (suspend, archive):
                    action(context, one)
                else:
                    action(context, one, given)
            except BadInput:
                continue  # it could not be done with this one
    return at(context, NOW + timedelta(day + random.choice((0, 0, 1, 9))))


def lays_down(context: Context, random: Random) -> None:
    """Turns, deadlines, priorities and prerequisites, some of which cannot be."""
    for _ in range(random.randint(0, 6)):
        section = random.choice(("Section", "Other", "Below", "Last"))
        turn = random.choice(("first", "later", "hold", "normal"))
        deadline = random.choice((None, context.today + timedelta(random.randint(0, 30))))
        one, other = random.sample(everything(context), 2)
        priority = random.choice(("high", "low", None))
        try:
            lay_down(context, section, turn, deadline)
            edit(context, one, Edit(priority=priority, after=(other.id,)))
        except BadInput:
            continue  # on hold by a deadline, or round in a circle


def holders(context: Context, one: Resource, unread: dict[int, Resource]) -> set[int]:
    """Every unread thing that comes before something, by the rows of the library."""
    sql = "SELECT after_id FROM prerequisite WHERE resource_id = :id"
    before = {number for (number,) in context.store.rows(sql, {"id": one.id})} & set(unread)
    if one.series:
        before |= {
            other.id
            for other in unread.values()
            if other.series == one.series and (other.part or 0) < (one.part or 0)
        }
    return before


def offered(context: Context) -> list[days.Sections]:
    """All sections but those on hold, whatever their order."""
    held = [from_section(one.section) for one in standings(context) if one.rule.turn == "hold"]
    return [days.Sections(held, others=True)]


def expected_reason(context: Context, one: Resource, queue: Queue) -> str:
    """The same from the rows of the library, said another way."""
    if one.status in ("suspended", "archived"):
        return one.status
    if one.id in {done.resource.id for done in queue.done}:
        return "done"
    ready = "paused" if queue.pause else "waiting"
    if one.card.due is not None:
        later = "postponed" if one.card.postponed_from else "not due"
        return later if one.card.due > queue.study_date else ready
    unread = {
        other.id: other
        for other in everything(context)
        if other.status in ("unread", "reading") and not other.gone
    }
    if holders(context, one, unread):
        return "held back"
    free = {other.id for other in days.to_read(context.store, WHOLE_LIST, offered(context))}
    return ready if one.id in free else "on hold"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(16))
def test_why_says_of_everything_what_today_shows(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    made = make_library(f"sqlite:///{tmp_path / 'library.db'}", LISTED)
    with made.store:
        context = lives_a_while(made, random)
        lays_down(context, random)
        if seed % 4 == 3:
            pause(context, None, None)
        context = with_settings(context, daily_minutes=random.choice((1, 10, 45, 200)))
        queue = today(context)
        listed = [one.resource.id for one in queue.in_turn]
        for one in everything(context):
            found = why(context, one)
            planned = one.id in listed
            beginning = "It is in" if planned else "It is not in"
            assert found.paragraph.startswith(f"{beginning} today's queue")
            reason = "planned" if planned else expected_reason(context, one, queue)
            assert found.reason == reason, one.title
            assert found.position == (listed.index(one.id) + 1 if planned else None)
            if found.facts.enough is not None:
                more, less = (today(context, found.facts.enough - fewer) for fewer in (0, 1))
                assert one.id in {visit.resource.id for visit in more.in_turn}
                assert one.id not in {visit.resource.id for visit in less.in_turn}


@pytest.mark.slow
@pytest.mark.parametrize("budget", [10, 45])
def test_in_front_of_a_revisit_of_a_crowded_day_is_what_buys_more(
    database_url: str, budget: int
) -> None:
    """Each of many is in a place of its own, those listed today are the first of them."""
    crowd = catalog(*entries(160, read=150, minutes=24), entry("Next", minutes=15))
    with make_library(database_url, crowd).store as store:
        context = at(Context(store, NOW, Settings()), NOW + timedelta(300))
        context = with_settings(context, daily_minutes=budget)
        queue = today(context)
        crowded = {one.id: one for one in everything(context) if one.card.due is not None}
        line = [one.id for one in why(context, crowded[1]).facts.standing.revisits]
        assert sorted(line) == sorted(crowded)
        listed = [one.resource.id for one in queue.revisit]
        assert line[: len(listed)] == listed
        last = why(context, crowded[line[149]])
        assert "cannot hold all that is due" in last.paragraph
        assert "it is number 150 of 150" in last.paragraph
        assert "In front of it 149 revisits wait" in last.paragraph
        reading = why(context, next(one for one in everything(context) if one.title == "Next"))
        assert len([one for one in reading.facts.ahead if one.card.due]) == len(listed)


def test_the_minutes_in_front_are_those_that_were_learned(context: Context) -> None:
    """Told of a resource and of what stands before it, as today plans them."""
    for one in [one for one in everything(context) if one.status == "unread"][:3]:
        grade(context, one, Grade(Rating.GOOD, TODAY, 2 * one.minutes))
    later = at(context, NOW + timedelta(1))
    pace = pace_of(later.store, later.today)
    waiting = [why(later, one) for one in everything(later)]
    ahead = [one for found in waiting if found.reason == "waiting" for one in found.facts.ahead]
    assert any(one.card.due is None for one in ahead)
    assert any(one.card.due is not None for one in ahead)
    known = {one.id: pace.planned(one) for one in everything(later)}
    assert {one.next_minutes - known[one.id].next_minutes for one in ahead} == {0}
    assert any(one.minutes != known[one.id].minutes for one in everything(later))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_what_is_sorted_out_is_what_is_offered_in_the_same_order(tmp_path: Path, seed: int) -> None:
    """What has no reason to wait is what the planner is given, whatever is laid down."""
    random = Random(seed)
    made = make_library(f"sqlite:///{tmp_path / 'library.db'}", LISTED)
    with made.store:
        context = lives_a_while(made, random)
        lays_down(context, random)
        line = still_to_read(context, everything(context))
    free = [one for one in line.unread if not line.after.get(one.id) and not line.is_on_hold(one)]
    assert [one.id for one in free] == [one.id for one in line.free]


def test_what_waits_for_another_is_forecast_after_it_and_what_is_on_hold_never(
    context: Context,
) -> None:
    found = {one.title: one for one in everything(context)}
    edit(context, found["Short"], Edit(after=(found["Elsewhere"].id,), priority="high"))
    archive(context, found["Longer"])
    lay_down(context, "Section", "hold", None)
    for one in everything(context):
        if one.card.due is not None:
            suspend(context, one)
    readings = [(one.readings, one.reading_minutes) for one in forecast(context, 20)]
    assert readings == [(1, 12), (1, 5), *[(0, 0)] * 18]


def test_what_is_on_hold_is_no_part_of_the_year(context: Context) -> None:
    lay_down(context, "Section", "hold", None)
    assert workload(context).readings == 3


def test_a_deadline_presses_what_is_held_back_too(context: Context) -> None:
    lay_down(context, "Section", "normal", TODAY + timedelta(3))
    line = still_to_read(context, everything(context))
    parts = [one for one in line.unread if one.series == "S"]
    assert {line.turns[one.id] for one in parts} == {Turn(NEEDED, TODAY + timedelta(3))}


def test_a_deadline_presses_behind_a_sooner_one(database_url: str) -> None:
    """What can be read now is for the sooner one, and all of the later one waits for it."""
    listed = catalog(
        entry("Plain", minutes=18, section=("Plain",)),
        entry("Soon", minutes=18, section=("Soon",)),
        entry("Late", minutes=40, section=("Late",)),
    )
    made = make_library(database_url, listed)
    with made.store:
        plain, soon, late = everything(made)
        edit(made, late, Edit(after=(soon.id,)))
        lay_down(made, "Soon", "normal", TODAY + timedelta(1))
        lay_down(made, "Late", "normal", TODAY + timedelta(2))
        line = still_to_read(made, everything(made))
        assert [one.id for one in line.unread] == [soon.id, late.id, plain.id]
        assert line.turns[late.id] == Turn(NEEDED, TODAY + timedelta(2))
        context = with_settings(made, daily_minutes=20)
        expected = [one.reading_minutes for one in forecast(context, 3)]
        for number, planned in enumerate(expected):
            context = at(context, NOW + timedelta(number))
            assert planned == minutes(today(context))[1]
            does_everything(context)


def test_a_high_priority_is_revisited_sooner(context: Context) -> None:
    def revisits() -> int:
        return sum(one.revisits for one in forecast(context, 90))

    usual = revisits()
    for one in everything(context):
        edit(context, one, Edit(priority="high"))
    assert revisits() > usual
