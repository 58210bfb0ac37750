"""Sections put first, later or on hold, and the day that follows."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest

from recall.domain.day.turns import HELD, TURNS, SectionRule, turn_of
from recall.domain.library.card import Rating
from recall.domain.library.resource import PRIORITIES, Place, Resource
from recall.domain.library.timing.pace import Pace
from recall.errors import AmbiguousSection, BadInput, UnknownSection
from recall.storage.actions import begin
from recall.storage.tables import day as days_of
from recall.storage.tables import log, prerequisites, section_rules
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.readings.reading_line import LineRules, reading_line
from recall.usecases.planning.sections import LaidDown, SectionStanding, below, lay_down, standings
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    everything,
    make_library,
    titled,
)
from testing.libraries.planned_days import readings
from testing.libraries.planned_days import titles as titles_of
from testing.libraries.planned_days import titles_anew as titles
from testing.lists.sections import CUDA, GPU, RUST, days, in_sections, reasons, stands

NO_PACE = Pace()


@pytest.fixture
def context(database_url: str) -> Context:
    return in_sections(database_url)


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
        entry._replace(places=tuple(Place(name, entry.title) for name in random.sample(NAMES, 2)))
        for entry in entries(30, read=3, minutes=20)
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
