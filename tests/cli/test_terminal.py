"""A real terminal: colors, links, widths. What pexpect sees, pyte draws."""

import os
import re
import shlex
import sys
from collections.abc import Mapping, Sequence

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine
from testing.needs import posix_module

pytestmark = pytest.mark.slow

pexpect, pyte = posix_module("pexpect"), posix_module("pyte")

ROWS = 100
PLAIN = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
LINKING = {"TERM": "xterm-kitty"}
COLOR = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;;(https?://[!-~]+)\x1b\\")


MANY = """
import sys
from recall.cli.main import main
for typed in sys.argv[1:]:
    code = main(typed.split())
    print("ended with", code, flush=True)
"""
"""Several commands in one process: to start each anew would take longer than all of them."""


def run(
    recall: CommandLine, typed: str, environ: Mapping[str, str] = PLAIN, columns: int = 80
) -> str:
    """What a command writes to a terminal of that many columns."""
    return in_terminal(recall, ["-m", "recall", *typed.split()], environ, columns)


def run_all(
    recall: CommandLine, typed: Sequence[str], environ: Mapping[str, str] = PLAIN, columns: int = 80
) -> list[str]:
    """What each of the commands writes, one after the other."""
    shown = in_terminal(recall, ["-c", MANY, *typed], environ, columns)
    *each, end = shown.split("ended with 0\r\n")
    assert (len(each), end) == (len(typed), ""), shown
    return each


def in_terminal(
    recall: CommandLine, python: Sequence[str], environ: Mapping[str, str], columns: int
) -> str:
    """What a Python with these arguments writes."""
    settings = {**PLAIN, **recall.environ, **environ}
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "XDG_STATE_HOME")}
    shown: str
    shown, code = pexpect.run(
        shlex.join([sys.executable, *python]),
        env={**kept, **settings},
        withexitstatus=True,
        encoding="utf-8",
        timeout=20,
        dimensions=(ROWS, columns),
    )
    assert code == 0, shown
    return shown


def drawn(text: str, columns: int) -> list[str]:
    """The lines of a terminal after the text."""
    screen = pyte.Screen(columns, ROWS)
    pyte.Stream(screen).feed(text)
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_folded_by_the_terminal(shipped: CommandLine, columns: int) -> None:
    commands = ["today", "list VLLM", "history", "config", "next"]
    for typed, shown in zip(commands, run_all(shipped, commands, columns=columns), strict=True):
        plain = COLOR.sub("", shown).replace("\r", "").rstrip("\n").split("\n")
        lines = [line for line in drawn(shown, columns) if line]
        assert len(lines) == len(list(filter(None, plain))), typed


def test_columns_are_aligned_under_chinese_titles(shipped: CommandLine) -> None:
    lines = drawn(run(shipped, "list --section VLLM", columns=120), columns=120)
    found = [(line, match) for line in lines if (match := re.search(r"2026-\d\d-\d\d", line))]
    assert len(found) == 5
    assert len({width(line[: match.start()]) for line, match in found}) == 1


def test_a_terminal_has_colors_and_a_pipe_has_none(shipped: CommandLine) -> None:
    assert COLOR.search(run(shipped, "today"))
    assert "\x1b" not in shipped.ok("today").out


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colors_are_off_where_they_are_not_wanted(
    shipped: CommandLine, environ: dict[str, str]
) -> None:
    commands = ["today", "list", "show 1", "grade 2 good", "--help"]
    for typed, shown in zip(commands, run_all(shipped, commands, environ), strict=True):
        assert not re.search(r"\x1b\[[0-9;]*3[0-9]", shown), typed


def test_titles_are_links_where_the_terminal_can(shipped: CommandLine) -> None:
    shown = run(shipped, "list VLLM论文", LINKING)
    assert LINK.findall(shown) == ["https://arxiv.org/abs/2309.06180"]
    assert "\x1b]8" not in run(shipped, "list VLLM论文")
    assert "\x1b]8" not in run(shipped, "list VLLM论文", LINKING | {"NO_COLOR": "1"})


def test_json_in_a_terminal_is_json(shipped: CommandLine) -> None:
    assert run(shipped, "list --json", LINKING).startswith('{"schema":1,"resources":')


def test_a_message_does_not_disturb_the_data(fresh: CommandLine) -> None:
    shown = run(fresh, "next")
    first, *_ = shown.split("\r\n")
    assert first.startswith("made the library at")
