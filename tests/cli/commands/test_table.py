"""Each row of the table of commands: its module, its example, its page and its tests."""

import re
import shlex
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from docs.scripts import generate
from recall.cli.app import build
from recall.cli.commands import table
from recall.cli.commands.table import COMMAND_TABLE, ROOMS, WORDS, Command, rows_of
from recall.cli.fast_path import COMMANDS as FAST
from recall.cli.parsing.arguments import CommandGroup
from testing.checkout import ROOT
from testing.commands.command_line import CommandLine

ROWS = pytest.mark.parametrize("row", COMMAND_TABLE, ids=lambda row: row.name)
NARROW = 80
LISTED = NARROW - len("│ postpone   │")
TYPER = {row.name: command for row, command in generate.commands()}

TESTS = ROOT / "tests"
ELSEWHERE = {
    "today": "stories/test_day.py",
    "next": "stories/test_day.py",
    "read": "stories/test_day.py",
    "grade": "stories/test_day.py",
    "show": "stories/test_day.py",
    "list": "stories/test_day.py",
    "add": "stories/test_day.py",
    "edit": "stories/test_day.py",
    "note": "stories/test_day.py",
    "undo": "stories/test_day.py",
    "postpone": "stories/test_day.py",
    "suspend": "stories/test_day.py",
    "archive": "stories/test_day.py",
    "init": "stories/test_first_run.py",
    "import": "stories/test_first_run.py",
    "catalog build": "stories/test_first_run.py",
    "catalog check": "stories/test_first_run.py",
    "remind run": "daemon/test_service.py",
}
"""Commands whose tests stand with the story they belong to, by their file in tests/."""


def leaves(command: Any, path: tuple[str, ...] = ()) -> list[str]:
    """The names of all commands that do something."""
    if not hasattr(command, "commands"):
        return [" ".join(path)]
    own = [" ".join(path)] if path and command.invoke_without_command else []
    words = command.list_commands(None)
    return own + [name for word in words for name in leaves(command.commands[word], (*path, word))]


def test_the_table_has_every_command_in_the_order_of_the_help() -> None:
    assert [row.name for row in COMMAND_TABLE] == leaves(get_command(build()))


def test_commands_stand_together_by_room_in_the_order_of_the_rooms() -> None:
    rooms = [row.room for row in COMMAND_TABLE]
    assert rooms == sorted(rooms, key=list(ROOMS).index)
    assert set(rooms) == set(ROOMS)


def test_every_folder_of_commands_is_a_room() -> None:
    folder = Path(table.__file__).parent
    assert {found.parent.name for found in folder.glob("*/__init__.py")} == set(ROOMS)


def test_the_commands_of_the_fast_path_are_in_the_table() -> None:
    assert {" ".join(arguments) for arguments in FAST} <= {"", *(row.name for row in COMMAND_TABLE)}


@ROWS
def test_the_module_of_a_command_has_it(row: Command) -> None:
    command = import_module(row.module).command
    if isinstance(command, CommandGroup):
        subcommand = row.name.partition(" ")[2]
        command = command.commands[subcommand] if subcommand else command.bare
    assert callable(command)


def shown_help(recall: CommandLine, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert recall(*words, "--help").code == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)


@ROWS
def test_the_help_of_a_command_ends_with_its_example(
    fresh: CommandLine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    row: Command,
) -> None:
    monkeypatch.setenv("COLUMNS", str(NARROW))
    lines = shown_help(fresh, capsys, *row.name.split()).split("\n")
    assert [line.strip() for line in lines if line.strip()][-1] == f"Example: {row.example}"


@ROWS
def test_the_first_sentence_of_a_help_has_one_line_in_the_list_of_commands(row: Command) -> None:
    first = TYPER[row.name].help.split("\n\n")[0]
    assert len(first) <= LISTED
    assert first[0].isupper()
    assert first[-1] == "."


@pytest.mark.parametrize("word", WORDS)
def test_the_help_of_a_word_ends_with_an_example_of_it(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    shown = shown_help(fresh, capsys, word)
    assert shown.rstrip().endswith(f"Example: {rows_of(word)[0].example}")


@ROWS
def test_the_example_of_a_command_is_one_that_it_takes(row: Command) -> None:
    program, *words = shlex.split(row.example)
    path = row.name.split()
    assert (program, words[: len(path)]) == ("recall", path)
    TYPER[row.name].make_context(row.name, words[len(path) :])


@ROWS
def test_the_page_of_commands_has_the_command_and_its_example(row: Command) -> None:
    page = generate.PAGE.read_text(encoding="utf-8")
    section = page.partition(f"\n### recall {row.name}\n")[2].partition("\n### ")[0]
    assert f"`{row.example}`" in section


def runs(row: Command, file: Path) -> bool:
    """Tell whether a file of tests types the command."""
    text = file.read_text(encoding="utf-8").replace('", "', " ")
    return re.search(rf'["\']{row.name}\b', text) is not None


@ROWS
def test_a_command_is_tested_in_its_room_or_in_the_story_that_is_named(row: Command) -> None:
    mirrored = list((TESTS / "cli" / "commands" / row.room).glob("test_*.py"))
    named = [TESTS / ELSEWHERE[row.name]] if row.name in ELSEWHERE else []
    assert any(runs(row, file) for file in named or mirrored)


def test_every_command_that_is_tested_elsewhere_is_in_the_table() -> None:
    assert set(ELSEWHERE) <= {row.name for row in COMMAND_TABLE}
