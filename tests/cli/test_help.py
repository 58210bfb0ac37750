"""The help: every command's, at the width of a narrow and of a usual terminal."""

from functools import cache

import pytest
from typer.main import get_command

from recall.cli.app import build
from recall.cli.commands.table import COMMAND_TABLE, ROOMS, WORDS
from recall.cli.output.width import width
from testing.commands.command_line import CommandLine

COMMANDS = sorted(
    {*((word,) for word in WORDS), *(tuple(row.name.split()) for row in COMMAND_TABLE)}
)
CONTRACT = """
init today next open read grade review show list history add edit note postpone suspend resume
archive undo import catalog doctor backup db config remind
"""


def help_of(
    recall: CommandLine, capsys: pytest.CaptureFixture[str], *path: str, option: str = "--help"
) -> str:
    assert recall(*path, option).code == 0
    return capsys.readouterr().out


@cache
def whole() -> object:
    """The whole command line, made once."""
    return get_command(build())


def options_of(path: tuple[str, ...]) -> list[str]:
    command = whole()
    for name in path:
        command = command.commands[name]  # type: ignore[attr-defined] # the type is typer's own
    parameters = command.params  # type: ignore[attr-defined] # the type is typer's own
    return [option for parameter in parameters for option in parameter.opts if option[0] == "-"]


def test_every_command_of_the_contract_is_there() -> None:
    assert set(CONTRACT.split()) <= set(WORDS)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("path", [(), *COMMANDS], ids=" ".join)
def test_the_help_of_a_command_fits_and_names_every_option(
    fresh: CommandLine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    path: tuple[str, ...],
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = help_of(fresh, capsys, *path)
    assert max(width(line) for line in shown.splitlines()) <= columns
    assert "<parse>" not in shown
    missing = [option for option in options_of(path) if option not in shown]
    assert not missing
    assert shown.isascii() or "─" in shown
    assert not fresh.library.exists()


def test_short_and_long_help_are_the_same(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    long = help_of(fresh, capsys, "grade")
    assert help_of(fresh, capsys, "grade", option="-h") == long


def test_the_help_groups_the_commands(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = help_of(fresh, capsys)
    at = [shown.index(f"─ {title} ") for title in ROOMS.values()]
    assert at == sorted(at)
    assert next(iter(ROOMS.values())) == "Every day"


def test_every_command_takes_json(fresh: CommandLine) -> None:
    for row in COMMAND_TABLE:
        assert "--json" in options_of(tuple(row.name.split())), row.name


def test_the_texts_of_the_help_can_be_shown_in_ascii() -> None:
    def texts(command: object) -> list[str]:
        found = [command.help or ""]  # type: ignore[attr-defined] # the type is typer's own
        for parameter in command.params:  # type: ignore[attr-defined] # the type is typer's own
            found += [getattr(parameter, "help", None) or "", parameter.metavar or ""]
        for sub in getattr(command, "commands", {}).values():
            found += texts(sub)
        return found

    assert [text for text in texts(whole()) if not text.isascii()] == []


def test_the_version_is_shown(fresh: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    from recall import __version__

    assert fresh("--version").code == 0
    assert capsys.readouterr().out == f"recall {__version__}\n"


@pytest.mark.parametrize("name", ["catalog", "db", "remind"])
def test_a_command_that_needs_another_word_shows_its_help(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert fresh(name).code == 2
    assert "Usage: recall" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (["add"], "recall add [OPTIONS] URL…"),
        (["fetch"], "recall fetch [OPTIONS] [RESOURCE…]"),
        (["grade"], "recall grade [OPTIONS] RESOURCE RATING"),
        (["lists", "forget"], "recall lists forget [OPTIONS] LIST"),
    ],
)
def test_the_usage_says_what_may_be_repeated(
    fresh: CommandLine, capsys: pytest.CaptureFixture[str], words: list[str], usage: str
) -> None:
    fresh(*words, "--help")
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "Usage:" in line]
    assert line.split() == ["Usage:", *usage.split()]
