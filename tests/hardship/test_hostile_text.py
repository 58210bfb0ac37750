"""Titles, notes and headings that try to break the screen, on terminals of several widths."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from shutil import copy

import pytest

from recall.cli.output.width import width
from testing.commands.command_line import CommandLine, Terminal

pytestmark = pytest.mark.slow  # each case lives a library of its own

NASTY = {
    "colors": "\x1b[31mred\x1b[0m \x1b[2J\x1b[H gone",
    "title of the window": "\x1b]0;owned\x07 and \x9d0;owned\x9c",
    "link": "\x1b]8;;https://evil.example/\x1b\\click\x1b]8;;\x1b\\",
    "unfinished sequence": "end \x1b[",
    "bidi": "txt.\u202egpj \u2066abc\u2069 \u200f",
    "long": "漢字" * 5_000,
    "long word": "x" * 10_000,
    "lines": "one\r\ntwo\ttabs\x0b\x0cthree\u2028four",
    "bell and backspace": "\x07\x07a\x08\x08b",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 👍🏽 🇨🇳 ❤\ufe0f",
    "zalgo": "z" + "\u0301" * 300,
    "wide": "全角：（ＡＢＣ）、「」",
    "markup": "[bold red]x[/bold red] [/] \\[ :smile:",
    "nul": "a\x00b",
}
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\")
"""Colors, and links in printable ASCII."""

LOOKING = ["", "next", "list", "show 1", "history"]
ACTING = [
    "today --on tomorrow", "show 2", "doctor",
    "grade 1 good", "read 2", "read 2 --sitting", "edit 2 --minutes 9", "note 2 text", "suspend 1",
    "show 1",
    "archive 1", "postpone 1 2027-01-01", "undo",
    # these fail, and name the resource
    "show example", "add https://example.org/1", "resume 1", "open 3",
]  # fmt: skip


@pytest.fixture(scope="module", params=[*NASTY.values()], ids=[*NASTY])
def hostile_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text is title, section, series and note of a revisit (1) and of a reading (2)."""
    text: str = request.param
    empty = CommandLine(tmp_path_factory.mktemp("hostile"))
    empty.ok("init", "--empty")
    section = text.replace("/", " ")
    for number in ("1", "2"):
        named = [
            "--title",
            f"example {text}",
            "--section",
            section,
            "--series",
            text,
            "--part",
            number,
        ]
        empty.ok("add", f"https://example.org/{number}", *named)
        empty.ok("note", number, text)
        empty.ok("edit", number, "--ask", text)
    empty.ok("read", "1", "--on", "5 days ago", "--at", text, "--note", text)
    empty.ok("read", "1", "--on", "4 days ago", "--note", text)
    empty.ok("grade", "1", "good", "--on", "3 days ago", "--note", f"{text}, again")
    return empty.library


@pytest.fixture
def hostile(fresh: CommandLine, hostile_file: Path) -> CommandLine:
    copy(hostile_file, fresh.library)
    return fresh


def assert_calm(shown: str, columns: int) -> None:
    for line in OURS.sub("", shown).split("\n"):
        harmful = [char for char in line if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
        assert not harmful, ascii(line)
        assert not set(line) & set("\u202e\u2066\u2069\u200f")
        if not line.startswith("     url  "):  # left to the terminal, so that it can be copied
            assert width(line) <= columns, line


@pytest.mark.slow
def test_no_text_breaks_the_screen(hostile: CommandLine) -> None:
    for columns, commands in ((120, LOOKING), (80, LOOKING), (40, LOOKING + ACTING)):
        for typed in commands:
            outcome = hostile(
                *typed.split(), stream=Terminal, TERM="xterm-kitty", COLUMNS=str(columns)
            )
            assert outcome.code != 3, outcome.err
            assert_calm(outcome.out, columns)
            assert_calm(outcome.err, columns=sys.maxsize)  # one line, which the terminal folds


@pytest.mark.slow
def test_no_text_breaks_a_pipe(hostile: CommandLine) -> None:
    for typed in LOOKING:
        outcome = hostile(*typed.split())
        assert outcome.code != 3, outcome.err
        assert "\x1b" not in outcome.out + outcome.err
        assert_calm(outcome.out + outcome.err, columns=sys.maxsize)


def test_json_keeps_the_text_and_is_harmless(hostile: CommandLine) -> None:
    for typed in ("list", "today", "show 1", "history"):
        outcome = hostile(*typed.split(), "--json")
        assert outcome.out.rstrip("\n").isprintable()
    assert hostile.ok("show", "2", "--json").json["resource"]["title"].startswith("example ")


def test_hostile_lines_of_a_list_are_reported_calmly(empty: CommandLine, tmp_path: Path) -> None:
    mine = tmp_path / "mine\x1b[31m\u202e.md"
    mine.write_text(
        "# A\n- [ ] [ok](https://example.org/ok)\n"
        + "Much text, for a file of control characters is taken for no text at all.\n" * 50
        + "".join(
            f"- [{text}](ftp://example.org/)\n"
            for text in NASTY.values()
            if not set(text) & set("\n\0")
        ),
        encoding="utf-8",
    )
    for columns in (40, 80):
        outcome = empty("import", str(mine), stream=Terminal, TERM="xterm", COLUMNS=str(columns))
        assert outcome.code == 0, outcome.err
        assert_calm(outcome.out, columns)
        assert_calm(outcome.err, columns=sys.maxsize)  # one line, which the terminal folds


@pytest.mark.parametrize("typed", ["", "list", "show 14", "history", "show nothing", "show vllm"])
@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_no_line_of_the_shipped_list_is_wider_than_the_terminal(
    shipped: CommandLine, typed: str, columns: int
) -> None:
    outcome = shipped(*typed.split(), stream=Terminal, TERM="xterm-256color", COLUMNS=str(columns))
    assert_calm(outcome.out, columns)
    assert_calm(outcome.err, columns=sys.maxsize)


LOCALES = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
}


TYPED = ["", "list", "list --json", "show 2", "show vllm", "grade --help", "history"]

RUN_ALL = """
import json, sys
from recall.cli.main import main
for typed in json.loads(sys.argv[1]):
    code = main(typed.split())
    for stream in (sys.stdout, sys.stderr):
        print(f"\\f{code}", file=stream, end="\\f", flush=True)
"""
"""Runs commands in one process, and ends the output of each with its exit code."""


@pytest.mark.slow
@pytest.mark.parametrize("environ", LOCALES.values(), ids=LOCALES.keys())
def test_a_locale_that_has_no_chinese_does_not_crash_it(
    shipped: CommandLine, environ: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN_ALL, json.dumps(TYPED)],
        env={**os.environ, **shipped.environ, **environ},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    out, err = (stream.split(b"\f") for stream in (done.stdout, done.stderr))
    expected = [b"4" if typed == "show vllm" else b"0" for typed in TYPED]
    assert out[1::2] == err[1::2] == expected
    for typed, shown, said in zip(TYPED, out[:-1:2], err[:-1:2], strict=True):
        assert shown or said, typed
