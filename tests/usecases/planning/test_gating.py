"""Whatever a library holds: nothing held back is offered, and nothing in it is ever lost.

What may be read, and what is due, is said here once more, in plain Python from bare rows.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.day.reading_order import is_book
from recall.domain.library.card import Rating
from recall.domain.library.resource import PRIORITIES, Place
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import archive, resume, suspend
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, everything, make_library
from testing.libraries.planned_days import left, planned_anew, readings, revisits

PLENTY = 100_000
"""Minutes of a day that holds everything."""

SECTIONS = ("One", "One\x1fBelow", "Two")
"""As they are stored."""

ONE, BELOW, TWO = (tuple(section.split("\x1f")) for section in SECTIONS)
STANDS = [(ONE,), (ONE,), (BELOW,), (BELOW,), (TWO,), (ONE, TWO), (TWO, BELOW)]
"""The sections of each resource of the first list; those of the second are in its only one."""

ALL = range(1, len(STANDS) + 4)
"""The IDs of all resources."""


class Thing(NamedTuple):
    """How a resource stands; before is what it was before it was put aside, due in days."""

    status: str
    before: str | None
    due: int
    series: str | None
    part: int | None
    priority: str
    minutes: int
    gone: bool


class Lived(NamedTuple):
    """A library: how its resources stand, who waits for whom, and the rules of its sections."""

    things: Sequence[Thing]
    after: set[tuple[int, int]]
    rules: dict[str, tuple[str, int | None]]
    daily_minutes: int


STATUSES = [
    *[("unread", None)] * 5,
    *[("reading", None)] * 2,
    *[("read", None)] * 4,
    ("suspended", "unread"),
    ("suspended", "read"),
    ("archived", "reading"),
    ("archived", "read"),
]
THINGS = st.builds(
    lambda status, *others: Thing(*status, *others),
    st.sampled_from(STATUSES),
    st.integers(-30, 5),
    st.sampled_from([None, None, "S", "S", "T"]),
    st.sampled_from([None, 1, 1, 2, 3]),
    st.sampled_from(PRIORITIES),
    st.integers(5, 120),
    st.sampled_from([False] * 6 + [True]),
)
RULES = st.sampled_from(
    [("hold", None), ("hold", None), ("first", None), ("later", 9), ("normal", 0), ("first", 30)]
)


@st.composite
def lived(draw: st.DrawFn) -> Lived:
    """Any library of these lists. Who waits waits for an earlier part, or a lower number."""
    things = draw(st.lists(THINGS, min_size=len(ALL), max_size=len(ALL)))
    rank = {
        number: ((one.series and one.part) or 0, number)
        for number, one in zip(ALL, things, strict=True)
    }
    pairs = draw(st.lists(st.tuples(st.sampled_from(ALL), st.sampled_from(ALL)), max_size=6))
    after = {
        (max(pair, key=lambda one: rank[one]), min(pair, key=lambda one: rank[one]))
        for pair in pairs
        if len(set(pair)) == 2
    }
    rules = draw(st.dictionaries(st.sampled_from(SECTIONS), RULES))
    return Lived(things, after, rules, draw(st.sampled_from([10, 45, 200])))


@pytest.fixture(scope="module")
def lists_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two lists, each with series of its own; it is copied, not used."""
    path = tmp_path_factory.mktemp("lists") / "library.db"
    first = [
        entry(f"Resource {number}", places=[Place(section, "") for section in sections])
        for number, sections in enumerate(STANDS, 1)
    ]
    second = [entry(f"Resource {number}", section=TWO) for number in ALL[len(STANDS) :]]
    made = make_library(f"sqlite:///{path}", catalog(*first))
    with made.store:
        import_catalog(made, Source(catalog(*second, name="other"), None))
        assert [one.id for one in everything(made)] == list(ALL)
    return path


@contextmanager
def opened(lists_file: Path, wanted: Lived) -> Iterator[Context]:
    """The library as it is wanted."""
    with TemporaryDirectory() as folder:
        path = copy(lists_file, Path(folder) / "library.db")
        with closing(sqlite3.connect(path)) as database, database:
            for number, one in zip(ALL, wanted.things, strict=True):
                write(database, number, one)
            database.executemany(
                "INSERT INTO prerequisite (resource_id, after_id) VALUES (?, ?)", wanted.after
            )
            for section, (turn, deadline) in wanted.rules.items():
                by = None if deadline is None else day(deadline)
                database.execute(
                    "INSERT INTO section_rule (section, turn, deadline) VALUES (?, ?, ?)",
                    (section, turn, by),
                )
        with Store(f"sqlite:///{path}") as store:
            yield Context(store, Settings(daily_minutes=wanted.daily_minutes), NOW)


def write(database: sqlite3.Connection, number: int, one: Thing) -> None:
    is_read = "read" in (one.status, one.before)
    database.execute(
        "UPDATE resource SET status = ?, status_before = ?, due = ?, series = ?, part = ?, "
        "priority = ?, minutes = ?, minutes_read = ?, gone = ? WHERE id = ?",
        (
            *(one.status, one.before, day(one.due) if is_read else None),
            *(one.series, one.series and one.part, one.priority, one.minutes),
            *(5 * (one.status == "reading"), one.gone, number),
        ),
    )


def day(number: int) -> str:
    return (TODAY + timedelta(number)).isoformat()


class Row(NamedTuple):
    """What the gate of a resource is about."""

    id: int
    status: str
    gone: bool
    series: str | None
    part: int | None
    list_id: int
    ordinal: int
    due: str | None


def rows(context: Context) -> list[Row]:
    sql = "SELECT id, status, gone, series, part, list_id, ordinal, due FROM resource"
    return [Row._make(row) for row in context.store.rows(sql)]


def comes_before(one: Row, other: Row) -> bool:
    """Is it an earlier part of the same series? No number is 0; equal ones are in list order."""
    if one.series is None or (one.series, one.list_id) != (other.series, other.list_id):
        return False
    return (one.part or 0, one.ordinal) < (other.part or 0, other.ordinal)


def held_by(context: Context) -> dict[int, set[int]]:
    """By resource, those that have to be read before it, read or not."""
    every = rows(context)
    found = {one.id: {other.id for other in every if comes_before(other, one)} for one in every}
    for number, earlier in context.store.rows("SELECT resource_id, after_id FROM prerequisite"):
        found[number].add(earlier)
    return found


def rules_of(context: Context) -> dict[int, list[tuple[str, str | None]]]:
    """By resource, the turn and the deadline of each section it stands in."""
    sql = "SELECT section, turn, deadline FROM section_rule"
    rules = {section: (turn, deadline) for section, turn, deadline in context.store.rows(sql)}
    found: dict[int, list[tuple[str, str | None]]] = {}
    for number, section in context.store.rows("SELECT resource_id, section FROM place"):
        path = section.split("\x1f")
        above = ["\x1f".join(path[:length]) for length in range(len(path), 0, -1)]
        rule = next((rules[one] for one in above if one in rules), ("normal", None))
        found.setdefault(number, []).append(rule)
    return found


class Standing(NamedTuple):
    """What may be done today: what is due, what is free, and what may be, on hold as it is.

    unread is all that is still to be read.
    """

    due: set[int]
    free: set[int]
    perhaps: set[int]
    unread: set[int]


def standing(context: Context) -> Standing:
    every, before, rules = rows(context), held_by(context), rules_of(context)
    unread = {one.id for one in every if one.status in ("unread", "reading") and not one.gone}
    waits = {number for number in unread if before[number] & unread}
    on_hold = {one for one, found in rules.items() if all(turn == "hold" for turn, _ in found)}
    for_deadlines = {one for one, found in rules.items() if any(by for _, by in found)}
    while more := {one for number in for_deadlines for one in before[number]} - for_deadlines:
        for_deadlines |= more
    now = context.today.isoformat()
    return Standing(
        {one.id for one in every if one.status == "read" and one.due and one.due <= now},
        unread - waits - on_hold,
        (unread - waits) & on_hold & for_deadlines,
        unread,
    )


def check(context: Context) -> None:
    """Nothing that is held back is offered, and all that can be done is planned or counted."""
    standing_now = standing(context)
    study = today(context, whole=True)
    assert set(readings(study)) <= standing_now.unread
    assert set(revisits(study)) <= standing_now.due
    assert len(readings(study)) + study.unread_beyond == len(standing_now.unread)
    assert len(revisits(study)) + study.due_beyond == len(standing_now.due)
    whole = planned_anew(context, PLENTY)
    assert {one.resource_id for one in whole if one.task == "revisit"} == standing_now.due
    found = {one.resource_id for one in whole if one.task != "revisit"}
    usual = context.settings.daily_minutes
    books = {one.id for one in everything(context) if is_book(one, usual)}  # they have their days
    assert standing_now.free - books <= found <= standing_now.free | standing_now.perhaps


@pytest.mark.slow
@given(lived())
@settings(max_examples=40)
def test_nothing_held_back_is_offered_and_all_else_is_listed_or_counted(
    lists_file: Path, wanted: Lived
) -> None:
    with opened(lists_file, wanted) as context:
        may_be_read = standing(context).free | standing(context).perhaps
        assert set(readings(today(context))) <= may_be_read
        check(context)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["do", "do", "do", "sit", "put aside", "take up", "sleep"]),
        st.integers(0, 20),
        st.sampled_from(Rating),
    ),
    min_size=2,
    max_size=8,
)


def visits(context: Context) -> int:
    """All that was ever graded and sat over."""
    found = (context.store.rows(f"SELECT count(*) FROM {one}") for one in ("review", "sitting"))
    return sum(number for ((number,),) in found)


def step(context: Context, what: str, which: int, rating: Rating) -> Context:
    """Do something of the plan, put something aside, take it up again, or let days pass."""
    aside = [one for one in everything(context) if one.status in ("suspended", "archived")]
    others = [one for one in everything(context) if one not in aside]
    offered = left(today(context))
    if what == "sit":
        offered = [one for one in offered if one.task != "revisit"]
    if what == "sleep":
        return at(context, context.now + timedelta(1 + which // 3))
    if what == "take up" and aside:
        resume(context, aside[which % len(aside)])
    elif what == "put aside" and others:
        (suspend, archive)[which % 2](context, others[which % len(others)])
    elif what in ("do", "sit") and offered:
        visit, before = offered[which % len(offered)], visits(context)
        does = sit if what == "sit" or visit.task == "sitting" else grade
        does(context, str(visit.resource_id), Grade(rating, context.today, 1 + which))
        assert visits(context) == before + 1
    return context


@pytest.mark.slow
@given(lived(), STEPS)
@settings(max_examples=15)
def test_nothing_is_lost_on_any_day_of_doing_what_is_offered(
    lists_file: Path, wanted: Lived, steps: Sequence[tuple[str, int, Rating]]
) -> None:
    with opened(lists_file, wanted) as made:
        context = made
        for one in steps:
            context = step(context, *one)
            check(context)
            assert [row.id for row in rows(context)] == list(ALL)
            assert all(row.due for row in rows(context) if row.status == "read")
