"""The doctor finds what does not follow from the log."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.shelving import postpone
from recall.usecases.upkeep.checking import doctor
from testing.libraries.copies import copied
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled


def lived(database_url: str) -> Context:
    """Resource 1 is graded three times, 2 once and postponed, 3 begun, 4 and 5 unread."""
    made = make_library(database_url, catalog(*entries(5)))
    for day, rating in ((0, Rating.GOOD), (3, Rating.AGAIN), (5, Rating.HARD)):
        then = at(made, NOW + timedelta(days=day))
        grade(then, titled(made, "Resource 1"), Grade(rating, TODAY + timedelta(days=day)))
    grade(made, titled(made, "Resource 2"), Grade(Rating.EASY, TODAY))
    postpone(made, titled(made, "Resource 2"), TODAY + timedelta(days=60))
    sit(made, titled(made, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes=7))
    return made


@pytest.fixture(scope="module")
def lived_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of such a library; it is copied, not used."""
    path = tmp_path_factory.mktemp("lived") / "library.db"
    lived(f"sqlite:///{path}").store.close()
    return path


@pytest.fixture
def context(tmp_path: Path, lived_file: Path) -> Iterator[Context]:
    with copied(lived_file, tmp_path) as copy:
        yield copy


def tamper(context: Context, *statements: str) -> None:
    """Change rows as no use case would, past every guard."""
    with closing(sqlite3.connect(str(context.store.location.path))) as connection, connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in guards.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            assert connection.execute(statement).rowcount != 0


def test_a_library_that_only_use_cases_changed_is_healthy(database_url: str) -> None:
    context = lived(database_url)
    with context.store:
        assert doctor(context) == []


DAMAGE = [
    ("UPDATE resource SET stability = 99 WHERE id = 1", "memory is not what the log"),
    ("UPDATE resource SET difficulty = 9.9 WHERE id = 1", "memory is not what the log"),
    ("UPDATE resource SET due = '2026-12-24' WHERE id = 1", "it is due 2026-12-24, the log says"),
    ("UPDATE resource SET postponed_from = NULL WHERE id = 2", "it is due 2026-05-01, the log"),
    ("UPDATE resource SET last_review = '2026-03-01' WHERE id = 1", "its last review is not that"),
    ("UPDATE resource SET reviews = 7 WHERE id = 1", "it counts 7 reviews and 1 lapses"),
    ("UPDATE resource SET lapses = 0 WHERE id = 1", "and 0 lapses, the log 3 and 1"),
    (
        "UPDATE resource SET stability = 5, difficulty = 5, "
        "last_review = '2026-03-01' WHERE id = 4",
        "it has a memory, but no review",
    ),
    (
        "UPDATE resource SET stability = NULL WHERE id = 1",
        "1, stability: its memory is only half",
    ),
    (
        "UPDATE resource SET minutes_read = 99 WHERE id = 3",
        "3, minutes_read: its minutes",
    ),
    ("UPDATE resource SET due = NULL WHERE id = 1", "resource 1, due: it is read, but never due"),
    (
        "UPDATE resource SET due = '2026-03-05' WHERE id = 5",
        "5, due: it is unread, but due",
    ),
    (
        "UPDATE resource SET due = 'soon' WHERE id = 1",
        "resource 1, due: 'soon' is not what",
    ),
    ("UPDATE resource SET due = '0000-01-01' WHERE id = 1", "resource 1, due: '0000-01-01' is"),
    ("UPDATE resource SET stability = 'much' WHERE id = 1", "resource 1, stability: 'much' is not"),
    ("UPDATE review SET stability = 'much' WHERE id = 2", "review 2, stability: 'much' is not"),
    ("UPDATE review SET study_date = 'then' WHERE id = 2", "review 2, study_date: 'then' is not"),
    ("UPDATE review SET stability = 9e999 WHERE id = 2", "review 2, stability: "),
    ("UPDATE parameters SET weights = '[1, 2]'", "parameters 1, weights: '[1, 2]' cannot be read"),
    (
        "UPDATE parameters SET weights = replace(weights, '0.212', '101')",
        "parameters 1, weights: ",
    ),
    ("UPDATE parameters SET in_use = 0", "parameters 1, in_use: no set of parameters is in use"),
    ("UPDATE review SET stability = 99 WHERE id = 2", "the review of 2026-03-05 does not follow"),
    ("UPDATE review SET stability_before = 99 WHERE id = 2", "2026-03-05 does not follow"),
    ("UPDATE review SET difficulty_before = 1 WHERE id = 2", "2026-03-05 does not follow"),
    ("UPDATE review SET elapsed = 9 WHERE id = 3", "2026-03-07 does not follow"),
    ("UPDATE review SET elapsed = 9 WHERE id = 1", "2026-03-02 does not follow"),
    ("UPDATE review SET elapsed = -9 WHERE id = 1", "review 1, elapsed: -9 is not 0 or more"),
    ("UPDATE review SET elapsed = 900000 WHERE id = 1", "cannot be: there is no day 900000 days"),
    ("UPDATE review SET retrievability = 0.5 WHERE id = 3", "2026-03-07 does not follow"),
    ("UPDATE review SET interval = 99 WHERE id = 2", "2026-03-05 does not follow"),
    ("UPDATE review SET rating = 4 WHERE id = 1", "2026-03-02 does not follow"),
    ("UPDATE review SET study_date = '2026-03-03' WHERE id = 1", "does not follow"),
    ("UPDATE review SET study_date = '2026-03-06' WHERE id = 1", "cannot be: 2026-03-05 is before"),
    (
        "UPDATE review SET desired_retention = 5 WHERE id = 1",
        "review 1, desired_retention: 5.0 is",
    ),
    (
        "UPDATE review SET due = '2027-04-01' WHERE id = 1",
        "led to 2027-04-01, beyond the longest interval",
    ),
    ("UPDATE review SET void_by = 1 WHERE id = 3", "it counts 3 reviews"),
    ("DELETE FROM review WHERE id = 1", "it counts 3 reviews"),
    (
        "UPDATE review SET study_date = '2026-03-05' WHERE id = 3",
        "3, study_date: another review",
    ),
    ("DELETE FROM place WHERE resource_id = 5", "resource 5, status: it stands in no list"),
    ("DELETE FROM resource WHERE id = 1", "review 1, resource_id: there is no resource 1"),
    (
        "INSERT INTO kept_text (resource_id, kept_at, text) VALUES (5, '', x'00')",
        "kept_text 1, text: ",
    ),
    ("DELETE FROM parameters", "review 1, parameters_id: there is no parameters 1"),
]


@pytest.mark.parametrize(("statement", "says"), DAMAGE, ids=[row[0] for row in DAMAGE])
def test_what_does_not_follow_from_the_log_is_told(
    context: Context, statement: str, says: str
) -> None:
    tamper(context, statement)
    problems = doctor(context)
    assert any(says in problem for problem in problems), problems
