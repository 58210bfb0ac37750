"""The way through a session: the line beyond the day, the end of the day, and quitting."""

from datetime import datetime, time

import pytest

from recall.cli.session.keyboard import IGNORED, STOPPED
from recall.settings.table import Settings
from recall.storage.tables.log import reviews
from recall.usecases.context import Context
from recall.usecases.planning.revising import set_minutes
from recall.usecases.session.beside import named_visits
from testing.commands.session import Pass, play
from testing.libraries.factories import ZONE

OVERRUN = (" ", Pass(30), "3")
"""Reads for 32 minutes on a day of 30, of which 20 were planned."""

QUESTION = "32 of today's 30 min are used."


@pytest.fixture(autouse=True)
def thirty_minutes(context: Context) -> None:
    set_minutes(context, 30)


@pytest.mark.parametrize(
    ("keys", "graded"),
    [
        ((" ", " 3 3"), [1, 2]),
        (("\r", " 3 3"), [1, 2]),
        (("y", " 3 3"), [1, 2]),
        (("q", " 3"), []),
        (("n", " 3"), []),
        (("3x", "y 3"), [1]),
        (("u3",), []),
    ],
)
def test_at_the_line_beyond_the_day_it_asks_once_whether_to_go_on(
    context: Context, keys: tuple[str, ...], graded: list[int]
) -> None:
    said = play(context, *OVERRUN, *keys, answers=("32",))
    assert said.count("The rest goes beyond them: 2 things, 10 min.") == 1 + (keys == ("u3",))
    assert [one for one in (1, 2) if reviews(context.store, one)] == graded


def test_what_cannot_be_taken_back_at_the_line_is_told(context: Context) -> None:
    play(context, *OVERRUN)
    said = play(context, "u")
    assert QUESTION in said
    assert "nothing was done in this session yet" in said


def test_a_session_beside_the_plan_knows_no_line(context: Context) -> None:
    said = play(context, *OVERRUN, " 3", visits=named_visits(context, ["3", "1"]))
    assert "beyond" not in said
    assert len(reviews(context.store, 1)) == 1


@pytest.mark.parametrize("named", [False, True])
def test_past_the_end_of_the_day_it_says_once_for_which_day_grades_count(
    context: Context, named: bool
) -> None:
    visits = named_visits(context, ["3", "1", "2"]) if named else None
    night = datetime(2026, 3, 3, 3, 50, tzinfo=ZONE)
    said = " ".join(play(context, "d", Pass(20), "3 3 3", start=night, visits=visits).split())
    assert said.count("It is past 04:00: Tuesday has begun.") == 1
    assert ("This session still goes through Monday's plan." in said) == (not named)
    days = [reviews(context.store, one)[0].study_date.day for one in (3, 1, 2)]
    assert days == [3, 3, 3]


def test_the_hour_at_which_a_day_begins_is_the_persons(context: Context) -> None:
    early = Settings(time_zone="Asia/Shanghai", day_start=time(2, 30))
    night = datetime(2026, 3, 3, 2, 29, tzinfo=ZONE)
    set_minutes(context._replace(settings=early), 30)
    said = play(context._replace(settings=early), "d3 ", start=night)
    assert "It is past 02:30" in said


@pytest.mark.parametrize("key", ["q", "Q"])
def test_quitting_keeps_what_was_done_and_nothing_else(context: Context, key: str) -> None:
    assert "1 Resource 1" in play(context, "d3", key, " 3")
    assert [len(reviews(context.store, one)) for one in (1, 2, 3)] == [0, 0, 1]


def test_a_visit_is_drawn_again_after_a_stop_and_not_after_an_arrow_key(context: Context) -> None:
    assert play(context, [IGNORED, IGNORED]).count("3 Resource 3") == 1
    assert play(context, [STOPPED, STOPPED]).count("3 Resource 3") == 3
