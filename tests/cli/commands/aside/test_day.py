"""`recall day`: the minutes of a single date, as a person types them and reads them."""

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine, Terminal


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("fri", "20"), "Friday 2026-03-06: 20 min, usually 45 min"),
        (("2026-12-24", "0"), "Thursday 2026-12-24: a day off, usually 45 min"),
        (("今天", "90"), "Monday 2026-03-02: 90 min, usually 45 min"),
        (("明天",), "Tuesday 2026-03-03: 45 min, as usual"),
        (("sat",), "Saturday 2026-03-07: a day off, as usual"),
        (("tomorrow", "usual"), "Tuesday 2026-03-03: 45 min, as usual"),
        (("下周一", "照常"), "Monday 2026-03-09: 45 min, as usual"),
    ],
)
def test_a_date_is_said_with_its_minutes(
    shipped: CommandLine, typed: tuple[str, ...], said: str
) -> None:
    shipped.configure('weekday_minutes = "sat 0"')
    assert shipped.ok("day", *typed).out == f"{said}\n"


def test_a_date_that_is_set_is_shown_planned_and_given_back(shipped: CommandLine) -> None:
    assert shipped.ok("day", "tomorrow", "20", "--json").json["action"] == "day"
    shown = shipped.ok("day", "tomorrow", "--json").json
    assert (shown["action"], shown["day"]) == (
        None,
        {"date": "2026-03-03", "minutes": 20, "usual_minutes": 45, "set": True, "pause": None},
    )
    assert shipped.ok("today", "--on", "tomorrow", "--json").json["budget_minutes"] == 20
    assert shipped.ok("day", "tomorrow", "usual").out.endswith("45 min, as usual\n")
    assert shipped.ok("undo").out == "undone: day (2026-03-03 has its usual minutes)\n"
    assert shipped.ok("day", "--json").json["days"] == [shown["day"]]


def test_all_that_is_set_is_listed_by_date(shipped: CommandLine) -> None:
    nothing = shipped.ok("day").out
    assert nothing.startswith("no date has minutes of its own, and no pause is planned; ")
    shipped.ok("day", "2026-12-24", "0")
    shipped.ok("day", "fri", "90")
    shipped.ok("pause", "--from", "2026-04-01", "--until", "2026-04-09")
    shipped.ok("pause", "--from", "2026-12-20")
    assert shipped.ok("day").out.splitlines() == [
        "day             minutes",
        "Fri 2026-03-06  90 min, usually 45 min",
        "Wed 2026-04-01  paused until Thu 2026-04-09",
        "Sun 2026-12-20  paused until 'recall resume'",
        "Thu 2026-12-24  a day off, usually 45 min",
    ]
    held = shipped.ok("day", "2026-04-08").out
    assert held == "Wednesday 2026-04-08: 45 min, as usual; paused until Thu 2026-04-09\n"
    shown = shipped("day", stream=Terminal, COLUMNS="40").out
    assert max(map(width, shown.splitlines())) <= 40


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("yesterday", "20"), "2026-03-01 is over; give today or a later day"),
        (("someday",), "'someday' is not a date"),
        (("fri", "1441"), "minutes cannot be '1441'; give a whole number from 0 to 1440, or"),
        (("next", "monday"), "a date of several words needs quotes"),
    ],
)
def test_what_cannot_be_set_is_refused_in_one_line(
    shipped: CommandLine, typed: tuple[str, ...], said: str
) -> None:
    before = shipped.library.read_bytes()
    done = shipped("day", *typed)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert shipped.library.read_bytes() == before


def test_the_forecast_says_what_is_set(shipped: CommandLine) -> None:
    shipped.ok("day", "tomorrow", "0")
    shipped.ok("day", "wed", "90")
    shipped.ok("pause", "--from", "thu", "--until", "fri")
    shipped.ok("day", "thu", "10")
    rows = shipped.ok("forecast", "--days", "5").out.splitlines()[3:8]
    ends = ["", "day off", "90 min that day", "paused", ""]
    assert all(row.endswith(end) for row, end in zip(rows, ends, strict=True))
    assert "that day" not in rows[0] + rows[3] + rows[4]
    days = shipped.ok("forecast", "--days", "5", "--json").json["days"]
    assert [day["paused"] for day in days] == [False, False, False, True, False]
    assert [day["set"] for day in days] == [False, True, True, False, False]
    week = shipped.ok("forecast", "--days", "70").out.splitlines()[3]
    assert week.endswith("1 day paused, 2 set")
    shipped.ok("day", "2026-03-12", "10")
    week = shipped.ok("forecast", "--days", "70").out.splitlines()[4]
    assert week.endswith("1 day set")
