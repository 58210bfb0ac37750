"""What shells offer for a resource, asked the way typer's scripts ask."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from testing.command_line import CommandLine

WORDS: dict[str, Callable[[str], dict[str, str]]] = {
    "bash": lambda line: {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))},
    "zsh": lambda line: {"_TYPER_COMPLETE_ARGS": line},
    "fish": lambda line: {
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    },
}


def complete(recall: CommandLine, shell: str, line: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "recall"],
        env={
            **os.environ,
            **recall.environ,
            **WORDS[shell](line),
            "_RECALL_COMPLETE": f"complete_{shell}",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split() if shell == "bash" else done.stdout.splitlines()


def test_bash_is_offered_ids(shipped: CommandLine) -> None:
    assert complete(shipped, "bash", "recall open 8") == ["8", "80", "81", "82"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_are_offered_ids_with_titles(shipped: CommandLine, shell: str) -> None:
    offered = complete(shipped, shell, "recall grade 15")
    assert len(offered) == 1
    assert "15" in offered[0]
    assert "VLLM官方文档" in offered[0]


def test_nothing_typed_yet_offers_the_beginning_of_the_list(shipped: CommandLine) -> None:
    assert complete(shipped, "bash", "recall show ")[:3] == ["1", "2", "3"]


def test_ratings_and_settings_are_offered(shipped: CommandLine) -> None:
    assert complete(shipped, "bash", "recall grade 15 ") == ["again", "hard", "good", "easy"]
    assert complete(shipped, "bash", "recall config set daily") == ["daily_minutes"]


def test_commands_are_offered(shipped: CommandLine) -> None:
    assert complete(shipped, "bash", "recall po") == ["postpone"]


def test_completion_makes_no_library(fresh: CommandLine) -> None:
    assert complete(fresh, "bash", "recall open ") == []
    assert complete(fresh, "bash", "recall ")
    assert not fresh.library.exists()


def test_completion_is_silent_about_a_library_and_settings_that_are_broken(
    one: CommandLine,
) -> None:
    one.library.write_text("no database " * 100, encoding="utf-8")
    assert complete(one, "bash", "recall open ") == []
    one.config.write_text("nonsense", encoding="utf-8")
    assert complete(one, "bash", "recall open ") == []


def test_a_title_in_zsh_cannot_break_its_script(empty: CommandLine) -> None:
    empty.ok("add", "https://example.org/", "--title", "x\x1b]0;t\x07\"'`$(id)\n:y")
    offered = "\n".join(complete(empty, "zsh", "recall open "))
    assert "\x1b" not in offered
    assert "\x07" not in offered


@pytest.mark.skipif(os.name != "posix", reason="bash is not the shell of Windows")
def test_the_script_that_is_shown_asks_by_the_name_that_the_door_knows(one: CommandLine) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m recall --show-completion bash; true"],
        env={**os.environ, **one.environ},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "_RECALL_COMPLETE=complete_bash" in done.stdout
    assert "-F _recall_completion recall" in done.stdout
