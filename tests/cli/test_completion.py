"""What shells offer for a resource, asked the way typer's scripts ask."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from recall.cli.environment import Environment
from recall.cli.main import main
from testing.commands.command_line import CommandLine

WORDS: dict[str, Callable[[str], dict[str, str]]] = {
    "bash": lambda line: {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))},
    "zsh": lambda line: {"_TYPER_COMPLETE_ARGS": line},
    "fish": lambda line: {
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    },
}


Ask = Callable[[CommandLine, str, str], list[str]]


def asked(recall: CommandLine, shell: str, line: str) -> dict[str, str]:
    """What a shell adds to the environment, beside the library."""
    return {**recall.environ, **WORDS[shell](line), "_RECALL_COMPLETE": f"complete_{shell}"}


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """What is offered, asked without a process of its own."""

    def ask(recall: CommandLine, shell: str, line: str) -> list[str]:
        with monkeypatch.context() as patched:
            for name, value in asked(recall, shell, line).items():
                patched.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main([], Environment())
        out, err = capsys.readouterr()
        assert (ended.value.code or 0, err) == (0, "")
        return out.split() if shell == "bash" else out.splitlines()

    return ask


def complete(recall: CommandLine, shell: str, line: str) -> list[str]:
    """What is offered by a process of its own, as shells ask."""
    done = subprocess.run(
        [sys.executable, "-m", "recall"],
        env={**os.environ, **asked(recall, shell, line)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split() if shell == "bash" else done.stdout.splitlines()


@pytest.mark.slow
def test_bash_is_offered_ids(shipped: CommandLine) -> None:
    assert complete(shipped, "bash", "recall open 8") == ["8", "80", "81", "82"]


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_are_offered_ids_with_titles(shipped: CommandLine, shell: str) -> None:
    offered = complete(shipped, shell, "recall grade 15")
    assert len(offered) == 1
    assert "15" in offered[0]
    assert "VLLM官方文档" in offered[0]


def test_nothing_typed_yet_offers_the_beginning_of_the_list(
    shipped: CommandLine, offered: Ask
) -> None:
    assert offered(shipped, "bash", "recall show ")[:3] == ["1", "2", "3"]


def test_ratings_and_settings_are_offered(shipped: CommandLine, offered: Ask) -> None:
    assert offered(shipped, "bash", "recall grade 15 ") == ["again", "hard", "good", "easy"]
    assert offered(shipped, "bash", "recall config set daily") == ["daily_minutes"]


def test_labels_and_roles_of_links_are_offered(one: CommandLine, offered: Ask) -> None:
    one.ok("edit", "1", "--label", "Maths", "--label", "gpu")
    assert offered(one, "bash", "recall list --label ") == ["gpu", "Maths"]
    assert offered(one, "bash", "recall edit 1 --no-label M") == ["Maths"]
    assert offered(one, "bash", "recall open 1 --link co") == ["code"]


def test_commands_are_offered(shipped: CommandLine, offered: Ask) -> None:
    assert offered(shipped, "bash", "recall po") == ["postpone"]


def test_completion_makes_no_library(fresh: CommandLine, offered: Ask) -> None:
    assert offered(fresh, "bash", "recall open ") == []
    assert offered(fresh, "bash", "recall ")
    assert not fresh.library.exists()


def test_completion_is_silent_about_a_library_and_settings_that_are_broken(
    one: CommandLine, offered: Ask
) -> None:
    one.library.write_text("no database " * 100, encoding="utf-8")
    assert offered(one, "bash", "recall open ") == []
    assert offered(one, "bash", "recall list --label ") == []
    one.config.write_text("nonsense", encoding="utf-8")
    assert offered(one, "bash", "recall open ") == []


def test_a_title_in_zsh_cannot_break_its_script(empty: CommandLine, offered: Ask) -> None:
    empty.ok("add", "https://example.org/", "--title", "x\x1b]0;t\x07\"'`$(id)\n:y")
    shown = "\n".join(offered(empty, "zsh", "recall open "))
    assert "\x1b" not in shown
    assert "\x07" not in shown


@pytest.mark.slow
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
