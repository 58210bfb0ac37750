"""Words that people try first."""

import pytest

from recall.cli.commands.table import WORDS
from recall.cli.parsing.other_words import INSTEAD, OTHER_NAMES, in_our_words
from testing.commands.command_line import CommandLine


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("search vllm --json", "list vllm --json"),
        ("find vllm", "list vllm"),
        ("ls --due", "list --due"),
        ("help", "--help"),
        ("help help", "--help"),
        ("help grade", "grade --help"),
        ("help config set", "config set --help"),
        ("help search", "list --help"),
        ("list help", "list help"),
        ("nothing there", "nothing there"),
        ("--version", "--version"),
    ],
)
def test_another_name_is_that_of_a_command(line: str, meant: str) -> None:
    assert in_our_words(line.split()) == meant.split()


def test_no_other_word_is_a_command() -> None:
    assert not {*OTHER_NAMES, *INSTEAD, "help"} & set(WORDS)
    assert set(OTHER_NAMES.values()) <= set(WORDS)


def test_searching_is_listing(shipped: CommandLine) -> None:
    assert shipped.ok("search", "vllm").out == shipped.ok("list", "vllm").out
    assert "vllm" in shipped.ok("search", "vllm").out.casefold()


@pytest.mark.parametrize("path", [(), ("list",), ("config", "set")], ids=" ".join)
def test_help_is_a_word_too(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str], path: tuple[str, ...]
) -> None:
    assert fresh(*path, "--help").code == 0
    usual = capsys.readouterr().out
    assert fresh("help", *path).code == 0
    assert capsys.readouterr().out == usual


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("done 14", "'recall read RESOURCE' says that you have read it, 'recall grade"),
        ("finish", "'recall read RESOURCE'"),
        ("rm 14", "'recall archive RESOURCE' puts it away for good"),
        ("delete 14 --yes", "'recall archive RESOURCE'"),
        ("mv 14 vllm", "'recall edit RESOURCE --section NAME' moves it"),
        ("rename 14 x", "'recall edit RESOURCE --title TITLE'"),
        ("tag 14 gpu", "'recall edit RESOURCE --label LABEL'"),
        ("help remove", "'recall archive RESOURCE'"),
        ("help nothing", "no such command 'nothing'"),
    ],
)
def test_a_command_that_there_is_not_names_the_one_to_use(
    fresh: CommandLine, line: str, says: str
) -> None:
    outcome = fresh(*line.split())
    assert (outcome.code, outcome.out) == (2, "")
    (said,) = outcome.err.splitlines()
    assert says in said
    assert not fresh.library.exists()
