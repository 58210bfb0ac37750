"""`recall week`: seven days in a screen, at any width."""

from datetime import timedelta

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine, Terminal


@pytest.fixture
def lived(shipped: CommandLine) -> CommandLine:
    """Two days with revisits and a reading, and what was due before today waits."""
    shipped.now -= timedelta(days=3)
    for number, rating in ((2, "good"), (3, "again"), (4, "good")):
        shipped.ok("grade", str(number), rating, "-m", "4")
    shipped.ok("read", "1", "--sitting", "-m", "20")
    shipped.now += timedelta(days=3)
    shipped.ok("read", "15", "-m", "30")
    return shipped


def test_a_week_is_told_in_a_screen(lived: CommandLine) -> None:
    lines = lived.ok("week").out.splitlines()
    assert lines[0] == "The last seven days, Tue 24 Feb to today"
    told = {line[:9].strip(): line[11:] for line in lines[1:]}
    assert list(told) == [
        *("read", "going on", "recalled", "forgotten", "slipped", "minutes", "next"),
    ]
    assert told["read"].startswith("1: VLLM")
    assert told["recalled"] == "2 of 3 revisits, 67 %"
    assert told["minutes"] == "62 on 2 days, of 315"
    assert told["slipped"].endswith("; due before today, and not done yet")


def test_its_json_has_all_of_it(lived: CommandLine) -> None:
    printed = lived.ok("week", "--json").json
    assert (printed["read"], printed["sat"], printed["forgotten"]) == ([15], [1], [3])
    assert (printed["passed"], printed["revisits"], printed["days"]) == (2, 3, 2)
    assert {2, 3, 4} <= set(printed["slipped"])


def test_right_after_the_beginning_it_says_so(shipped: CommandLine) -> None:
    lines = shipped.ok("week").out.splitlines()
    assert lines[1] == "     done  nothing was read or graded in these days"
    assert lines[2].startswith("     next  ")


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(lived: CommandLine, columns: int) -> None:
    outcome = lived("week", stream=Terminal, COLUMNS=str(columns))
    assert max(width(line) for line in outcome.out.splitlines()) <= columns
