"""`recall more`: the next in line, at the end of today's plan."""

from testing.commands.command_line import CommandLine


def test_more_adds_to_the_plan_shows_it_and_can_be_undone(shipped: CommandLine) -> None:
    before = shipped.ok("today", "--json").json["plan"]
    shown = shipped.ok("more", "30").out
    assert shown.startswith("Monday 2 March · 70 min today, usually 45 · 70 planned")
    after = shipped.ok("today", "--json").json["plan"]
    assert after[: len(before)] == before
    assert len(after) > len(before)
    assert "undone: more (70 min today, 1 thing added)" in shipped.ok("undo").out
    assert shipped.ok("today", "--json").json["plan"] == before


def test_more_as_json_is_the_day(shipped: CommandLine) -> None:
    assert shipped.ok("more", "--json").json == shipped.ok("today", "--json").json


def test_more_of_nothing_says_so_and_is_no_action(one: CommandLine) -> None:
    one.ok("today")
    before = one.state()
    outcome = one("more")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "recall: nothing else waits today\n"
    assert one.state() == before


def test_more_in_a_pause_names_resume(shipped: CommandLine) -> None:
    shipped.ok("pause")
    outcome = shipped("more")
    assert (outcome.code, outcome.out) == (1, "")
    assert "'recall resume' ends it" in outcome.err
