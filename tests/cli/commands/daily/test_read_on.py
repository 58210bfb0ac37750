"""`grade --read-on` and `edit --read-on`: said on the command line, shown, and taken back."""

import pytest

from testing.commands.command_line import CommandLine


def test_a_grade_says_when_it_was_read(shipped: CommandLine) -> None:
    said = shipped.ok("grade", "2", "good", "--read-on", "2025-09", "--json").json
    resource, review = said["resource"], said["review"]
    assert (resource["read_on"], resource["read_on_said"]) == ("2025-09", True)
    assert (review["elapsed"], round(review["stability_before"], 4)) == (168, 2.3065)
    (logged,) = shipped.ok("show", "2", "--json").json["log"]
    assert (logged["elapsed"], logged["learnt"]) == (168, True)
    shown = shipped.ok("show", "2").out
    fact = (
        "    read  2025-09, as you said; the first grade, on 2026-03-02, counts as 168 days later\n"
    )
    assert fact in shown
    assert "Read 2025-09, as you said.\n" in shipped.ok("why", "2").out
    shipped.ok("undo")
    undone = shipped.ok("show", "2", "--json").json
    assert (undone["resource"]["read_on"], undone["log"]) == (None, [])
    assert "\n    read  " not in shipped.ok("show", "2").out


@pytest.mark.parametrize(
    ("text", "read_on", "told"),
    [
        ("year", "this year", "this year, as you said on 2026-03-02"),
        ("longer ago", "longer", "longer than a year ago, as you said on 2026-03-02"),
        ("本月", "this month", "this month, as you said on 2026-03-02"),
        ("May 2024", "2024-05", "2024-05, as you said"),
        ("2024年5月", "2024-05", "2024-05, as you said"),
        ("3 months ago", "2025-12-02", "2025-12-02, as you said"),
    ],
)
def test_it_can_be_said_as_people_say_it(
    shipped: CommandLine, text: str, read_on: str, told: str
) -> None:
    said = shipped.ok("grade", "2", "good", "--read-on", text, "--json").json
    assert said["resource"]["read_on"] == read_on
    assert f"    read  {told}; the first grade" in shipped.ok("show", "2").out
    assert f"Read {told}.\n" in shipped.ok("why", "2").out


def test_the_reason_says_it_until_the_second_grade(shipped: CommandLine) -> None:
    shipped.ok("grade", "2", "good", "--read-on", "2025", "--on", "3 days ago")
    assert "Read 2025, as you said." in shipped.ok("why", "2").out
    shipped.ok("grade", "2", "good")
    assert "Read 2025" not in shipped.ok("why", "2").out


def test_an_edit_says_it_before_the_first_grade_and_takes_it_back(shipped: CommandLine) -> None:
    assert shipped.ok("edit", "2", "--read-on", "2025").out.endswith(", read 2025\n")
    assert "    read  2025, as you said\n" in shipped.ok("show", "2").out
    assert "first revisit. Read 2025, as you said.\n" in shipped.ok("why", "2").out
    assert shipped.ok("edit", "2", "--read-on", "").out.endswith(", no date of reading\n")
    assert shipped.ok("show", "2", "--json").json["resource"]["read_on_said"] is False


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["grade", "2", "good", "--read-on", "2027"], "2027 is in the future; say when it was"),
        (["grade", "2", "good", "--read-on", "soon"], "'soon' is not a date; say when it was read"),
        (["edit", "2", "--read-on", "year"], "'this year' will not be true later"),
        (["edit", "15", "--read-on", "2024"], "15 is unread; 'recall grade 15 RATING --read-on"),
        (["grade", "2", "good", "--on", "2024-01-01", "--read-on", "2025"], "2025 is after 2024-"),
    ],
)
def test_what_cannot_be_is_one_line(shipped: CommandLine, argv: list[str], says: str) -> None:
    failed = shipped(*argv)
    assert failed.code != 0
    assert says in failed.err
    assert failed.err.count("\n") == 1


def test_lists_get_dates_alone(shipped: CommandLine) -> None:
    shipped.ok("grade", "2", "good", "--read-on", "year")
    shipped.ok("grade", "3", "good", "--read-on", "2025-09")
    for name in ("list.md", "list.csv"):
        path = shipped.library.parent / name
        shipped.ok("export", str(path))
        written = path.read_text(encoding="utf-8")
        assert "2025-09" in written
        assert "this year" not in written
