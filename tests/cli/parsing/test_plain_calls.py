"""Plain calls are read as the command-line library reads them; all others are left to it."""

import functools
import shlex
from io import StringIO
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.main import get_command

from recall.cli import app
from recall.cli.commands.table import COMMAND_TABLE, WORDS, load
from recall.cli.environment import Environment
from recall.cli.parsing.plain_calls import read
from recall.cli.parsing.typer_parameters import typer_function
from recall.errors import BadInput

SEEN: list[dict[str, Any]] = []
"""What commands were called with by typer."""


def recorded(command: Any) -> Any:
    """A command with the same parameters that only says what they are."""

    @functools.wraps(command)
    def record(_environment: Environment, **values: Any) -> None:
        SEEN.append(values)

    return record


def make_root() -> Any:
    """The whole command line, with commands that only say what they were called with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            app, "typer_function", lambda command, **more: typer_function(recorded(command), **more)
        )
        return get_command(app.build())


ROOT = make_root()


def by_typer(words: list[str]) -> dict[str, Any] | str | None:
    """What typer calls a command with, BadInput's sentence, None if it refuses the words."""
    SEEN.clear()
    try:
        with ROOT.make_context("recall", words, obj=Environment(out=StringIO())) as context:
            ROOT.invoke(context)
    except (typer.Exit, typer.TyperException):
        return None
    except BadInput as error:
        return str(error)
    (values,) = SEEN
    return values


def plainly(words: list[str]) -> dict[str, Any] | str | None:
    """The same by `read`, with the defaults of the command for what is left out."""
    try:
        found = read(load(words[0]), words[1:]) if words and words[0] in WORDS else None
    except BadInput as error:
        return str(error)
    if found is None:
        return None
    command: Any = found[0]
    code, defaults = command.__code__, command.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    usual = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    return {**usual, **found[1]}


def check(words: list[str]) -> None:
    plain, whole = plainly(words), by_typer(words)
    if plain is not None:
        assert plain == whole


@pytest.mark.parametrize("line", [row.example for row in COMMAND_TABLE])
def test_an_example_is_plain_and_read_as_typer_reads_it(line: str) -> None:
    words = shlex.split(line)[1:]
    assert plainly(words) is not None
    check(words)


@pytest.mark.parametrize(
    "words",
    [
        "grade",
        "grade 14",
        "grade 14 good much",
        "grade 14 good --help",
        "grade 14 good -h",
        "grade 14 good --minute 3",
        "grade 14 good --minutes",
        "grade 14 good --minutes -3",
        "grade 14 good -m3",
        "grade 14 good -m=3",
        "grade 14 good --json=yes",
        "grade -- 14 good",
        "config set daily_minutes -5",
        "config set",
        "catalog",
        "remind",
        "remind nothing",
        "nothing",
        "",
        "--version",
        "today --frobnicate",
    ],
)
def test_what_is_not_plain_is_left_to_typer(words: str) -> None:
    assert plainly(words.split()) is None


def test_options_stand_anywhere_and_the_last_value_counts() -> None:
    words = ["grade", "--minutes=3", "14", "--json", "good", "-m", "4", "--note", "a b"]
    assert plainly(words) == {
        "resource": "14",
        "rating_text": "good",
        "minutes": 4,
        "note": "a b",
        "on": None,
        "read_on": None,
        "json": True,
    }
    check(words)


def test_an_option_may_be_given_several_times_and_an_argument_hold_several_words() -> None:
    edited = plainly(["edit", "1", "--after", "2", "--after", "3"])
    assert isinstance(edited, dict)
    assert edited["after"] == ["2", "3"]
    postponed = plainly(["postpone", "14", "3", "days"])
    assert isinstance(postponed, dict)
    assert postponed["when"] == ["3", "days"]


def test_a_value_that_is_refused_is_refused_in_the_same_words() -> None:
    words = ["grade", "14", "good", "--minutes", "many"]
    assert plainly(words) == by_typer(words)
    assert "minutes cannot be 'many'" in str(plainly(words))


TEXTS = st.sampled_from(
    ["1", "14", "good", "x", "a b", "", "-", "--", "-5", "3", "days", "week", "2026-11-20", "回顾"]
)
OPTIONS = st.sampled_from(
    [
        "--json",
        "--minutes",
        "-m",
        "--minutes=5",
        "--note",
        "-n",
        "--on",
        "--sitting",
        "--after",
        "--not-after",
        "--no-series",
        "--priority",
        "--by",
        "--weeks",
        "--yes",
        "-y",
        "--dry-run",
        "--json=1",
        "--note=",
        "-n=x",
        "--minu",
        "--help",
        "--output",
        "--section",
        "--limit",
    ]
)


def options_of(name: str) -> list[str]:
    """The options that a command has."""
    command = ROOT
    for word in name.split():
        command = command.commands[word]
    return [word for parameter in command.params for word in parameter.opts if word[0] == "-"]


@st.composite
def calls(draw: st.DrawFn) -> list[str]:
    """A command with words, most of its options being its own and followed by a value."""
    name = draw(st.sampled_from([row.name for row in COMMAND_TABLE]))
    own = st.sampled_from(options_of(name)) if options_of(name) else st.just("--json")
    piece = (
        TEXTS.map(lambda text: [text])
        | st.tuples(own | OPTIONS, TEXTS).map(list)
        | own.map(lambda word: [word])
    )
    return [*name.split(), *(word for words in draw(st.lists(piece, max_size=4)) for word in words)]


@pytest.mark.slow
@settings(max_examples=300)
@given(words=calls())
def test_any_call_that_is_plain_is_read_as_typer_reads_it(words: list[str]) -> None:
    check(words)
