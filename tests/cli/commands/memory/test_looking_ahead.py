"""`forecast` and `workload` as people and programs see them."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from recall.cli.output.width import width
from recall.domain.ahead import year_simulation
from recall.domain.ahead.forecast import reached
from recall.usecases.planning.ahead import workload
from testing.commands.command_line import CommandLine, Terminal
from testing.libraries.factories import TODAY

COMMANDS = (["forecast"], ["forecast", "--days", "100"], ["workload"])


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.fixture
def few_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resource lives one year, not twelve, and half a year is a week, for tests of the look."""
    monkeypatch.setattr(year_simulation, "LIVES", 100)
    monkeypatch.setattr(workload, "reached", lambda *given, days: reached(*given, days=7))


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
    printed = shipped.ok("forecast", "--days", "9", "--json").json
    assert list(printed) == [
        "schema", "days", "assumptions", "readings", "on_hold", "read_by", "readings_left",
    ]  # fmt: skip
    assert len(printed["days"]) == 9
    today = shipped.ok("today", "--json").json
    first = printed["days"][0]
    assert first["study_date"] == today["study_date"]
    assert first["revisit_minutes"] + first["reading_minutes"] == today["planned_minutes"]
    assert first["expected_minutes"] == today["planned_minutes"]
    assert first["revisits"] + first["readings"] == len(today["plan"])
    assert first["backlog"] == today["backlog"]["revisit"]
    assert (first["worked"], first["paused"], first["set"]) == (True, False, False)
    assert all(one["revisit_minutes"] + one["reading_minutes"] <= 45 for one in printed["days"])
    assert (printed["readings"], printed["readings_left"]) == (62, 0)
    assert printed["assumptions"] == {
        "known_days": 0, "worked_share": 1.0, "done_share": 1.0, "minutes_factor": 1.0,
    }  # fmt: skip


def ending(recall: CommandLine, *options: str) -> list[str]:
    return lines(recall.ok("forecast", "--days", "2", *options).out)[-3:]


def test_a_forecast_ends_with_when_the_list_is_read_and_what_it_assumes(
    shipped: CommandLine,
) -> None:
    _, assumed, end = ending(shipped)
    assert assumed == "Assumes that you do each day's plan, until a week of yours is known."
    read_by = shipped.ok("forecast", "--json").json["read_by"]
    assert read_by.startswith("2026-0")
    assert end == f"The list is read by about {date.fromisoformat(read_by):%B} at this pace."


@pytest.mark.parametrize(
    ("minutes", "left"), [(4, "62 of 62 readings are"), (9, "4 of 62 readings are")]
)
def test_a_list_that_takes_years_says_how_much_is_left_of_it(
    shipped: CommandLine, minutes: int, left: str
) -> None:
    shipped.configure(f"daily_minutes = {minutes}")
    *_, end = ending(shipped)
    assert end == f"The list is not read within 2 years at this pace: about {left} left then."


def test_a_list_that_is_read_is_forecast_too(one: CommandLine) -> None:
    one.ok("read", "1")
    one.now += timedelta(3)
    *_, end = ending(one)
    assert end == "Nothing is left to read."


def test_what_is_on_hold_is_told_and_not_called_read(shipped: CommandLine) -> None:
    shipped.ok("section", "CUDA", "hold")
    *_, end = ending(shipped)
    assert end.endswith(" at this pace, but for 3 readings on hold.")
    shipped.ok("section", "Resources", "hold")
    *_, end = ending(shipped)
    assert end == "Nothing is left to read but 62 readings on hold."
    known = shipped.ok("forecast", "--json").json
    assert (known["readings"], known["on_hold"]) == (0, 62)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [("30", ", 50 % slower"), ("15", ", 25 % faster"), ("20", "")],
)
def test_after_a_week_the_days_are_expected_to_go_on_as_they_went(
    one: CommandLine, minutes: str, told: str
) -> None:
    """Of eleven days one was worked."""
    one.ok("today")
    one.ok("read", "1", "--minutes", minutes)
    one.now += timedelta(11)
    _, assumed, _ = ending(one)
    assert assumed == f"Assumes days like the last 11: 1 worked, 100 % of plans done{told}."
    assumptions = one.ok("forecast", "--json").json["assumptions"]
    assert assumptions == {
        "known_days": 11,
        "worked_share": round(1 / 11, 4),
        "done_share": 1.0,
        "minutes_factor": int(minutes) / 20,
    }


def test_without_kept_plans_only_the_days_that_were_worked_are_known(one: CommandLine) -> None:
    one.ok("read", "1")
    one.now += timedelta(11)
    _, assumed, _ = ending(one)
    assert assumed == "Assumes days like the last 11: 1 worked."


def test_days_off_and_pauses_are_marked(shipped: CommandLine) -> None:
    shipped.configure('weekday_minutes = "thu 0"')
    shipped.ok("pause", "--from", "2026-03-03", "--until", "2026-03-05")
    shipped.ok("day", "2026-03-06", "20")
    shown = lines(shipped.ok("forecast", "--days", "5").out)[3:8]
    notes = ["", "paused", "paused", "day off", "20 min that day"]
    assert [line[line.rindex("  ") :].strip() for line in shown[1:]] == notes[1:]
    weeks = lines(shipped.ok("forecast", "--days", "70").out)
    assert weeks[3].endswith("2 days paused, 1 set")


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
def test_the_first_parameters_are_known_although_they_are_damaged_and_that_is_told(
    one: CommandLine, argv: list[str], sql: str
) -> None:
    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute(sql)
    outcome = one.ok(*argv)
    (line,) = lines(outcome.err)
    assert line.startswith("recall: the library is damaged, and this goes on without what is dam")
    assert "parameters 1, " in line
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
    days = shipped.ok("forecast", "--days", "9", "--json").json["days"]
    assert all(day["revisits"] + day["readings"] <= 1 for day in days)
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


@pytest.mark.usefixtures("few_lives")
def test_a_workload_changes_nothing(one: CommandLine) -> None:
    before = one.state()
    one.ok("workload")
    assert one.state() == before


def test_a_workload_says_what_is_kept_and_read_in_half_a_year(one: CommandLine) -> None:
    halves = [row["half_year"] for row in one.ok("workload", "--json").json["workloads"]]
    assert all(half == {"read": 1, "kept": half["kept"], "days": 182} for half in halves)
    assert {half["kept"] for half in halves} <= {0, 1}
    heading = one.ok("workload").out.splitlines()[2].split()
    assert heading[-2:] == ["kept", "read"]


def test_a_large_library_has_the_year_alone(
    one: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workload, "MOST_CARDS", 0)
    rows = one.ok("workload", "--json").json["workloads"]
    assert {row["half_year"] for row in rows} == {None}
    assert "half a year" not in one.ok("workload").out
