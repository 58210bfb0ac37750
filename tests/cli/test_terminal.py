"""A real terminal: colors, links, widths. What pexpect sees, pyte draws."""

import os
import re
import sys
from collections.abc import Mapping

import pytest

from recall.cli.output.width import width
from testing.command_line import CommandLine
from testing.needs import posix_module

pytestmark = pytest.mark.slow

pexpect, pyte = posix_module("pexpect"), posix_module("pyte")

ROWS = 100
PLAIN = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
LINKING = {"TERM": "xterm-kitty"}
COLOR = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;;(https?://[!-~]+)\x1b\\")


def run(
    recall: CommandLine, typed: str, environ: Mapping[str, str] = PLAIN, columns: int = 80
) -> str:
    """What a command writes to a terminal of that many columns."""
    settings = {**PLAIN, **recall.environ, **environ}
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "XDG_STATE_HOME")}
    shown: str
    shown, code = pexpect.run(
        f"{sys.executable} -m recall {typed}",
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
@pytest.mark.parametrize("typed", ["today", "list VLLM", "history", "config", "next"])
def test_no_line_is_folded_by_the_terminal(shipped: CommandLine, typed: str, columns: int) -> None:
    shown = run(shipped, typed, columns=columns)
    plain = COLOR.sub("", shown).replace("\r", "").rstrip("\n").split("\n")
    assert len([line for line in drawn(shown, columns) if line]) == len(list(filter(None, plain)))


def test_columns_are_aligned_under_chinese_titles(shipped: CommandLine) -> None:
    lines = drawn(run(shipped, "list --section VLLM", columns=120), columns=120)
    found = [(line, match) for line in lines if (match := re.search(r"2026-\d\d-\d\d", line))]
    assert len(found) == 5
    assert len({width(line[: match.start()]) for line, match in found}) == 1


def test_a_terminal_has_colors_and_a_pipe_has_none(shipped: CommandLine) -> None:
    assert COLOR.search(run(shipped, "today"))
    assert "\x1b" not in shipped.ok("today").out


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("typed", ["today", "list", "show 1", "grade 2 good", "--help"])
def test_colors_are_off_where_they_are_not_wanted(
    shipped: CommandLine, typed: str, environ: dict[str, str]
) -> None:
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", run(shipped, typed, environ))


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
