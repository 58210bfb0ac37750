"""Sections put first, later or on hold, by a deadline or without one; and the day that follows."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest

from recall.domain.day.turns import HELD, TURNS, SectionRule, turn_of
from recall.domain.library.card import Rating
from recall.domain.library.pace import Pace
from recall.domain.library.resource import PRIORITIES, Place, Resource, Section
from recall.errors import AmbiguousSection, BadInput, UnknownSection
from recall.storage.actions import begin
from recall.storage.tables import day as days_of
from recall.storage.tables import log, prerequisites, section_rules
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.single_dates import set_date_minutes
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.reading_line import LineRules, reading_line
from recall.usecases.planning.sections import LaidDown, SectionStanding, below, lay_down, standings
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import archive
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    entry,
    everything,
    make_library,
    titled,
)
from testing.planned_days import left, planned_anew, readings, titles_anew
from testing.planned_days import titles as titles_of
from testing.tables import dump

NO_PACE = Pace()
GPU, CUDA, RUST = ("R", "GPU"), ("R", "GPU", "CUDA"), ("R", "Rust")


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def context(database_url: str) -> Context:
    """Four readings of ten minutes in three sections, and one of them in two."""
    listed = catalog(
        entry("Plain", minutes=10, section=("R",)),
        entry("GPU", minutes=10, section=GPU),
        entry("CUDA", minutes=10, section=CUDA),
        entry("Both", minutes=10, places=[Place(GPU, "Both"), Place(RUST, "Both")]),
    )
    return make_library(database_url, listed)


def titles(context: Context) -> list[str]:
    return titles_anew(context)


def reasons(context: Context) -> list[str]:
    return [visit.reason for visit in planned_anew(context) if visit.task != "revisit"]


def stands(context: Context) -> dict[Section, SectionStanding]:
    return {one.section: one for one in standings(context)}


def test_every_section_is_told_with_what_is_left_in_it_and_below(context: Context) -> None:
    with context.store:
        lay_down(context, "GPU", "first", days(9))
        found = standings(context)
    rule = SectionRule(GPU, "first", days(9), 1)
    assert found == [
        SectionStanding(("R",), SectionRule(("R",)), 4, 40),
        SectionStanding(GPU, rule, 3, 30, 3.0),
        SectionStanding(CUDA, rule, 1, 10),
        SectionStanding(RUST, SectionRule(RUST), 1, 10),
    ]
    assert [one.section for one in below(found, "gpu")] == [GPU, CUDA]


def test_turns_order_the_readings_of_a_day(context: Context) -> None:
    with context.store:
        assert titles(context) == ["Plain", "GPU", "CUDA", "Both"]
        lay_down(context, "CUDA", "first", None)
        assert titles(context) == ["CUDA", "Plain", "GPU", "Both"]
        assert reasons(context)[0] == "its section comes first"
        lay_down(context, "R", "later", None)
        lay_down(context, "Rust", "normal", None)  # an exception from what is above it
        assert titles(context) == ["CUDA", "Both", "Plain", "GPU"]
        lay_down(context, "GPU", "hold", None)
        assert titles(context) == ["CUDA", "Both", "Plain"]
        lay_down(context, "Rust", "hold", None)
        assert titles(context) == ["CUDA", "Plain"]


def test_what_is_on_hold_is_revisited_all_the_same(context: Context) -> None:
    with context.store:
        grade(context, titled(context, "GPU"), Grade(Rating.AGAIN, TODAY))
        lay_down(context, "R", "hold", None)
        tomorrow = today(at(context, NOW + timedelta(days=1)))
    assert titles_of(tomorrow) == ["GPU"]
    assert readings(tomorrow) == []


def test_a_deadline_waits_until_it_takes_half_of_what_readings_have(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "GPU", "later", days(29))  # 30 minutes, and readings have 4 a day
        assert titles(at(slow, NOW + timedelta(14))) == ["Plain", "Both", "GPU", "CUDA"]
        pressing = at(slow, NOW + timedelta(15))
        assert titles(pressing) == ["GPU", "CUDA", "Both", "Plain"]
        assert reasons(pressing)[0] == f"deadline {days(29)}"
        past = at(slow, NOW + timedelta(40))
        assert titles(past) == ["GPU", "CUDA", "Both", "Plain"]
        assert reasons(past)[0] == f"deadline was {days(29)}"


def test_a_deadline_waits_less_where_days_are_off(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    off = slow._replace(settings=slow.settings._replace(weekday_minutes="sat 0, sun 0"))
    with context.store:
        lay_down(context, "GPU", "later", days(19))
        assert titles(slow)[0] == "Plain"
        assert titles(off)[0] == "GPU"
        assert stands(slow)[GPU].a_day == 1.5
        assert stands(off)[GPU].a_day == 30 / 15


def test_a_deadline_waits_less_where_pauses_and_a_day_off_are_planned(context: Context) -> None:
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "GPU", "later", days(19))
        assert titles(slow)[0] == "Plain"
        pause(context, until=days(8), first=days(6))
        pause(context, until=days(14), first=days(12))
        assert titles(slow)[0] == "Plain"
        set_date_minutes(context, days(4), 0)
        assert titles(slow)[0] == "GPU"
        assert stands(slow)[GPU].a_day == 30 / 15


def test_what_stands_in_two_sections_counts_for_the_sooner_deadline_alone(
    context: Context,
) -> None:
    """GPU has 30 minutes, of which 10 are those of Rust too; readings have 4 a day."""
    slow = context._replace(settings=context.settings._replace(daily_minutes=10))
    with context.store:
        lay_down(context, "Rust", "normal", days(9))
        lay_down(context, "GPU", "normal", days(15))
        assert titles(slow)[0] == "Plain"
        lay_down(context, "GPU", "normal", days(14))
        assert titles(slow) == ["Both", "GPU", "CUDA", "Plain"]


def test_of_two_deadlines_the_sooner_comes_first(context: Context) -> None:
    with context.store:
        lay_down(context, "GPU", "normal", days(1))
        lay_down(context, "Rust", "normal", days(0))
        settings = context.settings._replace(daily_minutes=10)
        assert titles(context._replace(settings=settings)) == ["Both", "GPU", "CUDA", "Plain"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("articles", "minutes", "day", "weekdays"),
    [
        (1, 10, 2, ""),
        (9, 15, 9, ""),
        (3, 60, 19, ""),
        (3, 20, 7, "sat 0, sun 0"),
    ],
)
def test_a_deadline_is_met_by_who_does_each_days_plan(
    sqlite_url: str, articles: int, minutes: int, day: int, weekdays: str
) -> None:
    """Beside a begun book, and a dozen revisits to begin with."""
    old = [entry(f"Old {number}", read=True, minutes=40) for number in range(12)]
    new = [entry(f"New {number}", minutes=minutes, section=GPU) for number in range(articles)]
    context = make_library(sqlite_url, catalog(*old, entry("Book", minutes=600), *new))
    context = context._replace(settings=context.settings._replace(weekday_minutes=weekdays))
    with context.store:
        sit(context, titled(context, "Book"), Grade(Rating.GOOD, TODAY, minutes=20))
        lay_down(context, "GPU", "later", days(day))
        for number in range(day + 1):
            _live(at(context, NOW + timedelta(number)))
        assert stands(context)[GPU].unread == 0
        assert stands(context)[("Section",)].unread == 1


def _live(context: Context) -> None:
    """Do all that a day has, in its time."""
    for visit in left(today(context)):
        done = Grade(Rating.GOOD, context.today, minutes=visit.minutes)
        (sit if visit.task == "sitting" else grade)(context, str(visit.resource_id), done)


def test_what_is_laid_down_is_one_action_and_undone(context: Context) -> None:
    with context.store:
        states = [dump(context.store)["section_rule"]]
        for turn, deadline in [("first", days(9)), ("hold", None), ("normal", None)]:
            laid_down = lay_down(context, "gpu", turn, deadline)
            assert laid_down.changed
            rule = laid_down.standing.rule
            assert (rule.turn, rule.deadline) == (turn, deadline)
            states.append(dump(context.store)["section_rule"])
        assert states[0] == states[-1] == {}
        summaries = [one.summary for one in log.history(context.store, 3)]
        assert summaries == [
            "R › GPU: normal",
            "R › GPU: hold",
            f"R › GPU: first, by {days(9)}",
        ]
        for state in reversed(states[:-1]):
            undo(context)
            assert dump(context.store)["section_rule"] == state
        assert doctor(context) == []


def test_what_is_so_already_is_no_action(context: Context) -> None:
    with context.store:
        before = dump(context.store)
        assert lay_down(context, "GPU", "normal").changed is False
        assert dump(context.store) == before
        lay_down(context, "GPU", "first", days(9))
        before = dump(context.store)
        assert lay_down(context, "GPU", None, days(9)).changed is False
        assert lay_down(context, "GPU", "first").changed is False
        assert dump(context.store) == before


def test_what_is_not_given_stays_as_it_is(context: Context) -> None:
    with context.store:
        lay_down(context, "GPU", "first")
        assert lay_down(context, "GPU", None, days(9)).standing.rule[1:3] == ("first", days(9))
        assert lay_down(context, "GPU", "later").standing.rule[1:3] == ("later", days(9))
        assert lay_down(context, "CUDA", "first").standing.rule[1:3] == ("first", days(9))
        past = at(context, NOW + timedelta(20))
        assert lay_down(past, "GPU", "first").standing.rule[1:3] == ("first", days(9))


@pytest.mark.parametrize(
    ("turn", "never"), [("normal", False), ("hold", False), ("later", True), (None, True)]
)
def test_a_deadline_that_is_taken_away_is_told(
    context: Context, turn: str | None, never: bool
) -> None:
    with context.store:
        lay_down(context, "GPU", "first", days(9))
        laid_down = lay_down(context, "GPU", turn, never=never)
        assert laid_down.standing.rule[1:3] == (turn or "first", None)
        assert laid_down.dropped == days(9)
        assert lay_down(context, "GPU", turn, never=never).dropped is None


def test_a_section_that_went_from_its_list_can_still_be_let_go(context: Context) -> None:
    with context.store:
        lay_down(context, "Rust", "hold", None)
        with begin(context.store, "import", NOW, TODAY) as action:
            ids = [row[0] for row in action.rows("SELECT id FROM place WHERE section LIKE '%Rust'")]
            action.delete("place", ids)
        assert stands(context)[RUST] == SectionStanding(
            RUST, SectionRule(RUST, "hold", None, 1), 0, 0
        )
        assert lay_down(context, "Rust", "normal") == LaidDown(
            SectionStanding(RUST, SectionRule(RUST), 0, 0), True
        )
        assert RUST not in stands(context)


REFUSED: Sequence[tuple[str, str | None, date | None, type[Exception], str]] = [
    ("GPU", "soon", None, BadInput, "'soon' is not a turn; give first, later, hold, normal"),
    ("GPU", "first", days(-1), BadInput, "the deadline 2026-03-01 has passed"),
    ("GPU", "hold", days(9), BadInput, "what is on hold is not read"),
    ("nowhere", "first", None, UnknownSection, "no section matches 'nowhere'"),
    ("u", "first", None, AmbiguousSection, "matches 2 sections"),
]


@pytest.mark.parametrize(("name", "turn", "deadline", "error", "says"), REFUSED)
def test_what_cannot_be_laid_down_is_refused_and_changes_nothing(
    context: Context,
    name: str,
    turn: str | None,
    deadline: date | None,
    error: type[Exception],
    says: str,
) -> None:
    with context.store:
        before = dump(context.store)
        with pytest.raises(error, match=says):
            lay_down(context, name, turn, deadline)
        assert dump(context.store) == before


NAMES = [("A",), ("A", "B"), ("A", "B", "C"), ("D",), ("D", "E")]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_database_gives_readings_in_the_order_in_which_the_plan_puts_them(
    sqlite_url: str, seed: int
) -> None:
    random = Random(seed)
    listed = [
        one._replace(places=tuple(Place(name, one.title) for name in random.sample(NAMES, 2)))
        for one in entries(30, read=3, minutes=20)
    ]
    context = make_library(sqlite_url, catalog(*listed))
    with context.store:
        _lay_down_at_random(context, random)
        whole = line(context, days_of.NO_LIMIT)
        for most in (20, 5, 1):
            assert line(context, most)[:most] == whole[:most]
        expected = {one.id for one in everything(context) if _can_be_read(context, one)}
        assert set(whole) == expected


def line(context: Context, limit: int) -> list[int]:
    """Return the IDs of at least the first `limit` readings, in order."""
    budget = open_days(context.store, context)
    rules = LineRules(context.today, NO_PACE, budget, context.settings)
    return [one.resource.id for one in reading_line(context.store, rules, limit)]


def test_minutes_and_deadlines_are_those_that_this_person_is_expected_to_take(
    database_url: str,
) -> None:
    """Six articles of fifteen minutes; four take twice as long, and so will the others."""
    context = make_library(database_url, catalog(*entries(6, minutes=15)))
    with context.store:
        lay_down(context, "Section", "normal", days(2))
        for number in range(1, 5):
            grade(context, titled(context, f"Resource {number}"), Grade(Rating.GOOD, TODAY, 30))
        tomorrow = at(context, NOW + timedelta(days=1))
        (found,) = standings(tomorrow)
        listed = [visit.minutes for visit in planned_anew(tomorrow) if visit.task == "read"]
        assert found.minutes == sum(listed) > 40
        assert found.a_day == pytest.approx(found.minutes / 2)
        assert reasons(tomorrow)[0].startswith("deadline")


def _lay_down_at_random(context: Context, random: Random) -> None:
    for name in random.sample(NAMES, 3):
        turn = random.choice(list(TURNS))
        deadline = None if turn == "hold" else random.choice([None, days(2), days(40)])
        lay_down(context, " › ".join(name), turn, deadline)
    with begin(context.store, "edit", NOW, TODAY) as action:
        for number in random.sample(range(4, 31), 12):
            begun = random.choice([0, 0, 5])
            values = {"priority": random.choice(PRIORITIES), "minutes_read": begun}
            status = "reading" if begun else "unread"
            action.update("resource", number, values | {"status": status})
        waits = [
            (number, random.randint(1, number - 1)) for number in random.sample(range(5, 31), 6)
        ]
        rows = [{"resource_id": number, "after_id": earlier} for number, earlier in waits]
        action.insert("prerequisite", rows)


def _can_be_read(context: Context, one: Resource) -> bool:
    rules = section_rules.rules(context.store)
    unread = {other.id for other in everything(context) if other.card.due is None}
    turn = turn_of((place.section for place in one.places), rules)
    waits = unread.intersection(prerequisites.after(context.store, one.id))
    return one.id in unread and turn.rank != HELD and not waits


def waiting(url: str) -> Context:
    """GPU waits for the third of three parts, and the second of them for Deep; all elsewhere."""
    parts = [
        entry(f"Part {part}", minutes=10, section=("R",), series="S", part=part)
        for part in (1, 2, 3)
    ]
    listed = catalog(
        entry("Plain", minutes=10, section=("R",)),
        *parts,
        entry("Deep", minutes=10, section=RUST),
        entry("GPU", minutes=10, section=GPU),
    )
    context = make_library(url, listed)
    _wait(context, "GPU", "Part 3")
    _wait(context, "Part 2", "Deep")
    return context._replace(settings=context.settings._replace(daily_minutes=25))


def _wait(context: Context, title: str, other: str) -> None:
    edit(context, titled(context, title), Edit(after=(titled(context, other).id,)))


def test_what_a_deadline_waits_for_is_read_for_it_wherever_it_stands(database_url: str) -> None:
    context = waiting(database_url)
    with context.store:
        assert titles(context) == ["Plain", "Part 1", "Deep"]
        lay_down(context, "GPU", "later", days(2))
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        assert reasons(context)[:2] == [f"deadline {days(2)}"] * 2
        lay_down(context, "Rust", "hold")  # which a deadline that cannot wait does not heed
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        for title in ("Part 1", "Deep", "Part 2"):
            grade(context, titled(context, title), Grade(Rating.GOOD, TODAY))
        assert titles(context) == ["Part 3", "Plain"]


def test_what_a_deadline_waits_for_counts_for_it(database_url: str) -> None:
    """50 minutes to read until a day by which readings have 100, and 40 once a part is read."""
    context = waiting(database_url)
    with context.store:
        lay_down(context, "GPU", "later", days(10))
        assert titles(context)[0] == "Plain"
        lay_down(context, "GPU", "later", days(9))
        assert titles(context) == ["Part 1", "Deep", "Plain"]
        grade(context, titled(context, "Part 1"), Grade(Rating.GOOD, TODAY))
        assert titles(context) == ["Plain", "Deep"]


def test_what_is_finished_aside_or_gone_is_not_waited_for_by_a_deadline(database_url: str) -> None:
    context = waiting(database_url)
    with context.store:
        lay_down(context, "GPU", "later", days(2))
        archive(context, titled(context, "Part 2"))
        assert titles(context) == ["Part 1", "Plain", "Deep"]
        archive(context, titled(context, "Part 3"))
        assert titles(context) == ["GPU", "Plain", "Part 1", "Deep"]


def test_of_two_deadlines_that_cannot_wait_each_brings_forward_what_it_waits_for(
    database_url: str,
) -> None:
    elsewhere = ("Plain", "For Rust", "For GPU", "Before that")
    listed = [entry(title, minutes=10, section=("R",)) for title in elsewhere]
    listed += [entry("GPU", minutes=10, section=GPU), entry("Rust", minutes=10, section=RUST)]
    context = make_library(database_url, catalog(*listed))
    with context.store:
        for name, last in [("GPU", 1), ("Rust", 2)]:
            _wait(context, name, f"For {name}")
            lay_down(context, name, "later", days(last))
        _wait(context, "For GPU", "Before that")
        assert titles(context) == ["Before that", "For Rust", "Plain"]
        assert reasons(context)[:2] == [f"deadline {days(1)}", f"deadline {days(2)}"]


def series_over_sections(url: str) -> Context:
    """Parts 1 and 2 of a series in Rust, 3 and 4 in GPU."""
    parts = [
        entry(f"Part {part}", minutes=10, section=section, series="S", part=part)
        for part, section in [(1, RUST), (2, RUST), (3, GPU), (4, GPU)]
    ]
    listed = catalog(entry("Plain", minutes=10, section=("R",)), *parts)
    return make_library(url, listed)


@pytest.mark.parametrize("turn", ["normal", "hold"])
def test_a_deadline_brings_forward_the_earlier_parts_that_stand_elsewhere(
    database_url: str, turn: str
) -> None:
    context = series_over_sections(database_url)
    with context.store:
        lay_down(context, "Rust", turn)
        lay_down(context, "GPU", "first", days(2))
        assert titles(context) == ["Part 1", "Plain"]
        assert reasons(context)[0] == f"deadline {days(2)}"


def test_the_minutes_a_day_are_those_of_all_that_a_deadline_waits_for(database_url: str) -> None:
    """In the section itself stand ten minutes; forty more are waited for."""
    context = waiting(database_url)
    with context.store:
        standing = lay_down(context, "GPU", "first", days(9)).standing
        assert (standing.unread, standing.minutes, standing.a_day) == (1, 10, 5.0)
        grade(context, titled(context, "Deep"), Grade(Rating.GOOD, TODAY))
        assert stands(context)[GPU].a_day == 4.0
