"""`forecast`, `workload` and `why` as people and programs see them."""

import sqlite3
from contextlib import closing

import pytest

from recall.cli.output.width import width
from recall.domain.ahead import year_simulation
from testing.command_line import CommandLine, Terminal
from testing.factories import TODAY

COMMANDS = (["forecast"], ["forecast", "--days", "100"], ["workload"], ["why", "1"])


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.fixture
def few_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each resource lives one year instead of twelve, where only the way it is shown counts."""
    monkeypatch.setattr(year_simulation, "LIVES", 100)


@pytest.mark.usefixtures("few_lives")
@pytest.mark.parametrize("columns", [20, 40, 80, 120])
@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(
    shipped: CommandLine, argv: list[str], columns: int
) -> None:
    outcome = shipped(*argv, stream=Terminal, COLUMNS=str(columns))
    assert outcome.code == 0
    assert max(width(line) for line in lines(outcome.out)) <= columns


def test_a_forecast_has_a_row_a_day(shipped: CommandLine) -> None:
    shown = lines(shipped.ok("forecast", "--days", "3").out)
    assert shown[0].startswith(f"3 days from {TODAY.isoformat()}: ")
    assert [line.split()[:2] for line in shown[3:6]] == [
        ["Mon", "2026-03-02"],
        ["Tue", "2026-03-03"],
        ["Wed", "2026-03-04"],
    ]
    assert "█" in shown[3]
    assert shown[2].startswith("day")


def test_a_long_forecast_has_a_row_a_week(shipped: CommandLine) -> None:
    shown = lines(shipped.ok("forecast", "--days", "100").out)
    rows = [line for line in shown if line.startswith("Mon ")]
    assert len(rows) == 15
    assert shown[2].startswith("week from")


@pytest.mark.parametrize(
    ("days", "told"),
    [("98", "a day's mean. "), ("99", "a day's mean; the last one has 1 day. ")],
)
def test_a_week_that_is_not_whole_is_told(shipped: CommandLine, days: str, told: str) -> None:
    assert told in " ".join(shipped.ok("forecast", "--days", days).out.split())


def test_a_forecast_prints_every_day_as_json(shipped: CommandLine) -> None:
    printed = shipped.ok("forecast", "--days", "100", "--json").json
    assert list(printed) == ["schema", "days"]
    assert len(printed["days"]) == 100
    today = shipped.ok("today", "--json").json
    first = printed["days"][0]
    assert first["study_date"] == today["study_date"]
    assert first["revisit_minutes"] + first["reading_minutes"] == today["planned_minutes"]
    assert first["backlog"] == today["backlog"]["revisit"]
    assert all(one["revisit_minutes"] + one["reading_minutes"] <= 45 for one in printed["days"])


@pytest.mark.parametrize("days", ["0", "10000", "-1", "soon", "3.5"])
def test_days_that_cannot_be_are_refused_in_one_line(shipped: CommandLine, days: str) -> None:
    outcome = shipped("forecast", "--days", days)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (f"recall: days cannot be '{days}'; give a whole number from 1 to 366\n")


def test_on_a_narrow_terminal_every_column_of_a_forecast_has_its_own_name(
    shipped: CommandLine,
) -> None:
    shown = lines(shipped("forecast", stream=Terminal, COLUMNS="40").out)
    (heading,) = [line for line in shown if "revisit  read" in line]
    assert heading.split() == ["day", "revisit", "read", "left", "over"]


def test_a_workload_without_anything_to_remember_shows_no_share(one: CommandLine) -> None:
    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute("UPDATE resource SET status = 'read', due = '2028-03-02'")
    shown = lines(one.ok("workload").out)
    assert [line.split()[:3] for line in shown if line.startswith("     0.9")]
    assert "%" not in "".join(shown)
    assert one.ok("workload", "--json").json["workloads"][0]["remembered"] is None


DAMAGE = {
    "none in use": "UPDATE parameters SET in_use = 0",
    "short": "UPDATE parameters SET weights = '[1, 2]'",
    "text": "UPDATE parameters SET weights = 'weights'",
}


@pytest.mark.parametrize("sql", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("argv", [*COMMANDS, ["read", "1"]], ids=" ".join)
def test_damaged_parameters_are_told_in_one_line(
    one: CommandLine, argv: list[str], sql: str
) -> None:
    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute(sql)
    outcome = one(*argv)
    assert (outcome.code, outcome.out) == (5, "")
    (line,) = lines(outcome.err)
    assert "'recall doctor'" in line
    assert one("doctor").code == 1


def test_an_empty_library_has_empty_days_and_no_workload(empty: CommandLine) -> None:
    shown = empty.ok("forecast", "--days", "2").out
    assert shown == "Nothing is planned for the 2 days from 2026-03-02.\n"
    shown = empty.ok("forecast", "--days", "1").out
    assert shown == "Nothing is planned for the 1 day from 2026-03-02.\n"
    assert len(empty.ok("forecast", "--json").json["days"]) == 30
    assert "there is no workload" in empty.ok("workload").out
    printed = empty.ok("workload", "--json").json
    assert printed["resources"] == 0
    assert {one["remembered"] for one in printed["workloads"]} == {None}


def test_what_the_year_has_no_minutes_for_is_no_workload(one: CommandLine) -> None:
    one.configure('weekday_minutes = "every day 0"')
    assert "there is no workload" in one.ok("workload").out


def test_a_budget_of_one_minute_is_forecast(shipped: CommandLine) -> None:
    shipped.configure("daily_minutes = 1")
    days = shipped.ok("forecast", "--json").json["days"]
    assert all(one["revisits"] + one["readings"] <= 1 for one in days)
    assert days[-1]["backlog"] > 0


@pytest.mark.usefixtures("few_lives")
def test_the_workload_marks_what_is_in_use_and_praises_none(shipped: CommandLine) -> None:
    shown = lines(shipped.ok("workload").out)
    (marked,) = [line for line in shown if "in use" in line]
    assert marked.split()[0] == "0.90"
    assert [line.split()[0] for line in shown[3:10]] == [
        "0.70", "0.75", "0.80", "0.85", "0.90", "0.95", "0.97",
    ]  # fmt: skip
    assert shown[-1].startswith("No row is the best")
    assert "optimal" not in " ".join(shown)


def test_the_workload_as_json(shipped: CommandLine) -> None:
    printed = shipped.ok("workload", "--json").json
    assert (printed["days"], printed["desired_retention"], printed["resources"]) == (365, 0.9, 82)
    revisits = [one["revisits"] for one in printed["workloads"]]
    remembered = [one["remembered"] for one in printed["workloads"]]
    assert revisits == sorted(revisits)
    assert remembered == sorted(remembered)


def test_why_names_the_resource_and_says_it_in_one_paragraph(shipped: CommandLine) -> None:
    title, paragraph = lines(shipped.ok("why", "2").out)
    assert title.startswith("2 ")
    assert paragraph.startswith("It is in today's queue, number 1 of ")


def test_why_as_json_has_the_same_facts(shipped: CommandLine) -> None:
    today = shipped.ok("today", "--json").json
    for place, visit in enumerate((*today["revisit"], *today["read"]), 1):
        printed = shipped.ok("why", str(visit["id"]), "--json").json
        assert (printed["in_queue"], printed["reason"]) == (True, "planned")
        assert printed["position"] == place
        assert printed["resource"]["minutes"] == visit["minutes"]
        assert f"number {place} of" in printed["paragraph"]


def test_why_says_who_holds_a_part_back(shipped: CommandLine) -> None:
    listed = shipped.ok("list", "--json").json["resources"]
    parts = [one for one in listed if one["series"] and one["status"] == "unread"]
    series = next(one["series"] for one in parts if one["part"] and one["part"] > 1)
    first, second = [one for one in parts if one["series"] == series][:2]
    printed = shipped.ok("why", str(second["id"]), "--json").json
    assert (printed["reason"], printed["held_by"]) == ("held back", [first["id"]])


def test_why_counts_what_is_ahead_of_what_waits(shipped: CommandLine) -> None:
    shipped.configure("daily_minutes = 4")
    queue = shipped.ok("today", "--json").json
    due = shipped.ok("today", "--json", "--minutes", "500").json["revisit"]
    last = due[-1]
    printed = shipped.ok("why", str(last["id"]), "--json").json
    assert (printed["in_queue"], printed["reason"]) == (False, "waiting")
    minutes = sum(one["minutes"] for one in due[:-1])
    assert printed["ahead"] == {"revisit": len(due) - 1, "read": 0, "minutes": minutes}
    assert printed["planned_minutes"] == queue["planned_minutes"]


def test_why_of_what_is_postponed_names_both_dates(shipped: CommandLine) -> None:
    shipped.ok("postpone", "2", "3 days")
    printed = shipped.ok("why", "2", "--json").json
    assert (printed["reason"], printed["postponed_from"]) == ("postponed", "2026-03-02")


def test_why_of_nothing_is_not_found(shipped: CommandLine) -> None:
    assert shipped("why", "no title is like this").code == 4


@pytest.mark.usefixtures("few_lives")
def test_looking_changes_nothing(shipped: CommandLine) -> None:
    before = shipped.state()
    for argv in COMMANDS:
        shipped.ok(*argv)
    assert shipped.state() == before
