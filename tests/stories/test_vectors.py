"""The golden vectors of FSRS, typed in as a person would: `recall add`, then `recall grade`.

Three of the seventeen cannot be typed in. V14, V15 and V16 rate one resource twice on a study
day, and here the second rating takes the first one's place; V16 also needs weights of its own,
and there is no setting for them. `tests/domain/memory/test_scheduling.py` holds all seventeen.
"""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

import pytest

from testing.checkout import VECTORS
from testing.commands.command_line import CommandLine

VECTORS: dict[str, dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
FIRST = date(2025, 1, 1)
LATER = datetime(2400, 1, 1, 12, tzinfo=UTC)
"""Intervals grow to a century; all of the reviews must lie in the past."""

NAMES = {1: "again", 2: "hard", 3: "good", 4: "easy"}
DIGITS = 4


def gaps(vector: dict[str, Any]) -> list[int]:
    """Days before each review: as given, or else each review when it is due."""
    found: list[int] = vector.get("days", [0, *vector["intervals"][:-1]])
    return found


def rates_twice_a_day(vector: dict[str, Any]) -> bool:
    return 0 in gaps(vector)[1:]


TYPED = {
    name: one for name, one in VECTORS.items() if not rates_twice_a_day(one) and "params" not in one
}


def test_fourteen_of_the_seventeen_vectors_can_be_typed_in() -> None:
    assert len(TYPED) == 14
    assert set(VECTORS) - set(TYPED) == {
        "V14_same_day",
        "V15_memo_state",
        "V16_short_term_frozen",
    }


@pytest.mark.slow
@pytest.mark.parametrize("vector", TYPED.values(), ids=TYPED.keys())
def test_a_vector_holds_through_the_command_line(
    empty: CommandLine, vector: dict[str, Any]
) -> None:
    empty.configure(
        f"desired_retention = {vector.get('dr', 0.9)}",
        f"maximum_interval = {vector.get('maxivl', 36500)}",
    )
    empty.now = LATER
    number = str(empty.ok("add", "https://example.org/v", "--json").json["resource"]["id"])
    days = [FIRST + timedelta(days=total) for total in accumulate(gaps(vector))]
    for day, rating in zip(days, vector["ratings"], strict=True):
        graded = empty.ok("grade", number, NAMES[rating], "--on", day.isoformat(), "--json").json
        assert graded["action"] == "grade"
    log = empty.ok("show", number, "--json").json["log"]

    def logged(name: str) -> list[float]:
        return [round(review[name], DIGITS) for review in log]

    assert [review["study_date"] for review in log] == [day.isoformat() for day in days]
    assert logged("stability") == vector["stability"]
    assert logged("difficulty") == vector["difficulty"]
    assert [review["interval"] for review in log] == vector["intervals"]
    assert empty.ok("doctor").out


@pytest.mark.parametrize("name", ["V14_same_day", "V15_memo_state"])
def test_of_two_ratings_on_a_study_day_the_last_one_counts(empty: CommandLine, name: str) -> None:
    vector = VECTORS[name]
    empty.now = LATER
    empty.ok("add", "https://example.org/twice")
    empty.ok("add", "https://example.org/once")
    days = [FIRST + timedelta(days=total) for total in accumulate(gaps(vector))]
    for day, rating in zip(days, vector["ratings"], strict=True):
        empty.ok("grade", "1", NAMES[rating], "--on", day.isoformat())
    for day, rating in dict(zip(days, vector["ratings"], strict=True)).items():
        empty.ok("grade", "2", NAMES[rating], "--on", day.isoformat())
    twice, once = (empty.ok("show", number, "--json").json["log"] for number in "12")
    fields = ("study_date", "rating", "stability", "difficulty", "interval")
    assert [[one[name] for name in fields] for one in twice] == [
        [one[name] for name in fields] for one in once
    ]
