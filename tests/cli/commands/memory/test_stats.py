"""`recall stats`: what it prints for people and for programs."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine, Terminal
from testing.libraries.factories import NOW

SPLITS = ("month", "week", "kind", "section")

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
    "by_month": [],
    "by_week": [],
    "by_day": [],
    "by_kind": [],
    "by_section": [],
    "calibration": {
        "revisits": 0,
        "predicted": None,
        "recalled": None,
        "log_loss": None,
        "log_loss_constant": None,
        "rmse": None,
        "bands": [],
    },
    "streak": {"days": 0, "since": None, "done_days": 0, "free_days": 0, "longest": 0},
    "spent": {"minutes": 0, "done": 0, "days": 1, "planned": 45},
    "recalled": {
        "revisits": 0,
        "passed": 0,
        "share": None,
        "judged": 0,
        "expected": None,
        "wanted": None,
        "verdict": "too few",
    },
    "dated": {
        "revisits": 0,
        "passed": 0,
        "share": None,
        "judged": 0,
        "expected": None,
        "wanted": None,
    },
    "by_lateness": [],
    "kept": {"at_least": 0.8, "graded": 0, "kept": 0, "stability": None},
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


def test_an_empty_library_has_one_sentence(empty: CommandLine) -> None:
    for split in SPLITS:
        said = empty.ok("stats", "--by", split)
        assert said.out.startswith("The library is empty, so there is nothing to count")
        assert len(said.out.splitlines()) == 1


def test_after_an_import_it_says_what_is_read_and_that_nothing_was_revisited(
    shipped: CommandLine,
) -> None:
    shown = shipped.ok("stats").out
    assert shown.splitlines()[:4] == [
        "2026-03-02",
        "recalled  nothing was revisited yet; the first revisit is due today",
        "    kept  20 read before recall knew of them were not graded yet",
        "    read  20 of 82 on the list, 24 %; when it is done shows after a week with readings",
    ]
    assert "VLLM" in shown
    assert "no revisits in these weeks" not in shown


def test_after_first_grades_only_it_says_when_the_first_revisit_comes(one: CommandLine) -> None:
    one.ok("read", "1", "good", "--minutes", "20")
    due = one.ok("show", "1", "--json").json["resource"]["due"]
    shown = one.ok("stats").out
    assert f"recalled  nothing was revisited yet; the first revisit is due on {due}\n" in shown
    assert "no revisits in these weeks" not in shown
    assert "expected" not in shown.splitlines()[1]


def test_if_nothing_is_read_revisits_begin_after_the_first_reading(one: CommandLine) -> None:
    shown = one.ok("stats").out
    assert "recalled  nothing was revisited yet: revisits begin after the first reading\n" in shown
    assert "kept" not in shown


def test_where_nothing_is_read_json_has_nulls_and_empty_lists(shipped: CommandLine) -> None:
    printed = shipped.ok("stats", "--json").json
    listed, waiting = printed.pop("list"), printed.pop("waiting")
    assert printed == NOTHING
    assert (listed["resources"], listed["read"], listed["done_by"]) == (82, 20, None)
    assert waiting == {"read_before": 20, "first_due": "2026-03-02"}


def test_the_screen_says_what_was_recalled_and_expected(practised: CommandLine) -> None:
    assert practised.ok("stats", "--weeks", "3").out.splitlines() == [
        "2026-02-16 to 2026-03-02",
        "recalled  1 of 2 revisits, 50 %; expected 93 %. From 20 revisits on, they say whether "
        "that is what you want.",
        "    kept  0 of 1 graded resource, each with a chance of 80 % or more to be recalled today",
        " minutes  2 a day, of 45 that you set: 33 on 3 of 15 days",
        "    read  1 of 1 on the list, 100 %",
        "  streak  begins with your next reading or revisit; 8 days the longest so far",
        "",
        "month     recalled                    expected  revisits  min            read",
        "Feb 2026      50 %  ████████······│·      93 %         2   33  ████████     1  ████████",
        "",
        "came        recalled                    expected  revisits",
        "early            0 %  ···············│      94 %         1",
        "on the day     100 %  ██████████████│█      91 %         1",
        "The stroke in a bar marks the recall that was expected.",
        "",
        "section             read",
        "without a section  100 %  ████████████████  1 of 1",
    ]


def test_the_weeks_are_a_split(practised: CommandLine) -> None:
    assert practised.ok("stats", "--by", "week").out.splitlines()[7:11] == [
        "week        recalled                    revisits  min            read",
        "2026-02-16     100 %  ████████████████         1   25  ████████     1  ████████",
        "2026-02-23       0 %  ················         1    8  ██▌          0",
        "2026-03-02                                     0    0               0",
    ]


def test_the_measures_of_the_model_are_shown_on_demand(practised: CommandLine) -> None:
    lines = practised.ok("stats", "--weeks", "3", "--model").out.splitlines()
    assert lines[0] == "The memory model, 2026-02-16 to 2026-03-02"
    assert lines[1] == "predicted  93 % of 2 revisits to be recalled, and 50 % were"
    assert lines[2].startswith(" log loss  1.494, and 0.693 for the best single number: ")
    assert lines[3].startswith("     RMSE  42.7 points: ")
    assert lines[4].startswith("stability  ")
    assert lines[6:8] == [
        "predicted  recalled                    95 % interval  revisits",
        "     93 %      50 %  ████████······│·  9 to 91 %             2",
    ]


def test_without_predictions_the_model_says_so(one: CommandLine) -> None:
    shown = one.ok("stats", "--model").out
    assert "predicted  no revisit in these weeks came a day or more after a grade\n" in shown
    assert "stability" not in shown


@pytest.mark.parametrize("word", ["log loss", "RMSE", "stability"])
def test_no_measure_of_the_model_is_shown_before_it_is_asked_for(
    practised: CommandLine, word: str
) -> None:
    for split in SPLITS:
        assert word not in practised.ok("stats", "--by", split).out


def test_of_some_revisits_nothing_was_expected(shipped: CommandLine) -> None:
    shipped.ok("grade", "2", "good")
    for days in (4, 9):
        shipped.now = NOW + timedelta(days)
        shipped.ok("grade", "2", "good")
    shown = shipped.ok("stats").out
    assert "recalled  3 of 3 revisits, 100 %; expected " in shown
    assert " % of the 1 it could predict. 1 was a first revisit of what you had read" in shown


def test_weeks_that_are_further_back_are_left_out(practised: CommandLine) -> None:
    shown = practised.ok("stats", "--weeks", "1").out
    said = "no revisits in these weeks; a larger number of --weeks looks further back\n"
    assert f"recalled  {said}" in shown
    assert "2026-02" not in shown


def test_weeks_before_the_first_that_was_lived_are_not_rows(practised: CommandLine) -> None:
    rows = (
        practised.ok("stats", "--weeks", "9", "--by", "week")
        .out.partition("\nweek ")[2]
        .splitlines()
    )
    assert rows[1].startswith("2026-02-16")


@pytest.mark.parametrize(("split", "name"), [("kind", "page"), ("section", "without a section")])
def test_the_screen_splits_by_kind_and_section(
    practised: CommandLine, split: str, name: str
) -> None:
    row = next(
        line
        for line in practised.ok("stats", "--by", split).out.splitlines()
        if line.startswith(name)
    )
    assert row.split()[len(name.split()) :][:2] == ["50", "%"]


@pytest.mark.slow
def test_of_many_sections_the_screen_shows_the_first_and_json_all(empty: CommandLine) -> None:
    for number in range(22):
        empty.ok("add", f"https://example.org/{number}", "--section", f"Part {number}")
        empty.ok("read", str(number + 1), "good")
    shown = empty.ok("stats", "--by", "section").out
    assert shown.count("Part ") == 2 * 20
    assert "and 2 more; 'recall section' has them all" in shown
    assert "and 2 more; --json has them all" in shown
    printed = empty.ok("stats", "--json").json["by_section"]
    assert sorted(one["section"] for one in printed) == sorted([f"Part {n}"] for n in range(22))


def test_minutes_that_are_planned_ones_are_told_apart(one: CommandLine) -> None:
    one.ok("read", "1", "good")
    minutes = one.ok("stats", "--json").json["total"]["minutes"]
    words = f"{minutes} on 1 of 1 day, of them {minutes} as planned, for none were recorded\n"
    assert words in one.ok("stats").out


def test_minutes_that_were_all_recorded_are_not_explained(one: CommandLine) -> None:
    one.ok("read", "1", "good", "--minutes", "7")
    shown = one.ok("stats").out
    assert " minutes  7 a day, of 45 that you set: 7 on 1 of 1 day\n" in shown
    assert "streak  1 day\n" in shown


def test_a_streak_tells_its_days_with_nothing_due(one: CommandLine) -> None:
    one.ok("read", "1", "good")
    one.now = NOW + timedelta(1)
    assert "streak  2 days, 1 of them with nothing due\n" in one.ok("stats").out


def tallied(tallies: list[dict[str, Any]], name: str) -> Any:
    return sum(one[name] for one in tallies)


def test_json_has_everything_and_its_splits_add_up(practised: CommandLine) -> None:
    printed = practised.ok("stats", "--json").json
    assert set(printed) == {*NOTHING, "list", "waiting"}
    assert (printed["total"]["revisits"], printed["total"]["retention"]) == (2, 0.5)
    assert len(printed["by_week"]) == 12
    assert [one["week"] for one in printed["by_week"][-3:]] == ["2026-W08", "2026-W09", "2026-W10"]
    assert printed["by_week"][-1]["first_day"] == "2026-03-02"
    for split in ("by_month", "by_week", "by_day", "by_kind", "by_section"):
        for name in ("revisits", "passed", "first_readings", "minutes", "estimated_minutes"):
            assert tallied(printed[split], name) == printed["total"][name]
    calibration = printed["calibration"]
    assert tallied(calibration["bands"], "revisits") == calibration["revisits"] == 2
    assert calibration["log_loss"] == pytest.approx(1.494, abs=0.001)
    assert printed["streak"]["longest"] == 8
    assert tallied(printed["by_lateness"], "revisits") == printed["recalled"]["revisits"] == 2
    for name in ("expected", "wanted"):
        assert printed["by_month"][0][name] == printed["recalled"][name]
    assert [one["wanted"] for one in printed["by_week"][-3:]] == [0.9, 0.9, None]
    days = [(one["study_date"], one["planned"]) for one in printed["by_day"]]
    assert (days[0], days[-1], len(days)) == (("2026-02-16", 45), ("2026-03-02", 45), 15)
    assert printed["spent"] == {"minutes": 33, "done": 3, "days": 15, "planned": 15 * 45}


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
    refused = one("stats", "--by", "year")
    assert refused.code == 2
    assert refused.err == "recall: 'year' is not a split; allowed: month, week, kind, section\n"


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("columns", [30, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    practised: CommandLine, columns: int, split: str
) -> None:
    for words in (("--by", split), ("--model",)):
        shown = practised("stats", *words, stream=Terminal, COLUMNS=str(columns))
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
