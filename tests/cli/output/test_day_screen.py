"""A day on the screen: one list in order, what is done, the line, and the truth at the end."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from recall.cli.output.width import width
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.progress import ResourceState, VisitProgress
from recall.views.day import VisitView
from testing.commands.command_line import CommandLine, Terminal

if TYPE_CHECKING:
    from recall.domain.day.plan import Task
    from recall.domain.day.progress import VisitState

LINKED = re.compile(r"\x1b\]8;;(https?://[!-~]+)\x1b\\")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\")


@pytest.fixture
def worked(shipped: CommandLine) -> CommandLine:
    """A day on which two planned things and another one were done, and two were put aside."""
    shipped.ok("today")
    shipped.ok("grade", "2", "good", "--minutes", "12")
    shipped.ok("grade", "3", "good", "--minutes", "3")
    shipped.ok("read", "40", "good", "--minutes", "9")
    shipped.ok("postpone", "4", "in 9 days")
    shipped.ok("suspend", "5")
    return shipped


def lines(recall: CommandLine, *argv: str) -> list[str]:
    return [" ".join(line.split()) for line in recall.ok(*argv).out.splitlines()]


def test_a_day_is_one_list_in_its_order_and_says_how_each_thing_stands(
    worked: CommandLine,
) -> None:
    assert lines(worked, "today") == [
        "Monday 2 March · 45 min · 24 done, 20 left",
        "",
        "> 15 VLLM官方文档 sitting 20 min next on the list",
        "✓ 2 如何自己从零实现一个神经网络? revisit 12 min done, 4 min planned",
        "✓ 3 史上最详细循环神经网络讲解（RNN/LSTM/GRU） revisit 3 min done, 4 min planned",
        "– 4 完全图解RNN、RNN变体、Seq2Seq、Attention机制 later due 2026-03-11",
        "– 5 从零开始实现循环神经网络（无框架） suspended",
        "✓ 40 聊聊 PyTorch 中新的Distributed API （二） 9 min done, not planned",
        "── beyond today's 45 min ──",
        "6 损失函数（Loss Function） revisit 4 min first revisit",
        "",
        "'recall review' goes through this list.",
    ]


def test_what_is_done_beyond_the_minutes_stands_above_the_line(worked: CommandLine) -> None:
    worked.ok("grade", "6", "good")
    shown = lines(worked, "today")
    assert "✓ 6 损失函数（Loss Function） revisit 4 min done, 4 min planned" in shown
    assert "── beyond today's 45 min ──" in shown, "the sitting no longer fits"
    assert shown[-4:-2] == [
        "── beyond today's 45 min ──",
        "> 15 VLLM官方文档 sitting 20 min next on the list",
    ]


def test_a_finished_day_says_what_it_took_and_what_to_type_for_more(worked: CommandLine) -> None:
    worked.ok("grade", "6", "good")
    worked.ok("read", "15", "--sitting", "--minutes", "5")
    assert lines(worked, "today")[-2:] == [
        "Done for today: 5 things, 33 of 45 min.",
        "61 more to read. 'recall more' adds something.",
    ]
    assert lines(worked, "next") == lines(worked, "today")[-2:]


def test_a_day_gone_says_what_was_planned_and_what_was_not_done(worked: CommandLine) -> None:
    worked.now += timedelta(days=1)
    worked.ok("grade", "6", "good")
    assert lines(worked, "today", "--on", "yesterday") == [
        "Monday 2 March 2026 · 45 min · 24 done, 24 left at its end",
        "",
        "15 VLLM官方文档 sitting 20 min next on the list",
        "✓ 2 如何自己从零实现一个神经网络? revisit 12 min done, 4 min planned",
        "✓ 3 史上最详细循环神经网络讲解（RNN/LSTM/GRU） revisit 3 min done, 4 min planned",
        "– 4 完全图解RNN、RNN变体、Seq2Seq、Attention机制 later due 2026-03-11",
        "– 5 从零开始实现循环神经网络（无框架） suspended",
        "6 损失函数（Loss Function） revisit 4 min done on Tue 3 Mar",
        "✓ 40 聊聊 PyTorch 中新的Distributed API （二） 9 min done, not planned",
    ]
    assert lines(worked, "today", "--on", "2026-02-20")[-1] == "Nothing was done."


def test_a_past_day_on_which_nothing_could_be_done_says_why(shipped: CommandLine) -> None:
    shipped.ok("pause", "--until", "3 days")
    shipped.ok("day", "in 4 days", "0")
    shipped.now += timedelta(days=6)
    assert lines(shipped, "today", "--on", "2026-03-03") == [
        "Tuesday 3 March 2026",
        "",
        "Paused. Nothing was done.",
    ]
    assert lines(shipped, "today", "--on", "2026-03-05")[-1] == "Nothing was done."
    assert lines(shipped, "today", "--on", "2026-03-06")[-1] == "A day off. Nothing was done."
    shipped.ok("read", "21", "good", "--minutes", "8", "--on", "2026-03-03")
    assert lines(shipped, "today", "--on", "2026-03-03")[::2] == [
        "Tuesday 3 March 2026 · 8 min done",
        "✓ 21 对应源码 (transformer) 8 min done, not planned",
        "Done: 1 thing, 8 min.",
    ]


def test_a_coming_day_says_that_it_is_a_preview(shipped: CommandLine) -> None:
    heading, *rest = lines(shipped, "today", "--on", "tomorrow")
    assert heading.startswith("Tuesday 3 March 2026 · 45 min · ")
    assert heading.endswith(" planned · a preview, if all goes as planned until then")
    assert not any(line.startswith(">") for line in rest)
    assert rest[-1].endswith("first revisit")


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(worked: CommandLine, columns: str) -> None:
    for argv in (("today",), ("next",), ("today", "--on", "tomorrow")):
        shown = worked(*argv, stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
        assert max(width(line) for line in shown.splitlines()) <= int(columns)
        assert "15" in shown


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_what_to_do_is_told_apart_without_color_at_every_width(
    worked: CommandLine, columns: str
) -> None:
    shown = worked("today", stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
    for word in (
        "sitting",
        "revisit",
        "✓",
        "–",
        ">",
        "later",
        "suspended",
        "beyond today's 45 min",
    ):
        assert word in shown


def test_titles_are_links_where_the_terminal_can(worked: CommandLine) -> None:
    shown = worked("today", stream=Terminal, TERM="xterm-kitty", COLUMNS="120").out
    assert len(LINKED.findall(shown)) == 7
    plain = worked("today", stream=Terminal, NO_COLOR="1", COLUMNS="120").out
    assert ESCAPES.sub("", shown) == plain
    assert "\x1b" not in plain


def test_an_overdue_revisit_says_by_how_much(shipped: CommandLine) -> None:
    shipped.ok("grade", "2", "good", "--on", "9 days ago")
    assert "7 days overdue" in shipped.ok("today").out


@pytest.mark.parametrize(
    ("task", "reason", "state", "late"),
    [
        ("revisit", "6 days overdue", "left", True),
        ("revisit", "first revisit, 6 days overdue; longer than the day", "left", True),
        ("revisit", "6 days overdue", "done", False),
        ("revisit", "due today", "left", False),
        ("read", "next on the list", "left", False),
    ],
)
def test_a_revisit_is_overdue_as_its_reason_says(
    task: "Task", reason: str, state: "VisitState", late: bool
) -> None:
    stands = VisitProgress(PlannedVisit(1, task, 15, reason), state)
    assert VisitView(stands, ResourceState("read")).is_overdue == late


@pytest.mark.parametrize("columns", ["80", "120"])
def test_by_how_much_a_first_revisit_is_overdue_is_told_at_any_width(
    shipped: CommandLine, columns: str
) -> None:
    shipped.now += timedelta(days=12)
    shown = shipped("today", stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
    assert len(re.findall(r"overdue +\d+ min +1?\d days? overdue\n", shown)) > 3


def test_what_was_overdue_is_so_no_more_once_it_is_done_or_put_aside(shipped: CommandLine) -> None:
    shipped.ok("today")
    shipped.now += timedelta(days=1)
    late = [line for line in lines(shipped, "today") if "1 day overdue" in line]
    assert len(late) >= 2
    assert all("overdue 4 min" in line for line in late)
    shipped.ok("grade", "2", "good")
    shipped.ok("edit", "3", "--once")
    done, once = lines(shipped, "today")[3:5]
    assert done.endswith("revisit 4 min done, 4 min planned")
    assert once.endswith("read once no revisits")


def test_a_coming_day_in_a_pause_does_not_name_the_command_that_ends_one(
    shipped: CommandLine,
) -> None:
    shipped.ok("pause", "--from", "2026-03-09", "--until", "2026-03-16")
    assert lines(shipped, "today", "--on", "2026-03-10")[-1] == (
        "Paused until Monday 2026-03-16. 'recall day' lists the pauses."
    )


def test_a_day_in_a_pause_offers_no_minutes(shipped: CommandLine) -> None:
    shipped.ok("pause")
    ending = ["", "Paused. 'recall resume' ends it."]
    assert lines(shipped, "today") == ["Monday 2 March", *ending]
    shipped.ok("grade", "2", "good", "--minutes", "12")
    assert lines(shipped, "today")[0] == "Monday 2 March · 12 min done"
    assert lines(shipped, "today")[-2:] == ending


def test_who_is_far_behind_is_told_what_helps(shipped: CommandLine) -> None:
    line = "'recall resume' spreads the backlog over the coming days."
    shipped.ok("grade", "2", "good")
    assert line not in shipped.ok("today").out
    shipped.now += timedelta(days=4)
    assert lines(shipped, "today")[-1] == line


def test_a_revisit_that_was_graded_for_an_earlier_day_is_not_called_postponed(
    shipped: CommandLine,
) -> None:
    shipped.ok("today")
    shipped.ok("grade", "2", "good", "--on", "yesterday")
    (row,) = [line for line in lines(shipped, "today") if line.startswith("– 2 ")]
    assert row == "– 2 如何自己从零实现一个神经网络? not due before 2026-03-03"
