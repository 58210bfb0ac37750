"""`recall stats`: what it prints for people and for programs."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from recall.cli.output.width import width
from testing.command_line import CommandLine, Terminal
from testing.factories import NOW

SPLITS = ("week", "kind", "section")

TALLY = {
    "revisits": 0,
    "passed": 0,
    "retention": None,
    "retention_low": None,
    "retention_high": None,
    "first_readings": 0,
    "minutes": 0,
    "estimated_minutes": 0,
}
NOTHING = {
    "schema": 1,
    "study_date": "2026-03-02",
    "weeks": 12,
    "first_day": "2025-12-15",
    "total": TALLY,
    "by_week": [],
    "by_kind": [],
    "by_section": [],
    "calibration": {
        "revisits": 0,
        "predicted": None,
        "recalled": None,
        "log_loss": None,
        "log_loss_constant": None,
        "bands": [],
    },
    "streak": {"days": 0, "since": None, "done_days": 0, "free_days": 0, "longest": 0},
}


@pytest.fixture
def practised(one: CommandLine) -> CommandLine:
    """An article that was read two weeks ago, recalled twelve days ago and not a week ago."""
    for days, argv in (
        (-14, ["read", "1", "good", "--minutes", "20"]),
        (-12, ["grade", "1", "good", "--minutes", "5"]),
        (-7, ["grade", "1", "again", "--minutes", "8"]),
    ):
        one.now = NOW + timedelta(days)
        one.ok(*argv)
    one.now = NOW
    return one


def test_where_nothing_is_read_one_sentence_says_so(shipped: CommandLine) -> None:
    for split in SPLITS:
        said = shipped.ok("stats", "--by", split)
        assert said.out.startswith("No reading and no revisit is recorded yet")
        assert len(said.out.splitlines()) == 1


def test_where_nothing_is_read_json_has_nulls_and_empty_lists(shipped: CommandLine) -> None:
    assert shipped.ok("stats", "--json").json == NOTHING


def test_the_screen_shows_weeks_and_predictions(practised: CommandLine) -> None:
    assert practised.ok("stats", "--weeks", "3").out.splitlines() == [
        "2026-02-16 to 2026-03-02",
        "recalled  50 % of 2 revisits, 93 % predicted",
        " minutes  33",
        "    read  1 first reading",
        "  streak  none now, 8 days the longest",
        "",
        "week        recalled                    revisits  min            read",
        "2026-02-16     100 %  ████████████████         1   25  ████████     1  ████████",
        "2026-02-23       0 %  ················         1    8  ██▌          0",
        "2026-03-02                                     0    0               0",
        "",
        "predicted  recalled                    95 % interval  revisits",
        "     93 %      50 %  ████████······│·  9 to 91 %             2",
        "log loss 1.494; 0.693 for the best single number; lower is better",
    ]


def test_weeks_that_are_further_back_are_left_out(practised: CommandLine) -> None:
    shown = practised.ok("stats", "--weeks", "1").out
    assert "no revisits in these weeks" in shown
    assert "log loss" not in shown
    assert "2026-02" not in shown


def test_weeks_before_the_first_that_was_lived_are_not_rows(practised: CommandLine) -> None:
    assert "week        recalled" in practised.ok("stats", "--weeks", "9").out
    rows = practised.ok("stats", "--weeks", "9").out.partition("\nweek ")[2].splitlines()
    assert rows[1].startswith("2026-02-16")


def test_one_prediction_is_enough_for_a_table(practised: CommandLine) -> None:
    assert "log loss" in practised.ok("stats", "--weeks", "2").out


@pytest.mark.parametrize(("split", "name"), [("kind", "page"), ("section", "without a section")])
def test_the_screen_splits_by_kind_and_section(
    practised: CommandLine, split: str, name: str
) -> None:
    (row,) = [
        line
        for line in practised.ok("stats", "--by", split).out.splitlines()
        if line.startswith(name)
    ]
    assert row.split()[len(name.split()) :][:2] == ["50", "%"]


@pytest.mark.slow
def test_of_many_sections_the_screen_shows_the_first_and_json_all(empty: CommandLine) -> None:
    for number in range(22):
        empty.ok("add", f"https://example.org/{number}", "--section", f"Part {number}")
        empty.ok("read", str(number + 1), "good")
    shown = empty.ok("stats", "--by", "section").out
    assert shown.count("Part ") == 20
    assert "and 2 more; --json has them all" in shown
    printed = empty.ok("stats", "--json").json["by_section"]
    assert sorted(one["section"] for one in printed) == sorted([f"Part {n}"] for n in range(22))


def test_minutes_that_are_planned_ones_are_told_apart(one: CommandLine) -> None:
    one.ok("read", "1", "good")
    minutes = one.ok("stats", "--json").json["total"]["minutes"]
    words = f" minutes  {minutes}, of them {minutes} as planned, for none were recorded\n"
    assert words in one.ok("stats").out


def test_minutes_that_were_all_recorded_are_not_explained(one: CommandLine) -> None:
    one.ok("read", "1", "good", "--minutes", "7")
    shown = one.ok("stats").out
    assert " minutes  7\n" in shown
    assert "streak  1 day; 1 day the longest" in shown


def test_a_streak_tells_its_days_with_nothing_due(one: CommandLine) -> None:
    one.ok("read", "1", "good")
    one.now = NOW + timedelta(1)
    assert "streak  2 days, 1 of them with nothing due; 2 days the longest" in one.ok("stats").out


def tallied(tallies: list[dict[str, Any]], name: str) -> Any:
    return sum(one[name] for one in tallies)


def test_json_has_everything_and_its_splits_add_up(practised: CommandLine) -> None:
    printed = practised.ok("stats", "--json").json
    assert set(printed) == set(NOTHING)
    assert (printed["total"]["revisits"], printed["total"]["retention"]) == (2, 0.5)
    assert len(printed["by_week"]) == 12
    assert [one["week"] for one in printed["by_week"][-3:]] == ["2026-W08", "2026-W09", "2026-W10"]
    assert printed["by_week"][-1]["first_day"] == "2026-03-02"
    for split in ("by_week", "by_kind", "by_section"):
        for name in ("revisits", "passed", "first_readings", "minutes", "estimated_minutes"):
            assert tallied(printed[split], name) == printed["total"][name]
    calibration = printed["calibration"]
    assert tallied(calibration["bands"], "revisits") == calibration["revisits"] == 2
    assert calibration["log_loss"] == pytest.approx(1.494, abs=0.001)
    assert printed["streak"]["longest"] == 8


def test_the_split_changes_nothing_for_programs(practised: CommandLine) -> None:
    by_week = practised.ok("stats", "--json").out
    assert practised.ok("stats", "--by", "kind", "--json").out == by_week


@pytest.mark.parametrize("given", ["0", "-1", "1041", "many", "1.5", ""])
def test_weeks_that_are_no_number_of_weeks_are_refused(one: CommandLine, given: str) -> None:
    before = one.state()
    refused = one("stats", "--weeks", given)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"recall: weeks cannot be '{given}'; give a whole number from 1 to 1040\n"
    )
    assert one.state() == before


def test_as_many_weeks_as_can_be_given_are_counted(practised: CommandLine) -> None:
    assert len(practised.ok("stats", "--weeks", "1040", "--json").json["by_week"]) == 1040


def test_a_split_that_there_is_not_is_refused(one: CommandLine) -> None:
    refused = one("stats", "--by", "month")
    assert refused.code == 2
    assert refused.err == "recall: 'month' is not a split; allowed: week, kind, section\n"


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("columns", [30, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    practised: CommandLine, columns: int, split: str
) -> None:
    shown = practised("stats", "--by", split, stream=Terminal, COLUMNS=str(columns))
    assert shown.code == 0
    assert max(width(line) for line in shown.out.splitlines()) <= columns


def test_it_can_be_shown_in_ascii_and_without_color(practised: CommandLine) -> None:
    class Ascii(StringIO):
        encoding = "ascii"  # type: ignore[assignment] # a property of the class that it stands for

    shown = practised("stats", stream=Ascii, FORCE_COLOR="1", NO_COLOR="1").out
    assert shown.isascii()
    assert "##" in shown
    assert "|" in shown
    assert "\x1b" not in shown
    assert "\x1b" in practised("stats", FORCE_COLOR="1").out
