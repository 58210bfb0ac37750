"""`recall why`: the title, and the reason in one line."""

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine, Terminal


def test_the_reason_stands_under_the_title(one: CommandLine) -> None:
    title, reason = one.ok("why", "1").out.splitlines()
    assert title == "1 An article"
    assert reason == "Number 1 of 1 in today's plan: read, 20 min, next on the list."
    printed = one.ok("why", "1", "--json").json
    assert printed["paragraph"] == reason
    assert (printed["in_queue"], printed["reason"], printed["position"]) == (True, "planned", 1)


def test_what_is_put_aside_is_not_in_the_plan(one: CommandLine) -> None:
    one.ok("suspend", "1")
    assert "suspended" in one.ok("why", "1").out
    assert one.ok("why", "1", "--json").json["in_queue"] is False


def test_of_everything_it_says_what_today_shows(shipped: CommandLine) -> None:
    plan = shipped.ok("today", "--json").json["plan"]
    known = {number: shipped.ok("why", str(number), "--json").json for number in range(1, 83)}
    planned = [number for number, one in known.items() if one["in_queue"]]
    assert sorted(planned, key=lambda number: known[number]["position"]) == [
        visit["id"] for visit in plan
    ]
    before = 0
    for visit in plan:
        one = known[visit["id"]]
        assert (one["resource"]["minutes"], one["minutes_before"]) == (visit["minutes"], before)
        assert one["paragraph"].endswith(f"{visit['reason']}.")
        before += visit["minutes"]
    assert max(width(one["paragraph"]) for one in known.values()) <= 80, "it takes one line"


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_terminal(shipped: CommandLine, columns: int) -> None:
    outcome = shipped("why", "1", stream=Terminal, COLUMNS=str(columns))
    assert max(width(line) for line in outcome.out.splitlines()) <= columns


def test_it_says_who_holds_a_part_back(shipped: CommandLine) -> None:
    listed = shipped.ok("list", "--json").json["resources"]
    parts = [one for one in listed if one["series"] and one["status"] == "unread"]
    series = next(part["series"] for part in parts if part["part"] and part["part"] > 1)
    first, second = [part for part in parts if part["series"] == series][:2]
    printed = shipped.ok("why", str(second["id"]), "--json").json
    assert (printed["reason"], printed["held_by"]) == ("held back", [first["id"]])


def test_it_counts_what_is_ahead_of_what_waits(shipped: CommandLine) -> None:
    shipped.configure("daily_minutes = 8")
    planned = {visit["id"] for visit in shipped.ok("today", "--json").json["plan"]}
    due = [number for number in range(2, 7) if number not in planned]
    assert len(due) > 1
    known = [shipped.ok("why", str(number), "--json").json for number in due]
    assert {one["reason"] for one in known} == {"waiting"}
    assert sorted(one["ahead"]["revisit"] for one in known) == list(range(len(due)))
    assert all(one["ahead"]["minutes"] == 4 * one["ahead"]["revisit"] for one in known)


def test_a_reading_that_waits_has_about_the_date_of_its_turn(shipped: CommandLine) -> None:
    printed = shipped.ok("why", "82", "--json").json
    assert (printed["reason"], printed["ahead"]["is_rough"]) == ("waiting", False)
    assert printed["ahead"]["read"] > 40
    assert printed["expected"] > "2026-05"


def test_what_is_postponed_names_both_dates(shipped: CommandLine) -> None:
    shipped.ok("postpone", "2", "3 days")
    printed = shipped.ok("why", "2", "--json").json
    assert (printed["reason"], printed["postponed_from"]) == ("postponed", "2026-03-02")
    assert printed["paragraph"] == "Postponed from 2026-03-02 to 2026-03-05, in 3 days."
    assert printed["expected"] == "2026-03-05"


def test_why_of_nothing_is_not_found(shipped: CommandLine) -> None:
    assert shipped("why", "no title is like this").code == 4


def test_asking_again_changes_nothing(shipped: CommandLine) -> None:
    shipped.ok("why", "1")
    before = shipped.state()
    shipped.ok("why", "82")
    assert shipped.state() == before
