"""`pause` and `resume` as a person types them; the plan of a return is shown before it is kept."""

import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from testing.commands.command_line import CommandLine
from testing.needs import posix_module

TERMINAL = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def behind(shipped: CommandLine) -> CommandLine:
    """Nine minutes a day, and more than a month away from the list."""
    shipped.configure("daily_minutes = 9")
    shipped.ok("pause")
    shipped.now += timedelta(days=40)
    return shipped


def test_a_paused_day_says_so_and_what_waits(shipped: CommandLine) -> None:
    assert (
        "paused from now until Wednesday 2026-03-04"
        in shipped.ok("pause", "--until", "2026-03-04").out
    )
    said = shipped.ok("today").out
    assert "Paused until Wednesday 2026-03-04. 'recall resume' ends it." in said
    assert shipped.ok("next").out.startswith("Paused until")
    shown = shipped.ok("today", "--json").json
    assert shown["pause"] == {"first": "2026-03-02", "until": "2026-03-04"}
    assert (shown["revisit"], shown["read"], shown["planned_minutes"]) == ([], [], 0)
    assert shipped.ok("today", "--on", "2026-03-04", "--json").json["pause"] is None


def test_a_planned_pause_begins_on_its_day(shipped: CommandLine) -> None:
    said = shipped.ok("pause", "--from", "2026-03-09", "--until", "2026-03-16").out
    assert "paused from Monday 2026-03-09 until Monday 2026-03-16" in said
    assert "Paused" not in shipped.ok("today").out


def test_without_a_terminal_the_plan_is_shown_and_not_kept(behind: CommandLine) -> None:
    before = behind.library.read_bytes()
    shown = behind.ok("resume").out
    assert "2026-04-11" in shown
    unchanged = "nothing was changed, and the pause goes on; 'recall resume --yes' keeps this plan"
    assert unchanged in shown
    plan = behind.ok("resume", "--json").json
    assert (plan["kept"], plan["pause"]["first"]) == (False, "2026-03-02")
    assert sum(day["revisits"] for day in plan["plan"]) == 20
    assert behind.library.read_bytes() == before


def test_the_plan_says_what_goes_where(behind: CommandLine) -> None:
    shown = behind.ok("resume", "--json").json
    first = shown["moves"][0]
    assert list(first) == ["id", "title", "minutes", "due_before", "due"]
    assert first["due_before"] < first["due"] == shown["plan"][0]["date"]
    for day in shown["plan"]:
        moves = [one for one in shown["moves"] if one["due"] == day["date"]]
        assert len(moves) == day["revisits"]
        assert sum(move["minutes"] for move in moves) == day["minutes"]


def test_the_plan_says_which_days_hold_a_revisit_that_is_longer(behind: CommandLine) -> None:
    shown = behind.ok("resume", "--json").json
    longer = [day["date"] for day in shown["plan"] if day["longer_than_the_day"]]
    assert longer == [day["date"] for day in shown["plan"] if day["minutes"] > 9]
    said = [line.split()[0] for line in behind.ok("resume").out.splitlines() if "longer" in line]
    assert said == longer
    assert longer
    behind.configure("daily_minutes = 30")
    assert "longer" not in behind.ok("resume").out


def test_a_plan_that_is_agreed_to_is_kept_and_can_be_undone(behind: CommandLine) -> None:
    plan = behind.ok("resume", "--json").json["plan"]
    done = behind.ok("resume", "--yes", "--json").json
    assert (done["action"], done["kept"], done["plan"]) == ("resume", True, plan)
    assert behind.ok("today").out.startswith("Saturday 11 April")
    assert "undone: resume (20 revisits over" in behind.ok("undo").out
    assert "Paused" in behind.ok("today").out


def asked(behind: CommandLine) -> Any:
    """`resume` at a terminal, where it waits for an answer."""
    pexpect = posix_module("pexpect")
    behind.configure("daily_minutes = 3")
    environ = {name: os.environ[name] for name in ("HOME", "PATH", "XDG_STATE_HOME")}
    child = pexpect.spawn(
        f"{sys.executable} -m recall resume",
        env={**environ, **TERMINAL, **behind.environ},
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Keep this plan")
    return child


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "kept"), [("y", True), ("n", False), ("\x03", False)])
def test_at_a_terminal_the_person_is_asked(behind: CommandLine, answer: str, kept: bool) -> None:
    pexpect = posix_module("pexpect")
    child = asked(behind)
    child.sendline(answer)
    child.expect("are spread over" if kept else "nothing was changed")
    child.expect(pexpect.EOF)
    assert ("resume" in behind.ok("history").out) is kept


@pytest.mark.slow
def test_a_plan_that_something_else_has_changed_meanwhile_is_not_kept(behind: CommandLine) -> None:
    pexpect = posix_module("pexpect")
    child = asked(behind)
    waiting = behind.ok("resume", "--json").json["plan"]
    behind.ok("pause", "--until", "2026-04-20")
    before = behind.library.read_bytes()
    child.sendline("y")
    child.expect("recall: the library has changed meanwhile; 'recall resume' makes a new plan")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert behind.library.read_bytes() == before
    assert behind.ok("resume", "--json").json["plan"] == waiting


def test_several_pauses_are_planned_and_all_are_named(shipped: CommandLine) -> None:
    shipped.ok("pause", "--from", "2026-03-09", "--until", "2026-03-16")
    said = shipped.ok("pause", "--from", "2026-05-01", "--until", "2026-05-06").out
    assert said.splitlines() == [
        "paused from Friday 2026-05-01 until Wednesday 2026-05-06",
        "also paused from 2026-03-09 until 2026-03-16",
    ]
    said = shipped.ok("pause", "--from", "2026-03-16", "--until", "2026-03-20").out
    assert "; joined with the pause from 2026-03-09 until 2026-03-16\n" in said
    done = shipped.ok("pause", "--until", "2026-03-04", "--json").json
    first, joined, last = done["pauses"]
    assert (done["action"], done["pause"], done["called_off"]) == ("pause", first, [])
    assert joined == {"first": "2026-03-09", "until": "2026-03-20"}
    assert last == {"first": "2026-05-01", "until": "2026-05-06"}
    assert shipped.ok("pause", "--until", "2026-03-04", "--json").json["action"] is None
    assert shipped.ok("day", "--json").json["pauses"] == done["pauses"]


@pytest.mark.parametrize("options", [(), ("--until", "6 days"), ("--from", "mon")])
def test_a_pause_that_is_there_already_says_that_nothing_was_changed(
    shipped: CommandLine, options: tuple[str, ...]
) -> None:
    said = shipped.ok("pause", *options).out
    before = shipped.state()
    assert shipped.ok("pause", *options).out == f"nothing was changed: already {said}"
    assert shipped.state() == before


def test_a_pause_that_loses_its_end_says_so(shipped: CommandLine) -> None:
    shipped.ok("pause", "--until", "2026-03-09")
    assert shipped.ok("pause").out == (
        "paused from now; 'recall resume' ends it, and no longer Monday 2026-03-09\n"
    )
    already = "nothing was changed: already paused from now; 'recall resume' ends it\n"
    assert shipped.ok("pause").out == already


def test_a_planned_pause_is_called_off(shipped: CommandLine) -> None:
    shipped.ok("pause", "--from", "2026-03-09", "--until", "2026-03-16")
    said = shipped.ok("pause", "--drop", "2026-03-12").out
    assert said.startswith("the pause planned from 2026-03-09 until 2026-03-16 is called off; ")
    assert shipped.ok("undo").out.startswith("undone: pause (called off from 2026-03-09 until ")
    dropped = shipped.ok("pause", "--drop", "2026-03-09", "--json").json
    assert (dropped["pause"], dropped["pauses"]) == (None, [])
    assert dropped["called_off"] == [{"first": "2026-03-09", "until": "2026-03-16"}]
    shipped.now += timedelta(days=8)
    assert "Paused" not in shipped.ok("today").out


def test_a_pause_may_begin_on_the_day_it_is_typed(shipped: CommandLine) -> None:
    shipped.ok("pause", "--from", "today", "--until", "fri")
    assert shipped.ok("today", "--json").json["pause"]["until"] == "2026-03-06"


def test_resume_leaves_a_planned_pause_and_says_how_it_is_called_off(
    behind: CommandLine,
) -> None:
    behind.now += timedelta(days=90)
    behind.ok("pause", "--from", "2026-08-01")
    assert "revisits are spread over" in behind.ok("resume", "--yes").out
    said = "'recall pause --drop 2026-08-01' calls off the pause planned from 2026-08-01\n"
    assert behind.ok("resume").out.endswith(said)
    assert "Paused" in behind.ok("today", "--on", "2026-08-02").out
    behind.ok("pause", "--drop", "2026-08-01")
    assert "Paused" not in behind.ok("today", "--on", "2026-08-02").out


def test_a_day_that_is_far_behind_says_what_spreads_it(behind: CommandLine) -> None:
    behind.ok("resume", "--yes")
    behind.ok("undo")
    behind.ok("pause", "--until", "2026-04-12")
    line = "'recall resume' spreads the backlog over the coming days."
    assert line not in behind.ok("today").out
    behind.now += timedelta(days=1)
    assert line in behind.ok("today").out
    assert line not in behind.ok("today", "--on", "2026-04-20").out
    behind.ok("resume", "--yes")
    assert line not in behind.ok("today").out


@pytest.mark.parametrize(("days", "said"), [(30, ""), (31, "1 more day"), (33, "3 more days")])
def test_a_long_plan_is_cut_and_says_how_many_days_it_leaves_out(
    empty: CommandLine, tmp_path: Path, days: int, said: str
) -> None:
    lines = [f"- [x] [Title {one}](https://example.org/{one})\n" for one in range(days)]
    listed = tmp_path / "list.md"
    listed.write_text("".join(lines), encoding="utf-8")
    empty.configure("daily_minutes = 3")
    empty.ok("import", str(listed))
    empty.now += timedelta(days=400)
    shown = empty.ok("resume").out
    plan = empty.ok("resume", "--json").json["plan"]
    assert len(plan) == days
    assert shown.count(" min\n") == 30
    assert ("…" in shown) is bool(said)
    assert not said or f"… and {said}, the last {plan[-1]['date']}" in shown


def test_a_return_with_nothing_to_spread_ends_the_pause(shipped: CommandLine) -> None:
    shipped.ok("pause")
    assert shipped.ok("resume").out == "the pause is over; the day holds what is due\n"
    assert shipped.ok("resume").out == "nothing is paused, and the day holds what is due\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pause", "--until", "2026-03-02"), "give a later day"),
        (("pause", "--until", "someday"), "is not a date"),
        (("pause", "--from", "2026-03-09", "--until", "2026-03-05"), "give a later day"),
        (("pause", "--from", "yesterday"), "give today or a later day"),
        (("pause", "--drop", "2026-03-09"), "'recall day' lists all pauses"),
        (("pause", "--drop", "tomorrow", "--until", "fri"), "takes no other date"),
    ],
)
def test_what_is_no_pause_is_refused_in_one_line(
    shipped: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    before = shipped.library.read_bytes()
    done = shipped(*arguments)
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert shipped.library.read_bytes() == before
